package org.bridgeconvoy.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;

/**
 * A day of some trucks of one recorded replication: where each is at any instant. Times are hours since 00:00 of {@code day}.
 *
 * @param replication number of the replication
 * @param day the day shown, from 0
 * @param fromHour the first hour shown
 * @param untilHour the last hour shown
 * @param rows trips in the order in which they end
 * @param trips how many trips the rows stand for
 */
public record GanttData(int replication, int day, double fromHour, double untilHour, List<Row> rows, int trips) {

    /** Most rows of a chart. */
    static final int MOST = 40;

    /**
     * A trip.
     *
     * @param truck number of the truck, from 1
     * @param from hour at which the trip begins
     * @param until hour at which it ends, or the end of the run
     * @param parts what the truck does; between the parts it is on a road, in a convoy or rests
     */
    public record Row(int truck, double from, double until, List<Part> parts) {}

    /**
     * A part of a trip.
     *
     * @param stage the stage
     * @param waits whether the truck waits for it, or is served or crosses
     * @param from hour of its beginning
     * @param until hour of its end
     */
    public record Part(Stage stage, boolean waits, double from, double until) {}

    /**
     * The trips that enter the bridge outbound on the day of {@link TimeSpaceData#of(RunData)}; of more than {@value #MOST} every second,
     * third … in the order of their ends. Empty without recorded trips.
     */
    public static GanttData of(RunData run) {
        TimeSpaceData shown = TimeSpaceData.of(run);
        List<Row> all = new ArrayList<>();
        TripTable trips = run.trips().isEmpty() ? null : run.trips().get(shown.replication() - 1);
        for (int i = 0; trips != null && i < trips.size(); i++) {
            long enter = trips.time(i, TripTime.OUTBOUND_ENTER);
            double hour = hour(enter, shown.day());
            if (enter != TripTable.NOT_REACHED && hour >= shown.fromHour() && hour < shown.untilHour()) {
                all.add(row(run, trips, i, shown.day()));
            }
        }
        all.sort(Comparator.comparingDouble(Row::until).thenComparingInt(Row::truck));
        List<Row> rows = new ArrayList<>();
        for (int index : StudyCharts.spread(all.size(), MOST)) {
            rows.add(all.get(index));
        }
        double first = rows.stream().mapToDouble(Row::from).min().orElse(shown.fromHour());
        double last = rows.stream().mapToDouble(Row::until).max().orElse(shown.untilHour());
        double from = Math.max(shown.fromHour(), Math.floor(first));
        double until = Math.max(from + 1, Math.min(shown.untilHour(), Math.ceil(last)));
        return new GanttData(shown.replication(), shown.day(), from, until, List.copyOf(rows), all.size());
    }

    private static Row row(RunData run, TripTable trips, int i, int day) {
        List<Part> parts = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            if (stage == Stage.TRUCK || stage.isOfReturnLoad() && trips.returnCargo(i) == TripTable.EMPTY) {
                continue;
            }
            long joins = trips.time(i, TripTime.joins(stage, trips.hasFurther()));
            long begins = trips.time(i, TripTime.begins(stage));
            long ends = trips.time(i, TripTime.ends(stage));
            add(run, stage, true, joins, begins, day, parts);
            add(run, stage, false, begins, ends, day, parts);
        }
        long end = trips.time(i, TripTime.RETURN_UNLOAD_END);
        long exit = end == TripTable.NOT_REACHED && trips.returnCargo(i) == TripTable.EMPTY
                ? trips.time(i, TripTime.RETURN_EXIT)
                : end;
        return new Row(
                trips.truck(i),
                hour(trips.time(i, TripTime.ASSIGNED), day),
                hour(exit == TripTable.NOT_REACHED ? run.horizonNanos() : exit, day),
                List.copyOf(parts));
    }

    private static void add(RunData run, Stage stage, boolean waits, long from, long until, int day, List<Part> parts) {
        long end = until == TripTable.NOT_REACHED ? run.horizonNanos() : until;
        if (from != TripTable.NOT_REACHED && end > from) {
            parts.add(new Part(stage, waits, hour(from, day), hour(end, day)));
        }
    }

    private static double hour(long nanos, int day) {
        return (nanos - day * Nanos.DAY) / (double) Nanos.HOUR;
    }
}
