package org.bridgeconvoy.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bridgeconvoy.experiment.sensitivity.ConditionalMean;
import org.bridgeconvoy.experiment.sensitivity.InputIndices;
import org.bridgeconvoy.experiment.sensitivity.IntervalEstimate;
import org.bridgeconvoy.experiment.sensitivity.TornadoBar;
import org.bridgeconvoy.report.SensitivityWords;
import org.bridgeconvoy.study.sensitivity.MetricSensitivity;
import org.bridgeconvoy.study.sensitivity.SensitivityResult;

/**
 * What the charts of what is not known draw: a result in memory, or the files that {@code convoy sensitivity} wrote of it.
 *
 * @param name the scenario's name
 * @param isIndependent whether the inputs are independent; if not, there are no total indices and no tornado
 * @param inputs the inputs, in their order
 * @param worlds of some of the worlds the value of each input, of a choice its index; spread over all worlds, at most {@value #MOST_WORLDS}
 * @param metrics what the worlds say of each metric
 */
public record SensitivityData(
        String name, boolean isIndependent, List<Input> inputs, List<double[]> worlds, List<OfMetric> metrics) {

    /** Worlds that a chart draws at most. */
    static final int MOST_WORLDS = 250;

    /**
     * An input.
     *
     * @param path what it is called
     * @param unit unit of its values; {@code times} for a factor, empty if there is none
     * @param choices its alternatives; empty for a number
     */
    public record Input(String path, String unit, List<String> choices) {

        /** Copies the list. */
        public Input {
            choices = List.copyOf(choices);
        }
    }

    /**
     * A share of the variance between worlds with its 95% interval.
     *
     * @param value from 0 to 1 but for the error of estimation; NaN if not known
     */
    public record Share(double value, double low, double high) {

        private static Share of(IntervalEstimate estimate) {
            return new Share(
                    estimate.value(),
                    estimate.interval95().low(),
                    estimate.interval95().high());
        }
    }

    /**
     * The indices of an input.
     *
     * @param input its number, from 0
     * @param matters whether its total index is significantly above 1%
     * @param total NaN in all places if the inputs are correlated
     */
    public record Indices(int input, boolean matters, Share first, Share total) {}

    /**
     * An input set alone to a value.
     *
     * @param shown the value for people
     * @param difference the metric there minus the metric at base; NaN for no data
     * @param halfWidth half-width of the paired 95% interval of the difference; NaN for no interval
     */
    public record End(String shown, double difference, double halfWidth) {}

    /**
     * An input alone at its ends, or at each alternative.
     *
     * @param input its number, from 0
     */
    public record Bar(int input, List<End> ends) {

        /** Copies the list. */
        public Bar {
            ends = List.copyOf(ends);
        }

        /** Whether some end differs from the base by more than the half-width of the difference. */
        boolean hasEffect() {
            return ends.stream()
                    .anyMatch(end -> Math.abs(end.difference) > (Double.isNaN(end.halfWidth) ? 0 : end.halfWidth));
        }

        /** How far the ends and the base lie apart; 0 or more. */
        double width() {
            double low = 0;
            double high = 0;
            for (End end : ends) {
                low = Math.min(low, Double.isNaN(end.difference) ? low : end.difference);
                high = Math.max(high, Double.isNaN(end.difference) ? high : end.difference);
            }
            return high - low;
        }
    }

    /**
     * A point of the curve of conditional means.
     *
     * @param input value of the input, of a choice its index
     * @param mean mean of the metric in the worlds with about that value
     */
    public record MeanAt(double input, double mean) {}

    /**
     * What the worlds say of a metric.
     *
     * @param name name of the metric
     * @param says label for people
     * @param unit unit of the metric; empty if it has none
     * @param base mean with the values of the file
     * @param low 5th percentile of the expected values of the worlds
     * @param high 95th percentile
     * @param worlds percentiles 0 to 100 of the expected values of the worlds
     * @param replications percentiles 0 to 100 of the values of single replications
     * @param means mean of the metric in each world of {@link SensitivityData#worlds}; NaN for no data
     * @param indices the largest first
     * @param bars in the order of the inputs; empty if they are correlated
     * @param conditional conditional means, in the order of the inputs
     * @param expects what to expect, in words
     * @param findOut what to find out first, in words
     */
    public record OfMetric(
            String name,
            String says,
            String unit,
            double base,
            double low,
            double high,
            List<Double> worlds,
            List<Double> replications,
            List<Double> means,
            List<Indices> indices,
            List<Bar> bars,
            List<List<MeanAt>> conditional,
            String expects,
            String findOut) {

        /** Copies the lists. */
        public OfMetric {
            worlds = List.copyOf(worlds);
            replications = List.copyOf(replications);
            means = List.copyOf(means);
            indices = List.copyOf(indices);
            bars = List.copyOf(bars);
            conditional = conditional.stream().map(List::copyOf).toList();
        }

        /** Label of an axis of the metric. */
        String label() {
            return Words.labelled(says, unit);
        }

        /** The indices of an input. */
        Indices of(int input) {
            return indices.stream().filter(i -> i.input == input).findFirst().orElseThrow();
        }
    }

    /** Copies the lists. */
    public SensitivityData {
        inputs = List.copyOf(inputs);
        worlds = List.copyOf(worlds);
        metrics = List.copyOf(metrics);
    }

    /** The data of a result. */
    public static SensitivityData of(SensitivityResult result) {
        List<Input> inputs = new ArrayList<>();
        for (int i = 0; i < result.inputs(); i++) {
            inputs.add(new Input(result.path(i), result.unit(i), result.choices(i)));
        }
        int[] drawn = drawn(result.worlds());
        int perRow = result.design().worldsPerRow();
        int[] points = Arrays.stream(drawn)
                .map(world -> result.design().point(world / perRow, world % perRow))
                .toArray();
        List<double[]> all = result.design().points();
        return new SensitivityData(
                result.name(),
                result.design().independent(),
                inputs,
                Arrays.stream(points).mapToObj(all::get).toList(),
                result.metrics().stream().map(m -> of(result, m, points)).toList());
    }

    private static OfMetric of(SensitivityResult result, MetricSensitivity metric, int[] points) {
        List<List<MeanAt>> conditional = new ArrayList<>();
        for (int i = 0; i < result.inputs(); i++) {
            List<MeanAt> means = new ArrayList<>();
            for (ConditionalMean mean : metric.analysis().conditionalMeans(i)) {
                means.add(new MeanAt(mean.input(), mean.mean()));
            }
            conditional.add(means);
        }
        return new OfMetric(
                metric.metric().name(),
                metric.says(),
                metric.metric().unit(),
                metric.base().mean(),
                metric.expected().p5(),
                metric.expected().p95(),
                metric.percentilesOfWorlds(),
                metric.percentilesOfReplications(),
                Arrays.stream(points)
                        .mapToObj(point -> metric.analysis().point(point).mean())
                        .toList(),
                metric.sorted().stream().map(SensitivityData::indices).toList(),
                metric.tornado().stream().map(bar -> bar(result, bar)).toList(),
                conditional,
                SensitivityWords.expected(metric),
                SensitivityWords.first(result, metric));
    }

    private static Indices indices(InputIndices indices) {
        return new Indices(
                indices.input(),
                indices.matters(),
                Share.of(indices.first()),
                Share.of(indices.total().orElse(IntervalEstimate.NONE)));
    }

    private static Bar bar(SensitivityResult result, TornadoBar bar) {
        return new Bar(
                bar.input(),
                bar.ends().stream()
                        .map(end -> new End(
                                result.shown(bar.input(), end.value()),
                                end.difference().estimate().mean(),
                                end.difference().halfWidth()))
                        .toList());
    }

    /** Numbers of the worlds that are drawn, from 0: all, or an even spread. */
    static int[] drawn(int worlds) {
        int n = Math.min(worlds, MOST_WORLDS);
        int[] drawn = new int[n];
        Arrays.setAll(drawn, i -> (int) ((long) i * worlds / n));
        return drawn;
    }
}
