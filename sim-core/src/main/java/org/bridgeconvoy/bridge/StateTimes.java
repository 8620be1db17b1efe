package org.bridgeconvoy.bridge;

import java.math.BigInteger;
import org.bridgeconvoy.observe.TimeWeighted;

/** How many trucks are in each state, and the exact truck-time spent in each. */
final class StateTimes {

    private final BridgeRun run;
    private final TimeWeighted[] states;

    StateTimes(BridgeRun run) {
        this.run = run;
        states = new TimeWeighted[TruckState.values().length];
        for (int i = 0; i < states.length; i++) {
            states[i] = new TimeWeighted();
        }
    }

    /** The state that trucks have left at this instant and have not replaced yet; for observers. */
    private TruckState left = TruckState.IDLE;

    void leave(TruckState state) {
        states[state.ordinal()].add(-1, run.now());
        left = state;
    }

    void enter(TruckState state) {
        states[state.ordinal()].add(1, run.now());
        run.observeState(left, state, 1);
    }

    /** Trucks that appear or vanish, as the world changes. */
    void appear(TruckState state, int trucks) {
        states[state.ordinal()].add(trucks, run.now());
    }

    void move(TruckState from, TruckState to) {
        move(from, to, 1);
    }

    void move(TruckState from, TruckState to, int trucks) {
        if (trucks > 0) {
            states[from.ordinal()].add(-trucks, run.now());
            states[to.ordinal()].add(trucks, run.now());
            run.observeState(from, to, trucks);
        }
    }

    int trucks(TruckState state) {
        return states[state.ordinal()].value();
    }

    void reset(long now) {
        for (TimeWeighted state : states) {
            state.reset(now);
        }
    }

    /** Truck-nanoseconds in a state since the window began, exact. */
    BigInteger truckNanos(TruckState state, long now) {
        return states[state.ordinal()].area(now);
    }
}
