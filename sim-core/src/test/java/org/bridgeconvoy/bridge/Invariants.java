package org.bridgeconvoy.bridge;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.bridge.config.BankConfig;
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
import org.bridgeconvoy.result.Activity;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.Stage;
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
            c.that(
                    !c.isLoadedBack(i)
                            || c.trips.time(i, TripTime.RETURN_CONSIGNED) <= c.time(i, TripTime.RETURN_ASSIGNED),
                    "a return load appears before it is taken, trip",
                    i + 1);
            for (TripTime instant : c.course(i)) {
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
        checkFollowing(c, out);
        checkFollowing(c, back);
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

    /** Whether the trips do not tell which of two entered first: both joined together, released by a convoy, and entered together. */
    private static boolean isTied(Case.Crossing x, Case.Crossing y) {
        return x.enter() == y.enter() && x.queued() == y.queued();
    }

    private static void checkFollowing(Case c, List<Case.Crossing> crossings) {
        BridgeConfig bridge = c.config.bridge();
        Case.Crossing ahead = null;
        for (Case.Crossing x : crossings) {
            Distribution speed = speed(c, x);
            boolean exact = bridge.breakdowns() == null
                    && speed.lowerBound() == speed.upperBound()
                    && crossings.stream()
                            .noneMatch(y -> isTied(x, y) && !speed(c, y).equals(speed));
            long free = Nanos.ofSeconds(bridge.lengthMetres() / speed.upperBound());
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

    /** Loaded in either direction, or empty. */
    private static Distribution speed(Case c, Case.Crossing x) {
        boolean loaded = x.direction() == Direction.OUTBOUND || c.isLoadedBack(x.trip());
        return loaded ? c.config.bridge().loadedSpeed() : c.config.bridge().emptySpeed();
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
        long gross = tare
                + (x.direction() == Direction.OUTBOUND
                        ? c.trips.loadMilligrams(x.trip())
                        : c.trips.returnLoadMilligrams(x.trip()));
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
            long both = alternate.outboundNanos() + alternate.inboundNanos();
            long phase = Math.floorMod(x.enter() - origin, both + 2 * alternate.redNanos());
            boolean outbound = x.direction() == Direction.OUTBOUND;
            long green = outbound ? alternate.outboundNanos() : alternate.inboundNanos();
            long begins = x.direction() == alternate.first() ? 0 : both - green + alternate.redNanos();
            c.that(phase >= begins && phase < begins + green, "entry outside of the green, trip", x.trip() + 1);
        }
        if (rule instanceof Timetable timetable && timetable.lastEntry() == LastEntry.CLEAR) {
            long free = Nanos.ofSeconds(
                    c.config.bridge().lengthMetres() / speed(c, x).upperBound());
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
        BankConfig here = c.config.origin();
        BankConfig there = c.config.destination();
        checkStation(c, here.handling(), origin, TripTime.LOAD_START);
        checkStation(c, here.customs(), origin, TripTime.EXPORT_START);
        checkStation(c, there.customs(), destination, TripTime.IMPORT_START);
        checkStation(c, there.handling(), destination, TripTime.UNLOAD_START);
        checkStation(c, there.returnHandling(), destination, TripTime.RETURN_LOAD_START);
        checkStation(c, there.returnCustoms(), destination, TripTime.RETURN_EXPORT_START);
        checkStation(c, here.returnCustoms(), origin, TripTime.RETURN_IMPORT_START);
        checkStation(c, here.returnHandling(), origin, TripTime.RETURN_UNLOAD_START);
    }

    private static void checkStation(Case c, @Nullable StationConfig station, WorkCalendar calendar, TripTime start) {
        TripTime end = TripTime.values()[start.ordinal() + 1];
        List<long[]> services = new ArrayList<>();
        for (int i = 0; i < c.trips.size(); i++) {
            if (c.time(i, start) != Case.NEVER) {
                services.add(new long[] {c.time(i, start), c.before(i, start), c.time(i, end), i});
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
        List<Openings> shifts = station.shifts().stream()
                .map(shift -> calendar.openings(shift.hours(), c.config.horizonNanos()))
                .toList();
        Openings hours = Openings.union(shifts);
        List<long[]> under = new ArrayList<>();
        long joinedBefore = 0;
        for (long[] s : services) {
            c.that(s[1] >= joinedBefore, "order of the queue, trip", s[3] + 1, start);
            joinedBefore = s[1];
            c.that(hours.isOpen(s[0]), "service begins while shut, trip", s[3] + 1, start);
            boolean ended = under.removeIf(u -> u[2] <= s[0]);
            under.add(s);
            int servers = 0;
            boolean opened = false;
            for (int i = 0; i < shifts.size(); i++) {
                Openings shift = shifts.get(i);
                boolean isOn = shift.isOpen(s[0]);
                servers += isOn ? station.shifts().get(i).servers() : 0;
                opened |= isOn && shift.start(shift.lastBegunAt(s[0])) == s[0];
            }
            c.that(under.size() <= servers, "more services than servers, trip", s[3] + 1, start);
            boolean handedOn = ended || services.stream().anyMatch(u -> u[2] == s[0]);
            c.that(s[0] == s[1] || opened || handedOn, "a server idle while a truck waits, trip", s[3] + 1, start);
            checkLength(c, station, hours, s, start);
        }
    }

    private static void checkLength(Case c, StationConfig station, Openings hours, long[] s, TripTime start) {
        long length;
        if (station.service() instanceof ServiceTime.Rated rated) {
            long load = start.name().startsWith("RETURN_")
                    ? c.trips.returnLoadMilligrams((int) s[3])
                    : c.trips.loadMilligrams((int) s[3]);
            length = Nanos.ofSeconds(Mass.toTonnes(load) * 3600 / rated.tonnesPerHour());
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
                if (c.trips.returnCargo(i) == cargo) {
                    long load = c.trips.returnLoadMilligrams(i);
                    assigned += load;
                    unloaded += c.time(i, TripTime.RETURN_UNLOAD_END) != Case.NEVER ? load : 0;
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
                TripTime.LOAD_START,
                TripTime.LOAD_END,
                TruckState.LOAD,
                TruckState.LOAD_BUSY,
                TruckState.LOAD_CLOSED);
        same(
                c,
                "export",
                TripTime.EXPORT_START,
                TripTime.EXPORT_END,
                TruckState.EXPORT,
                TruckState.EXPORT_BUSY,
                TruckState.EXPORT_CLOSED);
        same(c, "outbound convoy", TripTime.OUTBOUND_QUEUED, TripTime.OUTBOUND_QUEUED, TruckState.OUTBOUND_CONVOY);
        same(
                c,
                "outbound queue",
                TripTime.OUTBOUND_ENTER,
                TripTime.OUTBOUND_ENTER,
                TruckState.OUTBOUND_CLOSURE,
                TruckState.OUTBOUND_BREAKDOWN,
                TruckState.OUTBOUND_CONTROL,
                TruckState.OUTBOUND_CLEARING,
                TruckState.OUTBOUND_HEADWAY,
                TruckState.OUTBOUND_LIMIT);
        same(c, "outbound", TripTime.OUTBOUND_EXIT, TripTime.OUTBOUND_EXIT, TruckState.OUTBOUND);
        same(
                c,
                "import",
                TripTime.IMPORT_START,
                TripTime.IMPORT_END,
                TruckState.IMPORT,
                TruckState.IMPORT_BUSY,
                TruckState.IMPORT_CLOSED);
        same(
                c,
                "unload",
                TripTime.UNLOAD_START,
                TripTime.UNLOAD_END,
                TruckState.UNLOAD,
                TruckState.UNLOAD_BUSY,
                TruckState.UNLOAD_CLOSED);
        same(c, "return convoy", TripTime.RETURN_QUEUED, TripTime.RETURN_QUEUED, TruckState.RETURN_CONVOY);
        same(
                c,
                "return queue",
                TripTime.RETURN_ENTER,
                TripTime.RETURN_ENTER,
                TruckState.RETURN_CLOSURE,
                TruckState.RETURN_BREAKDOWN,
                TruckState.RETURN_CONTROL,
                TruckState.RETURN_CLEARING,
                TruckState.RETURN_HEADWAY,
                TruckState.RETURN_LIMIT);
        same(c, "return", TripTime.RETURN_EXIT, TripTime.RETURN_EXIT, TruckState.RETURN);
        same(c, "rest", TripTime.AVAILABLE, TripTime.AVAILABLE, TruckState.REST);
        for (Stage stage : List.of(Stage.RETURN_LOAD, Stage.RETURN_EXPORT, Stage.RETURN_IMPORT, Stage.RETURN_UNLOAD)) {
            same(
                    c,
                    stage.label(),
                    TripTime.valueOf(stage.name() + "_START"),
                    TripTime.valueOf(stage.name() + "_END"),
                    TruckState.of(stage, Activity.SERVED),
                    TruckState.of(stage, Activity.BUSY),
                    TruckState.of(stage, Activity.CLOSED));
        }
        checkRoadsAndWaits(c);
        c.that(
                c.nanosIn(TruckState.IDLE)
                        == window * c.config.trucks() - c.spent(TripTime.ASSIGNED, TripTime.AVAILABLE),
                "idle time");
    }

    private static void checkRoadsAndWaits(Case c) {
        long waited = 0;
        long roads = 0;
        for (int i = 0; i < c.trips.size(); i++) {
            long unloaded = c.time(i, TripTime.UNLOAD_END);
            long leaves = unloaded;
            if (c.isLoadedBack(i)) {
                leaves = c.time(i, TripTime.RETURN_ASSIGNED);
                c.that(!c.wentBack.containsKey(i), "goes back empty and loaded, trip", i + 1);
            } else if (c.config.hasReturnLoads()) {
                leaves = c.wentBack.getOrDefault(i, Case.NEVER);
            }
            waited += c.overlap(unloaded, leaves);
            // Of the way back an empty truck has waited first.
            roads -= c.isLoadedBack(i) || !c.trips.hasFurther() ? 0 : c.overlap(unloaded, leaves);
        }
        for (TripTime road : List.of(
                TripTime.ROAD_ORIGIN_OUT_END,
                TripTime.ROAD_DESTINATION_OUT_END,
                TripTime.ROAD_DESTINATION_BACK_END,
                TripTime.ROAD_ORIGIN_BACK_END)) {
            roads += c.spentFromBefore(road, road);
        }
        c.that(c.nanosIn(TruckState.WAIT_FOR_LOAD) == waited, "waits for a load", waited);
        c.that(c.nanosIn(TruckState.ROAD) == roads, "time on roads", roads);
    }

    /** Of all trips from the instant before {@code start} to another. */
    private static void same(Case c, String what, TripTime start, TripTime to, TruckState... states) {
        long ofStates = c.nanosIn(states);
        long ofTrips = c.spentFromBefore(start, to);
        c.that(ofStates == ofTrips, "time in states and on trips, " + what, ofStates, ofTrips);
    }

    /** Metrics, counted again from the trips. */
    static void checkMetrics(Case c) {
        double days = (c.config.horizonNanos() - c.config.warmUpNanos()) / (double) Nanos.DAY;
        close(c, "outbound_trucks_per_day", count(c, TripTime.OUTBOUND_EXIT) / days);
        close(c, "return_trucks_per_day", count(c, TripTime.RETURN_EXIT) / days);
        double delivered = 0;
        double back = 0;
        for (int i = 0; i < c.trips.size(); i++) {
            delivered += c.isInWindow(c.time(i, TripTime.UNLOAD_END)) ? Mass.toTonnes(c.trips.loadMilligrams(i)) : 0;
            back += c.isInWindow(c.time(i, TripTime.RETURN_UNLOAD_END))
                    ? Mass.toTonnes(c.trips.returnLoadMilligrams(i))
                    : 0;
        }
        close(c, "delivered_t_per_day", (delivered + back) / days);
        if (c.config.hasReturnLoads()) {
            close(c, "return_t_per_day", back / days);
        }
        Mean lead = new Mean(c).add(TripTime.CONSIGNED, TripTime.UNLOAD_END);
        close(
                c,
                "lead_time_h",
                lead.add(TripTime.RETURN_CONSIGNED, TripTime.RETURN_UNLOAD_END).in(Nanos.HOUR));
        close(
                c,
                "cycle_time_h",
                new Mean(c).add(TripTime.ASSIGNED, TripTime.AVAILABLE).in(Nanos.HOUR));
        Mean wait = new Mean(c).add(TripTime.CONSIGNED, TripTime.ASSIGNED);
        close(
                c,
                "wait_truck_min",
                wait.add(TripTime.RETURN_CONSIGNED, TripTime.RETURN_ASSIGNED).in(Nanos.MINUTE));
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
        close(c, "wait_" + stage + "_min", new Mean(c).add(from, to).in(Nanos.MINUTE));
    }

    private static int count(Case c, TripTime instant) {
        int count = 0;
        for (int i = 0; i < c.trips.size(); i++) {
            count += c.isInWindow(c.time(i, instant)) ? 1 : 0;
        }
        return count;
    }

    /** Mean time between two instants over the trips that reached the second in the window. */
    private static final class Mean {
        private final Case c;
        private long sum;
        private int count;

        Mean(Case c) {
            this.c = c;
        }

        Mean add(TripTime from, TripTime to) {
            for (int i = 0; i < c.trips.size(); i++) {
                if (c.isInWindow(c.time(i, to))) {
                    sum += c.time(i, to) - c.time(i, from);
                    count++;
                }
            }
            return this;
        }

        double in(double unit) {
            return count == 0 ? Double.NaN : sum / unit / count;
        }
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
