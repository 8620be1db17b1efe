package org.bridgeconvoy.experiment.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Works out the predictive check. Deviations of a simulation are from the mean of the others, in their standard deviation. */
final class Checking {

    /** Deviations from what never varies, and others as great, count as this. */
    private static final double MOST = 50;

    private final double[] observed;
    private final double[][] simulated;

    /** First index of each series, and the number of observations. */
    private final int[] bounds;

    private Checking(List<Observation> observations, List<double[]> simulated) {
        this.observed = observations.stream().mapToDouble(Observation::value).toArray();
        this.simulated = simulated.toArray(double[][]::new);
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < observed.length; i++) {
            if (i == 0
                    || !observations
                            .get(i)
                            .series()
                            .equals(observations.get(i - 1).series())) {
                starts.add(i);
            }
        }
        starts.add(observed.length);
        bounds = starts.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * The check.
     *
     * @param observations what was observed
     * @param simulated of calibrated worlds
     * @param all of any world, those among them
     */
    static PredictiveCheck of(List<Observation> observations, List<double[]> simulated, List<double[]> all) {
        Checking checking = new Checking(observations, simulated);
        return new PredictiveCheck(predicted(observations, simulated, all), checking.pValue(), simulated.size());
    }

    /** Each observation beside its prediction. */
    static List<Predicted> predicted(List<Observation> observations, List<double[]> simulated, List<double[]> all) {
        List<Predicted> predicted = new ArrayList<>();
        for (int i = 0; i < observations.size(); i++) {
            double[] sorted = sorted(simulated, i);
            double[] any = sorted(all, i);
            predicted.add(new Predicted(
                    observations.get(i),
                    quantile(sorted, 0.05),
                    quantile(sorted, 0.5),
                    quantile(sorted, 0.95),
                    quantile(any, 0),
                    quantile(any, 1)));
        }
        return predicted;
    }

    private static double[] sorted(List<double[]> rows, int column) {
        return rows.stream()
                .mapToDouble(row -> row[column])
                .filter(x -> !Double.isNaN(x))
                .sorted()
                .toArray();
    }

    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : Columns.quantile(sorted, share);
    }

    /** By the least share of the discrepancies, itself held against that of each simulation (Westfall and Young 1993). */
    private double pValue() {
        double[][] own = discrepancies(simulated, observed);
        double[] leastShare = new double[own.length];
        Arrays.fill(leastShare, 1);
        for (int t = 0; t < own[0].length; t++) {
            int discrepancy = t;
            double[] sorted = Arrays.stream(own)
                    .mapToDouble(row -> row[discrepancy])
                    .sorted()
                    .toArray();
            for (int r = 0; r < own.length; r++) {
                leastShare[r] = Math.min(leastShare[r], (double) atLeast(sorted, own[r][t]) / own.length);
            }
        }
        double ofObserved = leastShare[simulated.length];
        return (double) Arrays.stream(leastShare).filter(s -> s <= ofObserved).count() / own.length;
    }

    /** How many of some sorted values are a value or more. */
    private static int atLeast(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return sorted.length - low;
    }

    /** Of each simulation, and last of what was observed: sum of squares, greatest deviation, greatest deviation of a series' mean. */
    private double[][] discrepancies(double[][] simulated, double[] observed) {
        int n = simulated.length;
        double[][] found = new double[n + 1][3];
        for (int i = 0; i < observed.length; i++) {
            int column = i;
            double[] z = deviations(
                    Arrays.stream(simulated).mapToDouble(row -> row[column]).toArray(), observed[i]);
            for (int r = 0; r <= n; r++) {
                found[r][0] += z[r] * z[r];
                found[r][1] = Math.max(found[r][1], Math.abs(z[r]));
            }
        }
        for (int s = 0; s + 1 < bounds.length; s++) {
            int from = bounds[s];
            int to = bounds[s + 1];
            double[] z = deviations(
                    Arrays.stream(simulated)
                            .mapToDouble(row -> Columns.mean(Arrays.copyOfRange(row, from, to)))
                            .toArray(),
                    Columns.mean(Arrays.copyOfRange(observed, from, to)));
            for (int r = 0; r <= n; r++) {
                found[r][2] = Math.max(found[r][2], Math.abs(z[r]));
            }
        }
        return found;
    }

    /** Each value from the others, last the observed one; 0 for NaN. */
    private static double[] deviations(double[] values, double observed) {
        double mean = Columns.mean(values);
        double sd = Columns.sd(values);
        double n = Arrays.stream(values).filter(x -> !Double.isNaN(x)).count();
        double[] z = new double[values.length + 1];
        if (n < 3) {
            return z;
        }
        for (int r = 0; r < values.length; r++) {
            double d = values[r] - mean;
            double others = (n * sd * sd - d * d * n / (n - 1)) / (n - 1);
            z[r] = Double.isNaN(d) ? 0 : standardised(d * n / (n - 1), others);
        }
        z[values.length] = standardised(observed - mean, sd * sd);
        return z;
    }

    private static double standardised(double from, double variance) {
        if (Math.abs(from) < 1e-9) {
            return 0;
        }
        double z = from / Math.sqrt(Math.max(variance, 0));
        return Math.max(-MOST, Math.min(z, MOST));
    }
}
