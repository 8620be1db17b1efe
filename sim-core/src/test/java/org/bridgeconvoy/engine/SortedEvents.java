package org.bridgeconvoy.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pending events in a sorted list: the plainest oracle of {@link EventList}. */
final class SortedEvents {

    /** A pending event and its place in the order. */
    private static final class Pending {
        final Event event;
        final int priority;
        long time;
        long number;

        Pending(Event event, int priority, long time, long number) {
            this.event = event;
            this.priority = priority;
            this.time = time;
            this.number = number;
        }

        boolean isBefore(Pending other) {
            if (time != other.time) {
                return time < other.time;
            }
            return priority != other.priority ? priority > other.priority : number < other.number;
        }
    }

    private final List<Pending> sorted = new ArrayList<>();
    private long numbers;

    int size() {
        return sorted.size();
    }

    long nextTime() {
        return sorted.isEmpty() ? Long.MAX_VALUE : sorted.get(0).time;
    }

    void add(long time, int priority, Event event) {
        insert(new Pending(event, priority, time, numbers++));
    }

    private void insert(Pending added) {
        int at = 0;
        while (at < sorted.size() && !added.isBefore(sorted.get(at))) {
            at++;
        }
        sorted.add(at, added);
    }

    boolean isPending(Event event) {
        return find(event) != null;
    }

    private @Nullable Pending find(Event event) {
        for (Pending pending : sorted) {
            if (pending.event == event) {
                return pending;
            }
        }
        return null;
    }

    boolean cancel(Event event) {
        return sorted.remove(find(event));
    }

    /** A moved event counts as added last. */
    boolean move(Event event, long time) {
        Pending moved = find(event);
        if (moved == null) {
            return false;
        }
        sorted.remove(moved);
        moved.time = time;
        moved.number = numbers++;
        insert(moved);
        return true;
    }

    @Nullable
    Event poll(long limit) {
        return nextTime() > limit || sorted.isEmpty() ? null : sorted.remove(0).event;
    }
}
