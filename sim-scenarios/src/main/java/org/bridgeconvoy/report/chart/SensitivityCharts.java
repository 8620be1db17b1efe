package org.bridgeconvoy.report.chart;

import java.util.List;
import org.bridgeconvoy.experiment.sensitivity.InputIndices;
import org.bridgeconvoy.report.SensitivityWords;
import org.bridgeconvoy.study.sensitivity.MetricSensitivity;
import org.bridgeconvoy.study.sensitivity.SensitivityResult;

/** Charts of what is not known: the range to expect, the indices, the tornado, an input against a metric. */
public final class SensitivityCharts {

    /** Names of the charts. They stand in the page of {@code convoy sensitivity}; {@code convoy chart} does not draw them from files. */
    public static final List<String> NAMES = List.of("expect", "sobol", "tornado", "input");

    private SensitivityCharts() {}

    /** What to expect: of each value the share of worlds and of replications that lie below it. */
    public static ConvoyChart expect(SensitivityResult result, MetricSensitivity metric) {
        return new ConvoyChart(
                result.name() + ": what to expect of " + metric.says(),
                "share below each value: of the worlds' expected values, and of single replications, which have chance too; shaded: nine"
                        + " of ten worlds",
                SensitivityWords.expected(metric).replace(" +- ", "\u00a0±\u00a0"),
                (style, ems) -> SensitivityDrawings.expect(metric, style));
    }

    /** First-order and total index of each input with their intervals. */
    public static ConvoyChart sobol(SensitivityResult result, MetricSensitivity metric) {
        return new ConvoyChart(
                result.name() + ": what " + metric.says() + " depends on",
                "first-order index: share of the spread between worlds that goes away if this input alone becomes known; total index: what"
                        + " stays if all others become known; with 95% intervals",
                SensitivityWords.first(result, metric),
                (style, ems) -> SensitivityDrawings.sobol(result, metric, style));
    }

    /**
     * Each input alone at its ends.
     *
     * @throws IllegalArgumentException if the inputs are correlated
     */
    public static ConvoyChart tornado(SensitivityResult result, MetricSensitivity metric) {
        if (metric.tornado().isEmpty()) {
            throw new IllegalArgumentException("there is no tornado: inputs are correlated");
        }
        return new ConvoyChart(
                result.name() + ": one input at a time, " + metric.says(),
                "each input alone at its 5th and 95th percentile, a choice at each alternative, the others as in the file; whiskers: paired"
                        + " 95% intervals of the difference",
                "The line is the value with the file as it is, "
                        + SensitivityWords.value(metric, metric.base().mean()) + ".",
                (style, ems) -> SensitivityDrawings.tornado(result, metric, style));
    }

    /** One input against the metric: the worlds, and their conditional mean. */
    public static ConvoyChart input(SensitivityResult result, MetricSensitivity metric, int input) {
        InputIndices index = metric.indices().get(input);
        return new ConvoyChart(
                result.name() + ": " + metric.says() + " over " + result.path(input),
                "a point is a world; the line is the mean of worlds with about that value",
                "Known alone, it would take away " + SensitivityWords.percent(index.first())
                        + " of the spread between worlds.",
                (style, ems) -> SensitivityDrawings.input(result, metric, input, style));
    }
}
