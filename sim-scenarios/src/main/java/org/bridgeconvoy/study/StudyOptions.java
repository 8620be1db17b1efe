package org.bridgeconvoy.study;

/**
 * How to run a scenario.
 *
 * @param seed of all random numbers
 * @param replications how many, at least 1
 * @param only the number of the one replication to run alone, 0 to run all
 * @param trips for how many replications trips are recorded, from the first on; the one that is run alone always is
 *     unless this is 0
 * @param limits whether to find what limits throughput
 * @param answers whether to measure what answers the scenario's question, which may take runs of variants
 * @param judged whether further replications judge if the intervals are unsure, which takes two to three times as long as the
 *     replications alone; if not, the replications judge themselves as well as they can
 * @param target when to stop; {@link Target#NONE} after {@code replications}
 */
public record StudyOptions(
        long seed,
        int replications,
        int only,
        int trips,
        boolean limits,
        boolean answers,
        boolean judged,
        Target target) {

    /** For how many replications trips are recorded unless something else is asked for. */
    public static final int DEFAULT_TRIPS = 10;

    /** Checks the ranges. */
    public StudyOptions {
        if (replications < 1 || only < 0 || trips < 0) {
            throw new IllegalArgumentException("replications must be >= 1, only and trips >= 0, got " + replications
                    + ", " + only + " and " + trips);
        }
    }

    /** Trips of the first ten replications, the answers, what limits, and judged intervals. */
    public static StudyOptions of(long seed, int replications) {
        return new StudyOptions(seed, replications, 0, DEFAULT_TRIPS, true, true, true, Target.NONE);
    }

    /** A copy without what a comparison does not need: trips, answers, limits and judged intervals. */
    public StudyOptions bare() {
        return new StudyOptions(seed, replications, only, 0, false, false, false, target);
    }

    boolean recordsTrips(int replication) {
        return only > 0 ? trips > 0 : replication <= trips;
    }
}
