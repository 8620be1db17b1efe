package org.bridgeconvoy.study;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.result.ReplicationResult;
import org.jspecify.annotations.Nullable;

/**
 * All that a run of one scenario says; every report is made from it. Immutable, and the same for the same scenario, seed
 * and version whatever the number of threads.
 *
 * @param name the scenario's name
 * @param description what it is about
 * @param resolvedText its full text with everything it extends and all overrides filled in
 * @param sources what its numbers rest on, in the order of the file
 * @param seed seed of all random numbers
 * @param version version of the library
 * @param start date at whose 00:00 the run begins
 * @param horizonNanos length of the run
 * @param warmUpNanos part of it that the metrics leave out
 * @param trucks trucks of the fleet at the start
 * @param cargoes names of the cargoes in the order of the scenario
 * @param metrics every metric over the replications, in the order of the files
 * @param replications the replications in order of their numbers; trips are null in those that did not record them
 * @param answers what answers the scenario's question; empty if it does not say or it was not asked for
 * @param limits what limits throughput; null if it was not asked for
 * @param lanes the lane's passage by direction, outbound first
 * @param observed how simulated counts compare with observed ones; empty if the scenario gives none
 * @param warnings what a reader should know before trusting the numbers, each with the next step
 * @param days how single days differ, by column of daily.csv; empty if no whole day of the window is open
 * @param world what charts show of the world beside its results
 */
public record StudyResult(
        String name,
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

    /** Whether it has trucks and demand; else through traffic alone, without trips, days and metrics of trucks. */
    public boolean hasTrucks() {
        return !cargoes.isEmpty();
    }

    /** A copy with other metrics. */
    public StudyResult withMetrics(List<MetricResult> others) {
        return new StudyResult(
                name,
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
                others,
                replications,
                answers,
                limits,
                lanes,
                observed,
                warnings,
                days,
                world);
    }

    /** The metric of a family that has one; empty if this scenario does not have it. */
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

    /** The metrics of a family, in the order of the files. */
    public List<MetricResult> metricsOf(MetricFamily family) {
        return metrics.stream().filter(m -> m.metric().family() == family).toList();
    }

    /**
     * How many of what a wait or lead time measures had not come to an end at the horizon, so that it is not among the
     * observations; mean over replications, 0 for other metrics and for one that this scenario does not have.
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
