package org.bridgeconvoy.study.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bridgeconvoy.experiment.calibration.Marginal;
import org.bridgeconvoy.experiment.calibration.Posterior;
import org.bridgeconvoy.experiment.calibration.PredictiveCheck;
import org.bridgeconvoy.experiment.input.Input;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.scenario.UncertainInput;
import org.bridgeconvoy.scenario.UncertainInputs;
import org.junit.jupiter.api.Test;

/** A posterior whose worlds are written by hand. */
class CalibrationResultTest {

    private static final int HEADWAY = 0;
    private static final int CONTROL = 1;
    private static final int RATE = 2;

    private static final List<String> CONTROLS = List.of("a", "b", "c");

    private static final UncertainInputs UNCERTAIN = new UncertainInputs(
            List.of(
                    new UncertainInput(
                            "bridge.headway",
                            Input.of("bridge.headway", Distribution.uniform(10, 60)),
                            "s",
                            List.of(),
                            List.of(place("bridge.headway", "%s s"))),
                    new UncertainInput(
                            "bridge.control",
                            Input.choice("bridge.control", 1, 1, 1),
                            "",
                            CONTROLS,
                            List.of(new UncertainInput.Target("bridge.control", value -> CONTROLS.get((int) value)))),
                    new UncertainInput(
                            "demand.*.rate",
                            Input.of("demand.*.rate", Distribution.uniform(0, 3)),
                            "times",
                            List.of(),
                            List.of(place("demand.a.rate", "%s/d"), place("demand.b.rate", "%s/h")))),
            List.of(),
            List.of());

    private static UncertainInput.Target place(String path, String text) {
        return new UncertainInput.Target(path, value -> text.formatted(value));
    }

    private static Marginal marginal(Double... posteriorShares) {
        return new Marginal(
                Input.of("x", Distribution.constant(1)),
                List.of(),
                List.of(),
                List.of(),
                List.of(posteriorShares),
                0,
                0);
    }

    private static CalibrationResult result(List<double[]> worlds, Double... shares) {
        return new CalibrationResult(
                "easy",
                "",
                "",
                "1",
                1,
                LocalDate.of(2024, 9, 2),
                UNCERTAIN,
                List.of(),
                List.of(),
                new Posterior(
                        worlds,
                        List.of(marginal(), marginal(shares), marginal()),
                        new PredictiveCheck(List.of(), 1, 0),
                        List.of(),
                        0));
    }

    /** Of world i each input has the value that is said. */
    private static CalibrationResult result(int worlds, IntFunction<double[]> world) {
        return result(IntStream.range(0, worlds).mapToObj(world).toList());
    }

    @Test
    void an_input_is_told_in_the_words_of_the_scenario() {
        CalibrationResult result = result(2, i -> new double[] {30, 1, 2});

        assertThat(result.inputs()).isEqualTo(3);
        assertThat(result.path(RATE)).isEqualTo("demand.*.rate");
        assertThat(result.unit(HEADWAY)).isEqualTo("s");
        assertThat(result.unit(RATE)).isEqualTo("times");
        assertThat(result.believed(HEADWAY)).contains("uniform").contains("10").contains("60");
        assertThat(result.isChoice(CONTROL)).isTrue();
        assertThat(result.isChoice(HEADWAY)).isFalse();
        assertThat(result.choices(CONTROL)).containsExactly("a", "b", "c");
        assertThat(result.shown(CONTROL, 2)).isEqualTo("c");
        assertThat(result.shown(HEADWAY, 12.5)).isEqualTo("12.5 s");
    }

    /** Deviations of the first are -1.5, -0.5, 0.5 and 1.5, of the last 10 times -0.5, -1.5, 1.5 and 0.5: 3 / 5. */
    @Test
    void the_correlation_of_two_inputs_is_that_of_the_worlds() {
        CalibrationResult result = result(
                List.of(new double[] {21, 1, 120}, new double[] {22, 1, 110}, new double[] {23, 1, 140}, new double[] {
                    24, 1, 130
                }));

        assertThat(result.correlation(HEADWAY, RATE)).isCloseTo(0.6, within(1e-12));
        assertThat(result.correlation(RATE, RATE)).isCloseTo(1, within(1e-12));
        assertThat(result.correlation(CONTROL, RATE)).isZero();
        assertThat(result.correlation(RATE, CONTROL)).isZero();
    }

    /** A chart draws 300 worlds, the file has 1,000: of more each first one of as many pieces. */
    @Test
    void worlds_that_are_shown_are_spread_over_all() {
        CalibrationResult result = result(2_500, i -> new double[] {i, i % 3, i});

        assertThat(result.drawn(HEADWAY))
                .hasSize(300)
                .startsWith(0.0, 8.0, 16.0, 25.0)
                .endsWith(2491.0);
        assertThat(result.paths())
                .containsExactly("bridge.headway", "bridge.control", "demand.a.rate", "demand.b.rate");
        assertThat(result.rows())
                .hasSize(1_000)
                .startsWith(
                        List.of("0.0 s", "a", "0.0/d", "0.0/h"),
                        List.of("2.0 s", "c", "2.0/d", "2.0/h"),
                        List.of("5.0 s", "c", "5.0/d", "5.0/h"))
                .endsWith(List.of("2497.0 s", "b", "2497.0/d", "2497.0/h"));
        assertThat(result(2, i -> new double[] {i, 0, 1}).drawn(HEADWAY)).containsExactly(0.0, 1.0);
        assertThat(result(2, i -> new double[] {i, 0, 1}).rows()).hasSize(2);
    }

    @Test
    void the_new_base_is_the_median_to_four_figures_and_the_most_frequent_choice() {
        List<double[]> worlds = List.of(
                new double[] {50, 0, 1.5},
                new double[] {23.4567, 0, 0.123449},
                new double[] {11, 2, 0.1},
                new double[] {60, 2, 0.2},
                new double[] {12, 1, 0.1});

        assertThat(result(worlds, 0.4, 0.15, 0.45).base())
                .containsExactly(
                        entry("bridge.headway", "23.46 s"),
                        entry("bridge.control", "c"),
                        entry("demand.a.rate", "0.1234/d"),
                        entry("demand.b.rate", "0.1234/h"));
        assertThat(result(worlds, 0.3, 0.45, 0.25).base()).containsEntry("bridge.control", "b");
        assertThat(result(worlds, 0.45, 0.3, 0.25).base()).containsEntry("bridge.control", "a");
    }

    @Test
    void a_choice_has_shares_and_no_histogram() {
        CalibrationResult result = result(20, i -> new double[] {20 + i, 1, 1});

        assertThat(result.histogram(HEADWAY).after().stream()
                        .mapToDouble(x -> x)
                        .sum())
                .isCloseTo(100, within(1e-9));
        assertThatThrownBy(() -> result.histogram(CONTROL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bridge.control is a choice; its marginal has the shares");
    }
}
