package org.bridgeconvoy.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.flow.Flow;
import org.bridgeconvoy.flow.Passage;
import org.bridgeconvoy.flow.Report;
import org.bridgeconvoy.flow.Resource;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often each kind of interval of the library holds the truth, in 1,000 experiments with the seeds 1 to 1,000 on models with known answers.
 * Where nothing else is said, an interval must hold as often as it promises, within 3.3 standard deviations of the binomial (a chance of 0.001);
 * where the documentation of a method gives another figure, within these of that figure. {@link CoverageTest} has more cases, in every build.
 *
 * <p>{@code mvn -Pintervals test -pl sim-core -Dtest=LibraryIntervalsTest}; the table goes to {@code target/intervals-library.md}.
 */
@Tag("intervals")
class LibraryIntervalsTest {
    private static final int EXPERIMENTS = 1000;
    private static final Path TABLE = Path.of("target", "intervals-library.md");

    /** Counts of experiments that held, by what was tried, and asserts all of them. */
    private static void check(Map<String, Double> expected, LongFunction<Map<String, Boolean>> experiment)
            throws IOException {
        Map<String, Integer> held = new LinkedHashMap<>();
        expected.keySet().forEach(name -> held.put(name, 0));
        LongStream.rangeClosed(1, EXPERIMENTS)
                .forEach(seed ->
                        experiment.apply(seed).forEach((name, holds) -> held.merge(name, holds ? 1 : 0, Integer::sum)));
        StringBuilder lines = new StringBuilder();
        held.forEach((name, count) -> lines.append(String.format(
                Locale.ROOT,
                "| %s | %.1f%% | %.1f%% |%n",
                name,
                100 * Objects.requireNonNull(expected.get(name)),
                100.0 * count / EXPERIMENTS)));
        Files.writeString(
                TABLE, lines, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND);
        held.forEach((name, count) -> {
            double p = Objects.requireNonNull(expected.get(name));
            double sd = Math.sqrt(EXPERIMENTS * p * (1 - p));
            assertThat((double) count)
                    .as(name)
                    .isBetween(EXPERIMENTS * p - 3.3 * sd, Math.min(EXPERIMENTS, EXPERIMENTS * p + 3.3 * sd));
        });
    }

    private static void check(String name, double expected, LongFunction<Boolean> experiment) throws IOException {
        check(Map.of(name, expected), seed -> Map.of(name, experiment.apply(seed)));
    }

    private static boolean holds(double mean, double half, double truth) {
        return Math.abs(mean - truth) <= half;
    }

    private static double[] values(long seed, int replications, ToDoubleFunction<Streams> model) {
        return new Experiment(seed, replications).values(() -> (Replicator<Double>) model::applyAsDouble, x -> x);
    }

    /** The mean wait of 2,000 customers of an M/M/1 queue with load 0.5, from its long-run state. */
    private static double meanWait(Streams streams) {
        return Lindley.stationaryMean(streams, 0.5, 1, 2000);
    }

    private static final double TRUE_WAIT = Lindley.meanWait(0.5, 1);

    @Test
    void a_mean_over_replications_at_any_confidence() throws IOException {
        double[] confidences = {0.80, 0.90, 0.95, 0.99};
        Map<String, Double> named = new LinkedHashMap<>();
        for (double confidence : confidences) {
            named.put(name(confidence), confidence);
        }
        check(named, seed -> {
            Estimate estimate = Estimate.of(values(seed, 30, LibraryIntervalsTest::meanWait));
            Map<String, Boolean> holds = new LinkedHashMap<>();
            for (double confidence : confidences) {
                holds.put(name(confidence), holds(estimate.mean(), estimate.halfWidth(confidence), TRUE_WAIT));
            }
            return holds;
        });
    }

    private static String name(double confidence) {
        return "`Estimate.halfWidth(" + confidence + ")`, mean of 2,000 waits, M/M/1 at load 0.5, n = 30";
    }

    /** What Student's interval does where observations are skewed or a share: as the documentation of Estimate says. */
    @Test
    void a_mean_of_skewed_observations() throws IOException {
        check("`Estimate`, single exponential values, n = 30", 0.926, seed -> {
            Estimate e = Estimate.of(values(seed, 30, s -> s.stream("x").nextExponential()));
            return holds(e.mean(), e.halfWidth95(), 1);
        });
        for (double[] share : new double[][] {{0.5, 0.957}, {0.2, 0.946}, {0.05, 0.785}}) {
            check("`Estimate`, a share of " + share[0] + " (values 0 and 1), n = 30", share[1], seed -> {
                Estimate e = Estimate.of(values(seed, 30, s -> s.stream("x").nextDouble() < share[0] ? 1.0 : 0.0));
                return holds(e.mean(), e.halfWidth95(), share[0]);
            });
        }
    }

    private static Map<String, Double> queue(Streams streams) {
        RandomStream gaps = streams.stream("gaps");
        RandomStream services = streams.stream("services");
        Simulation sim = new Simulation();
        Resource server = new Resource("server", 1);
        Passage<String> system = new Passage<>("system");
        Flow<String> service = Flow.<String>of()
                .seize(server)
                .delaySeconds(who -> services.nextExponential())
                .release(server)
                .build();
        Flow.<String>of()
                .within(system, service)
                .build()
                .launchEverySeconds(sim, () -> gaps.nextExponential() / 0.5, () -> "customer");
        Report report = new Report(sim).add(server, system).warmUpUntil(200_000_000_000L);
        sim.runUntil(2_200_000_000_000L);
        return report.values();
    }

    @Test
    void an_end_report_of_a_flow() throws IOException {
        Map<String, Double> truths =
                Map.of("system: number inside", 1.0, "system: time inside, s", 2.0, "server: busy", 0.5);
        Map<String, Double> expected = new LinkedHashMap<>();
        truths.keySet().stream().sorted().forEach(figure -> expected.put(report(figure), 0.95));
        check(expected, seed -> {
            EndReport report = EndReport.of(new Experiment(seed, 20).run(() -> LibraryIntervalsTest::queue));
            Map<String, Boolean> holds = new LinkedHashMap<>();
            truths.forEach((figure, truth) -> {
                Estimate estimate = Objects.requireNonNull(report.estimates().get(figure));
                holds.put(report(figure), holds(estimate.mean(), estimate.halfWidth95(), truth));
            });
            return holds;
        });
    }

    private static String report(String figure) {
        return "`EndReport`, " + figure + ", M/M/1 at load 0.5, 2,000 s, n = 20";
    }

    /** The mean of 50 exponential values. */
    private static double ofFifty(Streams streams) {
        RandomStream stream = streams.stream("x");
        return IntStream.range(0, 50).mapToDouble(i -> stream.nextExponential()).sum() / 50;
    }

    private static boolean reaches(long seed, ToDoubleFunction<Streams> model, Precision precision, double truth) {
        Estimate e = new Experiment(seed, 1)
                .runUntil(() -> (Replicator<Double>) model::applyAsDouble, x -> x, precision, (r, x) -> {})
                .estimate();
        return holds(e.mean(), e.halfWidth(precision.confidence()), truth);
    }

    @Test
    void a_precision_that_is_absolute_or_of_another_confidence() throws IOException {
        check(
                "`Precision.absolute(0.02)`, means of 50 exponential values",
                0.95,
                seed -> reaches(seed, LibraryIntervalsTest::ofFifty, Precision.absolute(0.02, 30, 10_000), 1));
        check(
                "`Precision` of 3% at confidence 0.99, means of 50 exponential values",
                0.99,
                seed -> reaches(
                        seed, LibraryIntervalsTest::ofFifty, new Precision(0.03, 30, 10_000).withConfidence(0.99), 1));
        check(
                "`Precision` of 5%, mean of 2,000 waits, M/M/1 at load 0.8",
                0.935,
                seed -> reaches(
                        seed,
                        s -> Lindley.stationaryMean(s, 0.8, 1, 2000),
                        new Precision(0.05, 30, 10_000),
                        Lindley.meanWait(0.8, 1)));
    }

    /** Three metrics at 1 − 0.05 ÷ 3 each, independent of each other, so that they hold together with 0.9508. */
    @Test
    void several_metrics_at_once() throws IOException {
        Precision precision = new Precision(0.03, 30, 10_000).withConfidence(1 - 0.05 / 3);
        check("`PreciseMetric`, three metrics at 1 − 0.05 ÷ 3 each, all at once", 0.9508, seed -> {
            List<PreciseMetric<double[]>> metrics = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                int metric = i;
                metrics.add(new PreciseMetric<>(x -> x[metric], precision));
            }
            Model<double[]> model = () -> streams -> {
                double[] x = new double[3];
                for (int i = 0; i < 3; i++) {
                    RandomStream stream = streams.stream("x" + i);
                    x[i] = IntStream.range(0, 50)
                                    .mapToDouble(k -> stream.nextExponential())
                                    .sum()
                            / 50;
                }
                return x;
            };
            return new Experiment(seed, 1)
                    .runUntil(model, metrics, (r, x) -> {}).stream()
                            .allMatch(
                                    e -> holds(e.estimate().mean(), e.estimate().halfWidth(precision.confidence()), 1));
        });
    }

    @ParameterizedTest
    @CsvSource({"0.5,20000,20,0.95", "0.8,100000,40,0.95", "0.9,4000,40,0.64", "0.9,40000,10,0.92"})
    void batch_means(double load, int waits, int batches, double expected) throws IOException {
        check(
                String.format(
                        Locale.ROOT, "`BatchMeans`, %,d waits in %d batches, M/M/1 at load %s", waits, batches, load),
                expected,
                seed -> {
                    Streams streams = Streams.of(seed, 1);
                    RandomStream start = streams.stream("start");
                    double first = start.nextDouble() < load ? start.nextExponential() / (1 - load) : 0;
                    Estimate e = BatchMeans.of(Lindley.waits(streams, load, 1, waits, first), batches)
                            .estimate();
                    return holds(e.mean(), e.halfWidth95(), Lindley.meanWait(load, 1));
                });
    }

    /** An autoregressive series x' = 0.9 x + e from its long-run state. */
    @Test
    void batch_means_of_an_autoregressive_series() throws IOException {
        check("`BatchMeans`, 20,000 values in 20 batches, AR(1) with 0.9", 0.95, seed -> {
            RandomStream stream = Streams.of(seed, 1).stream("e");
            double[] series = new double[20_000];
            double x = stream.nextGaussian() / Math.sqrt(1 - 0.81);
            for (int i = 0; i < series.length; i++) {
                series[i] = 5 + x;
                x = 0.9 * x + stream.nextGaussian();
            }
            Estimate e = BatchMeans.of(series, 20).estimate();
            return holds(e.mean(), e.halfWidth95(), 5);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "0.8,500,10,0.92",
        "0.8,500,30,0.93",
        "0.8,2000,10,0.95",
        "0.8,2000,30,0.94",
        "0.5,500,10,0.93",
        "0.5,500,30,0.96"
    })
    void percentiles_of_all_observations(double load, int waits, int replications, double expected) throws IOException {
        double truth = Math.log(load / 0.05) / (1 - load);
        check(
                String.format(
                        Locale.ROOT,
                        "`PooledPercentile` 95, %,d waits, M/M/1 at load %s, n = %d",
                        waits,
                        load,
                        replications),
                expected,
                seed -> {
                    List<double[]> all = new Experiment(seed, replications).run(() -> streams -> {
                        RandomStream start = streams.stream("start");
                        double first = start.nextDouble() < load ? start.nextExponential() / (1 - load) : 0;
                        return Lindley.waits(streams, load, 1, waits, first);
                    });
                    PooledPercentile p95 = PooledPercentile.of(all, 0.95);
                    // An end beyond what was observed is missing, and says nothing.
                    return !(p95.low95() > truth) && !(p95.high95() < truth);
                });
    }

    /** Mean wait with the means of its service and interarrival times, whose expectations are known, as controls. */
    @Test
    void control_variates() throws IOException {
        int customers = 2000;
        check("`ControlledEstimate`, two controls, mean of 2,000 waits, M/M/1 at load 0.5, n = 30", 0.95, seed -> {
            List<double[]> rows = new Experiment(seed, 30).run(() -> streams -> {
                RandomStream start = streams.stream("start");
                RandomStream arrivals = streams.stream("arrivals");
                RandomStream services = streams.stream("services");
                double wait = start.nextDouble() < 0.5 ? start.nextExponential() / 0.5 : 0;
                double waited = wait;
                double served = 0;
                double between = 0;
                for (int i = 1; i < customers; i++) {
                    double service = services.nextExponential();
                    double gap = arrivals.nextExponential() / 0.5;
                    served += service;
                    between += gap;
                    wait = Math.max(0, wait + service - gap);
                    waited += wait;
                }
                int n = customers - 1;
                return new double[] {waited / customers, served / n - 1, between / n - 2};
            });
            ControlledEstimate e = ControlledEstimate.of(
                    rows.stream().mapToDouble(r -> r[0]).toArray(),
                    List.of(
                            rows.stream().mapToDouble(r -> r[1]).toArray(),
                            rows.stream().mapToDouble(r -> r[2]).toArray()));
            return e.interval().contains(TRUE_WAIT);
        });
    }

    @Test
    void antithetic_pairs() throws IOException {
        check("`Antithetic`, 30 pairs, mean of 2,000 waits, M/M/1 at load 0.5", 0.95, seed -> {
            Estimate e = new Experiment(seed, 30)
                    .estimate(
                            Antithetic.pairs(() -> (Replicator<Double>) LibraryIntervalsTest::meanWait),
                            pair -> pair.mean(x -> x));
            return holds(e.mean(), e.halfWidth95(), TRUE_WAIT);
        });
    }

    /** Service rates 1, 1.1 and 1.25 with common random numbers, each from the long-run state. */
    @Test
    void comparisons_with_common_random_numbers() throws IOException {
        double[] rates = {1, 1.1, 1.25};
        Map<String, Double> expected = new LinkedHashMap<>();
        String paired = "`PairedDifference`, waits of M/M/1 at loads 0.5 and 0.45, n = 15";
        expected.put(paired, 0.95);
        check(expected, seed -> {
            List<double[]> values = Arrays.stream(rates)
                    .mapToObj(rate -> values(seed, 15, s -> Lindley.stationaryMean(s, 0.5, rate, 2000)))
                    .toList();
            PairedDifference d = PairedDifference.of("b", values.get(1), "a", values.get(0), 0.95);
            double truth = Lindley.meanWait(0.5, rates[1]) - Lindley.meanWait(0.5, rates[0]);
            return Map.of(paired, d.interval().contains(truth));
        });
        // Simultaneous statements hold at least as often as they promise: of three pairs 95%, of comparisons with the
        // best 97.5%.
        int pairs = 0;
        int best = 0;
        for (long seed = 1; seed <= EXPERIMENTS; seed++) {
            long ofExperiment = seed;
            List<double[]> values = Arrays.stream(rates)
                    .mapToObj(rate -> values(ofExperiment, 15, s -> Lindley.stationaryMean(s, 0.5, rate, 2000)))
                    .toList();
            Comparison comparison = Comparison.of(List.of("0", "1", "2"), values);
            pairs += comparison.allPairs().stream().allMatch(d -> d.interval().contains(truth(d, rates))) ? 1 : 0;
            best += comparison.withBest(Goal.MINIMUM).stream()
                            .allMatch(w -> w.interval().contains(withBest(w, rates)))
                    ? 1
                    : 0;
        }
        Files.writeString(
                TABLE,
                String.format(
                        Locale.ROOT,
                        "| `Comparison.allPairs`, three M/M/1, n = 15, all at once | at least 95%% | %.1f%% |%n"
                                + "| `Comparison.withBest`, three M/M/1, n = 15, all at once | at least 97.5%% | %.1f%% |%n",
                        pairs / 10.0,
                        best / 10.0),
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.APPEND);
        assertThat(pairs).isGreaterThanOrEqualTo(927);
        assertThat(best).isGreaterThanOrEqualTo(959);
    }

    private static double truth(PairedDifference d, double[] rates) {
        return Lindley.meanWait(0.5, rates[Integer.parseInt(d.variant())])
                - Lindley.meanWait(0.5, rates[Integer.parseInt(d.reference())]);
    }

    private static double withBest(WithBest w, double[] rates) {
        int self = Integer.parseInt(w.variant());
        double others = IntStream.range(0, rates.length)
                .filter(i -> i != self)
                .mapToDouble(i -> Lindley.meanWait(0.5, rates[i]))
                .min()
                .orElseThrow();
        return Lindley.meanWait(0.5, rates[self]) - others;
    }
}
