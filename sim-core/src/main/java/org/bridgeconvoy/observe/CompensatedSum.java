package org.bridgeconvoy.observe;

/**
 * Compensated sum: keeps the errors of its roundings (Knuth, The Art of Computer Programming, volume 2, section 4.2.2, theorem B), so that
 * the order of the terms does not matter, unless they cancel each other by dozens of digits.
 */
final class CompensatedSum {

    private double sum;
    private double lost;

    void add(double term) {
        double next = sum + term;
        double added = next - sum;
        lost += (sum - (next - added)) + (term - added);
        sum = next;
    }

    void add(CompensatedSum other) {
        add(other.sum);
        lost += other.lost;
    }

    void clear() {
        sum = 0;
        lost = 0;
    }

    /** The sum divided by a count, rounded once but for rare cases. */
    double over(int count) {
        double rounded = sum + lost;
        double rest = lost - (rounded - sum);
        double quotient = rounded / count;
        return quotient + (Math.fma(-quotient, count, rounded) + rest) / count;
    }
}
