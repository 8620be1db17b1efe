package org.bridgeconvoy.bridge;

import java.math.BigInteger;
import java.util.Arrays;
import org.bridgeconvoy.engine.Simulation;

/**
 * How many trucks are in each state, and the exact truck-time spent in each: the sum of the times at which trucks left
 * it, less the sum of those at which they entered it.
 */
final class StateTimes {

    /*
     * The sums pass 64 bits (5,000 trucks over ten years are 1.6e21 ns), so the upper and the lower 32 bits of the times are
     * summed apart, without a carry. Each sum stands for 2^31 visits to a state at least.
     */
    private static final long LOWER = 0xffffffffL;

    private final Simulation sim;
    private final Observers observers;
    private final int[] trucks = new int[TruckState.values().length];
    private final long[] upper = new long[trucks.length];
    private final long[] lower = new long[trucks.length];

    /** The state that trucks have left at this instant and have not replaced yet; for observers. */
    private TruckState left = TruckState.IDLE;

    StateTimes(BridgeRun run) {
        sim = run.sim();
        observers = run.observers();
    }

    void leave(TruckState state) {
        subtract(state.ordinal());
        left = state;
    }

    void enter(TruckState state) {
        add(state.ordinal());
        observers.stateChanged(left, state, 1);
    }

    void move(TruckState from, TruckState to) {
        subtract(from.ordinal());
        add(to.ordinal());
        observers.stateChanged(from, to, 1);
    }

    /** Moves a number of trucks, perhaps none, at a time that may be past. */
    void move(long time, TruckState from, TruckState to, int count) {
        if (count > 0) {
            appear(time, from, -count);
            appear(time, to, count);
            observers.stateChanged(from, to, count);
        }
    }

    /** Trucks that appear, or vanish if negative, as the world changes. */
    void appear(TruckState state, int count) {
        appear(sim.now(), state, count);
    }

    private void appear(long time, TruckState state, int count) {
        int i = state.ordinal();
        trucks[i] += count;
        upper[i] -= count * (time >> 32);
        lower[i] -= count * (time & LOWER);
    }

    private void add(int i) {
        long now = sim.now();
        trucks[i]++;
        upper[i] -= now >> 32;
        lower[i] -= now & LOWER;
    }

    private void subtract(int i) {
        long now = sim.now();
        trucks[i]--;
        upper[i] += now >> 32;
        lower[i] += now & LOWER;
    }

    int trucks(TruckState state) {
        return trucks[state.ordinal()];
    }

    /** Begins again now, with the trucks where they are. */
    void reset() {
        Arrays.fill(upper, 0);
        Arrays.fill(lower, 0);
        for (TruckState state : TruckState.values()) {
            int there = trucks(state);
            trucks[state.ordinal()] = 0;
            appear(state, there);
        }
    }

    /** Truck-nanoseconds in a state since the window began, exact. */
    BigInteger truckNanos(TruckState state, long now) {
        int i = state.ordinal();
        BigInteger left = BigInteger.valueOf(upper[i]).shiftLeft(32).add(BigInteger.valueOf(lower[i]));
        return left.add(BigInteger.valueOf(now).multiply(BigInteger.valueOf(trucks[i])));
    }
}
