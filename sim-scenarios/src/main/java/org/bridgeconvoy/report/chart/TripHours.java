package org.bridgeconvoy.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.result.Activity;
import org.bridgeconvoy.result.MetricFamily;

/**
 * Where the hours of a trip go: truck-hours a day in each state, without those of idle trucks, divided by the trucks that cross outbound a day
 * (Little, 1961). Without such crossings the hours are those of a truck's day.
 *
 * @param stages rows in the order of a trip; stages without time are left out
 * @param causes causes in their order; causes without time are left out
 * @param hours hours by cause and stage
 * @param isOfTrip whether the hours are of a trip, or of a truck's day
 */
record TripHours(List<String> stages, List<String> causes, double[][] hours, boolean isOfTrip) {

    /** The hours of a run; no stages if its metrics lack them. */
    static TripHours of(RunData run) {
        StateData day = StateData.of(run);
        Estimate out = run.metrics().get(MetricFamily.OUTBOUND_TRUCKS_PER_DAY.pattern());
        boolean isOfTrip = out != null && out.mean() > 0;
        double factor = out != null && isOfTrip ? day.trucks() / out.mean() : 1;
        List<Integer> causes = new ArrayList<>();
        for (int c = 0; c < day.causes().size(); c++) {
            if (!day.causes().get(c).equals(Activity.IDLE.text())) {
                causes.add(c);
            }
        }
        List<Integer> stages = new ArrayList<>();
        for (int s = 0; s < day.stages().size(); s++) {
            int stage = s;
            if (causes.stream().anyMatch(c -> day.hours()[c][stage] > 0)) {
                stages.add(s);
            }
        }
        double[][] hours = new double[causes.size()][stages.size()];
        for (int c = 0; c < causes.size(); c++) {
            for (int s = 0; s < stages.size(); s++) {
                hours[c][s] = factor * day.hours()[causes.get(c)][stages.get(s)];
            }
        }
        return new TripHours(
                stages.stream().map(day.stages()::get).toList(),
                causes.stream().map(day.causes()::get).toList(),
                hours,
                isOfTrip);
    }

    /** Hours of a stage over all causes. */
    double hoursOf(int stage) {
        double sum = 0;
        for (double[] row : hours) {
            sum += row[stage];
        }
        return sum;
    }

    /** Hours of the stages before a stage. */
    double begins(int stage) {
        double sum = 0;
        for (int s = 0; s < stage; s++) {
            sum += hoursOf(s);
        }
        return sum;
    }

    double total() {
        return begins(stages.size());
    }

    /** Name of the row of the sum. */
    String whole() {
        return isOfTrip ? "a trip" : "all but idle";
    }

    /** What the hours are of, in minutes. */
    String minutes() {
        return isOfTrip ? "minutes of a trip" : "minutes of a truck's day";
    }

    String axis() {
        return isOfTrip ? "hours of a trip" : "hours of a truck's day";
    }
}
