package org.bridgeconvoy.study;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.result.ReplicationResult;
import org.jspecify.annotations.Nullable;

/**
 * Result of a study of one scenario; every report is made from it. Immutable. It depends on scenario, options and version alone, not on the
 * number of threads.
 *
 * @param name the scenario's name
 * @param question what the scenario asks; empty if its file does not say
 * @param description the scenario's description
 * @param resolvedText full text of the scenario, with all that it extends, all defaults and all overrides filled in
 * @param sources evidence for its numbers, in the order of the file
 * @param seed seed of all random numbers
 * @param version version of the library
 * @param start date at whose 00:00 the run begins
 * @param horizonNanos length of the run, ns
 * @param warmUpNanos part of the run that the metrics leave out, ns
 * @param trucks number of trucks of the fleet at the start
 * @param cargoes names of the cargoes in the order of the scenario; empty for through traffic alone
 * @param metrics estimate of every metric, in the order of the files
 * @param replications results of the replications, by number; trips are null in those that did not record them
 * @param answers measured answers to the scenario's question; empty if it asks none or the options leave them out
 * @param limits what limits throughput; null if the options leave it out
 * @param lanes capacity and throughput of the lane, outbound first; empty if the options leave them out
 * @param observed fit to observed counts; empty if the scenario has none
 * @param warnings what a reader should know before trusting the numbers, each with the next step
 * @param days spread of single days, by column of daily.csv; empty if the window has no whole open day
 * @param world facts of the world that charts show beside its results
 */
public record StudyResult(
        String name,
        String question,
        String description,
        String resolvedText,
        List<Source> sources,
        long seed,
        String version,
        LocalDate start,
        long horizonNanos,
        long warmUpNanos,
        int trucks,
        List<String> cargoes,
        List<MetricResult> metrics,
        List<ReplicationResult> replications,
        List<Answered> answers,
        @Nullable WhatLimits limits,
        List<LanePassage> lanes,
        List<ObservedFit> observed,
        List<String> warnings,
        List<DayRange> days,
        WorldFacts world) {

    private static final double NANOS_PER_DAY = 86_400e9;

    /** Copies the lists. */
    public StudyResult {
        sources = List.copyOf(sources);
        cargoes = List.copyOf(cargoes);
        metrics = List.copyOf(metrics);
        replications = List.copyOf(replications);
        answers = List.copyOf(answers);
        lanes = List.copyOf(lanes);
        observed = List.copyOf(observed);
        warnings = List.copyOf(warnings);
        days = List.copyOf(days);
    }

    /** Whether the scenario has trucks and demand. Without them it has through traffic alone, and no trips, days and metrics of trucks. */
    public boolean hasTrucks() {
        return !cargoes.isEmpty();
    }

    /** A copy with other metrics. */
    public StudyResult withMetrics(List<MetricResult> others) {
        return with(others, answers);
    }

    /** A copy whose answers call differences too small to matter equal. */
    public StudyResult mattering(Matters from) {
        return with(
                metrics, answers.stream().map(answer -> answer.mattering(from)).toList());
    }

    private StudyResult with(List<MetricResult> otherMetrics, List<Answered> otherAnswers) {
        return new StudyResult(
                name,
                question,
                description,
                resolvedText,
                sources,
                seed,
                version,
                start,
                horizonNanos,
                warmUpNanos,
                trucks,
                cargoes,
                otherMetrics,
                replications,
                otherAnswers,
                limits,
                lanes,
                observed,
                warnings,
                days,
                world);
    }

    /** The metric of a family that consists of one; empty if this scenario does not have it. */
    public Optional<MetricResult> findMetric(MetricFamily family) {
        return findMetric(Metric.of(family));
    }

    /** A metric; empty if this scenario does not have it. */
    public Optional<MetricResult> findMetric(Metric metric) {
        return findMetric(metric.name());
    }

    /** A metric by its name in files; empty if this scenario does not have it. */
    public Optional<MetricResult> findMetric(String metric) {
        return metrics.stream().filter(m -> m.name().equals(metric)).findFirst();
    }

    /**
     * A metric by its name in files.
     *
     * @throws IllegalArgumentException if this scenario does not have it
     */
    public MetricResult metric(String metric) {
        return findMetric(metric).orElseThrow(() -> new IllegalArgumentException("no metric '" + metric + "'"));
    }

    /** The mean error of an observed column as a metric, which has the marks of its interval; empty if the scenario does not have it. */
    public Optional<MetricResult> observedError(ObservedFit fit) {
        return findMetric(Metric.of(MetricFamily.OBSERVED_ERROR, fit.what()));
    }

    /** The metrics of a family, in the order of the files. */
    public List<MetricResult> metricsOf(MetricFamily family) {
        return metrics.stream().filter(m -> m.metric().family() == family).toList();
    }

    /**
     * Number of waits or lead times of a metric that had not ended at the horizon and so are no observations; mean over replications. 0 for
     * other metrics, and for a metric that this scenario does not have.
     */
    public double unfinished(Metric metric) {
        int index = metrics.stream().map(MetricResult::metric).toList().indexOf(metric);
        return replications.stream()
                .mapToLong(r -> index < 0 ? 0 : r.evidence().unfinished(index))
                .average()
                .orElse(0);
    }

    /** Length of the window that the metrics measure, in days. */
    public double measuredDays() {
        return (horizonNanos - warmUpNanos) / NANOS_PER_DAY;
    }
}
