package org.bridgeconvoy.study.sensitivity;

import java.util.Comparator;
import java.util.List;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.sensitivity.ExpectedRange;
import org.bridgeconvoy.experiment.sensitivity.InputIndices;
import org.bridgeconvoy.experiment.sensitivity.SensitivityAnalysis;
import org.bridgeconvoy.experiment.sensitivity.TornadoBar;
import org.bridgeconvoy.experiment.sensitivity.VarianceSplit;
import org.bridgeconvoy.result.Metric;

/**
 * What the worlds say of one metric.
 *
 * @param says label for people; the metric's name if the scenario gives none
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

    /** The indices, the largest first. */
    public List<InputIndices> sorted() {
        return indices.stream()
                .sorted(Comparator.comparingDouble((InputIndices i) ->
                        Double.isNaN(i.main().value()) ? 0 : -i.main().value()))
                .toList();
    }
}
