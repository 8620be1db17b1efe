package org.bridgeconvoy.study;

/** Hears how far a piece of work is, phase by phase. Called from several threads. */
@FunctionalInterface
public interface Progress {

    /** Hears nothing. */
    Progress NONE = (phase, done, planned) -> {};

    /**
     * A part of the work with a count of its own. Phases come one after the other; one that has nothing to do is left out.
     *
     * @param name what is done in it, for people
     * @param number of the phase, from 1; the batches of a phase that runs until something is precise share a number
     * @param of how many phases there are
     */
    record Phase(String name, int number, int of) {

        /** Checks the number. */
        public Phase {
            if (number < 1 || number > of) {
                throw new IllegalArgumentException("number must be from 1 to " + of + ", got " + number);
            }
        }

        /** The phase under a longer name. */
        Phase named(String longer) {
            return new Phase(longer, number, of);
        }
    }

    /**
     * Some of a phase is done.
     *
     * @param done replications of the phase that have ended; 0 as it begins
     * @param planned replications of the phase; falls where some turn out not to be needed, and never grows within a phase
     */
    void at(Phase phase, long done, long planned);
}
