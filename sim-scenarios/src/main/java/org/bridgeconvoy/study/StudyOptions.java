package org.bridgeconvoy.study;

/**
 * How to run a scenario.
 *
 * @param seed seed of all random numbers
 * @param replications number of replications, at least 1
 * @param only number of the one replication to run alone; 0 to run all
 * @param trips number of replications whose trips are recorded, from the first on; a replication that runs alone records them unless this
 *     is 0
 * @param limits whether to find what limits throughput
 * @param answers whether to measure the answers to the scenario's question, which may take runs of variants
 * @param judged whether further replications judge if the intervals are unsure, which takes two to three times as long as the replications
 *     alone; if false, the replications judge themselves as well as they can
 * @param controls whether control variates narrow the intervals of means
 * @param target when to stop; {@link Target#NONE} to stop after {@code replications}
 */
public record StudyOptions(
        long seed,
        int replications,
        int only,
        int trips,
        boolean limits,
        boolean answers,
        boolean judged,
        boolean controls,
        Target target) {

    /** Number of replications whose trips are recorded by default. */
    public static final int DEFAULT_TRIPS = 10;

    /** Checks the ranges. */
    public StudyOptions {
        if (replications < 1 || only < 0 || trips < 0) {
            throw new IllegalArgumentException("replications must be >= 1, only and trips >= 0, got " + replications
                    + ", " + only + " and " + trips);
        }
    }

    /** Options without control variates. */
    public StudyOptions(
            long seed,
            int replications,
            int only,
            int trips,
            boolean limits,
            boolean answers,
            boolean judged,
            Target target) {
        this(seed, replications, only, trips, limits, answers, judged, false, target);
    }

    /** Options for a full study: trips of the first {@link #DEFAULT_TRIPS} replications, answers, what limits, judged intervals. */
    public static StudyOptions of(long seed, int replications) {
        return new StudyOptions(seed, replications, 0, DEFAULT_TRIPS, true, true, true, Target.NONE);
    }

    /** A copy for a comparison, which needs no trips, answers, limits or judged intervals. */
    public StudyOptions bare() {
        return new StudyOptions(seed, replications, only, 0, false, false, false, target);
    }

    /** Whether a replication records its trips. */
    boolean recordsTrips(int replication) {
        return only > 0 ? trips > 0 : replication <= trips;
    }
}
