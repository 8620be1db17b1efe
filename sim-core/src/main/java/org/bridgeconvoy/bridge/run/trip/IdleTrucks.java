package org.bridgeconvoy.bridge.run.trip;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.run.context.PresentWorld;
import org.bridgeconvoy.bridge.run.context.Truck;
import org.bridgeconvoy.bridge.run.context.TruckQueue;
import org.jspecify.annotations.Nullable;

/** Idle trucks by class. Within a class: in the order in which they became idle, at one instant by number. */
final class IdleTrucks {

    private final PresentWorld world;
    private final TruckQueue[] byClass;
    private int length;

    IdleTrucks(PresentWorld world) {
        this.world = world;
        byClass = new TruckQueue[world.classes()];
        for (int c = 0; c < byClass.length; c++) {
            byClass[c] = new TruckQueue();
        }
    }

    int length() {
        return length;
    }

    void add(Truck truck) {
        byClass[truck.truckClass].addByNumber(truck);
        length++;
    }

    /** Whether a truck of one of these classes is idle and can carry a load at all. */
    boolean isAny(int[] classes) {
        for (int c : classes) {
            if (isCandidate(c)) {
                return true;
            }
        }
        return false;
    }

    private boolean isCandidate(int truckClass) {
        return byClass[truckClass].length() > 0 && world.carrying(truckClass) > 0;
    }

    /**
     * Takes the truck for a load. Among trucks that carry the load whole: the one idle longest, then the lowest number. If none carries it
     * whole: among those that carry most. {@link #isAny} must hold.
     */
    Truck takeFor(int[] classes, long load) {
        TruckQueue best = null;
        long bestCarries = 0;
        for (int c : classes) {
            if (isCandidate(c)) {
                // Capacity beyond the load does not count: all trucks that carry the load whole rank alike.
                long carries = Math.min(load, world.carrying(c));
                if (best == null
                        || carries > bestCarries
                        || (carries == bestCarries && isIdleLonger(byClass[c], best))) {
                    best = byClass[c];
                    bestCarries = carries;
                }
            }
        }
        if (best == null) {
            throw new IllegalStateException("no idle truck may carry the load");
        }
        length--;
        return best.poll();
    }

    private static boolean isIdleLonger(TruckQueue one, TruckQueue other) {
        Truck a = one.first();
        Truck b = other.first();
        return a != null && b != null && (a.joinedAt < b.joinedAt || (a.joinedAt == b.joinedAt && a.number < b.number));
    }

    /** All idle trucks, by class. */
    List<Truck> all() {
        List<Truck> all = new ArrayList<>();
        for (TruckQueue queue : byClass) {
            for (Truck truck = queue.first(); truck != null; truck = queue.behind(truck)) {
                all.add(truck);
            }
        }
        return all;
    }

    /** Removes an idle truck. */
    void remove(Truck truck) {
        byClass[truck.truckClass].remove(truck);
        length--;
    }

    /** Takes the truck of a class that has been idle for the shortest time; null if none is idle. */
    @Nullable
    Truck takeLast(int truckClass) {
        TruckQueue queue = byClass[truckClass];
        Truck last = null;
        for (int n = queue.length(); n > 0; n--) {
            Truck truck = queue.poll();
            if (n == 1) {
                last = truck;
            } else {
                queue.add(truck);
            }
        }
        length -= last == null ? 0 : 1;
        return last;
    }
}
