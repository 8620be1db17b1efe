package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.bridge.config.Observed;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.result.DailyColumn;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.scenario.Scenario;

/** Compares observed numbers with the replications: those of days with the daily tables, those of hours and instants with probes. */
final class ObservedFits {

    private final Scenario scenario;
    private final List<ReplicationResult> replications;

    private ObservedFits(Scenario scenario, List<ReplicationResult> replications) {
        this.scenario = scenario;
        this.replications = replications;
    }

    /**
     * A fit for each observed column.
     *
     * @param replications of a model with the {@linkplain Observed#probes probes} of the columns
     */
    static List<ObservedFit> of(Scenario scenario, List<ReplicationResult> replications) {
        ObservedFits fits = new ObservedFits(scenario, replications);
        List<ObservedFit> found = new ArrayList<>();
        int probe = 0;
        for (Observed observed : scenario.observed()) {
            found.add(fits.fit(observed, probe));
            probe += Observed.probes(List.of(observed), scenario.config()).size();
        }
        return found;
    }

    /** The fit of a column whose first probe has a number. */
    private ObservedFit fit(Observed observed, int firstProbe) {
        List<ObservedFit.Period> periods = new ArrayList<>();
        DoubleSummaryStatistics covered = new DoubleSummaryStatistics();
        double[] errors = new double[replications.size()];
        int[] compared = new int[replications.size()];
        int probe = firstProbe;
        for (Map.Entry<Integer, Double> count : observed.counts().entrySet()) {
            int number = count.getKey();
            int at = probe++;
            if (observed.isWithin(number, scenario.config())) {
                double[] counts = replications.stream()
                        .mapToDouble(r -> simulated(observed, number, at, r))
                        .toArray();
                int there = (int)
                        Arrays.stream(counts).filter(x -> !Double.isNaN(x)).count();
                if (there > 0) {
                    covered.accept(ObservedFit.covered(there));
                }
                for (int r = 0; r < counts.length; r++) {
                    if (!Double.isNaN(counts[r])) {
                        errors[r] += counts[r] - count.getValue();
                        compared[r]++;
                    }
                }
                periods.add(period(number, count.getValue(), counts));
            }
        }
        List<Double> means = new ArrayList<>();
        for (int r = 0; r < errors.length; r++) {
            means.add(errors[r] / compared[r]);
        }
        return new ObservedFit(
                observed.what(),
                observed.per(),
                periods,
                observed.counts().size() - periods.size(),
                replications.size(),
                Estimate.of(means),
                covered.getCount() == 0 ? Double.NaN : covered.getAverage());
    }

    private double simulated(Observed observed, int number, int probe, ReplicationResult replication) {
        return observed.isProbed(scenario.config())
                ? replication.probed()[probe]
                : DailyColumn.find(observed.what()).orElseThrow().value(replication.daily(), number);
    }

    private static ObservedFit.Period period(int number, double observed, double[] simulated) {
        double[] counts =
                Arrays.stream(simulated).filter(x -> !Double.isNaN(x)).sorted().toArray();
        return new ObservedFit.Period(
                number,
                observed,
                Arrays.stream(counts).average().orElse(Double.NaN),
                counts.length == 0 ? Double.NaN : quantile(counts, 0.025),
                counts.length == 0 ? Double.NaN : quantile(counts, 0.975));
    }

    /** Quantile, linear between closest ranks: type 7 of Hyndman and Fan (1996). */
    static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
