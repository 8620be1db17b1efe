package org.bridgeconvoy.bridge.run.context;

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
    private Work work = asked -> {};
    private boolean looksAlways;

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
        work = asked -> named.run();
    }

    /** Names the work of a phase that looks in every pass whether there is something to do. */
    public void looksAlways(Work named) {
        work = named;
        looksAlways = true;
    }

    boolean isDue(int asked) {
        return looksAlways || (asked & bit) != 0;
    }

    void run(boolean asked) {
        work.run(asked);
    }
}
