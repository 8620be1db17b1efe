package org.bridgeconvoy.experiment.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Coordinates and their products, of a number and of a choice among three. */
class CoordinatesTest {

    private static final List<double[]> WORLDS = List.of(new double[] {1, 0}, new double[] {3, 1}, new double[] {5, 2});

    private final Coordinates coordinates = new Coordinates(new int[] {0, 3}, WORLDS);

    /** 1, 3 and 5 have the mean 3 and the standard deviation √(8/3), divisor n. */
    @Test
    void numbers_are_standardised_and_choices_told_apart() {
        assertThat(coordinates.size()).isEqualTo(3);
        assertThat(coordinates.of(new double[] {5, 0}))
                .containsExactly(new double[] {2 / Math.sqrt(8 / 3.0), 0, 0}, within(1e-12));
        assertThat(coordinates.of(new double[] {3, 1})).containsExactly(0, 1, 0);
        assertThat(coordinates.of(new double[] {3, 2})).containsExactly(0, 0, 1);
        assertThat(coordinates.isNumber(0)).isTrue();
        assertThat(coordinates.isNumber(2)).isFalse();
    }

    @Test
    void a_number_that_never_changes_is_its_distance() {
        Coordinates same = new Coordinates(new int[] {0}, List.of(new double[] {4}, new double[] {4}));
        assertThat(same.of(new double[] {6})).containsExactly(2);
    }

    /** Of the places of four worlds three have the first choice and one the second; a number is never seldom. */
    @Test
    void a_choice_that_too_few_have_is_seldom() {
        List<double[]> places =
                List.of(new double[] {0, 1, 0}, new double[] {0, 1, 0}, new double[] {0, 1, 0}, new double[] {0, 0, 1});
        assertThat(coordinates.seldom(places, 1)).containsExactly(false, false, false);
        assertThat(coordinates.seldom(places, 3)).containsExactly(false, false, true);
        assertThat(coordinates.seldom(places, 4)).containsExactly(false, true, true);
    }

    /** 1, x, a, b, x², xa, xb: choices of one input are neither squared nor multiplied with each other. */
    @Test
    void products_up_to_a_degree() {
        Polynomials squares = coordinates.polynomials(2);
        assertThat(squares.size()).isEqualTo(7);
        assertThat(squares.at(new double[] {2, 3, 5})).containsExactlyInAnyOrder(1, 2, 3, 5, 4, 6, 10);
        assertThat(coordinates.polynomials(0).at(new double[] {2, 3, 5})).containsExactly(1);
        assertThat(coordinates.polynomials(1).at(new double[] {2, 3, 5})).containsExactly(1, 2, 3, 5);
    }

    /** x and y up to the third degree: 1 + 2 + 3 + 4 products; choices of two inputs may be multiplied. */
    @Test
    void products_of_several_inputs() {
        assertThat(new Polynomials(3, new int[] {0, 1}, new boolean[] {false, false}).at(new double[] {2, 3}))
                .containsExactlyInAnyOrder(1, 2, 3, 4, 6, 9, 8, 12, 18, 27);
        assertThat(new Polynomials(2, new int[] {0, 1}, new boolean[] {true, true}).at(new double[] {2, 3}))
                .containsExactlyInAnyOrder(1, 2, 3, 6);
    }
}
