package org.bridgeconvoy.bridge.run.context;

/** Trucks in a first-come-first-served line. */
public final class TruckQueue extends RoadUserQueue<Truck> {

    /**
     * Adds a truck behind all that joined before it, and among those that joined at the same instant in the order of
     * their numbers.
     */
    public void addByNumber(Truck truck) {
        Truck last = last();
        if (last == null || isBehind(truck, last)) {
            add(truck);
            return;
        }
        Truck before = null;
        Truck at = first();
        while (at != null && isBehind(truck, at)) {
            before = at;
            at = behind(at);
        }
        if (before == null) {
            addFirst(truck);
        } else {
            addBehind(before, truck);
        }
    }

    private static boolean isBehind(Truck truck, Truck other) {
        return other.joinedAt < truck.joinedAt || other.number < truck.number;
    }
}
