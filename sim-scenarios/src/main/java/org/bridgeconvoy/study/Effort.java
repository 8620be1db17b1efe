package org.bridgeconvoy.study;

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
 * What a run is expected to take, from what its scenario says: the truckloads that are consigned, the trips that fleet and lane can
 * make of them at most, and the sizes of the tables. It is right within a factor of about three.
 *
 * @param seconds of one thread
 * @param memoryBytes what results and recorded trips take
 * @param sureBytes the part of the memory that does not depend on how many trips there will be
 * @param diskBytes what the tables take
 */
public record Effort(double seconds, double memoryBytes, double sureBytes, double diskBytes) {

    /** Measured with {@code run day-and-night --no-limits} of 2,000 replications, and of 100 over 2,000 days: 1.6 to 2.6. */
    private static final double SECONDS_A_TRIP = 2e-6;

    /** A consignment that waits until the end costs the drawing of its load and its place in a queue. */
    private static final double SECONDS_A_WAIT = 2e-7;

    private static final double BYTES_A_WAIT = 28;

    /** Five counts. */
    private static final double BYTES_A_DAY = 20;

    /** Three masses. */
    private static final double BYTES_A_DAY_OF_A_CARGO = 24;

    private static final double BYTES_A_REPLICATION = 2_000;

    private static final double BYTES_A_TRIP = 16 + 8.0 * (TripTime.AVAILABLE.ordinal() + 1);

    /** What the instants of roads and return loads take more. */
    private static final double FURTHER_BYTES_A_TRIP =
            12 + 8.0 * (TripTime.values().length - TripTime.AVAILABLE.ordinal() - 1);

    /** A row of trips.csv, daily.csv and daily-cargo.csv. */
    private static final double ROW_OF_A_TRIP = 425;

    private static final double ROW_OF_A_DAY = 60;

    private static final double ROW_OF_A_CARGO = 60;

    /** What looking for what limits takes at most, in runs of all replications; it stops early where demand limits. */
    private static final double LIMITS = 10;

    /** From here on it is said beforehand. */
    private static final double LONG_SECONDS = 60;

    private static final double LARGE_BYTES = 1e9;

    /** The estimate of trips is a bound that a world with short hours stays far below. */
    private static final double UNSURE = 3;

    /** Of a run of one scenario. */
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

    /** Of a comparison or a sweep: each scenario with the same number of replications, one after the other. */
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
        return new Effort(seconds, memory, sure, 0);
    }

    private static Effort of(ConvoyConfig config, double replications, double runs, double recorded, boolean tables) {
        double truckloads = truckloads(config);
        double trips = Math.min(truckloads, mostTrips(config));
        double days = Math.ceil(config.horizonNanos() / (double) Nanos.DAY);
        int cargoes = config.demand().size();
        boolean further = config.hasRoads() || config.hasReturnLoads();
        double sure = replications * (BYTES_A_REPLICATION + days * (BYTES_A_DAY + cargoes * BYTES_A_DAY_OF_A_CARGO))
                + Math.max(0, truckloads - trips - parts(config)) * BYTES_A_WAIT;
        double rows =
                replications * days * (ROW_OF_A_DAY + cargoes * ROW_OF_A_CARGO) + recorded * trips * ROW_OF_A_TRIP;
        return new Effort(
                replications * runs * (trips * SECONDS_A_TRIP + (truckloads - trips) * SECONDS_A_WAIT),
                sure + recorded * trips * (BYTES_A_TRIP + (further ? FURTHER_BYTES_A_TRIP : 0)),
                sure,
                tables ? rows : 0);
    }

    private static double truckloads(ConvoyConfig config) {
        BridgeModel model = new BridgeModel(config, replication -> false);
        double sum = 0;
        for (int i = 0; i < config.demand().size(); i++) {
            sum += model.expectedTruckloads(i);
        }
        return sum;
    }

    /** Truckloads of listed consignments that wait as one with others. */
    private static double parts(ConvoyConfig config) {
        double carrying = config.carryingTonnes();
        return config.consignments().stream()
                .filter(c -> c.atNanos() < config.horizonNanos() && c.tonnes() > carrying && carrying > 0)
                .mapToDouble(c -> Math.ceil(c.tonnes() / carrying) - 1)
                .sum();
    }

    /** The most trips that the fleet can make without waiting, and that the lane lets in at the headway. */
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

    /** The mean of a time that does not depend on the load. */
    private static double seconds(@Nullable StationConfig station) {
        return station != null && station.service() instanceof ServiceTime.Timed timed
                ? timed.seconds().mean()
                : 0;
    }

    /** Whether it takes more than a minute or a gigabyte, which is worth a line beforehand. */
    public boolean isLarge(int threads) {
        return seconds / threads > LONG_SECONDS || memoryBytes > LARGE_BYTES || diskBytes > LARGE_BYTES;
    }

    /** {@code about 12 min on 2 threads, 3.1 GB of memory and 2.2 GB on disk}. */
    public String text(int threads) {
        return "about " + duration(seconds / threads) + " on " + threads + (threads == 1 ? " thread, " : " threads, ")
                + size(memoryBytes) + " of memory and " + size(diskBytes) + " on disk";
    }

    /**
     * Why it cannot fit, with what helps; empty if it may.
     *
     * @param memory the most that this JVM takes, in bytes
     * @param disk the room where the tables go, in bytes; empty if that is not known
     */
    public String misfit(long memory, OptionalLong disk) {
        if (sureBytes > memory || memoryBytes > UNSURE * memory) {
            return "this needs about " + size(memoryBytes) + " of memory, java takes at most " + size(memory)
                    + ": record fewer trips (--trips), run fewer replications or a shorter horizon, or give more"
                    + " (CONVOY_JVM_OPTS=-Xmx" + (long) Math.ceil(1.5 * memoryBytes / LARGE_BYTES)
                    + "g ./convoy, or java -Xmx…)";
        }
        return disk.isPresent() && diskBytes > UNSURE * disk.getAsLong()
                ? "this writes about " + size(diskBytes) + ", the disk has room for " + size(disk.getAsLong())
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
