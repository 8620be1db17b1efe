package org.bridgeconvoy.study;

import java.util.List;
import java.util.Optional;

/**
 * Result of a sweep: every combination of the varied values, run with common random numbers.
 *
 * @param name the scenario's name
 * @param description the scenario's description
 * @param seed seed of all random numbers
 * @param replications number of replications of each point; with a precision, the number before the first look
 * @param version version of the library
 * @param varied the varied values, in the order of the command
 * @param points every combination; the last varied value changes fastest
 * @param extremes where each metric is least and greatest, for the metrics of the first point for which two points have data
 * @param warnings what a reader should know before trusting the numbers
 */
public record SweepResult(
        String name,
        String description,
        long seed,
        int replications,
        String version,
        List<Vary> varied,
        List<Point> points,
        List<Extremes> extremes,
        List<String> warnings) {

    /** Copies the lists. */
    public SweepResult {
        varied = List.copyOf(varied);
        points = List.copyOf(points);
        extremes = List.copyOf(extremes);
        warnings = List.copyOf(warnings);
    }

    /**
     * One combination.
     *
     * @param values the varied values, in the order of the command
     * @param replications number of replications that were run
     * @param metrics estimate of every metric
     */
    public record Point(List<String> values, int replications, List<MetricResult> metrics) {

        /** Copies the lists. */
        public Point {
            values = List.copyOf(values);
            metrics = List.copyOf(metrics);
        }

        /** A metric by its name in files; empty if this point does not have it. */
        public Optional<MetricResult> findMetric(String name) {
            return metrics.stream().filter(m -> m.name().equals(name)).findFirst();
        }
    }
}
