package org.bridgeconvoy.study;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.PairedDifference;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.scenario.Answer;
import org.bridgeconvoy.scenario.Expectation;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.Variant;
import org.jspecify.annotations.Nullable;

/**
 * Measures the answers to a scenario's question. Variants run with the random numbers of the study itself, so that differences are paired.
 */
final class Answers {

    /** Name of this phase of the work. */
    static final String PHASE = "answers";

    private static final double CONFIDENCE = 0.95;

    private final Ran base;
    /** Length of the run in days. */
    private final double days;

    private final Map<String, Ran> variants = new HashMap<>();

    private Answers(Ran base, double days) {
        this.base = base;
        this.days = days;
    }

    /** Replications of the scenario or of a variant, and the estimates over them. */
    private record Ran(List<ReplicationResult> replications, List<MetricResult> metrics) {

        double[] values(Metric metric) {
            return replications.stream()
                    .mapToDouble(r -> r.metrics().value(metric.name()))
                    .toArray();
        }

        MetricResult result(Metric metric) {
            return metrics.stream()
                    .filter(m -> m.name().equals(metric.name()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * Measures all answers of a scenario, and runs the variants that they need.
     *
     * @param base the study's replications of the scenario, from number 1 on
     * @param metrics estimates over these replications
     * @param phases phases of the work; one of them is {@link #PHASE} if variants must run
     */
    static List<Answered> find(
            Scenario scenario,
            List<ReplicationResult> base,
            List<MetricResult> metrics,
            long seed,
            Workers workers,
            Phases phases) {
        Answers answers = new Answers(new Ran(base, metrics), scenario.config().horizonNanos() / (double) Nanos.DAY);
        Map<String, Variant> used = used(scenario);
        if (!used.isEmpty()) {
            answers.run(used, seed, workers, phases);
        }
        return scenario.answers().stream().map(answers::answered).toList();
    }

    private void run(Map<String, Variant> used, long seed, Workers workers, Phases phases) {
        int replications = base.replications().size();
        Work work = phases.begin(PHASE, (long) used.size() * replications);
        for (Variant variant : used.values()) {
            BridgeModel model = new BridgeModel(variant.config(), r -> false);
            Pools pools = new Pools(model.metrics());
            List<ReplicationResult> results = Replications.run(
                    model.keepingObservations(), null, seed, 1, replications, workers, pools, work::oneDone);
            variants.put(
                    variant.name(), new Ran(results, Estimates.of(Estimates.values(model.metrics(), results, pools))));
        }
    }

    /** Number of replications that {@link #find} runs, all variants together. */
    static long work(Scenario scenario, int replications) {
        return (long) used(scenario).size() * replications;
    }

    /** The variants that answers need, each once, by name. */
    private static Map<String, Variant> used(Scenario scenario) {
        Map<String, Variant> used = new LinkedHashMap<>();
        for (Answer answer : scenario.answers()) {
            if (answer instanceof Answer.OfMetric ofMetric) {
                put(used, ofMetric.of());
                put(used, ofMetric.against());
            } else if (answer instanceof Answer.Recovery recovery) {
                put(used, recovery.against());
            }
        }
        return used;
    }

    private static void put(Map<String, Variant> used, @Nullable Variant variant) {
        if (variant != null) {
            used.put(variant.name(), variant);
        }
    }

    private Answered answered(Answer answer) {
        return answer instanceof Answer.Recovery recovery ? recovered(recovery) : measured((Answer.OfMetric) answer);
    }

    /** The answer of a metric, alone or compared with a variant. */
    private Answered measured(Answer.OfMetric answer) {
        Metric metric = answer.metric();
        Ran of = ran(answer.of());
        MetricResult value = of.result(metric);
        Judgement judgement = judgement(answer);
        Expected expected = judgement == null ? null : judgement.of(value, value.notCleared(), days);
        Estimate there = null;
        PairedDifference difference = null;
        if (answer.against() != null) {
            double[] others = ran(answer.against()).values(metric);
            value = value.ofReplication();
            there = Estimate.of(others);
            difference = PairedDifference.of(
                    name(answer.of()), of.values(metric), name(answer.against()), others, CONFIDENCE);
            expected = judgement == null ? null : judgement.of(difference, value, there);
        }
        return new Answered(
                answer.says(),
                metric.name(),
                metric.unit(),
                name(answer.of()),
                value,
                value.notCleared(),
                name(answer.against()),
                there,
                difference,
                expected,
                null);
    }

    /** What judges an answer; null if nothing is expected of it. */
    private @Nullable Judgement judgement(Answer answer) {
        Expectation expect = answer.expect();
        return expect == null ? null : new Judgement(expect, base.replications().size());
    }

    private static String name(@Nullable Variant variant) {
        return variant == null ? "" : variant.name();
    }

    private Ran ran(@Nullable Variant variant) {
        return variant == null ? base : Objects.requireNonNull(variants.get(variant.name()));
    }

    /** The answer of a recovery: days until a disturbed scenario has caught up with its undisturbed variant. */
    private Answered recovered(Answer.Recovery answer) {
        List<ReplicationResult> here = base.replications();
        List<ReplicationResult> others = ran(answer.against()).replications();
        double[] days = new double[here.size()];
        for (int r = 0; r < days.length; r++) {
            days[r] = recovery(here.get(r).daily(), others.get(r).daily(), answer.fromDay());
        }
        Metric metric = Metric.of(MetricFamily.RECOVERY_D);
        MetricResult value = Estimates.of(metric, days);
        Judgement judgement = judgement(answer);
        int missing = (int) Arrays.stream(days).filter(Double::isNaN).count();
        return new Answered(
                answer.says(),
                metric.name(),
                metric.unit(),
                "",
                value,
                missing,
                answer.against().name(),
                null,
                null,
                judgement == null ? null : judgement.of(value, missing, Math.floor(this.days) - answer.fromDay()),
                answer.from(),
                Course.of(here, answer.against().name(), others));
    }

    /**
     * Days from the beginning of {@code fromDay} to the end of the first day on which no more tonnes are undelivered than in the other
     * world; NaN if there is no such day.
     */
    static double recovery(DailyTable daily, DailyTable other, int fromDay) {
        long undelivered = 0;
        for (int day = 0; day < daily.days(); day++) {
            undelivered += daily.consigned(day) - daily.delivered(day) - other.consigned(day) + other.delivered(day);
            if (day >= fromDay && undelivered <= 0) {
                return day + 1 - fromDay;
            }
        }
        return Double.NaN;
    }
}
