package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.bridgeconvoy.calendar.LocalClock;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.scenario.Observed;
import org.bridgeconvoy.scenario.Scenario;

/**
 * Compares observed counts with the replications: counts of days with the daily tables; counts of hours, and of the dates of a wall clock
 * that changes during the run, with the recorded trips.
 */
final class ObservedFits {

    private final Scenario scenario;
    private final List<ReplicationResult> replications;

    /** The origin's wall clock. */
    private final LocalClock clock;

    private ObservedFits(Scenario scenario, List<ReplicationResult> replications) {
        this.scenario = scenario;
        this.replications = replications;
        clock = scenario.config().originClock();
    }

    /** A fit for each observed column. Counts that need recorded trips have no fit without any, but a warning. */
    static List<ObservedFit> of(Scenario scenario, List<ReplicationResult> replications, List<String> warnings) {
        ObservedFits fits = new ObservedFits(scenario, replications);
        List<ObservedFit> found = new ArrayList<>();
        for (Observed observed : scenario.observed()) {
            boolean days = !observed.isHourly() && !fits.changes(observed);
            List<IntToDoubleFunction> simulated = days ? fits.days(observed) : fits.fromTrips(observed);
            if (simulated.isEmpty()) {
                warnings.add("observed " + (observed.isHourly() ? "hours" : "dates of a clock that changes")
                        + " are held against recorded trips, of which there are none; run without --trips none");
            } else {
                found.add(fits.fit(observed, simulated));
            }
        }
        return found;
    }

    /** Whether the wall clock by which the periods were counted changes during the run. */
    private boolean changes(Observed observed) {
        return observed.byWallClock() && clock.nextChange(0) < scenario.config().horizonNanos();
    }

    /** When a period begins on the simulation clock, where the one before it ends. */
    private long begin(Observed observed, int number) {
        long local = number * (observed.isHourly() ? Nanos.HOUR : Nanos.DAY);
        return observed.byWallClock() ? clock.firstShowing(local) : local;
    }

    /** Trucks of a day by its number, for each replication. */
    private List<IntToDoubleFunction> days(Observed observed) {
        List<IntToDoubleFunction> counts = new ArrayList<>();
        for (ReplicationResult replication : replications) {
            int[] trucks = isOutbound(observed)
                    ? replication.daily().outboundTrucks()
                    : replication.daily().returnTrucks();
            counts.add(number -> trucks[number]);
        }
        return counts;
    }

    private static boolean isOutbound(Observed observed) {
        return observed.what().equals("outbound_trucks");
    }

    /** Trucks of a period by its number, for each replication that recorded its trips. */
    private List<IntToDoubleFunction> fromTrips(Observed observed) {
        TripTime exit = isOutbound(observed) ? TripTime.OUTBOUND_EXIT : TripTime.RETURN_EXIT;
        List<IntToDoubleFunction> counts = new ArrayList<>();
        for (ReplicationResult replication : replications) {
            TripTable trips = replication.trips();
            if (trips != null) {
                long[] exits = IntStream.range(0, trips.size())
                        .mapToLong(i -> trips.time(i, exit))
                        .filter(at -> at != TripTable.NOT_REACHED)
                        .sorted()
                        .toArray();
                counts.add(number ->
                        before(exits, begin(observed, number + 1)) - (double) before(exits, begin(observed, number)));
            }
        }
        return counts;
    }

    /** How many times lie before an instant. */
    private static int before(long[] sorted, long time) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The fit of one column in the measured window. */
    private ObservedFit fit(Observed observed, List<IntToDoubleFunction> simulated) {
        List<ObservedFit.Period> periods = new ArrayList<>();
        double[] errors = new double[simulated.size()];
        for (Map.Entry<Integer, Double> count : observed.counts().entrySet()) {
            int number = count.getKey();
            if (begin(observed, number) >= scenario.config().warmUpNanos()
                    && begin(observed, number + 1) <= scenario.config().horizonNanos()) {
                double[] counts = simulated.stream()
                        .mapToDouble(s -> s.applyAsDouble(number))
                        .toArray();
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
