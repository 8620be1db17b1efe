package org.bridgeconvoy.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.bridgeconvoy.experiment.calibration.Marginal;
import org.bridgeconvoy.experiment.calibration.Predicted;
import org.bridgeconvoy.experiment.calibration.PredictiveCheck;
import org.bridgeconvoy.study.calibration.CalibrationResult;
import org.bridgeconvoy.study.calibration.Forecast;
import org.bridgeconvoy.words.ColumnLabel;
import org.bridgeconvoy.words.Numbers;

/** A calibration in sentences, for the terminal and the page. */
public final class CalibrationWords {

    private static final int FIGURES = 3;

    /** Observations that are named one by one. */
    private static final int NAMED = 3;

    private CalibrationWords() {}

    /** What was observed and how much was simulated. */
    public static String work(CalibrationResult result) {
        List<String> series = result.observed().stream()
                .map(e -> ColumnLabel.of(e.what()))
                .distinct()
                .toList();
        return count(result.observed().size(), "number") + " of " + String.join(", ", series) + "; "
                + count(result.posterior().replications(), "replication") + " of as many worlds, seed " + result.seed();
    }

    /** Whether the model agrees with what was observed. */
    public static List<String> agreement(CalibrationResult result) {
        PredictiveCheck check = result.posterior().check();
        List<String> sentences = new ArrayList<>();
        String inside = Math.round(check.shareInside() * check.predicted().size()) + " of "
                + count(check.predicted().size(), "number")
                + " lie in the 90% range of what the calibrated model would give (p = "
                + Numbers.fixed(check.pValue(), 3) + ")";
        sentences.add(
                switch (check.verdict()) {
                    case AGREES -> "The model agrees with what was observed: " + inside + ".";
                    case DOUBTFUL ->
                        "It is doubtful whether the model agrees with what was observed: " + inside
                                + ". A true model deviates so far less than once in twenty.";
                    case CANNOT ->
                        "The model cannot produce what was observed with any values that were believed possible: "
                                + inside
                                + ". Do not rely on the values below. Something is missing in the model or its ranges, or counted wrong.";
                });
        if (check.verdict() != PredictiveCheck.Verdict.AGREES) {
            check.predicted().stream()
                    .filter(p -> !p.isInside() && !Double.isNaN(p.median()))
                    .sorted(Comparator.comparingDouble(CalibrationWords::farness)
                            .reversed())
                    .limit(NAMED)
                    .forEach(p -> sentences.add("Far off: " + off(p) + "."));
        }
        long never =
                check.predicted().stream().filter(p -> Double.isNaN(p.median())).count();
        if (never > 0) {
            sentences.add(count(never, "observed number")
                    + " the calibrated model never has a value for; they tell nothing.");
        }
        return sentences;
    }

    /** How far an observation lies outside its range, in widths of the range. */
    private static double farness(Predicted p) {
        double beyond =
                Math.max(p.low() - p.observation().value(), p.observation().value() - p.high());
        return beyond / Math.max(p.high() - p.low(), 1e-9);
    }

    private static String off(Predicted p) {
        String reach = p.isOutOfReach() ? ", in all simulations " + number(p.least()) + " to " + number(p.most()) : "";
        return ColumnLabel.of(p.observation().series()) + ", " + p.observation().label() + ": "
                + number(p.observation().value()) + " observed, " + number(p.low()) + " to " + number(p.high())
                + " expected" + reach;
    }

    /** Heading of what was not used. */
    public static String heldOut(CalibrationResult result) {
        return "Does it predict what was not used, from "
                + result.heldOut().get(0).label() + " on?";
    }

    /** How well the calibrated model predicts what was held out, a sentence a column; empty if nothing was. */
    public static List<String> forecasts(CalibrationResult result) {
        List<String> sentences = new ArrayList<>();
        for (Forecast forecast : result.forecasts()) {
            boolean isBetter = forecast.error() < forecast.naiveError();
            sentences.add(ColumnLabel.of(forecast.what()) + ": " + forecast.inside() + " of "
                    + count(forecast.numbers(), "number")
                    + " ("
                    + percent((double) forecast.inside() / forecast.numbers())
                    + ") lie in the 90% range of the calibrated model. Its median is off by " + number(forecast.error())
                    + " on average; " + (isBetter ? "better than" : "no better than")
                    + " the mean of the numbers used at the same hour of the week, off by "
                    + number(forecast.naiveError()) + ".");
        }
        return sentences;
    }

    /** What the observations say of each input that they say anything of, a sentence each. */
    public static List<String> learned(CalibrationResult result) {
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < result.inputs(); i++) {
            if (result.posterior().marginals().get(i).isLearned()) {
                sentences.add(result.path(i) + ": " + after(result, i) + "; before " + before(result, i) + ".");
            }
        }
        if (sentences.isEmpty()) {
            sentences.add("What was observed says nothing about any of the uncertain inputs.");
        }
        return sentences;
    }

    /** The inputs that the observations say nothing about; empty if there are none or nothing else. */
    public static String notLearned(CalibrationResult result) {
        List<String> paths = IntStream.range(0, result.inputs())
                .filter(i -> !result.posterior().marginals().get(i).isLearned())
                .mapToObj(i -> result.path(i))
                .toList();
        if (paths.isEmpty() || paths.size() == result.inputs()) {
            return "";
        }
        return "Nothing is said about " + String.join(", ", paths)
                + ": as likely as before, within 10 points of probability.";
    }

    /** {@code 27.1 to 31.4 s, median 29 s}; of a choice the shares of its alternatives. */
    public static String after(CalibrationResult result, int input) {
        Marginal marginal = result.posterior().marginals().get(input);
        return range(result, input, marginal.posterior(), marginal.posteriorShares());
    }

    /** The prior of an input, in words. */
    public static String before(CalibrationResult result, int input) {
        Marginal marginal = result.posterior().marginals().get(input);
        return range(result, input, marginal.prior(), marginal.priorShares());
    }

    private static String range(CalibrationResult result, int input, List<Double> quantiles, List<Double> shares) {
        if (!shares.isEmpty()) {
            List<String> parts = new ArrayList<>();
            for (int k = 0; k < shares.size(); k++) {
                parts.add(SensitivityWords.plain(result.shown(input, k)) + " " + percent(shares.get(k)));
            }
            return String.join(", ", parts);
        }
        boolean isFactor = result.unit(input).equals("times");
        String unit = isFactor || result.unit(input).isEmpty() ? "" : " " + result.unit(input);
        return (isFactor ? "times " : "") + number(quantiles.get(Marginal.PROBABILITIES.indexOf(0.05))) + " to "
                + number(quantiles.get(Marginal.PROBABILITIES.indexOf(0.95))) + unit + ", median "
                + number(quantiles.get(Marginal.PROBABILITIES.indexOf(0.5))) + unit;
    }

    private static double rounded(double value) {
        return new BigDecimal(value).round(new MathContext(FIGURES)).doubleValue();
    }

    /** How far the numbers can be trusted. */
    public static String trust(CalibrationResult result) {
        double noise = result.posterior().marginals().stream()
                .mapToDouble(Marginal::noise)
                .max()
                .orElse(0);
        return "Ranges hold 90% of the probability. Posteriors from either half of the simulations differ by at most "
                + percent(noise)
                + " in the probability of any value or less; more worlds (--worlds) make that smaller.";
    }

    /** A number with as many figures as tell anything. */
    static String number(double value) {
        return Double.isNaN(value)
                ? Numbers.NO_DATA
                : BigDecimal.valueOf(rounded(value)).stripTrailingZeros().toPlainString();
    }

    static String percent(double share) {
        return Numbers.fixed(100 * share, 0) + "%";
    }

    private static String count(long n, String word) {
        return Numbers.fixed(n, 0) + " " + word + (n == 1 ? "" : "s");
    }
}
