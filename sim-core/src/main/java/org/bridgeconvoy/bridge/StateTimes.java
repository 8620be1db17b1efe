package org.bridgeconvoy.bridge;

import java.math.BigInteger;
import org.bridgeconvoy.observe.TimeSum;

/**
 * How many trucks are in each state, and the exact truck-time spent in each: the sum of the times at which trucks left
 * it, less the sum of those at which they entered it.
 */
final class StateTimes {

    private final BridgeRun run;
    private final int[] trucks = new int[TruckState.values().length];
    private final TimeSum[] spent = new TimeSum[trucks.length];

    /** The state that trucks have left at this instant and have not replaced yet; for observers. */
    private TruckState left = TruckState.IDLE;

    StateTimes(BridgeRun run) {
        this.run = run;
        for (int i = 0; i < spent.length; i++) {
            spent[i] = new TimeSum();
        }
    }

    void leave(TruckState state) {
        subtract(state);
        left = state;
    }

    void enter(TruckState state) {
        add(state);
        run.observers().stateChanged(left, state, 1);
    }

    void move(TruckState from, TruckState to) {
        subtract(from);
        add(to);
        run.observers().stateChanged(from, to, 1);
    }

    /** Moves a number of trucks, perhaps none. */
    void move(TruckState from, TruckState to, int count) {
        if (count > 0) {
            appear(from, -count);
            appear(to, count);
            run.observers().stateChanged(from, to, count);
        }
    }

    /** Trucks that appear, or vanish if negative, as the world changes. */
    void appear(TruckState state, int count) {
        trucks[state.ordinal()] += count;
        spent[state.ordinal()].add(run.now(), -count);
    }

    private void add(TruckState state) {
        trucks[state.ordinal()]++;
        spent[state.ordinal()].add(-run.now());
    }

    private void subtract(TruckState state) {
        trucks[state.ordinal()]--;
        spent[state.ordinal()].add(run.now());
    }

    int trucks(TruckState state) {
        return trucks[state.ordinal()];
    }

    /** Begins again at {@code now}, with the trucks where they are. */
    void reset(long now) {
        for (int i = 0; i < spent.length; i++) {
            spent[i].reset();
            spent[i].add(now, -trucks[i]);
        }
    }

    /** Truck-nanoseconds in a state since the window began, exact. */
    BigInteger truckNanos(TruckState state, long now) {
        BigInteger open = BigInteger.valueOf(now).multiply(BigInteger.valueOf(trucks(state)));
        return spent[state.ordinal()].nanos().add(open);
    }
}
