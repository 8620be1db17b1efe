package org.bridgeconvoy.study;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bridgeconvoy.experiment.selection.Relation;

/**
 * A bound on a metric: on its mean, or on the share of replications that meet it.
 *
 * @param metric name of the metric
 * @param relation on which side of the bound
 * @param bound in the metric's unit
 * @param share the least share of replications that meet the bound, above 0, at most 1; NaN for a bound on the mean
 */
public record SuchThat(String metric, Relation relation, double bound, double share) {

    private static final Pattern FORM = Pattern.compile(
            "\\s*(\\S+?)\\s*(>=|<=|>|<)\\s*(-?\\d{1,15}(?:\\.\\d{1,15})?)(?:\\s+in\\s+(\\d{1,3}(?:\\.\\d{1,6})?)\\s*%(?:\\s+of\\s+(?:the\\s+)?replications)?)?\\s*");

    private static final double PERCENT = 100;

    /**
     * Reads {@code METRIC >= NUMBER} or {@code METRIC <= NUMBER in P% of replications}.
     *
     * @throws IllegalArgumentException with a message for people if it is not of that form
     */
    public static SuchThat parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "must be a metric, a sign (>=, <=, > or <) and a number, and perhaps 'in P%"
                            + " of replications', got '" + text + "'");
        }
        double share = form.group(4) == null ? Double.NaN : Double.parseDouble(form.group(4)) / PERCENT;
        if (share <= 0 || share > 1) {
            throw new IllegalArgumentException("needs a share above 0% and at most 100%, got '" + text + "'");
        }
        Relation relation = switch (form.group(2)) {
            case ">=" -> Relation.AT_LEAST;
            case "<=" -> Relation.AT_MOST;
            case ">" -> Relation.ABOVE;
            default -> Relation.BELOW;
        };
        return new SuchThat(form.group(1), relation, Double.parseDouble(form.group(3)), share);
    }

    /** Whether it is a bound on a share of replications. */
    public boolean isShare() {
        return !Double.isNaN(share);
    }

    /** The sign: {@code >=}. */
    public String sign() {
        return switch (relation) {
            case AT_LEAST -> ">=";
            case AT_MOST -> "<=";
            case ABOVE -> ">";
            case BELOW -> "<";
        };
    }

    /** As a command gives it: {@code days_to_clear.c <= 142 in 90% of replications}. */
    public String text() {
        String end = isShare() ? " in " + plain(share * PERCENT) + "% of replications" : "";
        return metric + " " + sign() + " " + plain(bound) + end;
    }

    private static String plain(double value) {
        String text = BigDecimal.valueOf(value)
                .setScale(9, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
        return text.equals("-0") ? "0" : text;
    }

    /** Why no value can meet all bounds on means; empty if one can. */
    public static List<String> contradictions(List<SuchThat> bounds) {
        List<String> found = new ArrayList<>();
        for (SuchThat low : bounds) {
            for (SuchThat high : bounds) {
                if (low.metric.equals(high.metric)
                        && low.isAbove()
                        && !high.isAbove()
                        && low.isShare() == high.isShare()
                        && !low.leavesRoom(high)) {
                    found.add("no value can meet both '" + low.text() + "' and '" + high.text() + "'");
                }
            }
        }
        return found;
    }

    private boolean isAbove() {
        return relation == Relation.AT_LEAST || relation == Relation.ABOVE;
    }

    private boolean leavesRoom(SuchThat high) {
        boolean inclusive = relation == Relation.AT_LEAST && high.relation == Relation.AT_MOST;
        boolean bothOften = isShare() && share + high.share <= 1;
        return bothOften || bound < high.bound || (bound == high.bound && inclusive);
    }
}
