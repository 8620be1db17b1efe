package org.bridgeconvoy.experiment.selection;

import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.apache.commons.math3.special.Beta;
import org.bridgeconvoy.experiment.Estimate;

/**
 * One-sided bounds that hold together: for every statement of a procedure, at every look, with the confidence of the procedure.
 *
 * <p>These are repeated confidence intervals (Jennison and Turnbull, Interim analyses: the repeated confidence interval approach, JRSS B 51, 1989)
 * with the error shared out in equal parts among the statements, and for each among the looks (Bonferroni). So they hold whatever the correlation of the candidates, and
 * whatever rule decides which candidate runs on. Bounds of means are Student's, exact for normal values; those of shares are binomial, and exact.
 *
 * <p>The number of statements may fall and rise with the data, as {@link Samples#different} says.
 */
final class Certainty {

    /** Equal values may be the lull before a rare event: they are believed to have no spread from this many on. */
    static final int ENOUGH_EQUAL = 8;

    private final Looks looks;
    private final double errorOfAll;
    private final DoubleSupplier statements;
    private final Map<Integer, Double> critical = new HashMap<>();
    private double criticalFor;

    /**
     * Bounds of one procedure.
     *
     * @param confidence of all statements together
     * @param looks when data are looked at
     * @param statements how many there are at present, each one-sided; a procedure that makes none may give 0
     */
    Certainty(double confidence, Looks looks, DoubleSupplier statements) {
        this.looks = looks;
        this.errorOfAll = 1 - confidence;
        this.statements = statements;
    }

    /** The error of one statement at a look with {@code n} replications. */
    private double error(int n) {
        return errorOfAll / Math.max(1, statements.getAsDouble()) * looks.share(n);
    }

    /** The width below and above a mean; infinite where n is too small to say. */
    double width(Sample sample) {
        if (sample.sd() == 0) {
            return sample.n() >= ENOUGH_EQUAL ? 0 : Double.POSITIVE_INFINITY;
        }
        return critical(sample.n()) * sample.sd() / Math.sqrt(sample.n());
    }

    private double critical(int n) {
        double now = statements.getAsDouble();
        if (now != criticalFor) {
            critical.clear();
            criticalFor = now;
        }
        return critical.computeIfAbsent(
                n,
                k -> new Estimate(k, 0, 1, Double.NaN, Double.NaN, Double.NaN).halfWidth(1 - 2 * error(k))
                        * Math.sqrt(k));
    }

    /** Whether {@code successes} in {@code n} trials show that the probability of a success is above {@code least}. */
    boolean isAbove(int successes, int n, double least) {
        return successes > 0 && (least <= 0 || Beta.regularizedBeta(least, successes, n - successes + 1.0) <= error(n));
    }

    /** Whether so few successes show that the probability of one is below {@code most}. */
    boolean isBelow(int successes, int n, double most) {
        return isAbove(n - successes, n, 1 - most);
    }
}
