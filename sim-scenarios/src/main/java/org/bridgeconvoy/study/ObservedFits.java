package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.scenario.Observed;
import org.bridgeconvoy.scenario.Scenario;

/** Compares observed counts with the replications: daily counts with the daily tables, hourly counts with the recorded trips. */
final class ObservedFits {

    private final Scenario scenario;
    private final List<ReplicationResult> replications;

    private ObservedFits(Scenario scenario, List<ReplicationResult> replications) {
        this.scenario = scenario;
        this.replications = replications;
    }

    /** A fit for each observed column. Hourly counts without recorded trips have no fit, but a warning. */
    static List<ObservedFit> of(Scenario scenario, List<ReplicationResult> replications, List<String> warnings) {
        ObservedFits fits = new ObservedFits(scenario, replications);
        List<ObservedFit> found = new ArrayList<>();
        for (Observed observed : scenario.observed()) {
            List<int[]> simulated = observed.isHourly() ? fits.hours(observed.what()) : fits.days(observed.what());
            if (simulated.isEmpty()) {
                warnings.add("observed hours are held against recorded trips, of which there are none; run without"
                        + " --trips none");
            } else {
                found.add(fits.fit(observed, simulated));
            }
        }
        return found;
    }

    /** Trucks of each day, by replication. */
    private List<int[]> days(String what) {
        return replications.stream()
                .map(ReplicationResult::daily)
                .map(d -> isOutbound(what) ? d.outboundTrucks() : d.returnTrucks())
                .toList();
    }

    private static boolean isOutbound(String what) {
        return what.equals("outbound_trucks");
    }

    /** Trucks of each hour, for each replication that recorded its trips. */
    private List<int[]> hours(String what) {
        TripTime exit = isOutbound(what) ? TripTime.OUTBOUND_EXIT : TripTime.RETURN_EXIT;
        List<int[]> counts = new ArrayList<>();
        for (ReplicationResult replication : replications) {
            TripTable trips = replication.trips();
            if (trips != null) {
                counts.add(hours(trips, exit, replication.daily()));
            }
        }
        return counts;
    }

    private static int[] hours(TripTable trips, TripTime exit, DailyTable daily) {
        int[] hours = new int[24 * daily.days()];
        for (int i = 0; i < trips.size(); i++) {
            long at = trips.time(i, exit);
            if (at != TripTable.NOT_REACHED) {
                hours[(int) (at / Nanos.HOUR)]++;
            }
        }
        return hours;
    }

    /** The fit of one column in the measured window. */
    private ObservedFit fit(Observed observed, List<int[]> simulated) {
        long length = observed.isHourly() ? Nanos.HOUR : Nanos.DAY;
        List<ObservedFit.Period> periods = new ArrayList<>();
        double[] errors = new double[simulated.size()];
        for (Map.Entry<Integer, Double> count : observed.counts().entrySet()) {
            int number = count.getKey();
            if (number * length >= scenario.config().warmUpNanos()
                    && (number + 1) * length <= scenario.config().horizonNanos()) {
                double[] counts = simulated.stream().mapToDouble(s -> s[number]).toArray();
                for (int r = 0; r < counts.length; r++) {
                    errors[r] += counts[r] - count.getValue();
                }
                Arrays.sort(counts);
                periods.add(new ObservedFit.Period(
                        number,
                        count.getValue(),
                        Arrays.stream(counts).average().orElse(Double.NaN),
                        quantile(counts, 0.025),
                        quantile(counts, 0.975)));
            }
        }
        List<Double> means = new ArrayList<>();
        for (double sum : errors) {
            means.add(sum / periods.size());
        }
        return new ObservedFit(
                observed.what(),
                observed.isHourly(),
                periods,
                observed.counts().size() - periods.size(),
                simulated.size(),
                Estimate.of(means));
    }

    /** Quantile, linear between closest ranks: type 7 of Hyndman and Fan (1996). */
    static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
