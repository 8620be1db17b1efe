package org.bridgeconvoy.bridge.run.context;

import org.jspecify.annotations.Nullable;

/**
 * One phase of the {@link InstantPass}. The parts of the model ask for it when they have something to do in it; the assembly names the
 * work.
 */
public final class Phase {

    /** What a phase does. */
    @FunctionalInterface
    public interface Work {

        /**
         * Does it.
         *
         * @param asked whether somebody asked for the phase; false only in a phase that looks in every pass
         */
        void run(boolean asked);
    }

    private final InstantPass pass;
    final int bit;

    /** What is done if somebody asked; a call of its own, because most phases are seldom asked for. */
    private Runnable work = () -> {};

    /** In place of that, what is done in every pass; null in a phase that runs only if asked for. */
    private @Nullable Work look;

    Phase(InstantPass pass, int bit) {
        this.pass = pass;
        this.bit = bit;
    }

    /** The next pass must run this phase. */
    public void ask() {
        pass.ask(bit);
    }

    /** Names the work of a phase that runs only if something asked for it. */
    public void does(Runnable named) {
        work = named;
    }

    /** Names the work of a phase that looks in every pass whether there is something to do. */
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
