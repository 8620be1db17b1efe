package org.bridgeconvoy.bridge.run.context;

import org.jspecify.annotations.Nullable;

/** Trucks in a first-come-first-served line, linked through the trucks themselves. */
public final class TruckQueue {

    private @Nullable Truck first;
    private @Nullable Truck last;
    private int length;

    /** How many stand in it. */
    public int length() {
        return length;
    }

    /** The first; null if there is none. */
    public @Nullable Truck first() {
        return first;
    }

    /** When the last in line joined; 0 if there is none. */
    public long lastJoinedAt() {
        Truck truck = last;
        return truck == null ? 0 : truck.joinedAt;
    }

    /** Adds a truck behind all others. */
    public void add(Truck truck) {
        truck.next = null;
        if (last == null) {
            first = truck;
        } else {
            last.next = truck;
        }
        last = truck;
        length++;
    }

    /**
     * Adds a truck behind all that joined before it, and among those that joined at the same instant in the order of
     * their numbers.
     */
    public void addByNumber(Truck truck) {
        if (last == null || last.joinedAt < truck.joinedAt || last.number < truck.number) {
            add(truck);
            return;
        }
        Truck before = null;
        Truck at = first;
        while (at != null && (at.joinedAt < truck.joinedAt || at.number < truck.number)) {
            before = at;
            at = at.next;
        }
        truck.next = at;
        if (before == null) {
            first = truck;
        } else {
            before.next = truck;
        }
        length++;
    }

    /** Removes a truck that stands in it, wherever that is. */
    public void remove(Truck truck) {
        Truck before = null;
        Truck at = first;
        while (at != truck) {
            if (at == null) {
                throw new IllegalStateException(truck + " is not in the queue");
            }
            before = at;
            at = at.next;
        }
        if (before == null) {
            first = truck.next;
        } else {
            before.next = truck.next;
        }
        if (last == truck) {
            last = before;
        }
        truck.next = null;
        length--;
    }

    /** Removes and returns the first; the queue must not be empty. */
    public Truck poll() {
        Truck truck = first;
        if (truck == null) {
            throw new IllegalStateException("the queue is empty");
        }
        first = truck.next;
        if (first == null) {
            last = null;
        }
        truck.next = null;
        length--;
        return truck;
    }
}
