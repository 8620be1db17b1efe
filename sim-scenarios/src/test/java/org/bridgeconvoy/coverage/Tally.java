package org.bridgeconvoy.coverage;

import java.util.Locale;
import org.apache.commons.math3.distribution.BinomialDistribution;

/** Count of repetitions of one interval or verdict. */
final class Tally {

    /** Chance with which an interval that keeps its promise is said to fall short. */
    static final double FALSE_ALARM = 0.001;

    /** The quantile of the normal distribution to that chance. */
    private static final double DEVIATIONS = 3.09;

    private final String what;
    private final double meant;
    private int repetitions;
    private int marked;
    private double held;
    private double heldUnmarked;
    private double squares;

    Tally(String what, double meant) {
        this.what = what;
        this.meant = meant;
    }

    double meant() {
        return meant;
    }

    String what() {
        return what;
    }

    void add(boolean isMarked, double share) {
        repetitions++;
        held += share;
        marked += isMarked ? 1 : 0;
        heldUnmarked += isMarked ? 0 : share;
        squares += isMarked ? 0 : share * share;
    }

    void add(Tally other) {
        repetitions += other.repetitions;
        marked += other.marked;
        held += other.held;
        heldUnmarked += other.heldUnmarked;
        squares += other.squares;
    }

    private int unmarked() {
        return repetitions - marked;
    }

    /**
     * The least share of unmarked repetitions with which the row keeps its promise: one that holds as often as meant has less with a chance of {@link
     * #FALSE_ALARM} at most. By the binomial distribution; for shares of repetitions by the normal, with their own spread.
     */
    double least() {
        int n = unmarked();
        if (n == 0) {
            return Double.NaN;
        }
        double mean = heldUnmarked / n;
        boolean areCounts = squares == heldUnmarked;
        if (!areCounts) {
            return meant - DEVIATIONS * Math.sqrt((squares / n - mean * mean) / n);
        }
        BinomialDistribution kept = new BinomialDistribution(null, n, meant);
        int fewest = kept.inverseCumulativeProbability(FALSE_ALARM);
        return (double) fewest / n;
    }

    /** What the row says: {@code holds}; {@code marked} in more than half of all repetitions; {@code falls short} otherwise. */
    String verdict() {
        if (2 * marked > repetitions) {
            return "marked";
        }
        return heldUnmarked / unmarked() >= least() - 1e-12 ? "holds" : "falls short";
    }

    /** A line of a table: what, meant, repetitions, marked, held of all, held of unmarked, least that passes, verdict; between tabs. */
    String line() {
        return String.join(
                "\t",
                what,
                percent(meant),
                Integer.toString(repetitions),
                percent((double) marked / repetitions),
                percent(held / repetitions),
                percent(heldUnmarked / unmarked()),
                percent(least()),
                verdict());
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "" : String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }
}
