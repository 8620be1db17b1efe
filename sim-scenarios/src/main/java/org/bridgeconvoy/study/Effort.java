package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.BankConfig;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.ServiceTime;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * Forecast of a command's time and space, made from the scenario: the truckloads consigned, the most trips that fleet and lane can make of
 * them, the vehicles of through traffic, and the sizes of the tables. It is right within a factor of about three.
 *
 * @param seconds CPU time: seconds on one thread
 * @param memoryBytes memory for results and recorded trips
 * @param sureBytes part of that memory that does not depend on how many trips are made
 * @param tables the tables as CSV
 */
public record Effort(double seconds, double memoryBytes, double sureBytes, List<Table> tables) {

    /**
     * A table of the output files.
     *
     * @param file its name as CSV
     * @param rows its number of rows
     * @param bytes its size
     */
    public record Table(String file, double rows, double bytes) {}

    /** Copies the list. */
    public Effort {
        tables = List.copyOf(tables);
    }

    /** Size of the tables on disk. */
    double diskBytes() {
        return tables.stream().mapToDouble(Table::bytes).sum();
    }

    /** Measured with {@code run day-and-night --no-limits}: 1.6 to 2.6 µs, over 2,000 replications and over 100 of 2,000 days. */
    private static final double SECONDS_A_TRIP = 2e-6;

    /** Price of a consignment that still waits at the end: its load is drawn, and it stands in a queue. */
    private static final double SECONDS_A_WAIT = 2e-7;

    private static final double BYTES_A_WAIT = 28;

    /** A day has five counts. */
    private static final double BYTES_A_DAY = 20;

    /** A day of a cargo has three masses. */
    private static final double BYTES_A_DAY_OF_A_CARGO = 24;

    private static final double BYTES_A_REPLICATION = 2_000;

    /** What stays in memory of a replication that lies in a file: the values of its metrics. */
    private static final double BYTES_A_STORED_REPLICATION = 1_000;

    /** A curve over the days takes one number of each replication while it is worked out. */
    private static final double BYTES_A_STORED_DAY = 8;

    private static final double BYTES_A_TRIP = 16 + 8.0 * (TripTime.AVAILABLE.ordinal() + 1);

    /** Additional bytes for the instants of roads and return loads. */
    private static final double FURTHER_BYTES_A_TRIP =
            12 + 8.0 * (TripTime.values().length - TripTime.AVAILABLE.ordinal() - 1);

    /** Trips that have not ended keep their blocks, of half a megabyte each, in memory. */
    private static final double BYTES_UNDER_WAY = 5e6;

    /** Measured with {@code run work-zone --no-limits --trips none --replications 1000 --threads 1}: 0.8 µs, with 200 further ones. */
    private static final double SECONDS_A_VEHICLE = 8e-7;

    /** An index of its name and three instants. */
    private static final double BYTES_A_VEHICLE = 28;

    /** Bytes of a row of traffic.csv. */
    private static final double ROW_OF_A_VEHICLE = 100;

    /** Bytes of a row of trips.csv. */
    private static final double ROW_OF_A_TRIP = 425;

    /** Additional bytes of a row of trips.csv for the instants of roads and return loads. */
    private static final double FURTHER_ROW_OF_A_TRIP =
            24.0 * (TripTime.values().length - TripTime.AVAILABLE.ordinal() - 1);

    /** Bytes of a row of daily.csv. */
    private static final double ROW_OF_A_DAY = 60;

    /** Bytes of a row of daily-cargo.csv. */
    private static final double ROW_OF_A_CARGO = 60;

    /** Price of what limits, at most, in runs of all replications; the race of relaxations ends early where demand limits. */
    private static final double LIMITS = 10;

    /** A longer run is announced. */
    private static final double LONG_SECONDS = 60;

    /** A larger run is announced. */
    private static final double LARGE_BYTES = 1e9;

    /**
     * Factor by which the forecast may be too high before a run is refused: a world with short hours makes far fewer trips than the bound.
     */
    private static final double UNSURE = 3;

    /** Effort of a run of one scenario. */
    public static Effort of(Scenario scenario, StudyOptions options) {
        int replications = options.only() > 0 ? 1 : options.replications();
        double judging = options.judged() && options.only() == 0 ? FurtherReplications.count(replications) : 0;
        double runs = 1
                + judging / replications
                + (options.answers() ? (double) Answers.work(scenario, replications) / replications : 0)
                + (options.limits() && replications > 1 ? LIMITS : 0);
        int recorded = Math.min(replications, options.trips());
        return of(scenario.config(), replications, runs, recorded, true);
    }

    /** Effort of a comparison or sweep: the scenarios run one after the other, each with {@code replications}. */
    public static Effort ofAll(List<Scenario> scenarios, int replications) {
        double seconds = 0;
        double memory = 0;
        double sure = 0;
        for (Scenario scenario : scenarios) {
            Effort one = of(scenario.config(), replications, 1, 0, false);
            seconds += one.seconds;
            memory = Math.max(memory, one.memoryBytes);
            sure = Math.max(sure, one.sureBytes);
        }
        return new Effort(seconds, memory, sure, List.of());
    }

    private static Effort of(ConvoyConfig config, double replications, double runs, double recorded, boolean tables) {
        double truckloads = truckloads(config);
        double trips = Math.min(truckloads, mostTrips(config));
        double vehicles = vehicles(config);
        double days = Math.ceil(config.horizonNanos() / (double) Nanos.DAY);
        int cargoes = config.demand().size();
        boolean further = config.hasRoads() || config.hasReturnLoads();
        double whole = Math.min(replications, StoredResults.MOST_IN_MEMORY);
        double sure = whole * (BYTES_A_REPLICATION + days * (BYTES_A_DAY + cargoes * BYTES_A_DAY_OF_A_CARGO))
                + (replications - whole) * (BYTES_A_STORED_REPLICATION + days * BYTES_A_STORED_DAY)
                + Math.max(0, truckloads - trips - parts(config)) * BYTES_A_WAIT;
        return new Effort(
                replications
                        * runs
                        * (trips * SECONDS_A_TRIP
                                + (truckloads - trips) * SECONDS_A_WAIT
                                + vehicles * SECONDS_A_VEHICLE),
                sure
                        // The others wait in a file, but for those under way.
                        + Math.min(
                                recorded * trips * (BYTES_A_TRIP + (further ? FURTHER_BYTES_A_TRIP : 0)),
                                TripFile.MOST_IN_MEMORY + BYTES_UNDER_WAY)
                        + recorded * vehicles * BYTES_A_VEHICLE,
                sure,
                tables ? tables(config, replications * days, recorded * trips, recorded * vehicles) : List.of());
    }

    private static List<Table> tables(ConvoyConfig config, double days, double trips, double vehicles) {
        boolean further = config.hasRoads() || config.hasReturnLoads();
        double cargoes = days * config.demand().size();
        List<Table> tables = new ArrayList<>();
        if (config.hasTrucks()) {
            tables.add(new Table("trips.csv", trips, trips * (ROW_OF_A_TRIP + (further ? FURTHER_ROW_OF_A_TRIP : 0))));
            tables.add(new Table("daily.csv", days, days * ROW_OF_A_DAY));
            tables.add(new Table("daily-cargo.csv", cargoes, cargoes * ROW_OF_A_CARGO));
        }
        if (config.hasTraffic()) {
            tables.add(new Table("traffic.csv", vehicles, vehicles * ROW_OF_A_VEHICLE));
        }
        return tables;
    }

    /** Mean number of truckloads consigned in a run. */
    private static double truckloads(ConvoyConfig config) {
        BridgeModel model = new BridgeModel(config, replication -> false);
        double sum = 0;
        for (int i = 0; i < config.demand().size(); i++) {
            sum += model.expectedTruckloads(i);
        }
        return sum;
    }

    /** Mean number of vehicles of through traffic in a run. */
    private static double vehicles(ConvoyConfig config) {
        BridgeModel model = new BridgeModel(config, replication -> false);
        double sum = 0;
        for (int i = 0; i < config.traffic().size(); i++) {
            sum += model.expectedVehicles(i);
        }
        return sum;
    }

    /** Truckloads of listed consignments beyond the first of each: they wait as one consignment and take no memory of their own. */
    private static double parts(ConvoyConfig config) {
        double carrying = config.carryingTonnes();
        return config.consignments().stream()
                .filter(c -> c.atNanos() < config.horizonNanos() && c.tonnes() > carrying && carrying > 0)
                .mapToDouble(c -> Math.ceil(c.tonnes() / carrying) - 1)
                .sum();
    }

    /** Upper bound of the trips: the fleet never waits, or the lane lets a truck in at every headway. */
    private static double mostTrips(ConvoyConfig config) {
        double length = config.bridge().lengthMetres();
        double stations = seconds(config.origin()) + seconds(config.destination());
        double crossings = length / config.bridge().loadedSpeed().mean()
                + length / config.bridge().emptySpeed().mean();
        double horizon = Nanos.toSeconds(config.horizonNanos());
        double fleet = 0;
        for (TruckClass trucks : config.fleet()) {
            double cycle = crossings + stations + trucks.turnaroundSeconds().mean();
            fleet += trucks.trucks() * (horizon / cycle + 1);
        }
        return Math.min(
                fleet,
                config.horizonNanos() / (double) Math.max(1, config.bridge().headwayNanos()) + 1);
    }

    private static double seconds(BankConfig bank) {
        return seconds(bank.handling()) + seconds(bank.customs());
    }

    /** Mean service time, s; 0 where it depends on the load. */
    private static double seconds(@Nullable StationConfig station) {
        return station != null && station.service() instanceof ServiceTime.Timed timed
                ? timed.seconds().mean()
                : 0;
    }

    /** Whether the work takes more than a minute on these threads, or more than a gigabyte of memory or disk. */
    public boolean isLarge(int threads) {
        return seconds / threads > LONG_SECONDS || memoryBytes > LARGE_BYTES || diskBytes() > LARGE_BYTES;
    }

    /** The forecast for people: {@code about 12 min on 2 threads, 3.1 GB of memory and 2.2 GB on disk}. */
    public String text(int threads) {
        return "about " + duration(seconds / threads) + " on " + threads + (threads == 1 ? " thread, " : " threads, ")
                + size(memoryBytes) + " of memory and " + size(diskBytes()) + " on disk";
    }

    /**
     * Why the work cannot fit, and what helps; empty if it may fit.
     *
     * @param memory most bytes that this JVM takes
     * @param disk free bytes where the tables go; empty if not known
     */
    public String misfit(long memory, OptionalLong disk) {
        if (sureBytes > memory || memoryBytes > UNSURE * memory) {
            return "this needs about " + size(memoryBytes) + " of memory, java takes at most " + size(memory)
                    + ": record fewer trips (--trips), run fewer replications or a shorter horizon, or give more"
                    + " (CONVOY_JVM_OPTS=-Xmx" + (long) Math.ceil(1.5 * memoryBytes / LARGE_BYTES)
                    + "g ./convoy, or java -Xmx…)";
        }
        return disk.isPresent() && diskBytes() > UNSURE * disk.getAsLong()
                ? "this writes about " + size(diskBytes()) + ", the disk has room for " + size(disk.getAsLong())
                        + ": record fewer trips (--trips), run fewer replications, or write elsewhere (--out)"
                : "";
    }

    private static String size(double bytes) {
        return bytes < LARGE_BYTES
                ? Math.max(1, Math.round(bytes / 1e6)) + " MB"
                : String.format(Locale.ROOT, bytes < 1e10 ? "%.1f GB" : "%.0f GB", bytes / LARGE_BYTES);
    }

    private static String duration(double seconds) {
        if (seconds < 120) {
            return Math.max(1, Math.round(seconds)) + " s";
        }
        return seconds < 7_200
                ? Math.round(seconds / 60) + " min"
                : seconds < 172_800 ? Math.round(seconds / 3_600) + " h" : Math.round(seconds / 86_400) + " d";
    }
}
