package org.bridgeconvoy.coverage;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.bridgeconvoy.experiment.ControlledEstimate;
import org.bridgeconvoy.result.DailyColumn;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.study.Answered;
import org.bridgeconvoy.study.Expected;
import org.bridgeconvoy.study.Mark;
import org.bridgeconvoy.study.MetricResult;
import org.bridgeconvoy.study.Progress;
import org.bridgeconvoy.study.Study;
import org.bridgeconvoy.study.StudyOptions;
import org.bridgeconvoy.study.StudyResult;
import org.bridgeconvoy.study.Target;
import org.bridgeconvoy.study.Workers;

/** What {@code run} prints: means, percentiles, control variates, answers and what is expected of them, single days; and {@code --precision}. */
final class Runs {

    private static final int REPLICATIONS = 30;

    /** A bound this far beyond the truth is met by no rounding. */
    private static final double BEYOND = 1e-6;

    private Runs() {}

    static Campaign run(World world, int repetitions) {
        Scenario scenario = world.with(answers(world));
        return new Campaign("run-" + world, repetitions, (seed, sheet) -> {
            StudyResult result =
                    study(scenario, new StudyOptions(seed, REPLICATIONS, 0, 0, false, true, true, true, Target.NONE));
            world.truths0().forEach((metric, truth) -> metric(sheet, result.metric(metric), truth));
            answers(sheet, result, world);
            days(sheet, result, world);
        });
    }

    private static void metric(Sheet sheet, MetricResult m, double truth) {
        boolean marked = !m.marks().isEmpty();
        if (m.isPooled()) {
            sheet.interval("`" + m.name() + "`, low to high", 0.95, marked, m.low(), m.high(), truth);
            return;
        }
        double half = m.estimate().halfWidth95();
        double mean = m.estimate().mean();
        sheet.interval("`" + m.name() + "` ±", 0.95, marked, mean - half, mean + half, truth);
        ControlledEstimate help = m.controlled();
        if (help != null) {
            sheet.interval("`" + m.name() + "` ± as `--controls` shows it", 0.95, marked, m.low(), m.high(), truth);
        }
    }

    /**
     * Two bounds next to the truth: to say that the one above is met is wrong, and that the one below is not met. And the difference from a world with the
     * same mean.
     */
    private static String answers(World world) {
        double above = world.truth() * (1 + BEYOND);
        double below = world.truth() * (1 - BEYOND);
        return String.format(
                Locale.ROOT,
                "variants: {same: {set: {%s}}}%nanswers:%n"
                        + "  - {says: above, metric: %s, expect: \">= %.9f\"}%n"
                        + "  - {says: below, metric: %s, expect: \">= %.9f\"}%n"
                        + "  - {says: against, metric: %s, against: same, expect: \"> 0\"}%n",
                world.sameMean().replaceFirst("=(.*)", ": \"$1\""),
                world.goal(),
                above,
                world.goal(),
                below,
                world.goal());
    }

    private static void answers(Sheet sheet, StudyResult result, World world) {
        Answered above = result.answers().get(0);
        Answered below = result.answers().get(1);
        boolean marked = !above.value().marks().isEmpty();
        boolean isRight = outcome(above) != Expected.Outcome.YES && outcome(below) != Expected.Outcome.NO;
        sheet.held(
                "`expect` of `" + world.goal() + "`: neither bound next to the truth judged wrongly",
                0.95,
                marked,
                isRight);
        Answered against = result.answers().get(2);
        var difference = Objects.requireNonNull(against.difference());
        boolean isUnsure = !Mark.of(difference).isEmpty();
        double mean = difference.estimate().mean();
        sheet.interval(
                "answer `against` a world with the same mean, ±",
                0.95,
                isUnsure,
                mean - difference.halfWidth(),
                mean + difference.halfWidth(),
                0);
        sheet.held(
                "answer `against` a world with the same mean: `expect` not judged",
                0.95,
                isUnsure,
                outcome(against) == Expected.Outcome.CANNOT_BE_TOLD);
    }

    private static Expected.Outcome outcome(Answered answer) {
        return Objects.requireNonNull(answer.expected()).outcome();
    }

    /** The share of days to come that lie from low to high: trucks of a day are Poisson where nothing limits. */
    private static void days(Sheet sheet, StudyResult result, World world) {
        if (!List.of("smooth", "skewed", "rare").contains(world.name())) {
            return;
        }
        PoissonDistribution trucks =
                new PoissonDistribution(Objects.requireNonNull(world.truths0().get("outbound_trucks_per_day")));
        result.days().stream()
                .filter(d -> d.column() == DailyColumn.OUTBOUND_TRUCKS)
                .forEach(d -> sheet.share(
                        "single days, outbound trucks: days to come from low to high",
                        0.95,
                        trucks.cumulativeProbability((int) Math.floor(d.high()))
                                - trucks.cumulativeProbability((int) Math.ceil(d.low()) - 1)));
    }

    static Campaign precision(World world, int repetitions) {
        Scenario scenario = world.scenario();
        Target target = new Target(world.goal(), world.precision());
        String what = String.format(Locale.ROOT, "`--precision %s=%s%%`", world.goal(), 100 * world.precision());
        return new Campaign("precision-" + world, repetitions, (seed, sheet) -> {
            StudyResult result =
                    study(scenario, new StudyOptions(seed, REPLICATIONS, 0, 0, false, false, true, false, target));
            MetricResult m = result.metric(world.goal());
            sheet.interval(what, 0.95, !m.marks().isEmpty(), m.low(), m.high(), world.truth());
        });
    }

    static StudyResult study(Scenario scenario, StudyOptions options) {
        try (Workers workers = Workers.of(1)) {
            return Study.run(scenario, options, workers, Progress.NONE);
        }
    }

    /** Whether a metric of some result has a mark. */
    static boolean isMarked(MetricResult result) {
        return !result.marks().isEmpty();
    }

    /** Expectation of a metric at a value of the varied path. */
    static double truth(World world, int value, String metric) {
        Map<String, Double> truths = world.truths().get(value);
        return Objects.requireNonNull(truths.get(metric));
    }
}
