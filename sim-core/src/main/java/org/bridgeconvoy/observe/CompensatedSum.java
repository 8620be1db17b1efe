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
        return quotient + (remainder(rounded, quotient, count) + rest) / count;
    }

    /**
     * Exactly dividend - quotient × count, for a quotient that is the rounded one and not subnormal. The quotient is cut into parts of 22, 22 and 9 bits: their
     * products with a count are exact, and so is each difference, as what is left is a multiple of the quotient's last bit and small.
     */
    static double remainder(double dividend, double quotient, int count) {
        double first = cut(quotient, 31);
        double second = cut(quotient - first, 31);
        return dividend - first * count - second * count - (quotient - first - second) * count;
    }

    private static double cut(double x, int bits) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(x) & -1L << bits);
    }
}
