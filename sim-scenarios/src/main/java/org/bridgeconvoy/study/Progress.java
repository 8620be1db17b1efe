package org.bridgeconvoy.study;

/** Listener for the progress of a piece of work, phase by phase. Several threads call it. */
@FunctionalInterface
public interface Progress {

    /** A listener that does nothing. */
    Progress NONE = (phase, done, planned) -> {};

    /**
     * A part of the work with a count of its own. Phases follow each other; a phase without work is left out.
     *
     * @param name what is done in it, for people
     * @param number number of the phase, from 1
     * @param of number of phases
     * @param atMost whether the planned replications are a limit that the phase may end long before: those of a budget or of a precision
     */
    record Phase(String name, int number, int of, boolean atMost) {

        /** Checks the range of the number. */
        public Phase {
            if (number < 1 || number > of) {
                throw new IllegalArgumentException("number must be from 1 to " + of + ", got " + number);
            }
        }

        /** A phase whose replications are all planned. */
        public Phase(String name, int number, int of) {
            this(name, number, of, false);
        }

        /** The phase as one whose plan is only a limit. */
        Phase limited() {
            return new Phase(name, number, of, true);
        }
    }

    /**
     * Reports the progress of a phase.
     *
     * @param phase the present phase
     * @param done replications of the phase that have ended; 0 when it begins
     * @param planned replications of the phase; falls if some turn out not to be needed, and never grows within a phase
     */
    void at(Phase phase, long done, long planned);
}
