package org.bridgeconvoy.report.chart;

import java.util.List;
import org.bridgeconvoy.report.chart.SensitivityData.OfMetric;
import org.bridgeconvoy.words.Numbers;

/** Charts of what is not known: the range to expect, the indices, the tornado, an input against a metric. */
public final class SensitivityCharts {

    /** Names of the charts, as {@code convoy chart} takes them. */
    public static final List<String> NAMES = List.of("expect", "sobol", "tornado", "input");

    private SensitivityCharts() {}

    /** What to expect: of each value the share of worlds and of replications that lie below it. */
    public static ConvoyChart expect(SensitivityData data, OfMetric metric) {
        return new ConvoyChart(
                data.name() + ": what to expect of " + metric.says(),
                "how many of the worlds' expected values, and of single replications, lie below each value",
                metric.expects().replace(" +- ", "\u00a0±\u00a0").replace("that +-", "that\u00a0±"),
                (style, ems) -> SensitivityDrawings.expect(metric, style));
    }

    /** First-order and total index of each input with their intervals. */
    public static ConvoyChart sobol(SensitivityData data, OfMetric metric) {
        return new ConvoyChart(
                data.name() + ": what decides " + metric.says(),
                "first-order index: share of the spread that goes away if this input alone becomes known"
                        + (data.isIndependent() ? "; total index: what stays if all others become known" : "")
                        + SensitivityDrawings.leftOut(metric.indices().size()),
                metric.findOut(),
                (style, ems) -> SensitivityDrawings.sobol(data, metric, style, ems));
    }

    /**
     * Each input alone at its ends.
     *
     * @throws IllegalArgumentException if the inputs are correlated
     */
    public static ConvoyChart tornado(SensitivityData data, OfMetric metric) {
        if (metric.bars().isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no tornado: the inputs are correlated, so one cannot be moved" + " without the others");
        }
        int without =
                (int) metric.bars().stream().filter(bar -> !bar.hasEffect()).count();
        return new ConvoyChart(
                data.name() + ": one input at a time, " + metric.says(),
                "each input alone at its 5th and 95th percentile or another choice, the rest as in the file"
                        + (without == 0 || without == metric.bars().size()
                                ? ""
                                : "; " + Words.count(without, "input") + " without an effect shown left out")
                        + SensitivityDrawings.leftOut(metric.bars().size() - without),
                "The vertical line is the value with the file as it is, "
                        + Words.withUnit(Words.number(metric.base()), metric.unit()) + ".",
                (style, ems) -> SensitivityDrawings.tornado(data, metric, style, ems));
    }

    /**
     * One input against the metric: the worlds, and their conditional mean.
     *
     * @param input number of the input, from 0
     */
    public static ConvoyChart input(SensitivityData data, OfMetric metric, int input) {
        double share = metric.of(input).first().value();
        return new ConvoyChart(
                data.name() + ": " + metric.says() + ", by "
                        + data.inputs().get(input).path(),
                data.inputs().get(input).choices().isEmpty()
                        ? "a point is a world; the line is the mean of worlds with about that value"
                        : "a small point is a world, beside each other so that they can be told apart; a large one is the mean of worlds"
                                + " with that choice",
                "Known alone, it would take away "
                        + (Double.isNaN(share) ? Numbers.NO_DATA : Numbers.fixed(Math.max(share, 0) * 100, 0) + "%")
                        + " of the spread between worlds.",
                (style, ems) -> SensitivityDrawings.input(data, metric, input, style, ems));
    }
}
