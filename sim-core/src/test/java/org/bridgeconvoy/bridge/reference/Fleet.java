package org.bridgeconvoy.bridge.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bridgeconvoy.bridge.config.TruckClass;

/** "Trucks are numbered from 1, classes in the order of the file." (Section 4) */
final class Fleet {

    private final List<Truck> trucks = new ArrayList<>();
    private int lastNumber;

    /** How many of each class go out of service as they come back. */
    private int[] leaving = new int[0];

    Fleet(WorldNow world) {
        leaving = new int[world.config().fleet().size()];
        change(world, 0);
    }

    /** Those in service, by number. */
    List<Truck> trucks() {
        return List.copyOf(trucks);
    }

    /** Those that are idle at a bank, by number. */
    List<Truck> idle(Leg bank) {
        return trucks.stream().filter(t -> t.leg == bank).toList();
    }

    /**
     * More trucks are idle at the origin from a change on, with the next numbers. Of fewer, those idle at the origin leave at once, the
     * others as they come back.
     */
    void change(WorldNow world, long now) {
        List<TruckClass> classes = world.config().fleet();
        for (int i = 0; i < classes.size(); i++) {
            int index = i;
            int in = (int) trucks.stream().filter(t -> t.classIndex == index).count() - leaving[i];
            for (; in < classes.get(i).trucks(); in++) {
                if (leaving[i] > 0) {
                    leaving[i]--;
                } else {
                    trucks.add(new Truck(++lastNumber, i, now));
                }
            }
            for (; in > classes.get(i).trucks(); in--) {
                leaving[i]++;
            }
            leave(i);
        }
    }

    private void leave(int index) {
        while (leaving[index] > 0) {
            Optional<Truck> last = idle(Leg.IDLE_AT_ORIGIN).stream()
                    .filter(t -> t.classIndex == index)
                    .max(Comparator.comparingLong((Truck t) -> t.idleSince).thenComparingInt(t -> t.number));
            if (last.isEmpty()) {
                return;
            }
            trucks.remove(last.get());
            leaving[index]--;
        }
    }

    /** It is back and has rested. */
    void back(Truck truck, long now) {
        truck.trip = null;
        truck.idleSince = now;
        leave(truck.classIndex);
    }
}
