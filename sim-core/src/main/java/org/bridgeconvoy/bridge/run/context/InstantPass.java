package org.bridgeconvoy.bridge.run.context;

import java.util.Arrays;
import org.bridgeconvoy.engine.Simulation;

/**
 * The pass over the phases of an instant, after the instant's events, in the order in which the assembly appended the phases. A pass
 * happens only if a part asked for one of its phases, and runs only those phases.
 */
public final class InstantPass {

    private final Simulation sim;
    private final PartEvent end = new PartEvent(this, "the end of an instant", this::atEnd);
    private Phase[] phases = {};

    /** The bits of the phases that parts asked for. */
    private int asked;

    /** Whether the pass waits for the end of the instant. */
    private boolean pending;

    /** A pass without phases over the instants of a simulation. */
    public InstantPass(Simulation sim) {
        this.sim = sim;
    }

    /** Adds a phase behind all others. */
    public Phase append() {
        Phase phase = new Phase(this, 1 << phases.length);
        phases = Arrays.copyOf(phases, phases.length + 1);
        phases[phases.length - 1] = phase;
        return phase;
    }

    void ask(int bit) {
        asked |= bit;
    }

    /** Must end each event of the model: a pending pass runs now if no other event is left at this instant, otherwise as its last. */
    public void settle() {
        while (asked != 0 && !pending) {
            if (sim.nextTime() > sim.now()) {
                pass();
            } else {
                settleLast();
            }
        }
    }

    /** Must end a step of an event outside the model: a pending pass runs at the end of the instant. */
    public void settleLast() {
        if (asked != 0 && !pending) {
            pending = true;
            sim.atEndOfInstant(end);
        }
    }

    private void atEnd() {
        pending = false;
        pass();
    }

    private void pass() {
        for (Phase phase : phases) {
            boolean wasAsked = (asked & phase.bit) != 0;
            asked &= ~phase.bit;
            phase.run(wasAsked);
        }
    }
}
