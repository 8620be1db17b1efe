package org.bridgeconvoy.study;

import java.math.BigDecimal;
import java.util.Optional;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.PairedDifference;

/**
 * The least difference that matters to who asks, as a share of the mean that a value is compared with. A difference whose whole interval
 * lies within ± that share is called equal, even if it is not 0; one whose interval reaches beyond it keeps its verdict.
 *
 * @param share from 0 to below 1; 0 if every difference matters
 */
public record Matters(double share) {

    /** Every difference matters. */
    public static final Matters ALL = new Matters(0);

    private static final int PERCENT = 100;

    /** Checks the range. */
    public Matters {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("a share must be from 0 to below 1, got " + share);
        }
    }

    /** Reads {@code 1%}; empty for another form, and for what is not above 0% and below 100%. */
    public static Optional<Matters> parse(String text) {
        String word = text.strip();
        if (!word.endsWith("%")) {
            return Optional.empty();
        }
        try {
            double share = Double.parseDouble(word.substring(0, word.length() - 1)) / PERCENT;
            return share > 0 && share < 1 ? Optional.of(new Matters(share)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether some differences are too small to matter. */
    public boolean isGiven() {
        return share > 0;
    }

    /** {@code 1%}. */
    public String text() {
        return new BigDecimal(Double.toString(share))
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }

    /** A copy of a difference whose verdict heeds this. A mean of 0 or without data has no share, so that there every difference matters. */
    PairedDifference of(PairedDifference difference, Estimate comparedWith) {
        double least = share * Math.abs(comparedWith.mean());
        return least > 0 ? difference.withMatters(least) : difference;
    }
}
