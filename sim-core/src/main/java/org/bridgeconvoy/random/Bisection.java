package org.bridgeconvoy.random;

import java.util.function.DoublePredicate;

/** Inverts a monotone function without derivatives: slow, and sure to end. */
final class Bisection {
    private Bisection() {}

    /**
     * The least x in [low, high], up to rounding, from which on a condition holds; high if it holds nowhere. One end may
     * be infinite.
     */
    static double crossing(DoublePredicate holds, double low, double high) {
        double left = low;
        double right = high;
        if (right == Double.POSITIVE_INFINITY) {
            double step = Math.max(Math.abs(low), 1);
            for (right = low + step; !holds.test(right) && right < Double.MAX_VALUE; right = low + step) {
                left = right;
                step *= 2;
            }
        } else if (left == Double.NEGATIVE_INFINITY) {
            double step = Math.max(Math.abs(high), 1);
            for (left = high - step; holds.test(left) && left > -Double.MAX_VALUE; left = high - step) {
                right = left;
                step *= 2;
            }
        }
        while (true) {
            double middle = left + (right - left) / 2;
            if (middle <= left || middle >= right) {
                return right;
            }
            if (holds.test(middle)) {
                right = middle;
            } else {
                left = middle;
            }
        }
    }
}
