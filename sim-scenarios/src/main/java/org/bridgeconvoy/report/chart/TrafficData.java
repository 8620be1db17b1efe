package org.bridgeconvoy.report.chart;

import java.util.List;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.result.TrafficTable;
import org.bridgeconvoy.result.TrafficTime;

/**
 * The through traffic over the hours of the day: means over the window and the recorded replications.
 *
 * @param names those of the scenario, in its order
 * @param exitsPerHour vehicles that leave the bridge in an hour, by name and hour of the day; NaN for an hour that the window does not have
 * @param hours middle of each slot of {@code waiting}
 * @param waiting mean number of vehicles that wait to enter, by name and slot
 */
record TrafficData(List<String> names, double[][] exitsPerHour, double[] hours, double[][] waiting) {

    private static final int HOURS = 24;
    private static final int SLOTS_AN_HOUR = DayGrid.SLOTS / HOURS;

    /** Of the recorded vehicles. */
    static TrafficData of(RunData run) {
        List<String> names = run.trafficNames();
        DayGrid grid = new DayGrid(run.warmUpNanos(), run.horizonNanos());
        double[][] exits = new double[names.size()][HOURS];
        double[][] waiting = new double[names.size()][DayGrid.SLOTS];
        for (TrafficTable vehicles : run.vehicles()) {
            for (int i = 0; i < vehicles.size(); i++) {
                int name = names.indexOf(vehicles.name(i).name());
                long exit = vehicles.time(i, TrafficTime.EXIT);
                if (exit != TrafficTable.NOT_REACHED && exit >= run.warmUpNanos() && exit < run.horizonNanos()) {
                    exits[name][(int) (exit / Nanos.HOUR % HOURS)]++;
                }
                long enter = vehicles.time(i, TrafficTime.ENTER);
                long until = enter == TrafficTable.NOT_REACHED ? run.horizonNanos() : enter;
                grid.spread(vehicles.time(i, TrafficTime.QUEUED), until, waiting[name]);
            }
        }
        double[] exposure = grid.exposure();
        for (int name = 0; name < names.size(); name++) {
            for (int slot = 0; slot < DayGrid.SLOTS; slot++) {
                waiting[name][slot] /= exposure[slot] * run.vehicles().size();
            }
            for (int hour = 0; hour < HOURS; hour++) {
                exits[name][hour] /= hoursOf(exposure, hour) * run.vehicles().size();
            }
        }
        return new TrafficData(names, exits, DayGrid.hours(), waiting);
    }

    /** How long the window covers an hour of the day, in hours. */
    private static double hoursOf(double[] exposure, int hour) {
        double nanos = 0;
        for (int slot = 0; slot < SLOTS_AN_HOUR; slot++) {
            nanos += exposure[hour * SLOTS_AN_HOUR + slot];
        }
        return nanos / Nanos.HOUR;
    }

    /** The hour of the day in which most vehicles of all names leave the bridge; the first of equals. */
    int busiestHour() {
        int best = 0;
        for (int hour = 1; hour < HOURS; hour++) {
            best = total(hour) > total(best) ? hour : best;
        }
        return best;
    }

    /** Vehicles of all names that leave the bridge in an hour of the day; 0 for one that the window does not have. */
    double total(int hour) {
        double sum = 0;
        for (double[] name : exitsPerHour) {
            sum += Double.isNaN(name[hour]) ? 0 : name[hour];
        }
        return sum;
    }
}
