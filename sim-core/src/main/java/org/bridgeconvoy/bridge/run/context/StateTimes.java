package org.bridgeconvoy.bridge.run.context;

import java.math.BigInteger;
import java.util.Arrays;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.result.TruckState;

/**
 * Number of trucks in each state, and the exact truck-time spent in each: the sum of the times at which trucks left the state, less the sum
 * of the times at which they entered it.
 */
public final class StateTimes {

    /*
     * The sums exceed 64 bits (5,000 trucks over ten years are 1.6e21 ns), so the upper and the lower 32 bits of the times are summed
     * separately, without a carry. Each sum has room for at least 2^31 visits to a state.
     */
    private static final long LOWER = 0xffffffffL;

    private static final int CELLS = 4;
    private static final int UPPER_SUM = 1;
    private static final int LOWER_SUM = 2;

    private final Simulation sim;
    private final Observers observers;
    private final boolean isHeard;

    /** For each state, {@link #CELLS} values: the number of trucks, and the sums of the upper and lower bits. */
    private final long[] cells = new long[CELLS * TruckState.values().length];

    /** The state that a truck has just left while its next state is not yet known; for observers. */
    private TruckState left = TruckState.IDLE;

    /** No trucks. */
    public StateTimes(Simulation sim, Observers observers) {
        this.sim = sim;
        this.observers = observers;
        isHeard = !observers.isEmpty();
    }

    /** A truck leaves a state now; {@link #enter} follows at this instant. */
    public void leave(TruckState state) {
        subtract(state);
        if (isHeard) {
            left = state;
        }
    }

    /** A truck enters a state now. */
    public void enter(TruckState state) {
        add(state);
        if (isHeard) {
            observers.stateChanged(left, state, 1);
        }
    }

    /** A truck goes from one state to another now. */
    public void move(TruckState from, TruckState to) {
        subtract(from);
        add(to);
        if (isHeard) {
            observers.stateChanged(from, to, 1);
        }
    }

    /** Moves {@code count} trucks (0 is allowed) at a time that may be past. */
    public void move(long time, TruckState from, TruckState to, int count) {
        if (count > 0) {
            appear(time, from, -count);
            appear(time, to, count);
            observers.stateChanged(from, to, count);
        }
    }

    /** Adds trucks, or removes them if {@code count} is negative, as the world changes. */
    public void appear(TruckState state, int count) {
        appear(sim.now(), state, count);
    }

    private void appear(long time, TruckState state, int count) {
        int i = CELLS * state.ordinal();
        cells[i] += count;
        cells[i + UPPER_SUM] -= count * (time >> 32);
        cells[i + LOWER_SUM] -= count * (time & LOWER);
    }

    private void add(TruckState state) {
        long now = sim.now();
        long[] all = cells;
        int i = CELLS * state.ordinal();
        all[i]++;
        all[i + UPPER_SUM] -= now >> 32;
        all[i + LOWER_SUM] -= now & LOWER;
    }

    private void subtract(TruckState state) {
        long now = sim.now();
        long[] all = cells;
        int i = CELLS * state.ordinal();
        all[i]--;
        all[i + UPPER_SUM] += now >> 32;
        all[i + LOWER_SUM] += now & LOWER;
    }

    /** How many trucks are in a state now. */
    public int trucks(TruckState state) {
        return Math.toIntExact(cells[CELLS * state.ordinal()]);
    }

    /** Starts counting again from now, with the trucks in their present states. */
    public void reset() {
        for (TruckState state : TruckState.values()) {
            int there = trucks(state);
            Arrays.fill(cells, CELLS * state.ordinal(), CELLS * state.ordinal() + CELLS, 0);
            appear(state, there);
        }
    }

    /** Truck-nanoseconds in a state since the window began, exact. */
    public BigInteger truckNanos(TruckState state, long now) {
        int i = CELLS * state.ordinal();
        BigInteger upper = BigInteger.valueOf(cells[i + UPPER_SUM]).shiftLeft(32);
        BigInteger present = BigInteger.valueOf(now).multiply(BigInteger.valueOf(cells[i]));
        return upper.add(BigInteger.valueOf(cells[i + LOWER_SUM])).add(present);
    }
}
