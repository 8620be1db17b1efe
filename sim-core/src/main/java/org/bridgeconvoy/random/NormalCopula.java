package org.bridgeconvoy.random;

import org.bridgeconvoy.numeric.Fdlibm;

/**
 * Uniform numbers that depend on each other as normal ones with given correlations do (Nelsen 2006, An Introduction to Copulas, section 2.3): {@link
 * Distribution#quantile} of each gives values of any distributions. Their rank correlation (Spearman) is 6 ÷ π · arcsin(ρ ÷ 2) of the correlation
 * ρ of the normal numbers; {@link #ofRanks} takes rank correlations. Immutable; one object may serve any number of threads.
 */
public final class NormalCopula {

    private static final double SYMMETRY = 1e-12;

    /** Lower triangle with correlation = triangle · its transpose. */
    private final double[][] triangle;

    private NormalCopula(double[][] triangle) {
        this.triangle = triangle;
    }

    /**
     * A copula by the correlations of the normal numbers.
     *
     * @param correlations symmetric and positive definite, 1 on the diagonal
     * @return the copula
     * @throws IllegalArgumentException if the matrix is not as said
     */
    public static NormalCopula of(double[][] correlations) {
        int n = correlations.length;
        require(n >= 1, "a copula needs a coordinate, got none");
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            require(correlations[i].length == n, "correlations must be square, got a row of " + correlations[i].length);
            require(correlations[i][i] == 1, "the diagonal must be 1, got " + correlations[i][i]);
            for (int j = 0; j <= i; j++) {
                double rho = correlations[i][j];
                require(
                        rho >= -1 && rho <= 1 && Math.abs(rho - correlations[j][i]) <= SYMMETRY,
                        "correlations must be symmetric, from -1 to 1, got " + rho + " and " + correlations[j][i]);
                double sum = rho;
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i == j) {
                    require(sum > 0, "correlations must be positive definite: no numbers can have them all");
                    lower[i][i] = Math.sqrt(sum);
                } else {
                    lower[i][j] = sum / lower[j][j];
                }
            }
        }
        return new NormalCopula(lower);
    }

    /**
     * A copula by the rank correlations (Spearman) of the numbers, which are those of any values drawn by them.
     *
     * @param correlations symmetric, 1 on the diagonal
     * @return the copula
     * @throws IllegalArgumentException if the matrix is not as said, or no normal numbers have these rank correlations
     */
    public static NormalCopula ofRanks(double[][] correlations) {
        double[][] normal = new double[correlations.length][];
        for (int i = 0; i < normal.length; i++) {
            normal[i] = correlations[i].clone();
            for (int j = 0; j < normal[i].length; j++) {
                normal[i][j] = i == j ? normal[i][j] : 2 * Fdlibm.sin(Math.PI / 6 * normal[i][j]);
            }
        }
        return of(normal);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /**
     * How many numbers a draw gives.
     *
     * @return at least 1
     */
    public int coordinates() {
        return triangle.length;
    }

    /**
     * Draws numbers that depend on each other, each uniform by itself.
     *
     * @param stream where the randomness comes from
     * @return one for each coordinate, from 0 to 1
     */
    public double[] draw(RandomStream stream) {
        double[] numbers = new double[triangle.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = stream.nextGaussian();
        }
        return dependent(numbers);
    }

    /**
     * Makes numbers that are independent and uniform, such as a point of a {@link LatinHypercube}, depend on each other.
     *
     * @param independent one for each coordinate, above 0 and below 1
     * @return numbers that depend on each other, each uniform by itself
     * @throws IllegalArgumentException if there are more or fewer numbers than coordinates, or one is out of range
     */
    public double[] of(double... independent) {
        require(
                independent.length == triangle.length,
                "the copula has " + triangle.length + " coordinates, got " + independent.length + " numbers");
        double[] numbers = new double[independent.length];
        for (int i = 0; i < numbers.length; i++) {
            require(
                    independent[i] > 0 && independent[i] < 1,
                    "a number must be > 0 and < 1, got " + Checks.text(independent[i]));
            numbers[i] = StandardNormal.quantileBelow(independent[i]);
        }
        return dependent(numbers);
    }

    /** From the last coordinate to the first, so that the numbers needed are still there. */
    private double[] dependent(double[] normal) {
        for (int i = normal.length - 1; i >= 0; i--) {
            double sum = 0;
            for (int k = 0; k <= i; k++) {
                sum += triangle[i][k] * normal[k];
            }
            normal[i] = sum;
        }
        for (int i = 0; i < normal.length; i++) {
            normal[i] = StandardNormal.below(normal[i]);
        }
        return normal;
    }

    @Override
    public String toString() {
        return "normal copula of " + triangle.length + " numbers";
    }
}
