package org.bridgeconvoy.experiment.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Columns, Cholesky factors and least squares, by hand. */
class LinearAlgebraTest {

    private static final Offset<Double> CLOSE = within(1e-12);

    @Test
    void what_is_missing_is_left_out_of_the_moments() {
        double[] values = {1, Double.NaN, 2, 6};
        assertThat(Columns.mean(values)).isEqualTo(3);
        assertThat(Columns.sd(values)).as("squares 4, 1 and 9 over three").isCloseTo(Math.sqrt(14 / 3.0), CLOSE);
        assertThat(Columns.mean(new double[] {Double.NaN})).isNaN();
        assertThat(Columns.sd(new double[] {Double.NaN})).isNaN();
    }

    @Test
    void quantiles_lie_on_lines_between_ranks() {
        double[] sorted = {10, 20, 40};
        assertThat(Columns.quantile(sorted, 0)).isEqualTo(10);
        assertThat(Columns.quantile(sorted, 0.25)).isEqualTo(15);
        assertThat(Columns.quantile(sorted, 0.5)).isEqualTo(20);
        assertThat(Columns.quantile(sorted, 0.75)).isEqualTo(30);
        assertThat(Columns.quantile(sorted, 1)).isEqualTo(40);
        assertThat(Columns.quantile(new double[] {7}, 0.3)).isEqualTo(7);
    }

    /** (4 2; 2 5) is the product of (2 0; 1 2) and its mirror image. */
    @Test
    void a_factor_times_its_mirror_image_is_the_matrix() {
        double[][] lower = Cholesky.factor(new double[][] {{4, 2, 6}, {2, 5, 5}, {6, 5, 14}});
        assertThat(lower).isDeepEqualTo(new double[][] {{2, 0, 0}, {1, 2, 0}, {3, 1, 2}});
        assertThat(Cholesky.forward(lower, new double[] {2, 5, 9})).containsExactly(new double[] {1, 2, 2}, CLOSE);
        // Of the mirror image: 2z = 2, 2y + z = 2, 2x + y + 3z = 1.
        assertThat(Cholesky.solve(lower, new double[] {2, 5, 9})).containsExactly(new double[] {-1.25, 0.5, 1}, CLOSE);
    }

    @Test
    void a_direction_without_extent_gets_the_least_pivot() {
        double[][] lower = Cholesky.factor(new double[][] {{1, 1}, {1, 1}});
        assertThat(lower[1][1]).isCloseTo(1e-6, within(1e-12));
        assertThat(Cholesky.factor(new double[][] {{0}})[0][0]).isPositive();
    }

    /** A line through (0, 1), (1, 3) and (2, 5) is 1 + 2x; with twice the weight at an end, through (0, 0), (1, 0) and (2, 3), least squares by hand. */
    @Test
    void least_squares_find_a_line() {
        double[][] rows = {{1, 0}, {1, 1}, {1, 2}};
        LeastSquares exact = new LeastSquares(rows, new double[] {1, 1, 1}, 0);
        assertThat(exact.coefficients(new double[] {1, 3, 5})).containsExactly(new double[] {1, 2}, CLOSE);
        // Sum of weights 4, of x 5, of x² 9; of y 6, of xy 12: 4a + 5b = 6, 5a + 9b = 12.
        LeastSquares weighted = new LeastSquares(rows, new double[] {1, 1, 2}, 0);
        assertThat(weighted.coefficients(new double[] {0, 0, 3}))
                .containsExactly(new double[] {-6 / 11.0, 18 / 11.0}, CLOSE);
    }

    /** The fitted value at x of a line through three points has variance 1/3 + (x − 1)²/2. */
    @Test
    void leverage_is_the_variance_of_a_fitted_value() {
        LeastSquares line = new LeastSquares(new double[][] {{1, 0}, {1, 1}, {1, 2}}, new double[] {1, 1, 1}, 0);
        assertThat(line.leverage(new double[] {1, 1})).isCloseTo(1 / 3.0, CLOSE);
        assertThat(line.leverage(new double[] {1, 4})).isCloseTo(1 / 3.0 + 4.5, CLOSE);
    }

    /** One column: the sum of xy over the sum of x² and the ridge. */
    @Test
    void a_ridge_draws_coefficients_to_0() {
        LeastSquares ridge = new LeastSquares(new double[][] {{1}, {2}}, new double[] {1, 1}, 5);
        assertThat(ridge.coefficients(new double[] {2, 4})).containsExactly(new double[] {1}, CLOSE);
        ridge.factor(0);
        assertThat(ridge.coefficients(new double[] {2, 4})).containsExactly(new double[] {2}, CLOSE);
    }
}
