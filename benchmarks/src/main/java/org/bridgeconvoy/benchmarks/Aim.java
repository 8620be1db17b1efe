package org.bridgeconvoy.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the engine is meant to reach.
 *
 * @param what in words
 * @param atLeast whether the bound is a least value, else it is a greatest one
 * @param bound the least or greatest value
 * @param measure finds the value among what was measured; null if that did not run
 */
record Aim(String what, boolean atLeast, double bound, Function<Measured, @Nullable Interval> measure) {
    private static final String HOLD = "Hold increments=%s pending=%d";
    private static final String QUEUE = "priorityQueue";
    private static final String YEAR = "BridgeYear days=365";
    private static final String MANY = "ManyTrucks trucks=";
    private static final int MILLION = 1_000_000;

    /** All aims, in the order of the table. */
    static List<Aim> all() {
        List<Aim> aims = new ArrayList<>();
        aims.add(hold("EXPONENTIAL", 16, 1.6));
        aims.add(hold("EXPONENTIAL", 256, 2.8));
        aims.add(hold("EXPONENTIAL", 4_096, 4.2));
        aims.add(hold("EXPONENTIAL", 65_536, 6));
        aims.add(hold("EXPONENTIAL", 1_048_576, 12));
        aims.add(hold("TIES", 4_096, 7));
        aims.add(cancel(256, 2.5));
        aims.add(cancel(4_096, 5));
        aims.add(cancel(65_536, 20));
        aims.add(mm1("eventObjects", "ssjAsShipped", 3.3));
        aims.add(mm1("eventObjects", "ssjSameSampler", 1.25));
        aims.add(mm1("lambdas", "ssjAsShipped", 1.5));
        aims.add(mm1("lambdasSerialCollector", "ssjAsShippedSerialCollector", 2.5));
        aims.add(mm1("flow", "ssjAsShipped", 2.4));
        aims.add(new Aim(
                "an event of the year of day-and-night / of M/M/1, eventObjects", false, 1.8, Aim::eventOfYear));
        aims.add(new Aim(
                "an event of through traffic, three a vehicle / of M/M/1, eventObjects",
                false,
                2.8,
                m -> quotient(
                        perVehicle(m, 1.0 / TrafficBenchmark.EVENTS_PER_VEHICLE), m.time("Mm1", "eventObjects"))));
        aims.add(new Aim(
                "replications of it a second, two threads / one",
                true,
                1.85,
                m -> quotient(
                        m.time(YEAR + " threads=1", "replications"), m.time(YEAR + " threads=2", "replications"))));
        aims.add(new Aim(
                "hold, exponential, 1,048,576 pending / 256",
                false,
                4,
                m -> quotient(
                        m.time(String.format(Locale.ROOT, HOLD, "EXPONENTIAL", 1_048_576), "engine"),
                        m.time(String.format(Locale.ROOT, HOLD, "EXPONENTIAL", 256), "engine"))));
        aims.add(new Aim("time a truck, 1,000,000 trucks / 1,000", false, 4, Aim::timePerTruck));
        aims.add(bytes(100_000));
        aims.add(bytes(MILLION));
        scale(aims, "day", 3_650, 365);
        scale(aims, "replication", 100_000, 1_000);
        scale(aims, "trip", 10_000_000, 100_000);
        scale(aims, "stream", 10_000, 100);
        scale(aims, "change", 10_000, 100);
        return aims;
    }

    /** Of much, each takes no more time and memory than of little, but for what doubles an array of observations may leave empty. */
    private static void scale(List<Aim> aims, String what, int many, int few) {
        String large = String.format(Locale.ROOT, "Scale much=%ss=%d", what, many);
        String small = String.format(Locale.ROOT, "Scale much=%ss=%d", what, few);
        String of = String.format(Locale.ROOT, " a %s, %,d / %,d", what, many, few);
        double share = (double) few / many;
        aims.add(new Aim("time" + of, false, 2, m -> {
            Interval all = quotient(m.time(large, "run"), m.time(small, "run"));
            return all == null ? null : all.times(share);
        }));
        aims.add(new Aim(
                "bytes kept" + of,
                false,
                2,
                m -> quotient(m.perRun(large, "memory", "bytesEach"), m.perRun(small, "memory", "bytesEach"))));
    }

    private static Aim hold(String increments, int pending, double bound) {
        String group = String.format(Locale.ROOT, HOLD, increments, pending);
        String what = String.format(
                Locale.ROOT,
                "hold, %s, %,d pending, PriorityQueue / ours",
                increments.toLowerCase(Locale.ROOT),
                pending);
        return new Aim(what, true, bound, m -> quotient(m.time(group, QUEUE), m.time(group, "engine")));
    }

    private static Aim cancel(int pending, double bound) {
        String group = "Cancel pending=" + pending;
        String what = String.format(Locale.ROOT, "mix with cancels, %,d pending, PriorityQueue / ours", pending);
        return new Aim(what, true, bound, m -> quotient(m.time(group, QUEUE), m.time(group, "engine")));
    }

    private static Aim mm1(String ours, String peer, double bound) {
        return new Aim(
                "M/M/1, " + peer + " / " + ours, true, bound, m -> quotient(m.time("Mm1", peer), m.time("Mm1", ours)));
    }

    private static Aim bytes(int trucks) {
        String group = MANY + trucks;
        return new Aim(
                String.format(Locale.ROOT, "bytes a truck, %,d trucks, each with an event pending", trucks),
                false,
                200,
                m -> m.perRun(group, "memory", "pendingBytesPerTruck"));
    }

    /** Time of an event of the bridge model over that of an M/M/1 queue: unlike nanoseconds, a matter of the code and not of the machine. */
    private static @Nullable Interval eventOfYear(Measured measured) {
        Interval micros = measured.time(YEAR, "year");
        Interval nanos = micros == null ? null : micros.times(1_000 / (BridgeYearBenchmark.EVENTS_PER_DAY * 365));
        return quotient(nanos, measured.time("Mm1", "eventObjects"));
    }

    /** Nanoseconds of a share of a vehicle's crossing. */
    private static @Nullable Interval perVehicle(Measured measured, double share) {
        Interval micros = measured.time("Traffic days=28", "traffic");
        return micros == null ? null : micros.times(share * 1_000 / (TrafficBenchmark.VEHICLES_PER_DAY * 28));
    }

    private static @Nullable Interval timePerTruck(Measured measured) {
        Interval all = quotient(measured.time(MANY + MILLION, "run"), measured.time(MANY + 1_000, "run"));
        return all == null ? null : all.times(1_000.0 / MILLION);
    }

    private static @Nullable Interval quotient(@Nullable Interval dividend, @Nullable Interval divisor) {
        return dividend == null || divisor == null ? null : dividend.over(divisor);
    }

    /** One line that says whether the aim is met; null if that was not measured. */
    @Nullable
    String verdict(Measured measured) {
        Interval value = measure.apply(measured);
        if (value == null) {
            return null;
        }
        return String.format(
                Locale.ROOT,
                "%-62s %8.2f (%.2f to %.2f)   aim %s %-5s %s",
                what,
                value.value(),
                value.low(),
                value.high(),
                atLeast ? ">=" : "<=",
                bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound),
                verdict(value));
    }

    private String verdict(Interval value) {
        boolean met = atLeast ? value.value() >= bound : value.value() <= bound;
        // The end of the interval that lies closest to the bound, or beyond it.
        double doubtful = atLeast == met ? value.low() : value.high();
        boolean sure = (atLeast ? doubtful >= bound : doubtful <= bound) == met;
        return (met ? "met" : "NOT MET") + (sure ? "" : ", within the errors");
    }
}
