package org.bridgeconvoy.engine;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Target of a fuzzer: bytes as operations of an event list, each compared with a sorted list. The first byte says how many entries are
 * sorted at once.
 */
public final class EventListTarget {

    /** An event that is told from all others. */
    private static final class Marked implements Event {
        @Override
        public void fire(Simulation sim) {
            throw new AssertionError("only pending");
        }
    }

    private static final int MOST_PENDING = 250;

    private final ByteBuffer input;
    private final EventList list;
    private final SortedEvents oracle = new SortedEvents();
    private final List<Event> events = new ArrayList<>();
    private final List<Long> handles = new ArrayList<>();
    private long now;

    private EventListTarget(ByteBuffer input) {
        this.input = input;
        list = new EventList(20 << (next() & 7));
    }

    /** Called by the fuzzer with each input. */
    public static void fuzzerTestOneInput(byte[] input) {
        new EventListTarget(ByteBuffer.wrap(input)).run();
    }

    /** The next byte, from 0 to 255; 0 behind the end. */
    private int next() {
        return input.hasRemaining() ? input.get() & 0xff : 0;
    }

    private void run() {
        while (input.hasRemaining()) {
            step(next());
            same(list.size(), oracle.size());
        }
        EventListInvariants.check(list);
        while (oracle.size() > 0) {
            poll(Long.MAX_VALUE);
        }
        same(list.size(), 0);
        same(list.nextTime(), Long.MAX_VALUE);
    }

    private void step(int code) {
        switch (code >> 5) {
            case 0 -> add(time(), 0);
            case 1 -> add(time(), (byte) next() * 10_000_019);
            case 2 -> cancel(next());
            case 3 -> move(next(), time());
            case 4 -> pollMany(1 + (code & 31));
            case 5 -> poll(time());
            case 6 -> addMany(2 + 4 * (code & 31), time());
            default -> look(code & 31);
        }
    }

    /** A time from now on: near, whole seconds, or of any scale. */
    private long time() {
        int scale = next();
        int amount = next();
        long delay = switch (scale & 3) {
            case 0 -> amount & 15;
            case 1 -> amount;
            case 2 -> amount * 1_000_000_000L;
            default -> (long) (amount + 1) << (scale >> 2) >>> 1;
        };
        long time = now + delay;
        return time < now ? Long.MAX_VALUE : time;
    }

    private void add(long time, int priority) {
        if (oracle.size() < MOST_PENDING) {
            Event event = new Marked();
            events.add(event);
            handles.add(list.add(time, priority, event));
            oracle.add(time, priority, event);
        }
    }

    /** A crowd, whose times lie between now and then. */
    private void addMany(int count, long until) {
        for (int i = 0; i < count; i++) {
            add(now + (until - now) / count * i, 0);
        }
    }

    /** An event that was added, perhaps long gone; the last ones are the likeliest to be pending. */
    private int which(int back) {
        return Math.max(0, events.size() - 1 - back);
    }

    private void cancel(int back) {
        if (!events.isEmpty()) {
            int at = which(back);
            same(list.isPending(handles.get(at)), oracle.isPending(events.get(at)));
            same(list.cancel(handles.get(at)), oracle.cancel(events.get(at)));
            same(list.isPending(handles.get(at)), false);
        }
    }

    private void move(int back, long time) {
        if (!events.isEmpty()) {
            int at = which(back);
            boolean moved = oracle.move(events.get(at), time);
            same(list.move(handles.get(at), time), moved);
            if (moved) {
                same(list.timeOf(handles.get(at)), time);
            }
        }
    }

    private void pollMany(int count) {
        for (int i = 0; i < count; i++) {
            poll(Long.MAX_VALUE);
        }
    }

    private void poll(long limit) {
        long expected = oracle.nextTime();
        list.setLimit(limit);
        @Nullable Event got = list.poll();
        if (got != oracle.poll(limit)) {
            throw new AssertionError("another event at " + expected);
        }
        if (got != null) {
            same(list.now(), expected);
            now = expected;
        }
    }

    private void look(int what) {
        if ((what & 1) != 0) {
            same(list.nextTime(), oracle.nextTime());
        }
        if ((what & 3) == 3) {
            EventListInvariants.check(list);
        }
        if ((what & 4) != 0) {
            list.tree.ties = (what & 8) != 0 ? EventList.UPKEEP_EVERY : 0;
            list.upkeep();
        }
        if ((what & 16) != 0 && oracle.nextTime() > now && now < Long.MAX_VALUE) {
            // As Simulation.runBefore does.
            long until = Math.min(oracle.nextTime(), now + 1 + next());
            poll(until - 1);
            now = until;
            list.setNow(now);
        }
    }

    private static void same(Object actual, Object expected) {
        if (!actual.equals(expected)) {
            throw new AssertionError("expected " + expected + ", got " + actual);
        }
    }
}
