package org.bridgeconvoy.report.chart;

import java.time.LocalDate;
import org.bridgeconvoy.study.Answered;
import org.bridgeconvoy.study.Course;
import org.bridgeconvoy.study.StudyResult;
import org.jspecify.annotations.Nullable;

/**
 * Tonnes not yet delivered at the end of each day in a scenario and in a variant: median and 5th and 95th percentile of the replications.
 *
 * @param against the variant
 * @param here rows of the scenario: 5th percentile, median, 95th percentile, by day
 * @param there rows of the variant
 * @param madeUpDay mean day, from 0, by whose end the scenario has caught up with the variant; NaN if it did in no replication
 */
public record CourseData(String against, double[][] here, double[][] there, double madeUpDay) {

    private static final double[] LEVELS = {0.05, 0.5, 0.95};

    /** The course of the first answer that has one; null if none has. */
    static @Nullable CourseData of(StudyResult result) {
        for (Answered answer : result.answers()) {
            Course course = answer.course();
            if (course != null) {
                LocalDate since = answer.since();
                double from = since == null
                        ? Double.NaN
                        : since.toEpochDay() - result.start().toEpochDay();
                return new CourseData(
                        course.against(),
                        percentiles(course.here()),
                        percentiles(course.there()),
                        from + answer.value().value());
            }
        }
        return null;
    }

    /** Percentiles over the replications, by level and day. */
    static double[][] percentiles(double[][] byReplication) {
        int days = byReplication[0].length;
        double[][] rows = new double[LEVELS.length][days];
        for (int day = 0; day < days; day++) {
            double[] values = new double[byReplication.length];
            for (int r = 0; r < values.length; r++) {
                values[r] = byReplication[r][day];
            }
            double[] sorted = Stats.sorted(values);
            for (int level = 0; level < LEVELS.length; level++) {
                rows[level][day] = Stats.quantile(sorted, LEVELS[level]);
            }
        }
        return rows;
    }

    /** The greatest median of the scenario. */
    double most() {
        double most = 0;
        for (double tonnes : here[1]) {
            most = Math.max(most, tonnes);
        }
        return most;
    }
}
