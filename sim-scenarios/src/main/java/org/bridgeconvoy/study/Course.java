package org.bridgeconvoy.study;

import java.util.List;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.result.ReplicationResult;

/**
 * Tonnes not yet delivered at the end of each day in a scenario and in a variant with which an answer compares it, with the same random
 * numbers.
 *
 * @param against the variant
 * @param here tonnes in the scenario, by replication and day
 * @param there tonnes in the variant, by replication and day
 */
public record Course(String against, double[][] here, double[][] there) {

    private static final double TONNE = 1e9;

    /** The course of replications of a scenario and of a variant. */
    static Course of(List<ReplicationResult> here, String against, List<ReplicationResult> there) {
        return new Course(against, undelivered(here), undelivered(there));
    }

    private static double[][] undelivered(List<ReplicationResult> replications) {
        return replications.stream()
                .map(ReplicationResult::daily)
                .map(Course::undelivered)
                .toArray(double[][]::new);
    }

    /** Consigned less delivered so far, at the end of each day. */
    static double[] undelivered(DailyTable daily) {
        double[] tonnes = new double[daily.days()];
        long milligrams = 0;
        for (int day = 0; day < tonnes.length; day++) {
            milligrams += daily.consigned(day) - daily.delivered(day);
            tonnes[day] = milligrams / TONNE;
        }
        return tonnes;
    }
}
