package org.bridgeconvoy.bridge.run.context;

import org.jspecify.annotations.Nullable;

/**
 * One phase of the {@link InstantPass}. Parts of the model ask for a phase when they have work in it; the assembly sets that work.
 */
public final class Phase {

    /** The work of a phase. */
    @FunctionalInterface
    public interface Work {

        /**
         * Does the work.
         *
         * @param asked whether a part asked for the phase; false only in a phase that looks in every pass
         */
        void run(boolean asked);
    }

    private final InstantPass pass;
    final int bit;

    /** The work if a part asked for the phase; a separate call, because most phases are seldom asked for. */
    private Runnable work = () -> {};

    /** Work done in every pass instead; null in a phase that runs only if asked for. */
    private @Nullable Work look;

    Phase(InstantPass pass, int bit) {
        this.pass = pass;
        this.bit = bit;
    }

    /** Makes the next pass run this phase. */
    public void ask() {
        pass.ask(bit);
    }

    /** Sets the work of a phase that runs only if asked for. */
    public void does(Runnable named) {
        work = named;
    }

    /** Sets the work of a phase that looks for something to do in every pass. */
    public void looksAlways(Work named) {
        look = named;
    }

    /** Runs in a pass, if it is asked for or looks in every pass. */
    void run(boolean asked) {
        Work always = look;
        if (always != null) {
            always.run(asked);
        } else if (asked) {
            work.run();
        }
    }
}
