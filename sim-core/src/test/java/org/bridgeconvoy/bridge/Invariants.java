package org.bridgeconvoy.bridge;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.Closure;
import org.bridgeconvoy.bridge.config.Overrun;
import org.bridgeconvoy.bridge.config.ServiceTime;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.control.Actuated;
import org.bridgeconvoy.bridge.control.Alternate;
import org.bridgeconvoy.bridge.control.Batches;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.bridge.control.Timetable;
import org.bridgeconvoy.bridge.run.plan.Mass;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.calendar.Openings;
import org.bridgeconvoy.calendar.WorkCalendar;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.result.TruckState;
import org.jspecify.annotations.Nullable;

/** What must hold in every run, found again from its trips alone. */
final class Invariants {

    private Invariants() {}

    static void checkAll(Case c) {
        checkTrips(c);
        checkLane(c);
        checkEntriesAreGiven(c);
        checkStations(c);
        checkMasses(c);
        checkStates(c);
        checkMetrics(c);
        checkUnwatched(c);
    }

    /** Without an observer services and matching come as early as they can; the run is the same. */
    static void checkUnwatched(Case c) {
        ReplicationResult alone =
                new BridgeModel(c.config, r -> true).newReplicator().replicate(Streams.of(c.seed, 1));
        c.that(InvariantsTest.text(alone).equals(InvariantsTest.text(c.result)), "the same without an observer");
    }

    /** Instants of a trip do not go back, nothing follows what was not reached, and no truck makes two trips at once. */
    static void checkTrips(Case c) {
        Map<Integer, Long> free = new HashMap<>();
        for (int i = 0; i < c.trips.size(); i++) {
            long before = 0;
            for (TripTime instant : TripTime.values()) {
                long time = c.time(i, instant);
                c.that(time >= before, "order of instants, trip", i + 1, instant);
                before = time;
            }
            c.that(
                    c.time(i, TripTime.ASSIGNED) >= free.getOrDefault(c.trips.truck(i), 0L),
                    "one trip at a time, trip",
                    i + 1);
            free.put(c.trips.truck(i), c.time(i, TripTime.AVAILABLE));
            c.that(c.trips.truck(i) >= 1 && c.trips.truck(i) <= c.config.trucks(), "number of the truck, trip", i + 1);
        }
    }

    /** Never two directions on one lane; headway, clearance, no overtaking, first come first served, limits. */
    static void checkLane(Case c) {
        BridgeConfig bridge = c.config.bridge();
        List<Case.Crossing> out = c.crossings(Direction.OUTBOUND);
        List<Case.Crossing> back = c.crossings(Direction.RETURN);
        checkFollowing(c, out, bridge.loadedSpeed());
        checkFollowing(c, back, bridge.emptySpeed());
        if (bridge.lanes() == 2) {
            checkLimits(c, out);
            checkLimits(c, back);
            return;
        }
        List<Case.Crossing> all = new ArrayList<>(out);
        all.addAll(back);
        all.sort(Comparator.comparingLong(Case.Crossing::enter).thenComparingLong(Case.Crossing::exit));
        checkLimits(c, all);
        long[] cleared = new long[2];
        Direction served = Direction.OUTBOUND;
        for (Case.Crossing x : all) {
            long opposite = cleared[x.direction().opposite().ordinal()];
            c.that(opposite <= x.enter(), "two directions on one lane, trip", x.trip() + 1);
            if (x.direction() != served && opposite > 0) {
                c.that(x.enter() - opposite >= bridge.clearanceNanos(), "clearance, trip", x.trip() + 1, x.direction());
            }
            served = x.direction();
            cleared[served.ordinal()] = Math.max(cleared[served.ordinal()], x.exit());
        }
    }

    private static void checkFollowing(Case c, List<Case.Crossing> crossings, Distribution speed) {
        BridgeConfig bridge = c.config.bridge();
        Case.Crossing ahead = null;
        boolean exact = bridge.breakdowns() == null && speed.lowerBound() == speed.upperBound();
        long free = Nanos.ofSeconds(bridge.lengthMetres() / speed.upperBound());
        for (Case.Crossing x : crossings) {
            long exit = x.enter() + free;
            if (ahead != null) {
                c.that(
                        x.enter() - ahead.enter() >= bridge.headwayNanos(),
                        "headway, trip",
                        x.trip() + 1,
                        x.direction());
                c.that(x.queued() >= ahead.queued(), "first come first served, trip", x.trip() + 1, x.direction());
                exit = ahead.exit() == Case.NEVER ? Case.NEVER : Math.max(exit, ahead.exit() + bridge.headwayNanos());
            }
            // An exit at the horizon or later is not seen.
            boolean seen = exit < c.config.horizonNanos();
            c.that(
                    exact && seen ? x.exit() == exit : x.exit() >= Math.min(exit, c.config.horizonNanos()),
                    "exit, trip",
                    x.trip() + 1,
                    x.direction());
            ahead = x;
        }
    }

    /** The limits of one lane. */
    private static void checkLimits(Case c, List<Case.Crossing> crossings) {
        BridgeConfig bridge = c.config.bridge();
        List<Case.Crossing> onLane = new ArrayList<>();
        for (Case.Crossing x : crossings) {
            onLane.removeIf(y -> y.exit() <= x.enter());
            onLane.add(x);
            c.that(onLane.size() <= bridge.maxTrucks(), "limit of trucks, trip", x.trip() + 1);
            if (bridge.maxMassTonnes() < Double.POSITIVE_INFINITY) {
                long mass = onLane.stream().mapToLong(y -> grossMass(c, y)).sum();
                c.that(mass <= Mass.ofTonnes(bridge.maxMassTonnes()), "limit of mass, trip", x.trip() + 1, mass);
            }
        }
    }

    private static long grossMass(Case c, Case.Crossing x) {
        int number = c.trips.truck(x.trip());
        int truckClass = 0;
        while (number > c.config.fleet().get(truckClass).trucks()) {
            number -= c.config.fleet().get(truckClass++).trucks();
        }
        long tare = Mass.ofTonnes(c.config.fleet().get(truckClass).tareTonnes());
        long gross = x.direction() == Direction.OUTBOUND ? tare + c.trips.loadMilligrams(x.trip()) : tare;
        c.that(
                gross <= Mass.ofTonnes(c.config.bridge().maxTruckMassTonnes()),
                "limit of one truck's mass, trip",
                x.trip() + 1);
        return gross;
    }

    /** Nobody enters during a closure, nor when the clock of the control forbids it. */
    static void checkEntriesAreGiven(Case c) {
        WorkCalendar calendar = c.config.bridgeCalendar();
        for (Direction direction : Direction.values()) {
            Openings hours = hours(c, calendar, direction);
            for (Case.Crossing x : c.crossings(direction)) {
                for (Closure closure : c.config.bridge().closures()) {
                    c.that(
                            x.enter() < closure.fromNanos() || x.enter() >= closure.toNanos(),
                            "entry during a closure, trip",
                            x.trip() + 1);
                }
                c.that(hours.isOpen(x.enter()), "entry outside the hours, trip", x.trip() + 1, direction);
                checkClock(c, x, hours);
            }
        }
    }

    private static Openings hours(Case c, WorkCalendar calendar, Direction direction) {
        var rule = c.config.bridge().control();
        if (rule instanceof Timetable timetable) {
            return calendar.openings(timetable.hours(direction), c.config.horizonNanos());
        } else if (rule instanceof Alternate alternate) {
            return calendar.openings(alternate.hours(), c.config.horizonNanos());
        } else if (rule instanceof Actuated actuated) {
            return calendar.openings(actuated.hours(), c.config.horizonNanos());
        }
        return calendar.openings(((Batches) rule).hours(), c.config.horizonNanos());
    }

    private static void checkClock(Case c, Case.Crossing x, Openings hours) {
        var rule = c.config.bridge().control();
        int opening = hours.lastBegunAt(x.enter());
        if (rule instanceof Alternate alternate) {
            long origin = hours.start(opening) == Long.MIN_VALUE ? 0 : hours.start(opening);
            long phase = Math.floorMod(x.enter() - origin, alternate.outboundNanos() + alternate.inboundNanos());
            boolean first = phase
                    < (alternate.first() == Direction.OUTBOUND ? alternate.outboundNanos() : alternate.inboundNanos());
            c.that(first == (x.direction() == alternate.first()), "entry in the other's green, trip", x.trip() + 1);
        }
        if (rule instanceof Timetable timetable && timetable.lastEntry() == LastEntry.CLEAR) {
            Distribution speed = x.direction() == Direction.OUTBOUND
                    ? c.config.bridge().loadedSpeed()
                    : c.config.bridge().emptySpeed();
            long free = Nanos.ofSeconds(c.config.bridge().lengthMetres() / speed.upperBound());
            c.that(
                    hours.end(opening) == Long.MAX_VALUE || x.enter() + free <= hours.end(opening),
                    "too late to clear, trip",
                    x.trip() + 1);
        }
    }

    /** Servers, hours, the order of the queue, the length of a service, and no idle server while a truck waits. */
    static void checkStations(Case c) {
        WorkCalendar origin = c.config.originCalendar();
        WorkCalendar destination = c.config.destinationCalendar();
        checkStation(c, c.config.origin().handling(), origin, TripTime.ASSIGNED, TripTime.LOAD_START);
        checkStation(c, c.config.origin().customs(), origin, TripTime.LOAD_END, TripTime.EXPORT_START);
        checkStation(c, c.config.destination().customs(), destination, TripTime.OUTBOUND_EXIT, TripTime.IMPORT_START);
        checkStation(c, c.config.destination().handling(), destination, TripTime.IMPORT_END, TripTime.UNLOAD_START);
    }

    private static void checkStation(
            Case c, @Nullable StationConfig station, WorkCalendar calendar, TripTime join, TripTime start) {
        TripTime end = TripTime.values()[start.ordinal() + 1];
        List<long[]> services = new ArrayList<>();
        for (int i = 0; i < c.trips.size(); i++) {
            if (c.time(i, start) != Case.NEVER) {
                services.add(new long[] {c.time(i, start), c.time(i, join), c.time(i, end), i});
            }
        }
        if (station == null) {
            services.forEach(s -> c.that(s[0] == s[1] && s[0] == s[2], "passing in no time", s[3] + 1, start));
            return;
        }
        // At one instant a service of no time can come before one that lasts.
        services.sort(Comparator.<long[]>comparingLong(s -> s[0])
                .thenComparingLong(s -> s[1])
                .thenComparingLong(s -> s[2]));
        Openings hours = calendar.openings(station.hours(), c.config.horizonNanos());
        List<long[]> under = new ArrayList<>();
        long joinedBefore = 0;
        for (long[] s : services) {
            c.that(s[1] >= joinedBefore, "order of the queue, trip", s[3] + 1, start);
            joinedBefore = s[1];
            c.that(hours.isOpen(s[0]), "service begins while shut, trip", s[3] + 1, start);
            boolean ended = under.removeIf(u -> u[2] <= s[0]);
            under.add(s);
            c.that(under.size() <= station.servers(), "more services than servers, trip", s[3] + 1, start);
            boolean opened = hours.start(hours.lastBegunAt(s[0])) == s[0];
            boolean handedOn = ended || services.stream().anyMatch(u -> u[2] == s[0]);
            c.that(s[0] == s[1] || opened || handedOn, "a server idle while a truck waits, trip", s[3] + 1, start);
            checkLength(c, station, hours, s);
        }
    }

    private static void checkLength(Case c, StationConfig station, Openings hours, long[] s) {
        long length;
        if (station.service() instanceof ServiceTime.Rated rated) {
            length = Nanos.ofSeconds(Mass.toTonnes(c.trips.loadMilligrams((int) s[3])) * 3600 / rated.tonnesPerHour());
        } else {
            Distribution time = ((ServiceTime.Timed) station.service()).seconds();
            if (time.lowerBound() != time.upperBound()) {
                return;
            }
            length = Nanos.ofSeconds(time.mean());
        }
        long end = Math.min(s[2], c.config.horizonNanos());
        long worked = station.overrun() == Overrun.FINISH ? end - s[0] : hours.openNanos(s[0], end);
        c.that(s[2] == Case.NEVER ? worked <= length : worked == length, "length of a service, trip", s[3] + 1, worked);
    }

    /** Tonnes delivered are tonnes loaded on the trips unloaded, to the milligram, and none is lost. */
    static void checkMasses(Case c) {
        var daily = c.result.daily();
        long allConsigned = 0;
        long allDelivered = 0;
        for (int cargo = 0; cargo < daily.cargoes().size(); cargo++) {
            long unloaded = 0;
            long assigned = 0;
            for (int i = 0; i < c.trips.size(); i++) {
                if (c.trips.cargo(i) == cargo) {
                    assigned += c.trips.loadMilligrams(i);
                    unloaded += c.time(i, TripTime.UNLOAD_END) != Case.NEVER ? c.trips.loadMilligrams(i) : 0;
                }
            }
            long delivered = 0;
            long consigned = 0;
            for (int day = 0; day < daily.days(); day++) {
                delivered += daily.byCargo().get(cargo).delivered()[day];
                consigned += daily.byCargo().get(cargo).consigned()[day];
            }
            long backlog = daily.byCargo().get(cargo).backlog()[daily.days() - 1];
            c.that(delivered == unloaded, "tonnes delivered", delivered, unloaded);
            c.that(consigned == backlog + assigned, "tonnes consigned", consigned, backlog, assigned);
            allConsigned += consigned;
            allDelivered += delivered;
        }
        double undelivered = Mass.toTonnes(allConsigned - allDelivered);
        c.that(c.metric("undelivered_end_t") == undelivered, "consigned less delivered", undelivered);
    }

    /** The states' truck-time adds up exactly, and each group of states is the sum of the trips' times: Little's law. */
    static void checkStates(Case c) {
        BigInteger sum = BigInteger.ZERO;
        for (TruckState state : TruckState.values()) {
            sum = sum.add(c.run.truckNanos(state));
        }
        long window = c.config.horizonNanos() - c.config.warmUpNanos();
        c.that(
                sum.equals(BigInteger.valueOf(window).multiply(BigInteger.valueOf(c.config.trucks()))),
                "sum of all states",
                sum);
        same(
                c,
                "load",
                TripTime.ASSIGNED,
                TripTime.LOAD_END,
                TruckState.LOAD,
                TruckState.LOAD_BUSY,
                TruckState.LOAD_CLOSED);
        same(
                c,
                "export",
                TripTime.LOAD_END,
                TripTime.EXPORT_END,
                TruckState.EXPORT,
                TruckState.EXPORT_BUSY,
                TruckState.EXPORT_CLOSED);
        same(c, "outbound convoy", TripTime.EXPORT_END, TripTime.OUTBOUND_QUEUED, TruckState.OUTBOUND_CONVOY);
        same(
                c,
                "outbound queue",
                TripTime.OUTBOUND_QUEUED,
                TripTime.OUTBOUND_ENTER,
                TruckState.OUTBOUND_CLOSURE,
                TruckState.OUTBOUND_BREAKDOWN,
                TruckState.OUTBOUND_CONTROL,
                TruckState.OUTBOUND_CLEARING,
                TruckState.OUTBOUND_HEADWAY,
                TruckState.OUTBOUND_LIMIT);
        same(c, "outbound", TripTime.OUTBOUND_ENTER, TripTime.OUTBOUND_EXIT, TruckState.OUTBOUND);
        same(
                c,
                "import",
                TripTime.OUTBOUND_EXIT,
                TripTime.IMPORT_END,
                TruckState.IMPORT,
                TruckState.IMPORT_BUSY,
                TruckState.IMPORT_CLOSED);
        same(
                c,
                "unload",
                TripTime.IMPORT_END,
                TripTime.UNLOAD_END,
                TruckState.UNLOAD,
                TruckState.UNLOAD_BUSY,
                TruckState.UNLOAD_CLOSED);
        same(c, "return convoy", TripTime.UNLOAD_END, TripTime.RETURN_QUEUED, TruckState.RETURN_CONVOY);
        same(
                c,
                "return queue",
                TripTime.RETURN_QUEUED,
                TripTime.RETURN_ENTER,
                TruckState.RETURN_CLOSURE,
                TruckState.RETURN_BREAKDOWN,
                TruckState.RETURN_CONTROL,
                TruckState.RETURN_CLEARING,
                TruckState.RETURN_HEADWAY,
                TruckState.RETURN_LIMIT);
        same(c, "return", TripTime.RETURN_ENTER, TripTime.RETURN_EXIT, TruckState.RETURN);
        same(c, "rest", TripTime.RETURN_EXIT, TripTime.AVAILABLE, TruckState.REST);
        c.that(
                c.nanosIn(TruckState.IDLE)
                        == window * c.config.trucks() - c.spent(TripTime.ASSIGNED, TripTime.AVAILABLE),
                "idle time");
    }

    private static void same(Case c, String what, TripTime from, TripTime to, TruckState... states) {
        long ofStates = c.nanosIn(states);
        long ofTrips = c.spent(from, to);
        c.that(ofStates == ofTrips, "time in states and on trips, " + what, ofStates, ofTrips);
    }

    /** Metrics, counted again from the trips. */
    static void checkMetrics(Case c) {
        double days = (c.config.horizonNanos() - c.config.warmUpNanos()) / (double) Nanos.DAY;
        close(c, "outbound_trucks_per_day", count(c, TripTime.OUTBOUND_EXIT) / days);
        close(c, "return_trucks_per_day", count(c, TripTime.RETURN_EXIT) / days);
        double delivered = 0;
        for (int i = 0; i < c.trips.size(); i++) {
            delivered += c.isInWindow(c.time(i, TripTime.UNLOAD_END)) ? Mass.toTonnes(c.trips.loadMilligrams(i)) : 0;
        }
        close(c, "delivered_t_per_day", delivered / days);
        close(c, "lead_time_h", mean(c, TripTime.CONSIGNED, TripTime.UNLOAD_END, TripTime.UNLOAD_END, Nanos.HOUR));
        close(c, "cycle_time_h", mean(c, TripTime.ASSIGNED, TripTime.AVAILABLE, TripTime.AVAILABLE, Nanos.HOUR));
        wait(c, "truck", TripTime.CONSIGNED, TripTime.ASSIGNED);
        wait(c, "outbound", TripTime.OUTBOUND_QUEUED, TripTime.OUTBOUND_ENTER);
        wait(c, "return", TripTime.RETURN_QUEUED, TripTime.RETURN_ENTER);
        long window = c.config.horizonNanos() - c.config.warmUpNanos();
        close(c, "queue_outbound", c.spent(TripTime.OUTBOUND_QUEUED, TripTime.OUTBOUND_ENTER) / (double) window);
        close(c, "queue_return", c.spent(TripTime.RETURN_QUEUED, TripTime.RETURN_ENTER) / (double) window);
        close(c, "queue_truck", c.matching.waitingNanos(c.config.horizonNanos()) / (double) window);
        close(c, "bridge_occupied_outbound", occupied(c, c.crossings(Direction.OUTBOUND)) / (double) window);
        close(c, "bridge_occupied_return", occupied(c, c.crossings(Direction.RETURN)) / (double) window);
        checkTurns(c, days);
        checkAway(c);
    }

    private static void wait(Case c, String stage, TripTime from, TripTime to) {
        close(c, "wait_" + stage + "_min", mean(c, from, to, to, Nanos.MINUTE));
    }

    private static int count(Case c, TripTime instant) {
        int count = 0;
        for (int i = 0; i < c.trips.size(); i++) {
            count += c.isInWindow(c.time(i, instant)) ? 1 : 0;
        }
        return count;
    }

    /** Mean time between two instants over the trips that reached a third in the window. */
    private static double mean(Case c, TripTime from, TripTime to, TripTime counted, double unit) {
        long sum = 0;
        int count = 0;
        for (int i = 0; i < c.trips.size(); i++) {
            if (c.isInWindow(c.time(i, counted))) {
                sum += c.time(i, to) - c.time(i, from);
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / unit / count;
    }

    private static long occupied(Case c, List<Case.Crossing> crossings) {
        long sum = 0;
        long until = 0;
        for (Case.Crossing x : crossings) {
            sum += c.overlap(Math.max(until, x.enter()), x.exit());
            until = Math.max(until, x.exit());
        }
        return sum;
    }

    private static void checkTurns(Case c, double days) {
        if (c.config.bridge().lanes() == 2) {
            return;
        }
        List<Case.Crossing> all = new ArrayList<>(c.crossings(Direction.OUTBOUND));
        all.addAll(c.crossings(Direction.RETURN));
        all.sort(Comparator.comparingLong(Case.Crossing::enter));
        int turns = 0;
        for (int i = 1; i < all.size(); i++) {
            boolean turned = all.get(i).direction() != all.get(i - 1).direction();
            turns += turned && c.isInWindow(all.get(i).enter()) ? 1 : 0;
        }
        close(c, "bridge_turns_per_day", turns / days);
    }

    private static void checkAway(Case c) {
        int nights = 0;
        int away = 0;
        for (long midnight = Nanos.DAY; midnight <= c.config.horizonNanos(); midnight += Nanos.DAY) {
            int now = 0;
            for (int i = 0; i < c.trips.size(); i++) {
                boolean left = c.time(i, TripTime.OUTBOUND_ENTER) < midnight;
                now += left && c.time(i, TripTime.RETURN_EXIT) >= midnight ? 1 : 0;
            }
            c.that(
                    c.result.daily().awayTrucks()[(int) (midnight / Nanos.DAY) - 1] == now,
                    "away at midnight",
                    midnight / Nanos.DAY);
            if (midnight > c.config.warmUpNanos()) {
                nights++;
                away += now;
            }
        }
        close(c, "away_overnight", nights == 0 ? Double.NaN : (double) away / nights);
    }

    private static void close(Case c, String metric, double expected) {
        double value = c.metric(metric);
        boolean same = Double.isNaN(expected)
                ? Double.isNaN(value)
                : Math.abs(value - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
        c.that(same, metric, value, expected);
    }
}
