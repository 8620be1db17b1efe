package org.bridgeconvoy.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.theory.Queues;
import org.junit.jupiter.api.Test;

/** The answers of the course, held against theory or a calculation by hand. */
class CourseTest {

    @Test
    void lesson_1_by_hand_B_waits_3_min_and_nobody_else() {
        // A 0 to 4, B comes at 1 and begins at 4, C comes at 9 and begins at once: (0 + 3 + 0) / 3.
        assertThat(Course.events())
                .isEqualTo("A begins at 0 min\nB begins at 4 min\nC begins at 9 min\nmean wait 1.0 min\n");
    }

    @Test
    void lesson_2_a_gap_is_longer_than_2_means_with_probability_e_to_the_minus_2() {
        double share = number(Course.chance(), 0);
        double p = Math.exp(-2);
        assertThat(share).isCloseTo(p, within(3.3 * Math.sqrt(p * (1 - p) / 100_000)));
    }

    @Test
    void lesson_3_and_7_the_wait_agrees_with_theory_at_each_load() {
        for (double load : new double[] {0.5, 0.7, 0.8}) {
            assertAgrees(Course.queueAt(load), load / (1 - load));
        }
    }

    @Test
    void lesson_4_four_times_the_runs_halve_the_interval() {
        // A half-width of 160 runs varies by 6% (1 / sqrt(2 n)), and t with 39 degrees of freedom is 2% above that of
        // 159.
        double ratio = Course.runs(40).halfWidth95() / Course.runs(160).halfWidth95();
        assertThat(ratio).isBetween(1.5, 2.7);
    }

    @Test
    void lesson_5_the_first_customers_wait_less_than_in_the_long_run() {
        // In the long run 0.9 / (1 - 0.9) = 9 s; the first of all never waits, the second E[max(0, S - A)] = 0.9 / 1.9.
        Estimate two = Course.first(2);
        assertAgrees(two, 0.9 / 1.9 / 2);
        assertThat(Course.first(10).mean()).isLessThan(Course.first(100).mean());
        assertThat(Course.first(100).mean()).isLessThan(9);
    }

    @Test
    void lesson_6_number_inside_is_throughput_times_time_inside() {
        double inside = number(Course.little(), 0);
        double product = number(Course.little(), 1);
        // Exact but for those still inside at the end, some 5 of 48,000.
        assertThat(product).isCloseTo(inside, within(0.001 * inside));
    }

    @Test
    void lesson_8_one_fast_server_is_better_and_common_random_numbers_show_it_sooner() {
        double one = 1 / (1 - 0.7);
        double two = 2 + Queues.waitInMMc(2, 0.7, 2);
        assertThat(Course.designs(true).estimate().mean())
                .isCloseTo(two - one, within(2 * Course.designs(true).halfWidth()));
        assertThat(Course.designs(true).halfWidth())
                .isLessThan(Course.designs(false).halfWidth());
    }

    @Test
    void lesson_9_the_window_of_8_hours_passes_239_trucks() {
        // 480 min; the last must enter by 477 min: at 0, 2, …, 476 min.
        assertThat(CourseOnBridges.byHand(8)).isEqualTo(239);
        assertThat(CourseOnBridges.outADay(8, 1_000).mean()).isEqualTo(239);
    }

    @Test
    void lesson_10_a_fleet_passes_its_own_number_until_the_window_is_full() {
        // Each truck goes out and comes back once a day; 10 h of night pass 299 of them.
        assertThat(CourseOnBridges.outADay(8, 150).mean()).isEqualTo(150);
        assertThat(CourseOnBridges.outADay(8, 239).mean()).isEqualTo(239);
        assertThat(CourseOnBridges.outADay(8, 300).mean()).isEqualTo(239);
    }

    /** The number at a place, from 0, among those of a text. */
    private static double number(String text, int place) {
        Matcher numbers = Pattern.compile("\\d+\\.\\d+").matcher(text);
        for (int i = 0; i <= place; i++) {
            assertThat(numbers.find()).isTrue();
        }
        return Double.parseDouble(numbers.group());
    }

    /** Within the 99.9% interval. The seeds are fixed. */
    private static void assertAgrees(Estimate estimate, double truth) {
        assertThat(estimate.mean()).isCloseTo(truth, within(estimate.halfWidth(0.999)));
    }
}
