package org.bridgeconvoy.flow;

/**
 * What a seize says about the interruption of the work with its units.
 *
 * @param work what becomes of the delay under way
 * @param way number of steps from the seize to the steps of who gives the work up; 0 if the work is not given up
 */
record Interruption(Interrupted work, int way) {
    /** That of a seize that says nothing. */
    static final Interruption RESUMES = new Interruption(Interrupted.RESUME, 0);

    boolean discards() {
        return way > 0;
    }
}
