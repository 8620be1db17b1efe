package org.bridgeconvoy.bridge.run.trip;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.run.context.RunContext;
import org.bridgeconvoy.bridge.run.context.Step;
import org.bridgeconvoy.bridge.run.context.Truck;
import org.bridgeconvoy.bridge.run.record.Recorder;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.result.TruckState;

/** The trucks of one run, and how many come and go as the world changes. */
public final class Fleet {

    private final RunContext context;
    private final Recorder recorder;
    private final Dispatch dispatch;

    /** How many trucks of each class should be in service. */
    private final int[] size;

    private final List<Truck> trucks = new ArrayList<>();

    /** For each class the trucks to take out of service once they return. */
    private final int[] surplus;

    /** A fleet without trucks; new trucks go to a dispatch. */
    public Fleet(RunContext context, Recorder recorder, Dispatch dispatch) {
        this.context = context;
        this.recorder = recorder;
        this.dispatch = dispatch;
        surplus = new int[context.world().classes()];
        size = new int[surplus.length];
    }

    /** Adds the trucks of the world at the start; their trips end in a rest. */
    public void begin(Step rest) {
        for (int c = 0; c < size.length; c++) {
            size[c] = context.world().truckClass(c).trucks();
            add(c, size[c], rest);
        }
    }

    private void add(int truckClass, int count, Step rest) {
        context.states().appear(TruckState.IDLE, count);
        for (int i = 0; i < count; i++) {
            Truck truck = new Truck(context, trucks.size() + 1, truckClass, rest);
            trucks.add(truck);
            dispatch.add(truck);
        }
    }

    /** Takes on the present world: adds new trucks, and takes surplus trucks out of service as soon as they are idle. */
    public void apply(Step rest) {
        for (int c = 0; c < size.length; c++) {
            int before = size[c];
            size[c] = context.world().truckClass(c).trucks();
            change(c, size[c] - before, rest);
        }
    }

    private void change(int truckClass, int more, Step rest) {
        int kept = Math.min(Math.max(more, 0), surplus[truckClass]);
        surplus[truckClass] -= kept;
        add(truckClass, Math.max(more - kept, 0), rest);
        for (int i = more; i < 0; i++) {
            if (dispatch.retire(truckClass)) {
                context.states().appear(TruckState.IDLE, -1);
            } else {
                surplus[truckClass]++;
            }
        }
    }

    /** A trip has ended: the truck can take the next, unless its class has too many trucks. */
    public void available(Truck truck) {
        recorder.available(truck.assignedAt, context.now());
        context.reached(truck, TripTime.AVAILABLE);
        if (surplus[truck.truckClass] > 0) {
            surplus[truck.truckClass]--;
            return;
        }
        context.states().enter(TruckState.IDLE);
        dispatch.available(truck);
    }

    /** Whether any truck's present activity (a service, a crossing or a rest) ends at some time. */
    public boolean isAnyMoving() {
        return trucks.stream().anyMatch(truck -> context.sim().isPending(truck.handle));
    }
}
