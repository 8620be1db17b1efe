package org.bridgeconvoy.random;

import java.util.Arrays;

/** One of at least two values; by inversion, so that a larger uniform number never gives a smaller value. */
final class Discrete implements Distribution {
    private static final double TOLERANCE = 1e-9;

    /** Ascending, distinct. */
    private final double[] values;
    /** Above 0, adding up to 1. */
    private final double[] probabilities;
    /** Running sums; the last is 1. */
    private final double[] cumulative;

    private Discrete(double[] values, double[] probabilities) {
        this.values = values;
        this.probabilities = probabilities;
        cumulative = new double[values.length];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += probabilities[i];
            cumulative[i] = sum;
        }
        cumulative[values.length - 1] = 1;
    }

    static Distribution of(double[] values, double[] probabilities) {
        if (values.length == 0 || values.length != probabilities.length) {
            throw new IllegalArgumentException("discrete(values, probabilities) needs as many values as probabilities"
                    + " and at least one, got " + values.length + " and " + probabilities.length);
        }
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i]) || !(probabilities[i] >= 0 && probabilities[i] <= 1)) {
                throw new IllegalArgumentException(
                        "discrete(x1=p1, x2=p2, ...) needs finite values and probabilities from 0 to 1, got "
                                + Checks.text(values[i]) + "=" + Checks.text(probabilities[i]));
            }
            sum += probabilities[i];
        }
        if (Math.abs(sum - 1) > TOLERANCE) {
            throw new IllegalArgumentException(
                    "discrete(x1=p1, x2=p2, ...) needs probabilities that add up to 1, got " + Checks.text(sum));
        }
        return normalised(values, probabilities);
    }

    /** Sorts, joins equal values, leaves out those of probability 0 and divides by the sum, which is above 0. */
    private static Distribution normalised(double[] values, double[] probabilities) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (i, j) -> Double.compare(values[i] + 0.0, values[j] + 0.0));
        double[] kept = new double[values.length];
        double[] weights = new double[values.length];
        int count = 0;
        double sum = 0;
        for (int i : order) {
            if (probabilities[i] == 0) {
                continue;
            }
            if (count > 0 && kept[count - 1] == values[i]) {
                count--;
            }
            kept[count] = values[i];
            weights[count] += probabilities[i];
            sum += probabilities[i];
            count++;
        }
        if (count == 1) {
            return new Constant(kept[0]);
        }
        for (int i = 0; i < count; i++) {
            weights[i] /= sum;
        }
        return new Discrete(Arrays.copyOf(kept, count), Arrays.copyOf(weights, count));
    }

    @Override
    public double sample(RandomStream stream) {
        double u = stream.nextDouble();
        int low = 0;
        int high = values.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (u < cumulative[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return values[low];
    }

    @Override
    public Distribution inverted() {
        return this;
    }

    @Override
    public double mean() {
        return meanCappedAt(Double.POSITIVE_INFINITY);
    }

    @Override
    public double lowerBound() {
        return values[0];
    }

    @Override
    public double upperBound() {
        return values[values.length - 1];
    }

    @Override
    public double meanCappedAt(double cap) {
        Checks.number("cap", cap);
        if (cap <= values[0]) {
            return cap;
        }
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += probabilities[i] * Math.min(values[i], cap);
        }
        return sum;
    }

    @Override
    public double probabilityBelow(double x) {
        Checks.number("x", x);
        int count = 0;
        while (count < values.length && values[count] < x) {
            count++;
        }
        return count == 0 ? 0 : cumulative[count - 1];
    }

    @Override
    public double quantile(double u) {
        Checks.probability(u);
        int i = 0;
        while (cumulative[i] < u) {
            i++;
        }
        return values[i];
    }

    @Override
    public Distribution truncated(double min, double max) {
        Checks.bounds(min, max);
        double[] weights = probabilities.clone();
        boolean any = false;
        for (int i = 0; i < weights.length; i++) {
            if (values[i] < min || values[i] > max) {
                weights[i] = 0;
            } else {
                any = true;
            }
        }
        if (!any) {
            throw Checks.noMass(this, min, max);
        }
        return normalised(values, weights);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Discrete that
                && Arrays.equals(values, that.values)
                && Arrays.equals(probabilities, that.probabilities);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + Arrays.hashCode(probabilities);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("discrete(");
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(Checks.text(values[i]))
                    .append('=')
                    .append(Checks.text(probabilities[i]));
        }
        return text.append(')').toString();
    }
}
