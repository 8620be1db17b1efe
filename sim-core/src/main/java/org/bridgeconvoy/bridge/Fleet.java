package org.bridgeconvoy.bridge;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.result.TripTime;

/** The trucks of one run: what they are and can carry in the present world, and how many come and go as it changes. */
final class Fleet {

    private final BridgeRun run;
    private WorldPlan world;
    private TruckClass[] classes;
    private final List<Truck> trucks = new ArrayList<>();

    /** Trucks of each class to be taken out of service as they come back. */
    private final int[] surplus;

    Fleet(BridgeRun run, WorldPlan world) {
        this.run = run;
        this.world = world;
        classes = world.config.fleet().toArray(new TruckClass[0]);
        surplus = new int[classes.length];
    }

    void begin() {
        for (int c = 0; c < classes.length; c++) {
            add(c, classes[c].trucks());
        }
    }

    private void add(int truckClass, int count) {
        run.states().appear(TruckState.IDLE, count);
        for (int i = 0; i < count; i++) {
            Truck truck = new Truck(run, trucks.size() + 1, truckClass, run.turnaround());
            trucks.add(truck);
            run.dispatch().add(truck);
        }
    }

    /** Takes on another world: new trucks come, those too many are taken out as soon as they are idle. */
    void apply(WorldPlan next) {
        world = next;
        TruckClass[] before = classes;
        classes = next.config.fleet().toArray(new TruckClass[0]);
        for (int c = 0; c < classes.length; c++) {
            change(c, classes[c].trucks() - before[c].trucks());
        }
    }

    private void change(int truckClass, int more) {
        int kept = Math.min(Math.max(more, 0), surplus[truckClass]);
        surplus[truckClass] -= kept;
        add(truckClass, Math.max(more - kept, 0));
        for (int i = more; i < 0; i++) {
            if (run.dispatch().retire(truckClass)) {
                run.states().appear(TruckState.IDLE, -1);
            } else {
                surplus[truckClass]++;
            }
        }
    }

    /** A trip has ended: the truck can take the next, unless there are too many of its class. */
    void available(Truck truck) {
        run.recorder().available(truck);
        run.reached(truck, TripTime.AVAILABLE);
        if (surplus[truck.truckClass] > 0) {
            surplus[truck.truckClass]--;
            return;
        }
        run.states().enter(TruckState.IDLE);
        run.dispatch().available(truck);
    }

    /** Whether what a truck is doing ends at some time: a service, a crossing or a rest. */
    boolean isAnyMoving() {
        return trucks.stream().anyMatch(truck -> run.sim().isPending(truck.handle));
    }

    /** How many classes there are. */
    int classes() {
        return classes.length;
    }

    TruckClass truckClass(int truckClass) {
        return classes[truckClass];
    }

    /** The most that a truck of a class can carry, in milligrams; 0 if it cannot cross. */
    long carrying(int truckClass) {
        return world.carrying[truckClass];
    }

    long grossMass(Truck truck, Direction direction) {
        long tare = world.tare[truck.truckClass];
        return direction == Direction.OUTBOUND ? tare + truck.loadMilligrams : tare;
    }
}
