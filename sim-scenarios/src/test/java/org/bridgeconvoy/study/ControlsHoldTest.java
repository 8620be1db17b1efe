package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.experiment.ControlledEstimate;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What control variates are worth, and whether their intervals hold: in 1,000 runs the binomial bound is 929 to 971 (mean 950, standard
 * deviation 6.9, three of them). The expectation of a metric comes from all replications of all runs together, with controls.
 *
 * <p>{@code mvn test -Pintervals -pl sim-scenarios -am -Dtest=ControlsHoldTest -Dsurefire.failIfNoSpecifiedTests=false}. The tables go to
 * {@code target/controls-NAME.md}; docs/guide/intervals.md says what came out.
 */
@Tag("intervals")
class ControlsHoldTest {

    private static final int SEEDS = Integer.getInteger("controls.seeds", 50);
    private static final long FIRST_SEED = 9_000_001;

    /** Metrics and controls of many replications. */
    private static final class Pool {

        private final BridgeModel model;
        private final List<double[]> metrics = new ArrayList<>();
        private final List<double[]> controls = new ArrayList<>();

        Pool(Scenario scenario, int perSeed) {
            model = new BridgeModel(scenario.config()).recordingControls();
            try (Workers workers = Workers.of(Runtime.getRuntime().availableProcessors())) {
                for (int s = 0; s < SEEDS; s++) {
                    new Experiment(FIRST_SEED + s, perSeed)
                            .on(workers.pool(), workers.threads())
                            .run(model, (r, result) -> {
                                double[] values = new double[model.metrics().size()];
                                Arrays.setAll(values, i -> result.metrics().value(i));
                                metrics.add(values);
                                controls.add(result.controls());
                            });
                }
            }
        }

        /** The estimates of a run of the replications from one number on. */
        List<MetricResult> run(int first, int count) {
            List<MetricResult> plain = new ArrayList<>();
            List<double[]> values = new ArrayList<>();
            for (int i = 0; i < model.metrics().size(); i++) {
                int metric = i;
                double[] ofMetric = metrics.subList(first, first + count).stream()
                        .mapToDouble(v -> v[metric])
                        .toArray();
                values.add(ofMetric);
                plain.add(new MetricResult(model.metrics().get(i), Estimate.of(ofMetric), 0));
            }
            return Controls.added(
                    plain,
                    values,
                    model.controls(),
                    controls.subList(first, first + count).toArray(double[][]::new));
        }

        int size() {
            return metrics.size();
        }

        int index(String metric) {
            return model.metrics().stream().map(Metric::name).toList().indexOf(metric);
        }
    }

    /** How often intervals of a metric held: without controls, with, and the narrower of both. */
    private record Held(String metric, int runs, int plain, int controlled, int shown, double r2, double narrower) {}

    private static List<Held> held(Pool pool, int replications) {
        List<MetricResult> truth = pool.run(0, pool.size());
        List<Held> all = new ArrayList<>();
        int runs = pool.size() / replications;
        int[][] count = new int[truth.size()][4];
        double[] width = new double[truth.size()];
        for (int run = 0; run < runs; run++) {
            List<MetricResult> results = pool.run(run * replications, replications);
            for (int i = 0; i < truth.size(); i++) {
                MetricResult m = results.get(i);
                ControlledEstimate with = m.controlled();
                if (with != null && with.halfWidth95() > 0) {
                    double expected = truth.get(i).value();
                    count[i][0]++;
                    count[i][1] += Math.abs(m.estimate().mean() - expected)
                                    <= m.estimate().halfWidth95()
                            ? 1
                            : 0;
                    count[i][2] += with.interval().contains(expected) ? 1 : 0;
                    count[i][3] += m.low() <= expected && expected <= m.high() ? 1 : 0;
                    width[i] += m.halfWidth() / m.estimate().halfWidth95();
                }
            }
        }
        for (int i = 0; i < truth.size(); i++) {
            ControlledEstimate with = truth.get(i).controlled();
            if (with != null && count[i][0] == runs && !truth.get(i).metric().isPercentile()) {
                all.add(new Held(
                        truth.get(i).name(), runs, count[i][1], count[i][2], count[i][3], with.r2(), width[i] / runs));
            }
        }
        return all;
    }

    private static void write(String name, List<Held> all) throws IOException {
        StringBuilder table =
                new StringBuilder("| metric | R² | width | without | with | shown |\n|---|---|---|---|---|---|\n");
        for (Held h : all) {
            table.append(String.format(
                    Locale.ROOT,
                    "| `%s` | %.2f | %.2f | %.1f%% | %.1f%% | %.1f%% |%n",
                    h.metric(),
                    h.r2(),
                    h.narrower(),
                    100.0 * h.plain() / h.runs(),
                    100.0 * h.controlled() / h.runs(),
                    100.0 * h.shown() / h.runs()));
        }
        Files.writeString(Path.of("target", "controls-" + name + ".md"), table);
    }

    private static double meanWidth(Pool pool, String metric, int replications, boolean controlled) {
        double sum = 0;
        int perSeed = pool.size() / SEEDS;
        for (int s = 0; s < SEEDS; s++) {
            MetricResult m = pool.run(s * perSeed, replications).get(pool.index(metric));
            sum += controlled
                    ? Objects.requireNonNull(m.controlled()).halfWidth95()
                    : m.estimate().halfWidth95();
        }
        return sum / SEEDS;
    }

    private static Scenario load(String world) throws IOException {
        Path file = Path.of("src", "test", "resources", "intervals", world + ".yaml");
        return Objects.requireNonNull((Files.exists(file)
                        ? new ScenarioLoader().loadText(world, Files.readString(file), List.of())
                        : new ScenarioLoader().load(world, List.of()))
                .scenario());
    }

    @Test
    void spare_replications_of_day_and_night_and_hold() throws IOException {
        Pool pool = new Pool(load("day-and-night"), 800);
        write("day-and-night-200", held(pool, 200));
        List<Held> of40 = held(pool, 40);
        write("day-and-night-40", of40);
        double tonnes40 = meanWidth(pool, "delivered_t_per_day", 40, true);
        double tonnes800 = meanWidth(pool, "delivered_t_per_day", 800, false);
        double lead200 = meanWidth(pool, "lead_time_h", 200, true);
        double lead300 = meanWidth(pool, "lead_time_h", 300, false);
        Files.writeString(
                Path.of("target", "controls-widths.md"),
                String.format(
                        Locale.ROOT,
                        "delivered_t_per_day: 40 with %.4f, 800 without %.4f; lead_time_h: 200 with %.5f, 300 without %.5f%n",
                        tonnes40,
                        tonnes800,
                        lead200,
                        lead300));
        assertThat(tonnes40).isLessThanOrEqualTo(tonnes800);
        assertThat(lead200).isLessThanOrEqualTo(lead300);
        assertThat(of40).hasSizeGreaterThan(30);
        assertThat(of40)
                .filteredOn(h ->
                        h.metric().equals("delivered_t_per_day") || h.metric().equals("lead_time_h"))
                .hasSize(2)
                .allSatisfy(h -> {
                    assertThat(h.controlled()).isBetween(bound(h.runs(), -3), bound(h.runs(), 3));
                    assertThat(h.shown()).isBetween(bound(h.runs(), -3), bound(h.runs(), 3));
                });
    }

    private static int bound(int runs, int deviations) {
        return (int) Math.round(0.95 * runs + deviations * Math.sqrt(0.95 * 0.05 * runs));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shuttle", "docks", "growing", "saturated"})
    void cost_at_most_four_points_of_coverage_in_small_worlds(String world) throws IOException {
        List<Held> all = held(new Pool(load(world), 600), 30);
        write(world, all);
        assertThat(all)
                .isNotEmpty()
                .allSatisfy(
                        h -> assertThat(h.shown()).as(h.metric()).isGreaterThanOrEqualTo(h.plain() - h.runs() / 25));
    }
}
