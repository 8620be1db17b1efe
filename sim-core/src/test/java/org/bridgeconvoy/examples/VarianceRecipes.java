package org.bridgeconvoy.examples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.bridgeconvoy.experiment.Antithetic;
import org.bridgeconvoy.experiment.ControlledEstimate;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.experiment.Model;
import org.bridgeconvoy.experiment.PreciseEstimate;
import org.bridgeconvoy.experiment.PreciseMetric;
import org.bridgeconvoy.experiment.Precision;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.LatinHypercube;
import org.bridgeconvoy.random.NormalCopula;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;

/** Recipes of the cookbook: narrower intervals for the same time, and values that depend on each other. */
final class VarianceRecipes {
    private VarianceRecipes() {}

    // tag: day
    /** A day at a counter: the mean wait, and how much longer services and gaps were than expected, all in minutes. */
    record Day(double meanWait, double services, double gaps) {

        /** 100 customers, one each 5 min, served in 4 min. */
        static Day of(Streams streams) {
            Distribution gap = Distribution.exponential(5).inverted();
            Distribution service = Distribution.erlang(3, 4).inverted();
            RandomStream gaps = streams.stream("gaps");
            RandomStream services = streams.stream("services");
            double wait = 0;
            double sum = 0;
            double longer = 0;
            double later = 0;
            for (int i = 0; i < 100; i++) {
                double served = service.sample(services);
                double next = gap.sample(gaps);
                sum += wait;
                longer += served - service.mean();
                later += next - gap.mean();
                wait = Math.max(0, wait + served - next);
            }
            return new Day(sum / 100, longer, later);
        }
    }
    // end: day

    static String controls() {
        // tag: controls
        List<Day> days = new Experiment(/* seed */ 1, /* replications */ 40).run(() -> Day::of);
        double[] waits = values(days, Day::meanWait);
        ControlledEstimate known =
                ControlledEstimate.of(waits, List.of(values(days, Day::services), values(days, Day::gaps)));
        // end: controls
        Estimate plain = Estimate.of(waits);
        return String.format(
                Locale.ROOT,
                "wait %.2f +- %.2f min; with %d controls %.2f +- %.2f min\n",
                plain.mean(),
                plain.halfWidth95(),
                known.controls(),
                known.mean(),
                known.halfWidth95());
    }

    private static double[] values(List<Day> days, ToDoubleFunction<Day> value) {
        return days.stream().mapToDouble(value).toArray();
    }

    static String antithetic() {
        // tag: antithetic
        Model<Day> counter = () -> Day::of;
        Estimate pairs = new Experiment(/* seed */ 1, /* pairs */ 20)
                .estimate(Antithetic.pairs(counter), pair -> pair.mean(Day::meanWait));
        // end: antithetic
        Estimate plain = new Experiment(1, 40).estimate(counter, Day::meanWait);
        return String.format(
                Locale.ROOT,
                "wait %.2f +- %.2f min from 40 days; from 20 pairs %.2f +- %.2f min\n",
                plain.mean(),
                plain.halfWidth95(),
                pairs.mean(),
                pairs.halfWidth95());
    }

    static String several() {
        // tag: several
        Precision halfMinute = Precision.absolute(/* min */ 0.5, /* first look */ 30, /* at most */ 5_000);
        List<PreciseMetric<Day>> wanted = List.of(
                new PreciseMetric<>(Day::meanWait, halfMinute.withConfidence(0.975)),
                new PreciseMetric<>(
                        day -> day.meanWait() > 10 ? 1 : 0,
                        Precision.absolute(0.05, 30, 5_000).withConfidence(0.975)));
        List<PreciseEstimate> known = new Experiment(/* seed */ 1, 30).runUntil(() -> Day::of, wanted, (r, day) -> {});
        // end: several
        return String.format(
                Locale.ROOT,
                "wait %.1f min, above 10 min on %.0f%% of days, both with 95%%: %d days\n",
                known.get(0).estimate().mean(),
                100 * known.get(1).estimate().mean(),
                known.get(0).replications());
    }

    static String dependent() {
        // tag: dependent
        NormalCopula together = NormalCopula.ofRanks(new double[][] {{1, 0.7}, {0.7, 1}});
        Distribution load = Distribution.triangular(34, 40, 46);
        Distribution minutes = Distribution.lognormal(75, 20);
        List<double[]> trucks = new ArrayList<>();
        for (double[] point : LatinHypercube.draw(200, 2, Streams.of(1, 1).stream("trucks"))) {
            double[] u = together.of(point);
            trucks.add(new double[] {load.quantile(u[0]), minutes.quantile(u[1])});
        }
        // end: dependent
        double[] heavy =
                trucks.stream().filter(t -> t[0] > 42).mapToDouble(t -> t[1]).toArray();
        return String.format(
                Locale.ROOT,
                "mean load %.2f t (exact: 40 t); unloading above 42 t takes %.0f min, of all %.0f min\n",
                trucks.stream().mapToDouble(t -> t[0]).average().orElseThrow(),
                Arrays.stream(heavy).average().orElseThrow(),
                trucks.stream().mapToDouble(t -> t[1]).average().orElseThrow());
    }
}
