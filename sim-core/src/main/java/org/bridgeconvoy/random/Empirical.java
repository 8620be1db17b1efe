package org.bridgeconvoy.random;

import java.util.Arrays;

/**
 * Linear interpolation of a sorted sample of at least two different values. The position t of a value counts from 0, the
 * least observation, to n − 1, the greatest; a draw is uniform over the positions from {@code first} to {@code last}.
 * Equal observations make a flat piece, and so a value of positive probability.
 */
final class Empirical implements Distribution {
    private static final int MAX_SHOWN = 5;

    private final double[] sorted;
    private final double min;
    private final double max;
    private final double first;
    private final double last;
    private final double mean;

    private Empirical(double[] sorted, double min, double max, double first, double last) {
        this.sorted = sorted;
        this.min = min;
        this.max = max;
        this.first = first;
        this.last = last;
        mean = area(first, last) / (last - first);
    }

    static Distribution of(double[] sample) {
        if (sample.length == 0 || !Checks.finite(sample)) {
            throw new IllegalArgumentException("empirical(sample) needs at least one value and finite numbers, got "
                    + (sample.length == 0 ? "none" : Checks.list(sample)));
        }
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        if (sorted[0] == sorted[n - 1]) {
            return new Constant(sorted[0]);
        }
        return new Empirical(sorted, sorted[0], sorted[n - 1], 0, n - 1);
    }

    @Override
    public double sample(RandomStream stream) {
        return valueAt(first + (last - first) * stream.nextDouble());
    }

    private double valueAt(double position) {
        int i = Math.min((int) position, sorted.length - 2);
        double x = sorted[i] + (position - i) * (sorted[i + 1] - sorted[i]);
        return Math.min(Math.max(x, min), max);
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double lowerBound() {
        return min;
    }

    @Override
    public double upperBound() {
        return max;
    }

    @Override
    public double meanCappedAt(double cap) {
        Checks.number("cap", cap);
        return Capped.mean(cap, min, max, mean, this::meanCappedInside);
    }

    private double meanCappedInside(double cap) {
        double position = positionBelow(cap);
        return (area(first, position) + cap * (last - position)) / (last - first);
    }

    @Override
    public double probabilityBelow(double x) {
        Checks.number("x", x);
        if (x <= min) {
            return 0;
        }
        return x > max ? 1 : (positionBelow(x) - first) / (last - first);
    }

    @Override
    public double quantile(double u) {
        Checks.probability(u);
        return u == 1 ? max : valueAt(first + (last - first) * u);
    }

    @Override
    public Distribution truncated(double min, double max) {
        Checks.bounds(min, max);
        double low = Math.max(min, this.min);
        double high = Math.min(max, this.max);
        if (!(low <= high)) {
            throw Checks.noMass(this, min, max);
        }
        double from = low == this.min ? first : positionBelow(low);
        double to = high == this.max ? last : positionUpTo(high);
        if (!(from < to)) {
            throw Checks.noMass(this, min, max);
        }
        return low == high ? new Constant(low) : new Empirical(sorted, low, high, from, to);
    }

    /** The area under the values between two positions: trapezoids, cut at the observations. */
    private double area(double from, double to) {
        double sum = 0;
        double left = from;
        for (int i = (int) from; left < to; i++) {
            double right = Math.min(to, i + 1);
            sum += (right - left) * (valueAt(left) + valueAt(right)) / 2;
            left = right;
        }
        return sum;
    }

    /** The first position at which the value is x, for x above the least observation and up to the greatest. */
    private double positionBelow(double x) {
        int low = 0;
        int high = sorted.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? 0 : low - 1 + (x - sorted[low - 1]) / (sorted[low] - sorted[low - 1]);
    }

    /** The last position at which the value is x, for x from the least observation to below the greatest. */
    private double positionUpTo(double x) {
        int low = 0;
        int high = sorted.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1 + (x - sorted[low - 1]) / (sorted[low] - sorted[low - 1]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Empirical that
                && Arrays.equals(sorted, that.sorted)
                && Double.compare(first, that.first) == 0
                && Double.compare(last, that.last) == 0;
    }

    @Override
    public int hashCode() {
        return (31 * Arrays.hashCode(sorted) + Double.hashCode(first)) * 31 + Double.hashCode(last);
    }

    @Override
    public String written() {
        return text(Integer.MAX_VALUE);
    }

    @Override
    public String toString() {
        return text(MAX_SHOWN);
    }

    private String text(int mostShown) {
        int n = sorted.length;
        StringBuilder text = new StringBuilder("empirical(");
        if (n <= mostShown) {
            text.append(Checks.list(sorted));
        } else {
            text.append(n)
                    .append(" values from ")
                    .append(Checks.text(sorted[0]))
                    .append(" to ")
                    .append(Checks.text(sorted[n - 1]));
        }
        if (min > sorted[0]) {
            text.append(", min=").append(Checks.text(min));
        }
        if (max < sorted[n - 1]) {
            text.append(", max=").append(Checks.text(max));
        }
        return text.append(')').toString();
    }
}
