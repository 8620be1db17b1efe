package org.bridgeconvoy.bridge.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bridgeconvoy.calendar.LocalClock;
import org.bridgeconvoy.result.Probe;
import org.bridgeconvoy.result.Span;
import org.bridgeconvoy.result.Stage;

/**
 * A column of what was counted or measured at the real bridge, which a run compares with the simulated numbers: its error, root mean squared error
 * and mean absolute percentage error are metrics. It does not influence the simulation.
 *
 * @param what name of the column, such as {@code outbound_trucks}, {@code queue_outbound} or {@code wait_import_min}
 * @param per what each number is of
 * @param byWallClock whether dates and hours are those that the origin's wall clock shows; else days and hours are counted from the start on, as in
 *     {@code daily.csv}. They differ only where the clock changes during the run
 * @param counts the numbers by the number of the day, hour or second since the start of the run, from 0; what has no entry was not observed
 */
public record Observed(String what, Span per, boolean byWallClock, SortedMap<Integer, Double> counts) {

    /** Copies the counts. */
    public Observed {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /**
     * What a run must be asked for to be compared with the columns. {@link org.bridgeconvoy.bridge.BridgeModel} asks for the columns of its own world.
     *
     * @param columns of the world
     * @param world gives the clock
     * @return a probe for each number that the daily table does not have, in the order of the columns and of time
     */
    public static List<Probe> probes(List<Observed> columns, ConvoyConfig world) {
        List<Probe> probes = new ArrayList<>();
        LocalClock clock = world.originClock();
        for (Observed column : columns) {
            if (column.isProbed(world)) {
                for (int number : column.counts.keySet()) {
                    probes.add(column.probe(number, clock));
                }
            }
        }
        return probes;
    }

    /**
     * Whether the numbers need probes.
     *
     * @param world gives the clock
     * @return false if the daily table has them
     */
    public boolean isProbed(ConvoyConfig world) {
        return per != Span.DAY || byWallClock && world.originClock().nextChange(0) < world.horizonNanos();
    }

    private Probe probe(int number, LocalClock clock) {
        // What lies before the start is not compared; its probe only keeps the place.
        long at = Math.max(0, begins(number, clock));
        if (per != Span.INSTANT) {
            Stage stage = what.startsWith("outbound") ? Stage.OUTBOUND : Stage.RETURN;
            return Probe.exits(stage, at, Math.max(at, begins(number + 1, clock)));
        }
        int dot = what.indexOf('.');
        Probe.Kind kind = what.startsWith("queue_") ? Probe.Kind.QUEUE : Probe.Kind.WAIT;
        return dot < 0 ? Probe.of(kind, stage(), at) : Probe.ofTraffic(kind, what.substring(dot + 1), at);
    }

    /**
     * When a day, hour or second begins.
     *
     * @param number of the day, hour or second since the start
     * @param clock the origin's wall clock
     * @return nanoseconds since the start on the simulation clock
     */
    public long begins(int number, LocalClock clock) {
        long local = number * per.nanos();
        return byWallClock ? clock.firstShowing(local) : local;
    }

    private Stage stage() {
        for (Stage stage : Stage.values()) {
            if (what.equals(queueOf(stage)) || what.equals(waitOf(stage))) {
                return stage;
            }
        }
        throw new IllegalStateException("no stage in " + what);
    }

    /**
     * Whether a number is compared.
     *
     * @param number of the day, hour or second since the start
     * @param world gives the measured window
     * @return whether the window holds the whole day or hour, or the instant
     */
    public boolean isWithin(int number, ConvoyConfig world) {
        return isWithin(number, world, world.originClock());
    }

    /**
     * Whether a number is compared, for a caller that asks it of many.
     *
     * @param number of the day, hour or second since the start
     * @param world gives the measured window
     * @param clock the origin's wall clock of that world
     * @return whether the window holds the whole day or hour, or the instant
     */
    public boolean isWithin(int number, ConvoyConfig world, LocalClock clock) {
        return begins(number, clock) >= world.warmUpNanos() && hasEnded(number, world, clock);
    }

    /**
     * Whether a day or hour has ended before the end of the run, and an instant lies before it.
     *
     * @param number of the day, hour or second since the start
     * @param world gives the end
     * @param clock the origin's wall clock of that world
     * @return false for what lies after the run
     */
    public boolean hasEnded(int number, ConvoyConfig world, LocalClock clock) {
        long ends = per == Span.INSTANT ? begins(number, clock) + 1 : begins(number + 1, clock);
        return ends <= world.horizonNanos();
    }

    /**
     * Name of the column of a stage's queue.
     *
     * @param stage any
     * @return such as {@code queue_import}
     */
    public static String queueOf(Stage stage) {
        return "queue_" + stage.label();
    }

    /**
     * Name of the column of waits before a stage.
     *
     * @param stage any
     * @return such as {@code wait_import_min}
     */
    public static String waitOf(Stage stage) {
        return "wait_" + stage.label() + "_min";
    }

    /**
     * Name of the column of the queue of a name of through traffic.
     *
     * @param name such as {@code cars}
     * @return such as {@code queue_traffic.cars}
     */
    public static String queueOfTraffic(String name) {
        return "queue_traffic." + name;
    }

    /**
     * Name of the column of the waits of a name of through traffic.
     *
     * @param name such as {@code cars}
     * @return such as {@code wait_traffic_min.cars}
     */
    public static String waitOfTraffic(String name) {
        return "wait_traffic_min." + name;
    }
}
