package org.bridgeconvoy.bridge.run.trip;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.run.context.Draws;
import org.bridgeconvoy.bridge.run.context.Phase;
import org.bridgeconvoy.bridge.run.context.RunContext;
import org.bridgeconvoy.bridge.run.context.Step;
import org.bridgeconvoy.bridge.run.context.Truck;
import org.bridgeconvoy.bridge.run.plan.WorldPlan;
import org.bridgeconvoy.bridge.run.record.Recorder;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.result.TruckState;

/**
 * The far bank, where unloaded trucks wait for a return load, at most for {@code fleet.wait-for-load}; then they go back empty. A truck
 * still takes a load that waits or appears at its last instant. Trucks of a class that may carry no return cargo go back at once.
 */
public final class FarBank extends Step {

    private static final Comparator<Truck> BY_NUMBER = Comparator.comparingInt(truck -> truck.number);

    private final RunContext context;
    private final Phase matching;
    private final Dispatch dispatch;
    private final Draws waits;
    private final Step loaded;
    private final Step empty;

    /** Classes of trucks that may carry some return load. */
    private final BitSet carriers = new BitSet();

    /** Trucks without a load whose wait ends at this instant. */
    private final List<Truck> over = new ArrayList<>();

    /**
     * The far bank of a run; its phase is matching.
     *
     * @param times draws of waits for a load; each truck that may carry one draws once it has been unloaded
     * @param loaded the step of trucks that have taken a load
     * @param empty the step of trucks that go back without a load
     */
    public FarBank(
            RunContext context,
            Phase matching,
            Recorder recorder,
            List<WorldPlan> worlds,
            RandomStream times,
            Step loaded,
            Step empty) {
        this.context = context;
        this.matching = matching;
        this.loaded = loaded;
        this.empty = empty;
        waits = new Draws(context.fastPaths().drawsAhead(), times);
        dispatch = new Dispatch(context, matching, recorder, worlds, Direction.RETURN);
        dispatch.leadTo(this::begin);
        nameCarriers(worlds.get(0));
    }

    private void nameCarriers(WorldPlan world) {
        carriers.clear();
        world.mayCarry(Direction.RETURN).forEach(carriers::or);
    }

    /** The waiting return loads, and the trucks idle here. */
    public Dispatch dispatch() {
        return dispatch;
    }

    /** Takes on which trucks may carry what; trucks that may no longer carry anything go back now. */
    public void apply(WorldPlan world) {
        dispatch.apply(world);
        nameCarriers(world);
        for (Truck truck : dispatch.idle()) {
            if (!carriers.get(truck.truckClass)) {
                context.sim().cancel(truck.handle);
                waitIsOver(truck);
            }
        }
    }

    @Override
    public void arrive(Truck truck) {
        if (!carriers.get(truck.truckClass)) {
            goBack(truck);
            return;
        }
        context.states().enter(TruckState.WAIT_FOR_LOAD);
        dispatch.add(truck);
        long wait =
                Nanos.delayOfSeconds(waits.next(context.world().plan().config().waitForLoadSeconds()));
        if (wait == 0) {
            waitIsOver(truck);
        } else {
            truck.dueNanos = Nanos.after(context.now(), wait);
            context.scheduleEnd(truck, this, wait);
        }
    }

    @Override
    public void ended(Truck truck) {
        waitIsOver(truck);
    }

    private void waitIsOver(Truck truck) {
        truck.dueNanos = context.now();
        over.add(truck);
        matching.ask();
    }

    /** A truck has been given a return load. */
    private void begin(Truck truck) {
        if (truck.dueNanos == context.now()) {
            over.remove(truck);
        }
        context.sim().cancel(truck.handle);
        truck.isReturnLoad = true;
        context.states().leave(TruckState.WAIT_FOR_LOAD);
        context.returnBegins(truck);
        loaded.arrive(truck);
    }

    /** Phase 4: matches; then trucks whose wait is over go back empty, by number. */
    public void matchAndGoBack() {
        dispatch.match();
        if (over.isEmpty()) {
            return;
        }
        over.sort(BY_NUMBER);
        for (Truck truck : over) {
            dispatch.remove(truck);
            context.states().leave(TruckState.WAIT_FOR_LOAD);
            goBack(truck);
        }
        over.clear();
    }

    private void goBack(Truck truck) {
        context.observers().wentBackEmpty(truck);
        empty.arrive(truck);
    }
}
