package org.bridgeconvoy.result;

import java.util.List;
import java.util.StringJoiner;

/** The values of metrics in one replication; NaN means that there was nothing to observe. */
public final class MetricValues {

    private final List<Metric> metrics;
    private final double[] values;

    /**
     * Values in the order of their metrics.
     *
     * @param metrics the same list for all replications of a scenario
     * @param values one for each; copied
     */
    public MetricValues(List<Metric> metrics, double[] values) {
        if (metrics.size() != values.length) {
            throw new IllegalArgumentException(metrics.size() + " metrics but " + values.length + " values");
        }
        this.metrics = metrics;
        this.values = values.clone();
    }

    /**
     * The metrics in the order of the files.
     *
     * @return the same list for all replications of a scenario
     */
    public List<Metric> metrics() {
        return metrics;
    }

    /**
     * The value of metric {@code i}; NaN for no data.
     *
     * @param i from 0, the place in {@link #metrics()}
     * @return the value
     */
    public double value(int i) {
        return values[i];
    }

    /**
     * The value of a metric; NaN for no data.
     *
     * @param metric of the scenario
     * @return the value
     * @throws IllegalArgumentException if the scenario does not have it
     */
    public double value(Metric metric) {
        return value(metric.name());
    }

    /**
     * The value of the metric with a name; NaN for no data.
     *
     * @param name such as {@code wait_load_min}
     * @return the value
     * @throws IllegalArgumentException if there is no such metric
     */
    public double value(String name) {
        for (int i = 0; i < values.length; i++) {
            if (metrics.get(i).name().equals(name)) {
                return values[i];
            }
        }
        throw new IllegalArgumentException("no metric '" + name + "'");
    }

    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ");
        for (int i = 0; i < values.length; i++) {
            text.add(metrics.get(i).name() + "=" + values[i]);
        }
        return text.toString();
    }
}
