package org.bridgeconvoy.coverage;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.study.MetricResult;
import org.bridgeconvoy.study.ObservedFit;
import org.bridgeconvoy.study.StudyOptions;
import org.bridgeconvoy.study.StudyResult;
import org.bridgeconvoy.study.Target;

/**
 * What {@code run} prints beside counts of days: the range of single replications (95% of them) and the mean error. What is counted on a day does not depend on other
 * days. The counts that are given are the expectations, so that the mean error is 0.
 */
final class Observations {

    private static final int FEW = 30;

    /** So many that the range carries no mark. */
    private static final int MANY = 200;

    private static final double BAND = 0.95;

    /** Tonnes up to which the distribution of a day's loads is worked out, and steps of a tonne. */
    private static final int MOST_TONNES = 480;

    private static final int STEPS = 10;

    private Observations() {}

    static List<Campaign> all(List<World> worlds, int repetitions) {
        return worlds.stream()
                .filter(world -> List.of("smooth", "skewed", "rare", "growing").contains(world.name()))
                .map(world -> campaign(world, repetitions))
                .toList();
    }

    private static Campaign campaign(World world, int repetitions) {
        Scenario scenario = world.with(observed(world));
        double[] tonnes = world.name().equals("smooth") ? tonnes(Objects.requireNonNull(trucks(world))) : new double[0];
        return new Campaign("observed-" + world, repetitions, (seed, sheet) -> {
            record(sheet, world, run(scenario, seed, FEW), FEW, tonnes);
            if (world.name().equals("smooth")) {
                record(sheet, world, run(scenario, seed, MANY), MANY, tonnes);
            }
        });
    }

    private static StudyResult run(Scenario scenario, long seed, int replications) {
        return Runs.study(
                scenario,
                new StudyOptions(seed, replications, 0, 0, false, false, replications == FEW, false, Target.NONE));
    }

    /** The expectations of each day of the window. */
    private static String observed(World world) {
        int days = (int) (world.scenario().config().horizonNanos() / 86_400_000_000_000L);
        int first = world.name().equals("skewed") ? 0 : 1;
        return IntStream.range(first, days)
                .mapToObj(day -> String.format(Locale.ROOT, "  %d,%s,%s%n", day, truck(world), tonne(world)))
                .collect(Collectors.joining("", "observed: |\n  day,outbound_trucks,delivered_t\n", ""));
    }

    private static double truck(World world) {
        return Objects.requireNonNull(world.truths0().get("outbound_trucks_per_day"));
    }

    private static double tonne(World world) {
        return Objects.requireNonNull(world.truths0().get("delivered_t_per_day"));
    }

    /** Trucks of a day: Poisson; {@code growing} carries one more than a Poisson number. */
    private static PoissonDistribution trucks(World world) {
        return new PoissonDistribution(truck(world) - least(world));
    }

    private static int least(World world) {
        return world.name().equals("growing") ? 1 : 0;
    }

    private static void record(Sheet sheet, World world, StudyResult result, int replications, double[] tonnes) {
        PoissonDistribution trucks = trucks(world);
        int least = least(world);
        for (ObservedFit fit : result.observed()) {
            String what = "`" + fit.what() + "` of " + replications + " replications, ";
            if (fit.what().equals("outbound_trucks")) {
                range(sheet, what, fit, x -> trucks.cumulativeProbability(x - least));
            } else if (tonnes.length > 0) {
                double below = fit.periods().stream()
                        .mapToDouble(day -> below(tonnes, day.high()) - below(tonnes, day.low()))
                        .average()
                        .orElseThrow();
                sheet.share(range(what), meant(fit), !fit.marks().isEmpty(), below);
            }
            if (replications == FEW) {
                MetricResult error = result.observedError(fit).orElseThrow();
                double mean = fit.error().mean();
                double half = fit.error().halfWidth95();
                sheet.interval(what + "mean error ±", BAND, !error.marks().isEmpty(), mean - half, mean + half, 0);
            }
        }
    }

    private static String range(String what) {
        return what + "`simulated_low` to `simulated_high`: further replications in it";
    }

    /** With a mark 95%, without one what so many replications promise. */
    private static double meant(ObservedFit fit) {
        return fit.replications() == FEW ? BAND : BAND * (fit.replications() - 1) / (fit.replications() + 1);
    }

    /** The share of counts from low to high, mean over the days. */
    private static void range(Sheet sheet, String what, ObservedFit fit, IntToDoubleFunction upTo) {
        double inside = fit.periods().stream()
                .mapToDouble(day -> upTo.applyAsDouble((int) Math.floor(day.high()))
                        - upTo.applyAsDouble((int) Math.ceil(day.low()) - 1))
                .average()
                .orElseThrow();
        sheet.share(range(what), meant(fit), !fit.marks().isEmpty(), inside);
    }

    /** Probability that a day's loads are at most 0, 0.1, 0.2, … tonnes: a Poisson number of loads of 8 to 12 t, by convolution. */
    private static double[] tonnes(PoissonDistribution trucks) {
        int width = 4 * STEPS;
        double[] upTo = new double[MOST_TONNES * STEPS + 1];
        double[] sum = {1};
        for (int n = 0; 8 * n < MOST_TONNES; n++) {
            for (int i = 0; i < upTo.length; i++) {
                // A cell of the sum of n loads is their lower ends; on average the loads lie half a step above these
                // each.
                upTo[i] += trucks.probability(n) * upTo(sum, i - 8 * STEPS * n - n / 2.0);
            }
            double[] next = new double[sum.length + width - 1];
            for (int i = 0; i < sum.length; i++) {
                for (int j = 0; j < width; j++) {
                    next[i + j] += sum[i] / width;
                }
            }
            sum = next;
        }
        return upTo;
    }

    /** Probability of at most a place, each cell spread evenly half a step to both sides; a single cell is a point. */
    private static double upTo(double[] cells, double place) {
        if (cells.length == 1) {
            return place >= 0 ? 1 : 0;
        }
        double sum = 0;
        for (int i = 0; i < cells.length; i++) {
            sum += cells[i] * Math.min(1, Math.max(0, place - i + 0.5));
        }
        return sum;
    }

    private static double below(double[] tonnes, double y) {
        double place = Math.min(y * STEPS, tonnes.length - 1.0);
        int i = Math.min((int) place, tonnes.length - 2);
        return tonnes[i] + (place - i) * (tonnes[i + 1] - tonnes[i]);
    }
}
