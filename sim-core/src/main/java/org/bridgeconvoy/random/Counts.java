package org.bridgeconvoy.random;

import java.util.Arrays;
import java.util.function.LongToDoubleFunction;

/**
 * A distribution of whole numbers by a table of its probabilities; by inversion, so one number a draw. Values so rare that no number of a
 * stream reaches them, of a probability below about 10<sup>-20</sup> of the likeliest, are not in the table.
 */
final class Counts implements Distribution {
    /** Larger tables cost more memory than a model should need without knowing. */
    private static final int MOST = 4_000_000;

    private static final double NOTHING = 1e-20;

    private final String text;
    private final long first;
    private final double[] probabilities;
    private final double[] cumulative;
    private final double mean;

    private Counts(String text, long first, double[] weights) {
        this.text = text;
        this.first = first;
        double sum = 0;
        double moment = 0;
        for (double weight : weights) {
            sum += weight;
        }
        probabilities = new double[weights.length];
        cumulative = new double[weights.length];
        double below = 0;
        for (int i = 0; i < weights.length; i++) {
            probabilities[i] = weights[i] / sum;
            below += probabilities[i];
            moment += probabilities[i] * i;
            cumulative[i] = Math.min(below, 1);
        }
        cumulative[weights.length - 1] = 1;
        mean = first + moment;
    }

    /**
     * The distribution whose probabilities have a ratio.
     *
     * @param mode the likeliest value
     * @param last the greatest value; {@code Long.MAX_VALUE} for no bound
     * @param ratio P(X = k + 1) ÷ P(X = k)
     */
    static Counts of(String text, long mode, long last, LongToDoubleFunction ratio) {
        long from = mode;
        double[] down = new double[16];
        int below = 0;
        for (double p = 1; from > 0 && p > NOTHING; from--) {
            p /= ratio.applyAsDouble(from - 1);
            down = put(text, down, below++, p);
        }
        double[] up = new double[16];
        int above = 0;
        double p = 1;
        for (long k = mode; p > NOTHING; k++) {
            up = put(text, up, above++, p);
            p = k >= last ? 0 : p * ratio.applyAsDouble(k);
        }
        double[] weights = new double[below + above];
        for (int i = 0; i < below; i++) {
            weights[i] = down[below - 1 - i];
        }
        System.arraycopy(up, 0, weights, below, above);
        return new Counts(text, from, weights);
    }

    private static double[] put(String text, double[] values, int index, double value) {
        if (index >= MOST) {
            throw new IllegalArgumentException(text + " has too many likely values: more than " + MOST);
        }
        double[] roomy = index < values.length ? values : Arrays.copyOf(values, 2 * index);
        roomy[index] = value;
        return roomy;
    }

    @Override
    public double sample(RandomStream stream) {
        return quantile(stream.nextDouble());
    }

    @Override
    public Distribution inverted() {
        return this;
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double lowerBound() {
        return first;
    }

    @Override
    public double upperBound() {
        return first + cumulative.length - 1.0;
    }

    @Override
    public double meanCappedAt(double cap) {
        Checks.number("cap", cap);
        if (cap <= lowerBound()) {
            return cap;
        }
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            sum += probabilities[i] * Math.min(first + i, cap);
        }
        return Math.min(sum, Math.min(cap, mean));
    }

    @Override
    public double probabilityBelow(double x) {
        Checks.number("x", x);
        double count = Math.ceil(x) - first;
        return count <= 0 ? 0 : count > cumulative.length ? 1 : cumulative[(int) count - 1];
    }

    @Override
    public double quantile(double u) {
        Checks.probability(u);
        if (u == 1) {
            return upperBound();
        }
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (u <= cumulative[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return (double) first + low;
    }

    @Override
    public Distribution truncated(double min, double max) {
        Checks.bounds(min, max);
        if (min <= lowerBound() && max >= upperBound()) {
            return this;
        }
        double from = Math.max(Math.ceil(min), lowerBound());
        double to = Math.min(Math.floor(max), upperBound());
        if (!(from <= to)) {
            throw Checks.noMass(this, min, max);
        }
        double[] kept = Arrays.copyOfRange(probabilities, (int) (from - first), (int) (to - first) + 1);
        if (!(Arrays.stream(kept).sum() > 0)) {
            throw Checks.noMass(this, min, max);
        }
        String bounds = (from > lowerBound() ? ", min=" + Checks.text(from) : "")
                + (to < upperBound() ? ", max=" + Checks.text(to) : "");
        return new Counts(text.substring(0, text.length() - 1) + bounds + ")", (long) from, kept);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Counts that
                && text.equals(that.text)
                && first == that.first
                && Arrays.equals(probabilities, that.probabilities);
    }

    @Override
    public int hashCode() {
        return 31 * text.hashCode() + Arrays.hashCode(probabilities);
    }

    @Override
    public String toString() {
        return text;
    }
}
