package org.bridgeconvoy.report.html;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bridgeconvoy.report.chart.BridgePaths;
import org.bridgeconvoy.result.TrafficTable;
import org.bridgeconvoy.result.TrafficTime;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.words.Numbers;

/**
 * The first instant of the replay, as a picture and as counters. Readers without scripts see it, and the counters show
 * it until the script runs. It counts only the trips in the replay.
 */
final class ReplayStill {

    /** Time of day at which the replay begins, on the first measured day: 10:00. */
    private static final long TEN_HOURS_MILLIS = 36_000_000L;

    private static final long MINUTE_MILLIS = 60_000L;
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final int WIDTH = 720;
    /** Left end of the bridge in the picture. */
    private static final int LEFT = 220;
    /** Right end of the bridge in the picture. */
    private static final int RIGHT = WIDTH - LEFT;
    /** Height of the deck in the picture. */
    private static final int DECK = 50;

    /** Trucks in a row of a queue. */
    private static final int IN_A_ROW = 12;

    /** Rows of a queue that have room in the picture. */
    private static final int ROWS = 6;

    private final TripTable trips;
    private final ReplayVehicles vehicles;
    private final boolean hasTrucks;
    /** Number of trips in the replay. */
    private final int rows;
    /** The instant, in milliseconds since the start. */
    private final long millis;

    /**
     * The first instant of a replay.
     *
     * @param trips all trips of its replication
     * @param data the trips in the replay
     * @param vehicles the vehicles in the replay
     * @param hasTrucks false with through traffic alone
     * @param warmUpMillis end of the warm-up
     */
    ReplayStill(TripTable trips, ReplayData data, ReplayVehicles vehicles, boolean hasTrucks, long warmUpMillis) {
        this.trips = trips;
        this.vehicles = vehicles;
        this.hasTrucks = hasTrucks;
        this.rows = data.trips();
        long begin = Math.min(data.endMillis(), warmUpMillis + TEN_HOURS_MILLIS);
        this.millis = begin / MINUTE_MILLIS * MINUTE_MILLIS;
    }

    /** The instant in whole seconds since the start. */
    long seconds() {
        return millis / 1000;
    }

    /** The instant as the replay shows it. */
    String clock(LocalDate start) {
        return start.atStartOfDay().plusSeconds(seconds()).format(CLOCK);
    }

    /** Values of the counters, by the id that the script uses. */
    Map<String, String> counters() {
        Map<String, String> counters = new LinkedHashMap<>();
        counters.put("begun", whole(count(TripTime.ASSIGNED)));
        counters.put("queue-out", whole(between(TripTime.OUTBOUND_QUEUED, TripTime.OUTBOUND_ENTER)));
        counters.put(
                "on-bridge",
                whole(between(TripTime.OUTBOUND_ENTER, TripTime.OUTBOUND_EXIT)
                        + between(TripTime.RETURN_ENTER, TripTime.RETURN_EXIT)));
        counters.put("crossed", whole(count(TripTime.OUTBOUND_EXIT)));
        counters.put("delivered", whole(count(TripTime.UNLOAD_END) + count(TripTime.RETURN_UNLOAD_END)));
        counters.put("tonnes", tonnes());
        counters.put("queue-back", whole(between(TripTime.RETURN_QUEUED, TripTime.RETURN_ENTER)));
        counters.put("returned", whole(count(TripTime.RETURN_EXIT)));
        counters.put("standing", whole(standing()));
        counters.put("vehicles-out", whole(vehicles.waiting(true, millis)));
        counters.put("vehicles-back", whole(vehicles.waiting(false, millis)));
        counters.put(
                "vehicles-on",
                whole(vehicles.shares(true, millis, List.of()).size()
                        + vehicles.shares(false, millis, List.of()).size()));
        counters.put(
                "vehicles-crossed",
                whole(vehicles.reached(TrafficTime.EXIT, true, millis)
                        + vehicles.reached(TrafficTime.EXIT, false, millis)));
        return counters;
    }

    private static String whole(long count) {
        return Numbers.fixed(count, 0);
    }

    private String tonnes() {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += reached(row, TripTime.UNLOAD_END) ? trips.loadMilligrams(row) : 0;
            sum += reached(row, TripTime.RETURN_UNLOAD_END) ? trips.returnLoadMilligrams(row) : 0;
        }
        String text = Numbers.fixed(sum / 1e9, 1);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** Whether a trip has reached a point by this instant. */
    private boolean reached(int row, TripTime time) {
        long nanos = trips.time(row, time);
        return nanos != TripTable.NOT_REACHED && ReplayData.millis(nanos) <= millis;
    }

    /** Number of trips that have reached a point. */
    private long count(TripTime time) {
        long count = 0;
        for (int row = 0; row < rows; row++) {
            count += reached(row, time) ? 1 : 0;
        }
        return count;
    }

    /** Number of trips that have reached {@code begin} but not {@code end}. */
    private long between(TripTime begin, TripTime end) {
        return count(begin) - count(end);
    }

    /** Number of trucks and vehicles that stand broken down. */
    private long standing() {
        TrafficTable traffic = vehicles.table();
        long trucks = trips.breakdowns().stream()
                .filter(b -> b.row() < rows && isNow(b.stoppedNanos(), b.droveOnNanos()))
                .count();
        return traffic == null
                ? trucks
                : trucks
                        + traffic.breakdowns().stream()
                                .filter(b -> b.row() < vehicles.count() && isNow(b.stoppedNanos(), b.droveOnNanos()))
                                .count();
    }

    private boolean isNow(long stopped, long droveOn) {
        return ReplayData.millis(stopped) <= millis && millis < ReplayData.millis(droveOn);
    }

    /** The picture: the queues beside the bridge, and each truck on the bridge at its position. */
    String picture(LocalDate start, PageWords words) {
        Map<String, String> counters = counters();
        List<String> says = new ArrayList<>();
        if (hasTrucks) {
            says.add("Trucks: " + counters.get("queue-out") + " waiting outbound, " + counters.get("on-bridge")
                    + " on the bridge, " + counters.get("queue-back") + " waiting to return.");
        }
        if (vehicles.table() != null) {
            says.add("Vehicles: " + counters.get("vehicles-out") + " waiting outbound, " + counters.get("vehicles-on")
                    + " on the bridge, " + counters.get("vehicles-back") + " waiting on return.");
        }
        Html svg = new Html(words);
        svg.open(
                        "svg",
                        "class",
                        "chart",
                        "role",
                        "img",
                        "viewBox",
                        "0 0 " + WIDTH + " 140",
                        "aria-labelledby",
                        "still-t")
                .element("title", "The crossing on " + clock(start) + ". " + String.join(" ", says), "id", "still-t");
        rect(svg, 0, DECK + 6, LEFT, 6, "grid");
        rect(svg, RIGHT, DECK + 6, LEFT, 6, "grid");
        rect(svg, LEFT, DECK + 4, RIGHT - LEFT, 4, "muted");
        long out = between(TripTime.OUTBOUND_QUEUED, TripTime.OUTBOUND_ENTER);
        long back = between(TripTime.RETURN_QUEUED, TripTime.RETURN_ENTER);
        long vehiclesOut = vehicles.waiting(true, millis);
        long vehiclesBack = vehicles.waiting(false, millis);
        queue(svg, out, vehiclesOut, true);
        queue(svg, back, vehiclesBack, false);
        List<BridgePaths.Path> bent = BridgePaths.of(trips, vehicles.table());
        for (double share : vehicles.shares(true, millis, bent)) {
            rect(svg, (int) Math.round(LEFT + share * (RIGHT - LEFT)) - 4, DECK - 2, 8, 5, "sky");
        }
        for (double share : vehicles.shares(false, millis, bent)) {
            rect(svg, (int) Math.round(RIGHT - share * (RIGHT - LEFT)) - 4, DECK - 2, 8, 5, "orange");
        }
        for (double share : shares(true)) {
            rect(svg, (int) Math.round(LEFT + share * (RIGHT - LEFT)) - 6, DECK - 4, 12, 7, "blue");
        }
        for (double share : shares(false)) {
            rect(svg, (int) Math.round(RIGHT - share * (RIGHT - LEFT)) - 6, DECK - 4, 12, 7, "vermilion");
        }
        words(svg, 0, 20, "start", "origin");
        words(svg, WIDTH, 20, "end", "destination");
        words(svg, 0, 135, "start", drawn(out + vehiclesOut));
        words(svg, WIDTH, 135, "end", drawn(back + vehiclesBack));
        return svg.close().page();
    }

    /** How many of a queue are drawn; empty if all are. */
    private static String drawn(long waiting) {
        return waiting > IN_A_ROW * ROWS ? IN_A_ROW * ROWS + " of " + whole(waiting) + " drawn" : "";
    }

    /** A queue: trucks, and behind them the vehicles, which are smaller. */
    private static void queue(Html svg, long trucks, long vehicles, boolean outbound) {
        for (int k = 0; k < Math.min(trucks + vehicles, IN_A_ROW * ROWS); k++) {
            int away = 16 + k % IN_A_ROW * 17;
            int y = DECK - 4 + k / IN_A_ROW * 13;
            if (k < trucks) {
                rect(svg, outbound ? LEFT - away : RIGHT + away - 12, y, 12, 7, outbound ? "blue" : "vermilion");
            } else {
                rect(svg, outbound ? LEFT - away : RIGHT + away - 8, y + 2, 8, 5, outbound ? "sky" : "orange");
            }
        }
    }

    private static void rect(Html svg, int x, int y, int width, int height, String color) {
        svg.open(
                        "rect",
                        "x",
                        Integer.toString(x),
                        "y",
                        Integer.toString(y),
                        "width",
                        Integer.toString(width),
                        "height",
                        Integer.toString(height),
                        "fill",
                        "var(--" + color + ")")
                .close();
    }

    private static void words(Html svg, int x, int y, String anchor, String text) {
        svg.element(
                "text",
                text,
                "x",
                Integer.toString(x),
                "y",
                Integer.toString(y),
                "text-anchor",
                anchor,
                "font-size",
                "20",
                "fill",
                "var(--ink)");
    }

    /** Positions of the trucks on the bridge, as shares of its length behind them. */
    private List<Double> shares(boolean outbound) {
        TripTime enter = outbound ? TripTime.OUTBOUND_ENTER : TripTime.RETURN_ENTER;
        TripTime exit = outbound ? TripTime.OUTBOUND_EXIT : TripTime.RETURN_EXIT;
        Map<Integer, BridgePaths.Path> bent = new HashMap<>();
        BridgePaths.of(trips, vehicles.table()).stream()
                .filter(p -> p.isTruck() && p.outbound() == outbound)
                .forEach(p -> bent.put(p.row(), p));
        List<Double> shares = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            if (reached(row, enter) && !reached(row, exit)) {
                BridgePaths.Path path = bent.get(row);
                shares.add(path == null ? straight(row, enter, exit) : path.shareAt(millis * 1e6));
            }
        }
        return shares;
    }

    /** Position of a truck that crosses evenly; one half if the run ended before the truck left. */
    private double straight(int row, TripTime enter, TripTime exit) {
        long end = trips.time(row, exit);
        if (end == TripTable.NOT_REACHED) {
            return 0.5;
        }
        double from = trips.time(row, enter);
        return Math.min(1, Math.max(0, (millis * 1e6 - from) / (end - from)));
    }
}
