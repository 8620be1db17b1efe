package org.bridgeconvoy.bridge.run.context;

import java.util.List;
import org.bridgeconvoy.bridge.BridgeObserver;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.run.plan.WorldPlan;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.result.TrafficTable;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.jspecify.annotations.Nullable;

/**
 * What every part of one run stands on: the simulation, the pass over an instant, the observers, the trip table, the truck states, and
 * the world in force. It knows no part of the model.
 */
public final class RunContext {

    private final Simulation sim = new Simulation();
    private final InstantPass pass = new InstantPass(sim);
    private final Observers observers;
    private final TripTable.@Nullable Builder trips;
    private final TrafficTable.@Nullable Builder vehicles;
    private final StateTimes states;
    private final PresentWorld world;
    private final FastPaths fastPaths;
    private final long horizon;

    /** Whether trips are recorded or observed. */
    private final boolean isTold;

    /** The last time at which an activity began that never ends; 0 if there was none. */
    private long endlessSince;

    /** The context of a run at its start; {@code trips} and {@code vehicles} are null if none are recorded. */
    public RunContext(
            WorldPlan world,
            List<BridgeObserver> observers,
            TripTable.@Nullable Builder trips,
            TrafficTable.@Nullable Builder vehicles,
            FastPaths fastPaths) {
        this.world = new PresentWorld(world);
        this.observers = new Observers(observers, sim);
        this.trips = trips;
        this.vehicles = vehicles;
        this.fastPaths = fastPaths;
        states = new StateTimes(sim, this.observers);
        horizon = world.config().horizonNanos();
        isTold = trips != null || !observers.isEmpty();
    }

    /** The engine of this run. */
    public Simulation sim() {
        return sim;
    }

    /** The present time in nanoseconds since the start. */
    public long now() {
        return sim.now();
    }

    /** End of the run in nanoseconds, exclusive. */
    public long horizon() {
        return horizon;
    }

    /** The pass over the phases of an instant. */
    public InstantPass pass() {
        return pass;
    }

    /** Those who listen to this run. */
    public Observers observers() {
        return observers;
    }

    /** The trip table under construction; null if no trips are recorded. */
    public TripTable.@Nullable Builder trips() {
        return trips;
    }

    /** The table of vehicles under construction; null if none are recorded. */
    public TrafficTable.@Nullable Builder vehicles() {
        return vehicles;
    }

    /** How many trucks are in each state. */
    public StateTimes states() {
        return states;
    }

    /** The world in force. */
    public PresentWorld world() {
        return world;
    }

    /** The short cuts that this run may take. */
    public FastPaths fastPaths() {
        return fastPaths;
    }

    /** The last time at which an activity began that never ends; 0 if there was none. */
    public long endlessSince() {
        return endlessSince;
    }

    /** An activity that never ends begins at a time, which may be past. */
    public void endless(long since) {
        endlessSince = Math.max(endlessSince, since);
    }

    /** Schedules the end of a truck's activity in a step, after a delay. An end beyond the clock's range never comes. */
    public void scheduleEnd(Truck truck, Step step, long delay) {
        scheduleEndAt(truck, step, Nanos.after(sim.now(), delay));
    }

    /** Schedules the end of a truck's activity in a step; at {@link Long#MAX_VALUE} the end never comes. */
    public void scheduleEndAt(Truck truck, Step step, long time) {
        truck.step = step;
        scheduleEndAt(truck, time);
    }

    /** Schedules the end of a truck's or vehicle's activity; at {@link Long#MAX_VALUE} the end never comes. */
    public void scheduleEndAt(RoadUser user, long time) {
        if (time == Long.MAX_VALUE) {
            user.handle = 0;
            endless(sim.now());
        } else {
            user.handle = sim.scheduleAt(time, user.endPriority(), user);
        }
    }

    /** Must end each event of the model ({@link InstantPass#settle}). */
    public void settle() {
        pass.settle();
    }

    /** A trip begins: adds its row to the trip table, with the time when its consignment appeared. */
    public void tripBegins(Truck truck) {
        if (trips != null) {
            trips.add(truck.number, truck.cargo, truck.loadMilligrams);
            trips.reached(truck.row(), TripTime.CONSIGNED, truck.consignedAt);
        }
        observers.reached(TripTime.CONSIGNED, truck);
        reached(truck, TripTime.ASSIGNED);
    }

    /** A truck on a trip takes a return load: from now on the truck's cargo is the return cargo. */
    public void returnBegins(Truck truck) {
        if (trips != null) {
            trips.returnLoad(truck.row(), truck.cargo, truck.loadMilligrams);
            trips.reached(truck.row(), TripTime.RETURN_CONSIGNED, truck.consignedAt);
        }
        observers.reached(TripTime.RETURN_CONSIGNED, truck);
        reached(truck, TripTime.RETURN_ASSIGNED);
    }

    /** A truck reaches an instant of its trip now. */
    public void reached(Truck truck, TripTime time) {
        if (isTold) {
            tell(truck, time, sim.now());
        }
    }

    /** A truck has reached an instant of its trip at {@code at}, which may be past in a run without observers. */
    public void reached(Truck truck, TripTime time, long at) {
        if (isTold) {
            tell(truck, time, at);
        }
    }

    private void tell(Truck truck, TripTime time, long at) {
        if (trips != null) {
            trips.reached(truck.row(), time, at);
        }
        observers.reached(time, truck);
    }

    /** A truck stops on the lane now, after {@code share} of the bridge. */
    public void brokeDown(Truck truck, Direction direction, Breakdown breakdown, double share) {
        if (trips != null) {
            trips.brokeDown(new TripTable.Breakdown(
                    truck.row(), direction == Direction.OUTBOUND, sim.now(), breakdown.endNanos, share));
        }
        observers.stopped(truck, direction, breakdown.metres);
    }
}
