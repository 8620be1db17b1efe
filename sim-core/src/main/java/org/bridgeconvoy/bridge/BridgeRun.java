package org.bridgeconvoy.bridge;

import java.math.BigInteger;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.LaneState;
import org.bridgeconvoy.bridge.run.AssembledRun;
import org.bridgeconvoy.engine.EventFailure;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TruckState;
import org.jspecify.annotations.Nullable;

/**
 * One replication of the bridge model in progress: run it to its end, or step by step and look ({@link RunView}). One run, one thread;
 * many runs may go on side by side.
 */
public final class BridgeRun implements RunView {

    private final BridgeModel model;
    private final Streams streams;
    private final Simulation sim;
    private final AssembledRun run;
    private final @Nullable ProbeRecorder probes;
    private @Nullable ReplicationResult result;

    BridgeRun(BridgeModel model, Streams streams, AssembledRun run, @Nullable ProbeRecorder probes) {
        this.model = model;
        this.streams = streams;
        this.run = run;
        this.probes = probes;
        sim = run.sim();
        run.begin(this);
    }

    @Override
    public long now() {
        return sim.now();
    }

    /**
     * The engine under it, to schedule events of one's own; events at one instant come before the model's pass.
     *
     * @return the engine of this run only
     */
    public Simulation sim() {
        return sim;
    }

    @Override
    public long horizon() {
        return run.horizon();
    }

    /**
     * Whether nothing is left before the horizon.
     *
     * @return true if {@link #step} would do nothing
     */
    public boolean isFinished() {
        return sim.nextTime() >= horizon();
    }

    /**
     * Fires one event, if one is left before the horizon.
     *
     * @return whether an event fired
     */
    public boolean step() {
        return !isFinished() && sim.step();
    }

    /**
     * Runs everything before an instant, which must not lie beyond the horizon.
     *
     * @param timeNanos the end, exclusive; not before {@link #now()}
     * @throws IllegalStateException if the run was stopped before that ({@link Simulation#stop}) or one of its events threw
     */
    public void runUntil(long timeNanos) {
        if (timeNanos > horizon()) {
            throw new IllegalArgumentException("the run ends at " + horizon() + " ns, got " + timeNanos + " ns");
        }
        runBefore(timeNanos);
    }

    private void runBefore(long timeNanos) {
        requireWhole();
        sim.runBefore(timeNanos);
        requireWhole();
    }

    /** A run that was stopped or failed has no result, nor a state that anybody asked for. */
    private void requireWhole() {
        EventFailure failure = sim.failure();
        if (failure != null) {
            throw new IllegalStateException(
                    "the run failed at " + EventFailure.at(failure.timeNanos())
                            + " and has no result, as what follows may be wrong; start another run",
                    failure);
        }
        if (sim.isStopped()) {
            throw new IllegalStateException("the run was stopped at " + EventFailure.at(now()) + ", before its end at "
                    + EventFailure.at(horizon())
                    + ", and has no result; to pause a run use runUntil or step instead of stop,"
                    + " to go on with a stopped one call step first");
        }
    }

    /** Mass of all cargoes that is consigned and not yet assigned. */
    long backlogMilligrams() {
        return run.backlogMilligrams();
    }

    /**
     * Runs to the horizon and gives the result; calling it again gives the same result.
     *
     * @return the result of the whole run
     * @throws IllegalStateException if the run was stopped before the horizon ({@link Simulation#stop}), one of its events threw, or
     *     the engine was driven beyond the horizon
     */
    public ReplicationResult finish() {
        ReplicationResult done = result;
        if (done == null) {
            if (now() > horizon()) {
                throw new IllegalStateException("the engine was driven to " + EventFailure.at(now())
                        + ", beyond the end of the run at " + EventFailure.at(horizon()) + "; use runUntil and finish");
            }
            runBefore(horizon());
            double[] probed = probes == null ? new double[0] : probes.values(horizon());
            done = run.result(model.bridgeMetrics(), model.keepsObservations(), streams, probed);
            result = done;
        }
        return done;
    }

    @Override
    public LaneState laneState() {
        return run.laneState();
    }

    @Override
    public int trucks(TruckState state) {
        return run.trucks(state);
    }

    @Override
    public BigInteger truckNanos(TruckState state) {
        return run.truckNanos(state);
    }

    @Override
    public int queueLength(Stage stage) {
        return run.queueLength(stage);
    }

    @Override
    public int vehiclesWaiting(Direction direction) {
        return run.vehiclesWaiting(direction);
    }

    @Override
    public String toString() {
        return "bridge " + sim;
    }
}
