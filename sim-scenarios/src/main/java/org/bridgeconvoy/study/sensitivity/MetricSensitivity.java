package org.bridgeconvoy.study.sensitivity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.sensitivity.ExpectedRange;
import org.bridgeconvoy.experiment.sensitivity.InputIndices;
import org.bridgeconvoy.experiment.sensitivity.SensitivityAnalysis;
import org.bridgeconvoy.experiment.sensitivity.TornadoBar;
import org.bridgeconvoy.experiment.sensitivity.VarianceSplit;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.study.Mark;

/**
 * What the worlds say of one metric.
 *
 * @param says label for people: that of the scenario's answer, or what the metric is in a few words
 * @param analysis the analysis itself, for charts and single worlds
 * @param base the metric with the values of the file; the interval covers chance only
 * @param expected the range to expect, given what is not known
 * @param split how much of the spread is chance
 * @param indices of each input, in the order of the inputs
 * @param tornado each input alone, in the order of the inputs; empty if inputs are correlated
 * @param notCleared replications that did not clear and count as the horizon
 */
public record MetricSensitivity(
        Metric metric,
        String says,
        SensitivityAnalysis analysis,
        Estimate base,
        ExpectedRange expected,
        VarianceSplit split,
        List<InputIndices> indices,
        List<TornadoBar> tornado,
        int notCleared) {

    private static final int PERCENT = 100;

    static MetricSensitivity of(Metric metric, String says, SensitivityAnalysis analysis, int notCleared) {
        return new MetricSensitivity(
                metric,
                says,
                analysis,
                analysis.base(),
                analysis.expected(),
                analysis.split(),
                analysis.indices(),
                analysis.tornado(),
                notCleared);
    }

    /** The marks of the range to expect: {@link Mark#UNSURE_FEW} where the replications of a world are too few to tell the shape of the expected values. */
    public List<Mark> marks() {
        return marks(expected);
    }

    static List<Mark> marks(ExpectedRange range) {
        return range.isShapeUnsure() ? List.of(Mark.UNSURE_FEW) : List.of();
    }

    /** The indices, the largest first. */
    public List<InputIndices> sorted() {
        return indices.stream()
                .sorted(Comparator.comparingDouble((InputIndices i) ->
                        Double.isNaN(i.main().value()) ? 0 : -i.main().value()))
                .toList();
    }

    /** Percentiles 0 to 100 of the expected values of the worlds, without the spread that chance adds to them. */
    public List<Double> percentilesOfWorlds() {
        return percentiles(analysis.drawnMeans());
    }

    /** Percentiles 0 to 100 of the values of single replications, which have chance too. */
    public List<Double> percentilesOfReplications() {
        return percentiles(analysis.replications());
    }

    /** Linear between closest ranks: type 7 of Hyndman and Fan (1996). */
    private static List<Double> percentiles(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return IntStream.rangeClosed(0, PERCENT)
                .mapToObj(p -> {
                    double at = (sorted.length - 1) * p / (double) PERCENT;
                    int below = (int) at;
                    int above = Math.min(below + 1, sorted.length - 1);
                    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
                })
                .toList();
    }
}
