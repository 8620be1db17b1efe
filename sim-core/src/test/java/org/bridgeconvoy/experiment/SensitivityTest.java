package org.bridgeconvoy.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bridgeconvoy.experiment.SensitivityModels.Chance;
import org.bridgeconvoy.experiment.input.Input;
import org.bridgeconvoy.experiment.input.InputSpace;
import org.bridgeconvoy.experiment.sensitivity.ConditionalMean;
import org.bridgeconvoy.experiment.sensitivity.ExpectedRange;
import org.bridgeconvoy.experiment.sensitivity.InputIndices;
import org.bridgeconvoy.experiment.sensitivity.IntervalEstimate;
import org.bridgeconvoy.experiment.sensitivity.SensitivityAnalysis;
import org.bridgeconvoy.experiment.sensitivity.SensitivityDesign;
import org.bridgeconvoy.experiment.sensitivity.TornadoBar;
import org.bridgeconvoy.experiment.sensitivity.VarianceSplit;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Against functions whose indices, variances and quantiles are known. */
class SensitivityTest {

    static Stream<Arguments> models() {
        return Stream.of(
                Arguments.of("Ishigami", SensitivityModels.ishigami(), Chance.NONE, 1),
                Arguments.of("Ishigami, chance anew", SensitivityModels.ishigami(), Chance.independent(3), 4),
                Arguments.of("Ishigami, common chance", SensitivityModels.ishigami(), Chance.common(1), 4),
                Arguments.of("g-function", SensitivityModels.g(), Chance.NONE, 1),
                Arguments.of("g-function, chance anew", SensitivityModels.g(), Chance.independent(0.5), 4));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void indices_are_those_of_the_expected_value(
            String name, SensitivityModels model, Chance chance, int replications) {
        List<InputIndices> indices =
                model.analyse(1024, replications, chance, 1).indices();
        for (int i = 0; i < indices.size(); i++) {
            InputIndices index = indices.get(i);
            assertThat(index.first().value()).isCloseTo(model.first()[i], within(0.08));
            assertThat(index.main().value()).isCloseTo(model.total()[i], within(0.08));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void intervals_hold_the_exact_index(String name, SensitivityModels model, Chance chance, int replications) {
        coverage(model, chance, replications, 30, 0.85);
    }

    /** At 95% and 400 repetitions the share falls below 0.93 with chance 0.03. */
    @Tag("intervals")
    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void intervals_hold_the_exact_index_in_93_percent_of_400(
            String name, SensitivityModels model, Chance chance, int replications) {
        coverage(model, chance, replications, 400, 0.93);
    }

    private static void coverage(
            SensitivityModels model, Chance chance, int replications, int repetitions, double least) {
        int inputs = model.space().size();
        int[] first = new int[inputs];
        int[] total = new int[inputs];
        for (int seed = 1; seed <= repetitions; seed++) {
            List<InputIndices> indices =
                    model.analyse(128, replications, chance, seed).indices();
            for (int i = 0; i < inputs; i++) {
                first[i] += holds(indices.get(i).first(), model.first()[i]) ? 1 : 0;
                total[i] += holds(indices.get(i).main(), model.total()[i]) ? 1 : 0;
            }
        }
        for (int i = 0; i < inputs; i++) {
            assertThat(first[i] / (double) repetitions).as("first %d", i + 1).isGreaterThanOrEqualTo(least);
            assertThat(total[i] / (double) repetitions).as("total %d", i + 1).isGreaterThanOrEqualTo(least);
        }
    }

    private static boolean holds(IntervalEstimate estimate, double exact) {
        return estimate.interval95().contains(exact);
    }

    static Stream<Arguments> withoutEffect() {
        return Stream.of(
                Arguments.of("nothing has an effect", SensitivityModels.sum(new double[10])),
                Arguments.of("one has an effect", SensitivityModels.tenWith(0)),
                Arguments.of("ten have 0.001", SensitivityModels.tenWith(0.001)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withoutEffect")
    void noise_alone_does_not_make_an_input_matter(String name, SensitivityModels model) {
        assertThat(saidToMatter(model, LongStream.rangeClosed(1, 20))).isLessThanOrEqualTo(0.08);
    }

    @Tag("intervals")
    @ParameterizedTest(name = "{0}")
    @MethodSource("withoutEffect")
    void at_most_one_input_in_twenty_is_said_to_matter_over_200_seeds(String name, SensitivityModels model) {
        assertThat(saidToMatter(model, LongStream.rangeClosed(1, 200))).isLessThanOrEqualTo(0.05);
    }

    private static double saidToMatter(SensitivityModels model, LongStream seeds) {
        return seeds.map(seed -> model.analyse(64, 2, Chance.independent(1), seed).indices().stream()
                                .limit(10)
                                .filter(InputIndices::matters)
                                .count())
                        .average()
                        .orElseThrow()
                / 10;
    }

    @Test
    void an_input_that_has_an_effect_matters() {
        List<InputIndices> indices = SensitivityModels.sum(3, 1)
                .analyse(128, 4, Chance.independent(1), 1)
                .indices();
        assertThat(indices).allMatch(InputIndices::matters);
    }

    @Test
    void variance_is_split_into_chance_and_worlds() {
        // Worlds of variance 4 + 5, chance of variance 16.
        VarianceSplit split = SensitivityModels.sum(4, 5)
                .analyse(256, 2, Chance.independent(4), 1)
                .split();
        assertThat(holds(split.worlds(), 9)).isTrue();
        assertThat(holds(split.chance(), 16)).isTrue();
        assertThat(holds(split.worldsShare(), 9 / 25.0)).isTrue();
        assertThat(split.worldsShare().value()).isCloseTo(0.36, within(0.05));
    }

    /**
     * The time in the system of an M/M/1 queue in equilibrium is exponential with rate μ − λ. With μ = 1 and λ uniform on [0.3, 0.7], Var(E) and E(Var) are
     * integrals: E[1/(1−λ)] = ln(0.7/0.3)/0.4, E[1/(1−λ)²] = (1/0.3 − 1/0.7)/0.4; both moments of the exponential follow.
     */
    @Test
    void the_split_of_a_queue_with_an_uncertain_rate_is_that_of_the_integrals() {
        double mean = Math.log(0.7 / 0.3) / 0.4;
        double square = (1 / 0.3 - 1 / 0.7) / 0.4;
        InputSpace space = new InputSpace(List.of(Input.of("rate", Distribution.uniform(0.3, 0.7))));
        SensitivityDesign design = SensitivityDesign.sobol(space, 2048, 4, 4, 1);
        List<double[]> points = design.points();
        SensitivityAnalysis analysis = SensitivityAnalysis.of(
                        design,
                        tasks -> tasks.stream()
                                .map(task -> {
                                    double rate = Double.isNaN(points.get(task.point())[0])
                                            ? 0.5
                                            : points.get(task.point())[0];
                                    double[][] rows = new double[task.replications()][];
                                    for (int r = 0; r < rows.length; r++) {
                                        rows[r] = new double[] {timeInSystem(rate, Streams.of(9, task.first() + r))};
                                    }
                                    return rows;
                                })
                                .toList())
                .get(0);
        VarianceSplit split = analysis.split();
        assertThat(split.chance().value()).isCloseTo(square, within(0.1 * square));
        assertThat(holds(split.chance(), square)).isTrue();
        assertThat(holds(split.worlds(), square - mean * mean)).isTrue();
        assertThat(holds(analysis.expected().mean(), mean)).isTrue();
    }

    /** The number found at arrival is geometric in equilibrium; the customer waits for their services and its own. */
    private static double timeInSystem(double rate, Streams streams) {
        int found = (int) Math.floor(Math.log(streams.stream("found").nextDouble()) / Math.log(rate));
        RandomStream service = streams.stream("service");
        double time = 0;
        for (int i = 0; i <= found; i++) {
            time += service.nextExponential();
        }
        return time;
    }

    @Test
    void the_range_to_expect_is_that_of_the_expected_values_not_of_the_means() {
        InputSpace space = new InputSpace(List.of(Input.of("x", Distribution.normal(10, 2))));
        SensitivityModels model = new SensitivityModels(space, x -> x[0], new double[] {1}, new double[] {1});
        ExpectedRange range = model.analyse(1024, 4, Chance.independent(6), 1).expected();

        // Means have variance 4 + 36/4, expected values 4: the factor is √(4/13), the range 10 ± 1.645 · 2.
        assertThat(range.shrinkage()).isCloseTo(Math.sqrt(4 / 13.0), within(0.05));
        assertThat(range.chanceShare()).isCloseTo(9 / 13.0, within(0.05));
        assertThat(range.isShapeUnsure()).isTrue();
        assertThat(model.analyse(256, 4, Chance.independent(0.4), 1).expected().isShapeUnsure())
                .as("chance has 0.04 / 4.04 of the variance")
                .isFalse();
        assertThat(range.p5()).isCloseTo(10 - 1.645 * 2, within(0.4));
        assertThat(range.p95()).isCloseTo(10 + 1.645 * 2, within(0.4));
        assertThat(range.median()).isCloseTo(10, within(0.3));
    }

    @Test
    void without_a_spread_of_worlds_the_range_is_a_point_and_nothing_matters() {
        SensitivityAnalysis analysis = SensitivityModels.sum(0, 0).analyse(32, 1, Chance.NONE, 1);
        assertThat(analysis.expected().p5()).isZero();
        assertThat(analysis.expected().p95()).isZero();
        assertThat(analysis.expected().isShapeUnsure()).as("there is no chance").isFalse();
        assertThat(analysis.indices()).noneMatch(InputIndices::matters);
        assertThat(analysis.indices().get(0).first().value()).isNaN();
        assertThat(analysis.split().worldsShare().value()).isNaN();
    }

    @Test
    void a_tornado_sets_each_input_alone() {
        InputSpace space = new InputSpace(List.of(
                Input.of("a", Distribution.uniform(0, 100)),
                Input.choice("b", 1, 0, 1),
                Input.whole("c", Distribution.uniform(0.5, 10.5))));
        SensitivityModels model =
                new SensitivityModels(space, x -> x[0] + 1000 * x[1] - x[2], new double[3], new double[3]);
        SensitivityAnalysis analysis = model.analyse(16, 2, Chance.common(0), 1);
        List<TornadoBar> bars = analysis.tornado();

        assertThat(bars.get(0).ends().stream().map(TornadoBar.End::value)).containsExactly(5.0, 95.0);
        assertThat(bars.get(1).ends().stream().map(TornadoBar.End::value)).containsExactly(0.0, 2.0);
        assertThat(bars.get(2).ends().stream().map(TornadoBar.End::value)).containsExactly(1.0, 10.0);
        assertThat(bars.get(0).width()).isCloseTo(95, within(1e-9));
        assertThat(bars.get(1).width()).isCloseTo(2000, within(1e-9));
        assertThat(bars.get(2).ends().get(1).difference().estimate().mean()).isEqualTo(-10);
        assertThat(analysis.base().mean()).isZero();
    }

    @Test
    void the_chance_of_a_bound_counts_replications_or_expected_values() {
        // Worlds uniform with variance 1 from -√3 to √3; chance of variance 1.
        SensitivityAnalysis analysis = SensitivityModels.sum(1).analyse(1024, 4, Chance.independent(1), 1);
        assertThat(holds(analysis.chanceOfReplication(y -> y >= 0), 0.5)).isTrue();
        assertThat(holds(analysis.chanceOfExpected(y -> y >= 0), 0.5)).isTrue();
        // P(world >= 1.2) = (√3 − 1.2) / (2√3).
        assertThat(analysis.chanceOfExpected(y -> y >= 1.2).value())
                .isCloseTo((Math.sqrt(3) - 1.2) / (2 * Math.sqrt(3)), within(0.03));
        // P(world + chance >= 3), the integral over the worlds: 0.01406 (scipy.integrate.quad).
        assertThat(analysis.chanceOfReplication(y -> y >= 3).value()).isCloseTo(0.01406, within(0.005));
        IntervalEstimate never = analysis.chanceOfExpected(y -> y > 1e9);
        assertThat(never.value()).isZero();
        assertThat(never.interval95().high()).isBetween(0.0001, 0.01);
    }

    @Test
    void given_worlds_have_first_order_indices_only() {
        // Y = X1 + X2 with correlation 0.5: Var(E[Y | X1]) / Var(Y) = (1 + 0.5)² / (2 + 2 · 0.5) = 0.75; X3 is apart.
        RandomStream stream = Streams.of(4, 1).stream("sample");
        List<double[]> sample = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            double x1 = stream.nextGaussian();
            double x2 = 0.5 * x1 + Math.sqrt(0.75) * stream.nextGaussian();
            sample.add(new double[] {x1, x2, stream.nextGaussian()});
        }
        SensitivityModels model = SensitivityModels.sum(1, 1, 0);
        SensitivityDesign design = SensitivityDesign.given(model.space(), sample, 2, 10, 1);
        SensitivityAnalysis analysis = model.analyse(design, Chance.independent(1), 3);

        assertThat(design.independent()).isFalse();
        assertThat(analysis.tornado()).isEmpty();
        List<InputIndices> indices = analysis.indices();
        assertThat(indices).allMatch(i -> i.total().isEmpty());
        assertThat(indices.get(0).first().value()).isCloseTo(0.75, within(0.05));
        assertThat(indices.get(1).main().value()).isCloseTo(0.75, within(0.05));
        assertThat(indices.get(2).first().value()).isCloseTo(0, within(0.02));
        assertThat(indices).extracting(InputIndices::matters).containsExactly(true, true, false);
    }

    @Test
    void conditional_means_follow_the_input() {
        List<ConditionalMean> means =
                SensitivityModels.sum(1, 0.01).analyse(256, 1, Chance.NONE, 1).conditionalMeans(0);
        assertThat(means).hasSize(10);
        assertThat(means).allMatch(m -> Math.abs(m.mean() - m.input()) < 0.15);
        assertThat(means.stream().mapToInt(ConditionalMean::worlds).sum()).isEqualTo(256 * 4);
    }

    @Test
    void worlds_that_are_equal_are_one_point_and_rows_have_replications_of_their_own() {
        InputSpace space = new InputSpace(List.of(Input.choice("a", 1, 1), Input.choice("b", 1, 1)));
        SensitivityDesign design = SensitivityDesign.sobol(space, 8, 3, 5, 1);
        assertThat(design.rows()).isEqualTo(8);
        assertThat(design.worldsPerRow()).isEqualTo(4);
        // The base, two ends of each choice, and of each row at most four worlds.
        assertThat(design.points()).hasSizeLessThan(1 + 4 + 8 * 4);
        assertThat(design.tasks()).hasSameSizeAs(design.points());
        assertThat(design.tasks().get(design.point(2, 0)).first()).isEqualTo(7);
        assertThat(design.tasks().get(design.point(2, 0)).last()).isEqualTo(9);
        for (int row = 0; row < 8; row++) {
            double[] ab = design.points().get(design.point(row, 2));
            assertThat(ab[0]).isEqualTo(design.points().get(design.point(row, 1))[0]);
            assertThat(ab[1]).isEqualTo(design.points().get(design.point(row, 0))[1]);
        }
    }

    @Test
    void rows_without_data_are_left_out() {
        SensitivityModels model = SensitivityModels.sum(1);
        SensitivityDesign design = SensitivityDesign.sobol(model.space(), 32, 2, 2, 1);
        int broken = design.point(3, 1);
        SensitivityAnalysis analysis =
                model.analyse(design, (streams, point, x) -> point == broken ? Double.NaN : 0, 1);
        assertThat(analysis.rowsLeftOut()).isEqualTo(1);
        assertThat(analysis.worldMeans()).hasSize(31 * 3).doesNotContain(Double.NaN);
    }

    @Test
    void refuses_designs_that_cannot_be() {
        InputSpace space = SensitivityModels.sum(1).space();
        assertThatThrownBy(() -> SensitivityDesign.sobol(space, 1, 2, 2, 1)).hasMessageContaining("rows must be >= 2");
        assertThatThrownBy(() -> SensitivityDesign.sobol(space, 2, 0, 2, 1)).hasMessageContaining("replications");
        List<double[]> uneven = List.of(new double[2], new double[1]);
        assertThatThrownBy(() -> SensitivityDesign.given(space, uneven, 1, 1, 1))
                .hasMessageContaining("world 1 must have 1 values, got 2");
    }
}
