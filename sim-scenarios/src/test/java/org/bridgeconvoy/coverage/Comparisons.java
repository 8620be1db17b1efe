package org.bridgeconvoy.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bridgeconvoy.experiment.Goal;
import org.bridgeconvoy.experiment.PairedDifference;
import org.bridgeconvoy.experiment.Standing;
import org.bridgeconvoy.experiment.Verdict;
import org.bridgeconvoy.experiment.WithBest;
import org.bridgeconvoy.experiment.selection.Relation;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.study.CompareScenarios;
import org.bridgeconvoy.study.ComparisonResult;
import org.bridgeconvoy.study.Extremes;
import org.bridgeconvoy.study.FromFirst;
import org.bridgeconvoy.study.Mark;
import org.bridgeconvoy.study.Matters;
import org.bridgeconvoy.study.Met;
import org.bridgeconvoy.study.PointStore;
import org.bridgeconvoy.study.Progress;
import org.bridgeconvoy.study.StudyOptions;
import org.bridgeconvoy.study.SuchThat;
import org.bridgeconvoy.study.Sweep;
import org.bridgeconvoy.study.SweepResult;
import org.bridgeconvoy.study.SweepView;
import org.bridgeconvoy.study.Target;
import org.bridgeconvoy.study.Vary;
import org.bridgeconvoy.study.Workers;

/** What {@code compare} and {@code sweep} print: differences and verdicts, which is best or extreme, which points meet a bound. */
final class Comparisons {

    private static final int REPLICATIONS = 30;
    private static final double BEYOND = 1e-6;

    private Comparisons() {}

    /** The world, one with the same mean and one with another. */
    static Campaign compare(World world, int repetitions) {
        List<String> labels = List.of("as it is", "same mean", "other mean");
        List<Scenario> scenarios = List.of(world.scenario(), world.withSameMean(), world.at(2));
        return new Campaign("compare-" + world, repetitions, (seed, sheet) -> {
            ComparisonResult result;
            try (Workers workers = Workers.of(1)) {
                result = CompareScenarios.run(
                        labels, scenarios, StudyOptions.of(seed, REPLICATIONS), workers, Progress.NONE);
            }
            for (ComparisonResult.Row row : result.rows()) {
                String name = row.metric().name();
                if (world.isCompared(name)) {
                    double base = Runs.truth(world, 0, name);
                    row(sheet, row, new double[] {base, base, Runs.truth(world, 2, name)});
                }
            }
            matters(sheet, result, world);
        });
    }

    private static void row(Sheet sheet, ComparisonResult.Row row, double[] truths) {
        String name = "`" + row.metric().name() + "`";
        var first = row.results().get(0);
        sheet.interval(name + " ±", 0.95, Runs.isMarked(first), first.low(), first.high(), truths[0]);
        differences(sheet, name, row.differences(), new double[] {truths[1] - truths[0], truths[2] - truths[0]});
        Goal goal = row.goal();
        if (goal == null) {
            return;
        }
        double best = extreme(truths, goal, -1);
        boolean hold = true;
        boolean isRight = true;
        for (int i = 0; i < truths.length; i++) {
            WithBest with = row.withBest().get(i);
            hold &= contains(with.interval().low(), with.interval().high(), truths[i] - extreme(truths, goal, i));
            isRight &= truths[i] != best || with.standing() != Standing.NOT_BEST;
        }
        boolean marked = isMarked(row.differences());
        sheet.held(name + ", from the best of the others, all at once", 0.95, marked, hold);
        sheet.held(name + ": no best said not to be", 0.95, marked, isRight);
    }

    /** The best of all but one. */
    private static double extreme(double[] truths, Goal goal, int but) {
        var others = IntStream.range(0, truths.length).filter(i -> i != but).mapToDouble(i -> truths[i]);
        return (goal == Goal.MAXIMUM ? others.max() : others.min()).orElseThrow();
    }

    private static boolean contains(double low, double high, double truth) {
        double rounding = 1e-9 * Math.max(1, Math.abs(truth));
        return low - rounding <= truth && truth <= high + rounding;
    }

    /** Intervals of the differences of a metric together, and their verdicts together. */
    private static void differences(Sheet sheet, String name, List<PairedDifference> differences, double[] truths) {
        boolean hold = true;
        boolean isRight = true;
        for (int i = 0; i < truths.length; i++) {
            PairedDifference d = differences.get(i);
            double mean = d.estimate().mean();
            hold &= contains(mean - d.halfWidth(), mean + d.halfWidth(), truths[i]);
            isRight &= isRight(d.verdict(), truths[i]);
        }
        boolean marked = isMarked(differences);
        sheet.held(name + ", differences ±, all at once", 0.95, marked, hold);
        sheet.held(name + ": no wrong verdict", 0.95, marked, isRight);
    }

    private static boolean isMarked(List<PairedDifference> differences) {
        return differences.stream().anyMatch(d -> !Mark.of(d).isEmpty());
    }

    private static boolean isRight(Verdict verdict, double truth) {
        boolean isSame = Math.abs(truth) < 1e-9;
        return switch (verdict) {
            case LARGER -> truth > 0 && !isSame;
            case SMALLER -> truth < 0 && !isSame;
            case EQUAL -> isSame;
            case UNDECIDED -> true;
        };
    }

    /** A difference a millionth larger than what matters must not be called equal. */
    private static void matters(Sheet sheet, ComparisonResult result, World world) {
        String name = world.goal();
        double truth = Runs.truth(world, 0, name);
        double least = Math.abs(Runs.truth(world, 2, name) - truth) / truth * (1 - BEYOND);
        if (least >= 1) {
            return;
        }
        result.mattering(new Matters(least)).rows().stream()
                .filter(row -> row.metric().name().equals(name))
                .forEach(row -> sheet.held(
                        "`" + name + "`, `--matters`: a difference that matters not called equal",
                        0.95,
                        isMarked(row.differences().subList(1, 2)),
                        row.differences().get(1).verdict() != Verdict.EQUAL));
    }

    /** Three values of the world's path, with a bound next to each side of the first one's truth. */
    static Campaign sweep(World world, int repetitions) {
        List<Vary> varied = List.of(new Vary(world.vary(), world.values()));
        List<Scenario> scenarios = List.of(world.at(0), world.at(1), world.at(2));
        List<SuchThat> bounds = new ArrayList<>(List.of(
                new SuchThat(world.goal(), Relation.AT_LEAST, world.truth() * (1 + BEYOND), Double.NaN),
                new SuchThat(world.goal(), Relation.AT_LEAST, world.truth() * (1 - BEYOND), Double.NaN)));
        boolean hasShare = world.name().equals("smooth");
        if (hasShare) {
            // 100 trucks or more in the ten days of a replication.
            double share = Backlog.atLeast(100, 100);
            bounds.add(new SuchThat("outbound_trucks_per_day", Relation.AT_LEAST, 9.95, share * (1 + BEYOND)));
            bounds.add(new SuchThat("outbound_trucks_per_day", Relation.AT_LEAST, 9.95, share * (1 - BEYOND)));
        }
        SweepView view = new SweepView(List.of(world.goal(), world.other()), bounds);
        return new Campaign("sweep-" + world, repetitions, (seed, sheet) -> {
            SweepResult result;
            try (Workers workers = Workers.of(1)) {
                result = Sweep.run(
                        varied,
                        scenarios,
                        seed,
                        REPLICATIONS,
                        Target.NONE,
                        view,
                        workers,
                        PointStore.NONE,
                        Progress.NONE);
            }
            points(sheet, result, world, hasShare);
            for (FromFirst from : result.fromFirst()) {
                if (world.isCompared(from.metric().name())) {
                    double[] truths = truths(world, from.metric().name());
                    differences(
                            sheet,
                            "`" + from.metric().name() + "` from the first point",
                            from.differences().subList(1, 3),
                            new double[] {truths[1] - truths[0], truths[2] - truths[0]});
                }
            }
            for (Extremes extremes : result.extremes()) {
                if (world.isCompared(extremes.metric().name())) {
                    extremes(sheet, extremes, truths(world, extremes.metric().name()));
                }
            }
        });
    }

    private static double[] truths(World world, String metric) {
        return world.truths().stream()
                .mapToDouble(t -> Objects.requireNonNull(t.get(metric)))
                .toArray();
    }

    private static void points(Sheet sheet, SweepResult result, World world, boolean hasShare) {
        SweepResult.Point first = result.points().get(0);
        first.metrics().stream().filter(m -> world.isCompared(m.name())).forEach(m -> {
            double truth = Runs.truth(world, 0, m.name());
            sheet.interval("`" + m.name() + "` ±, of a point", 0.95, Runs.isMarked(m), m.low(), m.high(), truth);
        });
        List<Met> met = first.met();
        String judged = ": neither bound next to the truth judged wrongly";
        boolean marked = first.findMetric(world.goal()).filter(Runs::isMarked).isPresent();
        sheet.held("`--such-that` of `" + world.goal() + "`" + judged, 0.95, marked, isRight(met, 0));
        if (hasShare) {
            sheet.held("`--such-that` of a share of replications" + judged, 0.95, false, isRight(met, 2));
        }
    }

    /** The bound above is not called met, and the one below not called missed. */
    private static boolean isRight(List<Met> met, int above) {
        return met.get(above) != Met.YES && met.get(above + 1) != Met.NO;
    }

    private static void extremes(Sheet sheet, Extremes e, double[] truths) {
        String name = "`" + e.metric().name() + "`";
        double mean = e.difference().estimate().mean();
        double half = e.difference().halfWidth();
        boolean marked = isMarked(List.of(e.difference()));
        sheet.interval(
                name + ", most less least point",
                0.95,
                marked,
                mean - half,
                mean + half,
                truths[e.most()] - truths[e.least()]);
        boolean isRight = true;
        for (int i = 0; i < truths.length; i++) {
            boolean mayBeLeast = i == e.least() || e.notToldFromLeast().contains(i);
            boolean mayBeMost = i == e.most() || e.notToldFromMost().contains(i);
            isRight &= mayBeLeast || truths[i] > truths[e.least()] + 1e-9;
            isRight &= mayBeMost || truths[i] < truths[e.most()] - 1e-9;
        }
        sheet.held(name + ": no point wrongly told from the least or the most", 0.95, marked, isRight);
    }
}
