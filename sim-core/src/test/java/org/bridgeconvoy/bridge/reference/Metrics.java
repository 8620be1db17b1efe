package org.bridgeconvoy.bridge.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.DayGoal;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.result.DailyColumn;

/**
 * The metrics of section 8 from the rows of the tables and from what waited between two instants, by their names; NaN for no data. "A
 * day's metrics count events in [warm-up, horizon)."
 */
final class Metrics {

    private static final double TONNE = 1e9;

    private final ConvoyConfig config;
    private final Books books;
    private final long warmUp;
    private final long horizon;
    private final double days;
    private final Map<String, Double> values = new TreeMap<>();

    private Metrics(ConvoyConfig config, Books books) {
        this.config = config;
        this.books = books;
        warmUp = config.warmUpNanos();
        horizon = config.horizonNanos();
        days = (horizon - warmUp) / (double) Nanos.DAY;
        if (!config.demand().isEmpty()) {
            throughput();
            leadTimes();
            waits();
            queues();
            utilisation();
            awayOvernight();
            goals();
            clearing();
            states();
        }
        bridge();
        traffic();
    }

    static Map<String, Double> of(ConvoyConfig config, Books books) {
        return new Metrics(config, books).values;
    }

    // Means and percentiles.

    private static double mean(Collection<Long> nanos, long unit) {
        return nanos.stream().mapToLong(n -> n).average().orElse(Double.NaN) / unit;
    }

    /** "The linear interpolation between closest ranks (the default of numpy and of R's type 7)." */
    private static double percentile95(Collection<Long> nanos, long unit) {
        List<Long> sorted = nanos.stream().sorted().toList();
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        double rank = 0.95 * (sorted.size() - 1);
        int below = (int) Math.floor(rank);
        long low = sorted.get(below);
        long high = sorted.get(Math.min(below + 1, sorted.size() - 1));
        return (low + (rank - below) * (high - low)) / unit;
    }

    private boolean isInWindow(long time) {
        return warmUp <= time && time < horizon;
    }

    /** From one instant of a trip to another, of the trips that reached the later in the window. */
    private List<Long> between(Collection<Trip> trips, String from, String to) {
        return trips.stream()
                .filter(trip -> trip.times.containsKey(to) && isInWindow(trip.times.get(to)))
                .map(trip -> trip.times.get(to) - trip.times.get(from))
                .toList();
    }

    private List<Trip> loadedBack() {
        return books.trips.stream().filter(trip -> trip.returnCargo >= 0).toList();
    }

    private boolean hasReturnLoads() {
        return config.demand().stream().anyMatch(stream -> stream.direction() == Direction.RETURN);
    }

    // Throughput and lead times.

    private void throughput() {
        int outbound = between(books.trips, "assigned", "outbound_exit").size();
        values.put("outbound_trucks_per_day", outbound / days);
        values.put(
                "return_trucks_per_day",
                between(books.trips, "assigned", "return_exit").size() / days);
        values.put("outbound_trucks_per_open_day", ratio(outbound, books.openDays.size()));
        long all = 0;
        long back = 0;
        for (int cargo = 0; cargo < config.demand().size(); cargo++) {
            CargoStream stream = config.demand().get(cargo);
            long delivered = delivered(cargo);
            values.put("delivered_t_per_day." + stream.cargo(), delivered / TONNE / days);
            all += delivered;
            back += stream.direction() == Direction.RETURN ? delivered : 0;
        }
        values.put("delivered_t_per_day", all / TONNE / days);
        if (hasReturnLoads()) {
            values.put("return_t_per_day", back / TONNE / days);
        }
    }

    private static double ratio(double sum, double count) {
        return count == 0 ? Double.NaN : sum / count;
    }

    /** "Tonnes whose unloading ended", in milligrams. */
    private long delivered(int cargo) {
        long sum = 0;
        for (Trip trip : books.trips) {
            if (trip.cargo == cargo && reachedInWindow(trip, "unload_end")) {
                sum += trip.milligrams;
            }
            if (trip.returnCargo == cargo && reachedInWindow(trip, "return_unload_end")) {
                sum += trip.returnMilligrams;
            }
        }
        return sum;
    }

    private boolean reachedInWindow(Trip trip, String column) {
        return trip.times.containsKey(column) && isInWindow(trip.times.get(column));
    }

    /** "From consigned to unloaded, truckloads unloaded in the window." */
    private void leadTimes() {
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < config.demand().size(); i++) {
            int cargo = i;
            List<Long> times = new ArrayList<>(between(
                    books.trips.stream().filter(trip -> trip.cargo == cargo).toList(), "consigned", "unload_end"));
            times.addAll(between(
                    books.trips.stream()
                            .filter(trip -> trip.returnCargo == cargo)
                            .toList(),
                    "return_consigned",
                    "return_unload_end"));
            String name = "lead_time_h." + config.demand().get(cargo).cargo();
            sample(name, name + "_p95", times, Nanos.HOUR);
            all.addAll(times);
        }
        sample("lead_time_h", "lead_time_h_p95", all, Nanos.HOUR);
        values.put("cycle_time_h", mean(between(books.trips, "assigned", "available"), Nanos.HOUR));
    }

    private void sample(String mean, String percentile, List<Long> nanos, long unit) {
        values.put(mean, mean(nanos, unit));
        values.put(percentile, percentile95(nanos, unit));
    }

    // Waits, queues, stations.

    /** "From arriving at a stage's queue to beginning it, over trucks that began it in the window." */
    private void waits() {
        List<Long> truck = new ArrayList<>(between(books.trips, "consigned", "assigned"));
        truck.addAll(between(loadedBack(), "return_consigned", "return_assigned"));
        wait("truck", truck);
        wait("outbound", between(books.trips, "outbound_queued", "outbound_enter"));
        wait("return", between(books.trips, "return_queued", "return_enter"));
        station("load", books.trips, "assigned", "load_start");
        station("export", books.trips, "road_origin_out_end", "export_start");
        station("import", books.trips, "outbound_exit", "import_start");
        station("unload", books.trips, "road_destination_out_end", "unload_start");
        station("return-load", loadedBack(), "return_assigned", "return_load_start");
        station("return-export", loadedBack(), "road_destination_back_end", "return_export_start");
        station("return-import", loadedBack(), "return_exit", "return_import_start");
        station("return-unload", loadedBack(), "road_origin_back_end", "return_unload_start");
    }

    private void wait(String stage, List<Long> nanos) {
        sample("wait_" + stage + "_min", "wait_" + stage + "_p95_min", nanos, Nanos.MINUTE);
    }

    /** "Metrics of a station that the file leaves out are left out", and those of return loads where there are none. */
    private Set<String> stations() {
        Set<String> stations = new TreeSet<>(books.history.get(0).servers().keySet());
        stations.removeIf(station -> station.startsWith("return-") && !hasReturnLoads());
        return stations;
    }

    private void station(String stage, List<Trip> trips, String from, String to) {
        if (stations().contains(stage)) {
            wait(stage, between(trips, from, to));
        }
    }

    /** "Time-average, and the largest number that waited for a positive time, counting who waits as the window begins." */
    private void queues() {
        Set<String> stages = stations();
        stages.addAll(List.of("truck", "outbound", "return"));
        for (String stage : stages) {
            double sum = 0;
            for (Moment moment : books.history) {
                sum += (double) moment.queues().get(stage) * moment.lengthSince(warmUp);
            }
            values.put("queue_" + stage, sum / (horizon - warmUp));
            values.put(
                    "queue_" + stage + "_max", longest(moment -> moment.queues().get(stage)));
        }
    }

    private double longest(ToIntFunction<Moment> queue) {
        return books.history.stream()
                .filter(moment -> moment.lengthSince(warmUp) > 0)
                .mapToInt(queue)
                .max()
                .orElseThrow();
    }

    /** "Busy server time ÷ (servers × open time in the window, by shifts their sum)." */
    private void utilisation() {
        for (String station : stations()) {
            double open = 0;
            for (Moment moment : books.history) {
                open += (double) moment.servers().get(station) * moment.lengthSince(warmUp);
            }
            values.put("utilisation_" + station, ratio(stateNanos(station), open));
        }
    }

    private double stateNanos(String state) {
        return books.states.containsKey(state) ? books.states.get(state).doubleValue() : 0;
    }

    /** Metric {@code truck_h_per_day.STATE}; "a state that does not occur in a replication is 0 there". */
    private void states() {
        for (String state : books.states.keySet()) {
            values.put("truck_h_per_day." + state, stateNanos(state) / Nanos.HOUR / days);
        }
    }

    // The bridge and who crosses it.

    private void bridge() {
        for (Direction direction : Direction.values()) {
            values.put("bridge_occupied_" + direction.label(), occupied(direction) / (double) (horizon - warmUp));
        }
        if (books.history.stream().anyMatch(moment -> moment.lanes() == 1)) {
            values.put("bridge_turns_per_day", turns() / days);
        }
    }

    /** How long "at least one truck or vehicle of that direction is on the lane"; entries are in the order of time. */
    private long occupied(Direction direction) {
        long sum = 0;
        long until = warmUp;
        for (Crossing crossing : books.crossings) {
            if (crossing.direction == direction) {
                long exit = Math.min(crossing.exit, horizon);
                sum += Math.max(0, exit - Math.max(crossing.enter, until));
                until = Math.max(until, exit);
            }
        }
        return sum;
    }

    /** "Entries that follow an entry in the other direction, one lane." */
    private int turns() {
        int turns = 0;
        for (int i = 1; i < books.crossings.size(); i++) {
            Crossing crossing = books.crossings.get(i);
            boolean turned = crossing.direction != books.crossings.get(i - 1).direction;
            turns += turned && isInWindow(crossing.enter) && lanes(crossing.enter) == 1 ? 1 : 0;
        }
        return turns;
    }

    private int lanes(long time) {
        return books.history.stream()
                .filter(moment -> moment.from() <= time && time < moment.to())
                .findFirst()
                .orElseThrow()
                .lanes();
    }

    /** "Exits a day, wait from joining to entering, longest queue of its own vehicles." */
    private void traffic() {
        for (int i = 0; i < config.traffic().size(); i++) {
            int index = i;
            String name = config.traffic().get(i).name();
            List<Crossing> own =
                    books.vehicles.stream().filter(v -> v.traffic == index).toList();
            long exits = own.stream().filter(v -> isInWindow(v.exit)).count();
            values.put("traffic_per_day." + name, exits / days);
            List<Long> waits = own.stream()
                    .filter(v -> isInWindow(v.enter))
                    .map(v -> v.enter - v.queued)
                    .toList();
            sample("wait_traffic_min." + name, "wait_traffic_p95_min." + name, waits, Nanos.MINUTE);
            values.put(
                    "queue_traffic_max." + name,
                    longest(moment -> moment.vehicles().get(index)));
        }
    }

    /** "Trucks between outbound_enter and return_exit at 24:00 (the state just before it), mean over days." */
    private void awayOvernight() {
        double away = 0;
        int nights = 0;
        for (long midnight = Nanos.DAY; midnight <= horizon; midnight += Nanos.DAY) {
            if (midnight > warmUp) {
                nights++;
                for (Trip trip : books.trips) {
                    long enter = trip.times.getOrDefault("outbound_enter", Time.NEVER);
                    long exit = trip.times.getOrDefault("return_exit", Time.NEVER);
                    away += enter < midnight && midnight <= exit ? 1 : 0;
                }
            }
        }
        values.put("away_overnight", ratio(away, nights));
    }

    // Days.

    /** "Share of the whole days of the window on which outbound trucks may enter that meet it." */
    private void goals() {
        List<Long> whole = books.openDays.stream()
                .filter(day -> day * Nanos.DAY >= warmUp && (day + 1) * Nanos.DAY <= horizon)
                .toList();
        for (DayGoal goal : config.goals()) {
            long met = whole.stream().filter(day -> isMet(goal, day)).count();
            values.put("share_of_open_days." + goal.name(), ratio(met, whole.size()));
        }
    }

    private boolean isMet(DayGoal goal, long number) {
        double value = column(goal.column(), books.days.get((int) number));
        return switch (goal.relation()) {
            case AT_LEAST -> value >= goal.bound();
            case AT_MOST -> value <= goal.bound();
            case MORE_THAN -> value > goal.bound();
            case LESS_THAN -> value < goal.bound();
        };
    }

    private static double column(DailyColumn column, Books.Day day) {
        return switch (column) {
            case CONSIGNED_TRUCKS -> day.consignedTrucks;
            case OUTBOUND_TRUCKS -> day.outboundTrucks;
            case DELIVERED_TRUCKS -> day.deliveredTrucks;
            case RETURN_TRUCKS -> day.returnTrucks;
            case AWAY_TRUCKS -> day.awayTrucks;
            case CONSIGNED_T -> day.cargoes.stream().mapToLong(c -> c.consigned).sum() / TONNE;
            case DELIVERED_T -> day.cargoes.stream().mapToLong(c -> c.delivered).sum() / TONNE;
            case BACKLOG_T -> day.cargoes.stream().mapToLong(c -> c.backlog).sum() / TONNE;
        };
    }

    private long consigned(int cargo) {
        return books.days.stream()
                .mapToLong(day -> day.cargoes.get(cargo).consigned)
                .sum();
    }

    private long undelivered(int cargo) {
        return consigned(cargo)
                - books.days.stream()
                        .mapToLong(day -> day.cargoes.get(cargo).delivered)
                        .sum();
    }

    /** Tonnes not delivered at the horizon, and "days until all that it consigned is unloaded". */
    private void clearing() {
        long left = 0;
        for (int cargo = 0; cargo < config.demand().size(); cargo++) {
            CargoStream stream = config.demand().get(cargo);
            left += undelivered(cargo);
            if (stream.totalTonnes() < Double.POSITIVE_INFINITY || isListedOnly(stream)) {
                boolean cleared = books.over.contains(cargo) && undelivered(cargo) == 0;
                values.put(
                        "days_to_clear." + stream.cargo(),
                        cleared ? lastUnloaded(cargo) / (double) Nanos.DAY : Double.NaN);
            }
        }
        values.put("undelivered_end_t", left / TONNE);
    }

    /** "A cargo that is only listed has days_to_clear too." (Section 7) */
    private boolean isListedOnly(CargoStream stream) {
        Set<String> listed = new HashSet<>();
        config.consignments().forEach(row -> listed.add(row.cargo()));
        return !stream.isDrawn() && listed.contains(stream.cargo());
    }

    private long lastUnloaded(int cargo) {
        long last = 0;
        for (Trip trip : books.trips) {
            if (trip.cargo == cargo) {
                last = Math.max(last, trip.times.getOrDefault("unload_end", 0L));
            }
            if (trip.returnCargo == cargo) {
                last = Math.max(last, trip.times.getOrDefault("return_unload_end", 0L));
            }
        }
        return last;
    }
}
