package org.bridgeconvoy.study.calibration;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.experiment.calibration.Marginal;
import org.bridgeconvoy.experiment.calibration.Posterior;
import org.bridgeconvoy.scenario.UncertainInput;
import org.bridgeconvoy.scenario.UncertainInputs;
import org.bridgeconvoy.study.ObservedNumbers;

/**
 * A calibrated scenario.
 *
 * @param scenarioText the scenario with defaults filled in
 * @param start date of day 0
 * @param uncertain what was believed before
 * @param observed what was observed, in the order of the posterior's check
 * @param heldOut what was observed and not used, in the order of the posterior's predictions
 * @param posterior what is believed now
 */
public record CalibrationResult(
        String name,
        String description,
        String scenarioText,
        String version,
        long seed,
        LocalDate start,
        UncertainInputs uncertain,
        List<ObservedNumbers.Entry> observed,
        List<ObservedNumbers.Entry> heldOut,
        Posterior posterior) {

    /** Figures of the new base: more would only look precise. */
    private static final int FIGURES = 4;

    /** Worlds of the joint sample that is written. */
    private static final int ROWS = 1000;

    /** Worlds that a chart draws at most. */
    private static final int DRAWN = 300;

    /** Copies the lists. */
    public CalibrationResult {
        observed = List.copyOf(observed);
        heldOut = List.copyOf(heldOut);
    }

    /** How well each column was predicted; empty if nothing was held out. */
    public List<Forecast> forecasts() {
        return Forecast.of(start, observed, heldOut, posterior.heldOut());
    }

    /** Number of uncertain inputs. */
    public int inputs() {
        return uncertain.inputs().size();
    }

    /** What an input is called: its path as the file writes it. */
    public String path(int input) {
        return input(input).path();
    }

    /** Unit of its values; {@code times} for a factor, empty if there is none. */
    public String unit(int input) {
        return input(input).unit();
    }

    /** What was believed of it, as a distribution of its values. */
    public String believed(int input) {
        return String.valueOf(input(input).input().distribution());
    }

    /** Whether it is one of a few alternatives. */
    public boolean isChoice(int input) {
        return !input(input).choices().isEmpty();
    }

    /** A value of an input for people. */
    public String shown(int input, double value) {
        return input(input).shown(value);
    }

    /** The alternatives of a choice; empty for a number. */
    public List<String> choices(int input) {
        return input(input).choices();
    }

    /**
     * How likely the values of a number are before and after.
     *
     * @throws IllegalArgumentException for a choice
     */
    public Histogram histogram(int input) {
        if (isChoice(input)) {
            throw new IllegalArgumentException(path(input) + " is a choice; its marginal has the shares");
        }
        return Histogram.of(input(input).input(), values(input));
    }

    /** Values of an input, of a choice its index, in at most {@value #DRAWN} worlds of the posterior, spread over all. */
    public List<Double> drawn(int input) {
        double[] all = values(input);
        int n = Math.min(DRAWN, all.length);
        List<Double> drawn = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            drawn.add(all[(int) ((long) i * all.length / n)]);
        }
        return drawn;
    }

    private double[] values(int input) {
        return posterior.worlds().stream().mapToDouble(w -> w[input]).toArray();
    }

    /** Correlation of two inputs in the posterior, from -1 to 1; 0 if one does not vary. */
    public double correlation(int first, int second) {
        double[] a = values(first);
        double[] b = values(second);
        double meanOfA = Arrays.stream(a).average().orElse(0);
        double meanOfB = Arrays.stream(b).average().orElse(0);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanOfA) * (b[i] - meanOfB);
            aa += (a[i] - meanOfA) * (a[i] - meanOfA);
            bb += (b[i] - meanOfB) * (b[i] - meanOfB);
        }
        return aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
    }

    private UncertainInput input(int number) {
        return uncertain.inputs().get(number);
    }

    /** Paths of all values that the worlds set, in the order of the inputs. */
    public List<String> paths() {
        return uncertain.inputs().stream()
                .flatMap(input -> input.places().stream())
                .map(UncertainInput.Target::path)
                .toList();
    }

    /** Worlds of the posterior, all equally likely: of each the value of each path, as {@code --set} takes it. */
    public List<List<String>> rows() {
        List<double[]> worlds = posterior.worlds();
        int n = Math.min(ROWS, worlds.size());
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double[] world = worlds.get((int) ((long) i * worlds.size() / n));
            rows.add(uncertain.world(world).stream()
                    .map(set -> set.substring(set.indexOf('=') + 1))
                    .toList());
        }
        return rows;
    }

    /** The new base, path by path: of numbers the posterior's median, of choices the most frequent. */
    public Map<String, String> base() {
        Map<String, String> base = new LinkedHashMap<>();
        for (int i = 0; i < inputs(); i++) {
            for (String set : input(i).sets(middle(i))) {
                base.put(set.substring(0, set.indexOf('=')), set.substring(set.indexOf('=') + 1));
            }
        }
        return base;
    }

    /** The median of an input, of a choice the index of the most frequent. */
    public double middle(int number) {
        Marginal marginal = posterior.marginals().get(number);
        List<Double> shares = marginal.posteriorShares();
        if (shares.isEmpty()) {
            double[] values = posterior.worlds().stream()
                    .mapToDouble(w -> w[number])
                    .sorted()
                    .toArray();
            return new BigDecimal(values[values.length / 2])
                    .round(new MathContext(FIGURES))
                    .doubleValue();
        }
        int best = 0;
        for (int k = 1; k < shares.size(); k++) {
            best = shares.get(k) > shares.get(best) ? k : best;
        }
        return best;
    }
}
