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
 * @param fromFirst differences of the points from the first, by metric; empty for a single point
 * @param view what of it is shown
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
        List<FromFirst> fromFirst,
        SweepView view,
        List<String> warnings) {

    /** Copies the lists. */
    public SweepResult {
        varied = List.copyOf(varied);
        points = List.copyOf(points);
        extremes = List.copyOf(extremes);
        fromFirst = List.copyOf(fromFirst);
        warnings = List.copyOf(warnings);
    }

    /**
     * One combination.
     *
     * @param values the varied values, in the order of the command
     * @param replications number of replications that were run
     * @param metrics estimate of every metric that is shown
     * @param met whether it meets each bound of the view
     */
    public record Point(List<String> values, int replications, List<MetricResult> metrics, List<Met> met) {

        /** Copies the lists. */
        public Point {
            values = List.copyOf(values);
            metrics = List.copyOf(metrics);
            met = List.copyOf(met);
        }

        /** Whether it meets all bounds together; yes if there are none. */
        public Met meetsAll() {
            return met.stream().reduce(Met.YES, Met::and);
        }

        /** A metric by its name in files; empty if this point does not have it. */
        public Optional<MetricResult> findMetric(String name) {
            return metrics.stream().filter(m -> m.name().equals(name)).findFirst();
        }
    }
}
