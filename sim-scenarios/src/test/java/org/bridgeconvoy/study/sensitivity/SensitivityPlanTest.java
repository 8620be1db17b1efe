package org.bridgeconvoy.study.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bridgeconvoy.experiment.input.Input;
import org.bridgeconvoy.experiment.point.PointTask;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.scenario.UncertainInput;
import org.bridgeconvoy.scenario.UncertainInputs;
import org.junit.jupiter.api.Test;

/** The worlds of a sensitivity analysis. */
class SensitivityPlanTest {

    private static UncertainInput.Target place(String path) {
        return new UncertainInput.Target(path, value -> Math.round(value) + " s");
    }

    /** An input at one place and one at two. */
    private static final UncertainInputs INDEPENDENT = new UncertainInputs(
            List.of(
                    new UncertainInput(
                            "a", Input.of("a", Distribution.uniform(0, 100)), "s", List.of(), List.of(place("a"))),
                    new UncertainInput(
                            "b.*",
                            Input.of("b.*", Distribution.uniform(1000, 1200)),
                            "s",
                            List.of(),
                            List.of(place("b.x"), place("b.y")))),
            List.of(),
            List.of());

    private static UncertainInputs joint(List<List<String>> rows) {
        return new UncertainInputs(List.of(), List.of("a", "b"), rows);
    }

    /** So many rows, which are numbered. */
    private static UncertainInputs numbered(int rows) {
        return joint(
                IntStream.range(0, rows).mapToObj(i -> List.of(i + " s", "x")).toList());
    }

    /** Numbers of the rows of {@link #numbered} that a plan has chosen. */
    private static List<Integer> chosen(SensitivityPlan plan) {
        return plan.sets().stream()
                .skip(1)
                .map(set -> Integer.parseInt(set.get(0).substring(2, set.get(0).indexOf(' '))))
                .toList();
    }

    /** The base sets nothing, each end of a tornado bar one input, to its 5th or 95th percentile; a row has a world more than twice for two inputs. */
    @Test
    void the_points_are_the_base_the_ends_of_the_tornado_and_the_rows() {
        SensitivityPlan plan = SensitivityPlan.of(INDEPENDENT, 12, 2, 5, 1);

        assertThat(plan.design().rows()).isEqualTo(3);
        assertThat(plan.sets()).hasSize(1 + 4 + 12);
        assertThat(plan.sets().subList(0, 5))
                .containsExactly(
                        List.of(),
                        List.of("a=5 s"),
                        List.of("a=95 s"),
                        List.of("b.x=1010 s", "b.y=1010 s"),
                        List.of("b.x=1190 s", "b.y=1190 s"));
        assertThat(plan.sets().subList(5, 17)).allSatisfy(set -> {
            assertThat(set).hasSize(3);
            assertThat(set.get(0)).startsWith("a=");
            assertThat(set.get(1)).startsWith("b.x=1");
            assertThat(set.get(2).substring(4)).isEqualTo(set.get(1).substring(4));
        });
        assertThat(plan.replications()).isEqualTo(5 * 5 + 12 * 2);
    }

    @Test
    void worlds_that_fill_no_further_row_are_left_out_and_two_rows_are_needed() {
        assertThat(SensitivityPlan.of(INDEPENDENT, 8, 1, 1, 1).design().rows()).isEqualTo(2);
        assertThat(SensitivityPlan.of(INDEPENDENT, 15, 1, 1, 1).design().rows()).isEqualTo(3);
        assertThat(SensitivityPlan.of(INDEPENDENT, 0, 1, 1, 1).design().rows()).isEqualTo(SensitivityPlan.ROWS);
        assertThatThrownBy(() -> SensitivityPlan.of(INDEPENDENT, 7, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--worlds must be at least 8 with 2 uncertain inputs, got 7");
    }

    /** Texts without a number are numbered in the order in which they come first. */
    @Test
    void a_joint_sample_gives_the_base_and_a_world_a_row() {
        SensitivityPlan plan = SensitivityPlan.of(
                joint(List.of(
                        List.of("12 trucks/d", "odd"),
                        List.of(" 8", "even"),
                        List.of("-1.5e1\ts", "odd"),
                        List.of("12", "none"))),
                0,
                3,
                2,
                1);

        assertThat(plan.sets())
                .containsExactly(
                        List.of(),
                        List.of("a=12 trucks/d", "b=odd"),
                        List.of("a= 8", "b=even"),
                        List.of("a=-1.5e1\ts", "b=odd"),
                        List.of("a=12", "b=none"));
        assertThat(plan.design().points().stream().skip(1).map(Arrays::toString))
                .containsExactly("[12.0, 0.0]", "[8.0, 1.0]", "[-15.0, 0.0]", "[12.0, 2.0]");
        assertThat(plan.design().space().inputs()).extracting(Input::name).containsExactly("a", "b");
        assertThat(plan.design().tasks())
                .containsExactly(
                        new PointTask(0, 1, 2),
                        new PointTask(1, 1, 3),
                        new PointTask(2, 4, 6),
                        new PointTask(3, 7, 9),
                        new PointTask(4, 10, 12));
        assertThat(plan.replications()).isEqualTo(2 + 4 * 3);
    }

    /** Without replacement and in their order. Of 200 seeds each of 10 rows is in 60 samples of 3, with a standard deviation of 6.5. */
    @Test
    void of_many_rows_some_are_drawn_at_random() {
        List<List<Integer>> samples = LongStream.rangeClosed(1, 200)
                .mapToObj(seed -> chosen(SensitivityPlan.of(numbered(10), 3, 1, 1, seed)))
                .toList();

        assertThat(samples)
                .allSatisfy(sample -> assertThat(sample).hasSize(3).isSorted().doesNotHaveDuplicates());
        for (int row = 0; row < 10; row++) {
            int one = row;
            assertThat(samples.stream().filter(sample -> sample.contains(one)).count())
                    .as("row " + row)
                    .isBetween(60L - 26, 60L + 26);
        }
    }

    @Test
    void all_rows_are_taken_where_they_are_not_more_than_is_wanted() {
        assertThat(chosen(SensitivityPlan.of(numbered(5), 5, 1, 1, 1))).containsExactly(0, 1, 2, 3, 4);
        assertThat(chosen(SensitivityPlan.of(numbered(5), 0, 1, 1, 1))).containsExactly(0, 1, 2, 3, 4);
        assertThat(chosen(SensitivityPlan.of(numbered(1_001), 0, 1, 1, 1))).hasSize(1_000);
        assertThat(chosen(SensitivityPlan.of(numbered(2), 2, 1, 1, 1))).containsExactly(0, 1);
        Stream.of(1, 0, 5)
                .forEach(worlds -> assertThatThrownBy(
                                () -> SensitivityPlan.of(numbered(worlds == 1 ? 5 : 1), worlds, 1, 1, 1))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("at least two worlds are needed, got 1"));
    }
}
