package org.bridgeconvoy.bridge.reference;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.Consignment;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.ConvoyConfig.Change;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.reference.Matching.Match;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;
import org.jspecify.annotations.Nullable;

/**
 * A run of the bridge model as the contract tells it, by one loop over all its rules and without a short cut: it goes to the next
 * instant at which anything can happen and there looks at everything, from the top again while anything is left. Written from the
 * contract alone; it shares with the model the configuration and what is drawn.
 */
final class SlowRun {

    private final ConvoyConfig config;
    private final Streams streams;
    private final long horizon;
    private final List<Change> changes;
    private final List<Stream> demand = new ArrayList<>();
    private final List<Vehicles> traffic = new ArrayList<>();
    private final List<Consignment> listed;
    private final List<Load> waiting = new ArrayList<>();
    private final Fleet fleet;
    private final Map<Leg, Station> stations = new EnumMap<>(Leg.class);
    private final Map<Leg, Yard> yards = new EnumMap<>(Leg.class);
    private final Lane lane;
    private final RandomStream turnarounds;
    private final Books books;
    private WorldNow world;
    private long now;

    private SlowRun(ConvoyConfig config, Streams streams) {
        this.config = config;
        this.streams = streams;
        horizon = config.horizonNanos();
        world = new WorldNow(config);
        changes = new ArrayList<>(config.changes());
        listed = new ArrayList<>(config.consignments());
        books = new Books(config);
        for (int cargo = 0; cargo < config.demand().size(); cargo++) {
            demand.add(new Stream(cargo, config, streams));
        }
        for (int index = 0; index < config.traffic().size(); index++) {
            traffic.add(new Vehicles(index, config, streams));
        }
        fleet = new Fleet(world);
        for (Leg leg : Leg.values()) {
            if (leg.isStation() && world.station(leg) != null) {
                stations.put(leg, new Station(leg, world, streams.stream("service." + leg.state())));
            }
        }
        yards.put(Leg.CONVOY_OUTBOUND, new Yard(Leg.CONVOY_OUTBOUND, world));
        yards.put(Leg.CONVOY_RETURN, new Yard(Leg.CONVOY_RETURN, world));
        turnarounds = streams.stream("turnaround");
        lane = new Lane(world, streams, this::entered);
    }

    static Books run(ConvoyConfig config, Streams streams) {
        SlowRun run = new SlowRun(config, streams);
        run.toHorizon();
        run.noteWhatIsOver();
        return run.books;
    }

    /** "Nothing happens at the horizon itself; 24:00 means the state just before it." (Section 3) */
    private void toHorizon() {
        while (now < horizon) {
            instant();
            long next = Math.min(next(), horizon);
            account(next);
            now = next;
        }
    }

    /** Of which cargoes no more can appear. */
    private void noteWhatIsOver() {
        for (int cargo = 0; cargo < demand.size(); cargo++) {
            String name = config.demand().get(cargo).cargo();
            if (demand.get(cargo).isOver(world)
                    && listed.stream().noneMatch(row -> row.cargo().equals(name))) {
                books.over.add(cargo);
            }
        }
    }

    /** "What happens at the same nanosecond is handled in this order, and from the top again while anything is left." */
    private void instant() {
        changeWorld();
        boolean anything = true;
        while (anything) {
            anything = ends();
            anything |= openings();
            anything |= appearances();
            anything |= matches();
            anything |= services();
            anything |= convoys();
            anything |= lane.turn(now);
            anything |= lane.enter(now);
        }
    }

    /** "A change of the world comes before all." (Sections 3 and 7) */
    private void changeWorld() {
        while (!changes.isEmpty() && changes.get(0).atNanos() == now) {
            world = new WorldNow(changes.remove(0).world());
            stations.values().forEach(s -> s.change(world));
            yards.values().forEach(y -> y.change(world));
            fleet.change(world, now);
            lane.change(world, now);
        }
    }

    /** (1) "What ends: services, crossings, road legs, rests, closing times and ends of shifts, by truck number, then vehicles." */
    private boolean ends() {
        boolean ended = false;
        for (Truck truck : fleet.trucks()) {
            Station station = stations.get(truck.leg);
            if (station != null && station.ends(truck, now)) {
                served(truck);
                ended = true;
            } else if (truck.ends == now) {
                truck.ends = Time.NEVER;
                passed(truck);
                ended = true;
            }
        }
        for (Crossing vehicle : books.vehicles) {
            if (vehicle.exit == now && !vehicle.isGone) {
                vehicle.isGone = true;
                lane.leave(vehicle, now);
                ended = true;
            }
        }
        for (Station station : stations.values()) {
            ended |= !station.isOpen(now) && station.pauseOrGoOn(now);
        }
        return ended;
    }

    private void served(Truck truck) {
        truck.trip().note(truck.leg.column() + "_end", now);
        if (truck.leg == Leg.UNLOAD || truck.leg == Leg.RETURN_UNLOAD) {
            delivered(truck);
        }
        goOn(truck);
    }

    private void delivered(Truck truck) {
        books.day(now).deliveredTrucks++;
        books.day(now).cargoes.get(truck.cargo).delivered += truck.load;
        truck.load = 0;
        truck.isLoaded = false;
    }

    private void passed(Truck truck) {
        if (truck.crossing != null) {
            lane.leave(truck.crossing, now);
            truck.crossing = null;
            truck.trip().note(truck.leg.column() + "_exit", now);
            if (truck.leg == Leg.OUTBOUND) {
                books.day(now).outboundTrucks++;
            } else {
                books.day(now).returnTrucks++;
            }
        } else if (truck.leg.isRoad()) {
            truck.trip().note(truck.leg.column() + "_end", now);
        }
        goOn(truck);
    }

    /** On to the next leg of the table of section 3. */
    private void goOn(Truck truck) {
        truck.leg = truck.leg.next();
        switch (truck.leg) {
            case LOAD, EXPORT, IMPORT, UNLOAD -> arrive(truck);
            case RETURN_LOAD, RETURN_EXPORT, RETURN_IMPORT, RETURN_UNLOAD -> {
                // "Only with a return load." (Section 3)
                if (truck.isLoaded) {
                    arrive(truck);
                } else {
                    goOn(truck);
                }
            }
            case ROAD_ORIGIN_OUT, ROAD_DESTINATION_OUT, ROAD_DESTINATION_BACK, ROAD_ORIGIN_BACK -> drive(truck);
            case IDLE_AT_DESTINATION -> waitForLoad(truck);
            case CONVOY_OUTBOUND, CONVOY_RETURN -> joinConvoy(truck);
            case REST -> takeTime(truck, Time.draw(truck.truckClass(world).turnaroundSeconds(), turnarounds));
            case IDLE_AT_ORIGIN -> {
                truck.trip().note("available", now);
                fleet.back(truck, now);
            }
            default -> throw new IllegalStateException("no way to " + truck.leg);
        }
    }

    private void drive(Truck truck) {
        Distribution road = world.road(truck.leg);
        takeTime(truck, road == null ? 0 : Time.draw(road, streams.stream(truck.leg.roadStream())));
    }

    /**
     * "A truck that has been unloaded is idle there; if nothing is matched to it, it stays for fleet.wait-for-load and then goes back
     * empty. A truck that no return stream lets carry its cargo goes back at once." (Section 4)
     */
    private void waitForLoad(Truck truck) {
        if (world.mayBringSomethingBack(truck.truckClass(world))) {
            truck.idleSince = now;
            truck.goesBack =
                    Time.after(now, Time.draw(world.config().waitForLoadSeconds(), streams.stream("wait-for-load")));
        } else {
            goOn(truck);
        }
    }

    /** "A station that the file leaves out is passed through in no time." */
    private void arrive(Truck truck) {
        Station station = stations.get(truck.leg);
        if (station == null) {
            truck.trip().note(truck.leg.column() + "_start", now);
            served(truck);
        } else {
            station.join(truck);
        }
    }

    /** What takes no time ends within the same phase. */
    private void takeTime(Truck truck, long duration) {
        if (duration == 0) {
            passed(truck);
        } else {
            truck.ends = Time.after(now, duration);
        }
    }

    private void joinConvoy(Truck truck) {
        Yard yard = Objects.requireNonNull(yards.get(truck.leg));
        if (yard.rule() == null) {
            joinBridge(truck, null);
        } else {
            yard.join(truck, now);
        }
    }

    /** "outbound_queued and return_queued are when the truck joined the bridge queue (after its convoy was released)." */
    private void joinBridge(Truck truck, @Nullable Convoy convoy) {
        truck.leg = truck.leg.next();
        truck.trip().note(truck.leg.column() + "_queued", now);
        Direction direction = truck.leg.direction();
        RandomStream speeds = streams.stream("speed." + direction.label());
        double speed = world.speed(truck.isLoaded).sample(speeds);
        lane.join(Crossing.ofTruck(direction, truck, speed, convoy, now), now);
    }

    private void entered(Crossing crossing, long when) {
        books.crossings.add(crossing);
        Truck truck = crossing.truck;
        if (truck != null) {
            truck.trip().note(truck.leg.column() + "_enter", when);
            truck.crossing = crossing;
            truck.ends = crossing.exit;
        }
    }

    /** (2) "Openings and beginnings of shifts." */
    private boolean openings() {
        boolean changed = false;
        for (Station station : stations.values()) {
            changed |= station.pauseOrGoOn(now);
        }
        return changed;
    }

    /**
     * (3) "Consignments appear, streams in the order of the file, each followed by the listed rows of its cargo in the order of the
     * list, then the rows of other cargoes." The configuration has the other cargoes behind the streams; nothing of them is drawn.
     */
    private boolean appearances() {
        List<Load> appearing = new ArrayList<>();
        for (int cargo = 0; cargo < demand.size(); cargo++) {
            appearing.addAll(demand.get(cargo).appear(world, now));
            if (config.demand().stream().skip(cargo).anyMatch(CargoStream::isDrawn)) {
                appearing.addAll(rows(List.of(config.demand().get(cargo).cargo())));
            }
        }
        appearing.addAll(rows(config.demand().stream().map(CargoStream::cargo).toList()));
        for (Load load : appearing) {
            books.day(now).consignedTrucks++;
            books.day(now).cargoes.get(load.cargo).consigned += load.milligrams;
        }
        waiting.addAll(appearing);
        return join() || !appearing.isEmpty();
    }

    /** "Then vehicles in the order of traffic, which join the bridge queue at once." */
    private boolean join() {
        boolean joined = false;
        for (Vehicles stream : traffic) {
            while (stream.next() <= now) {
                Crossing vehicle = stream.appear(world, books.vehicles.size() + 1, now);
                books.vehicles.add(vehicle);
                lane.join(vehicle, now);
                joined = true;
            }
        }
        return joined;
    }

    /** What is listed for now of some cargoes, in the order of the list. */
    private List<Load> rows(List<String> cargoes) {
        List<Load> rows = new ArrayList<>();
        for (Consignment row : List.copyOf(listed)) {
            if (row.atNanos() == now && cargoes.contains(row.cargo())) {
                listed.remove(row);
                int cargo = config.demand().stream()
                        .map(CargoStream::cargo)
                        .toList()
                        .indexOf(row.cargo());
                rows.add(new Load(cargo, row.priority(), now, Mass.ofTonnes(row.tonnes())));
            }
        }
        return rows;
    }

    /** (4) "Consignments and trucks are matched, then trucks whose wait for a load is over go back, by number." */
    private boolean matches() {
        boolean anything = matches(Leg.IDLE_AT_ORIGIN);
        anything |= matches(Leg.IDLE_AT_DESTINATION);
        for (Truck truck : fleet.idle(Leg.IDLE_AT_DESTINATION)) {
            // "A truck that no return stream lets carry its cargo goes back at once": also one that waited until a
            // change.
            if (truck.goesBack <= now || !world.mayBringSomethingBack(truck.truckClass(world))) {
                truck.goesBack = Time.NEVER;
                goOn(truck);
                anything = true;
            }
        }
        return anything;
    }

    private boolean matches(Leg bank) {
        boolean matched = false;
        while (!fleet.idle(bank).isEmpty()) {
            List<Load> here =
                    waiting.stream().filter(load -> world.bankOf(load) == bank).toList();
            Optional<Match> match = Matching.next(here, fleet.idle(bank), world);
            if (match.isEmpty()) {
                return matched;
            }
            begin(match.get());
            matched = true;
        }
        return matched;
    }

    private void begin(Match match) {
        Load load = match.load();
        Truck truck = match.truck();
        load.milligrams -= match.milligrams();
        if (load.milligrams == 0) {
            waiting.remove(load);
        }
        if (truck.leg == Leg.IDLE_AT_ORIGIN) {
            truck.trip = new Trip(truck.number, load.cargo, match.milligrams());
            books.trips.add(truck.trip);
            truck.trip.note("consigned", load.appeared);
            truck.trip.note("assigned", now);
        } else {
            truck.goesBack = Time.NEVER;
            truck.trip().returnCargo = load.cargo;
            truck.trip().returnMilligrams = match.milligrams();
            truck.trip().note("return_consigned", load.appeared);
            truck.trip().note("return_assigned", now);
        }
        truck.cargo = load.cargo;
        truck.load = match.milligrams();
        truck.isLoaded = true;
        goOn(truck);
    }

    /** (5) "Services begin." */
    private boolean services() {
        boolean began = false;
        for (Station station : stations.values()) {
            began |= station.begin(now);
        }
        return began;
    }

    /** (6) "Convoys are released." */
    private boolean convoys() {
        boolean released = false;
        for (Yard yard : yards.values()) {
            released |= yard.release(now, this::joinBridge);
        }
        return released;
    }

    /** The next instant at which anything can happen. */
    private long next() {
        long next = lane.next(now);
        for (Change change : changes) {
            next = Math.min(next, change.atNanos());
        }
        for (Stream stream : demand) {
            next = Math.min(next, stream.next());
        }
        for (Vehicles vehicles : traffic) {
            next = Math.min(next, vehicles.next());
        }
        for (Consignment row : listed) {
            next = Math.min(next, row.atNanos());
        }
        for (Truck truck : fleet.trucks()) {
            next = Math.min(next, Math.min(truck.ends, truck.goesBack));
        }
        for (Station station : stations.values()) {
            next = Math.min(next, station.next(now));
        }
        for (Yard yard : yards.values()) {
            next = Math.min(next, yard.next(now));
        }
        return next;
    }

    /** Nothing happens after {@code now} and before {@code next}. */
    private void account(long next) {
        books.history.add(moment(next));
        noteOpenDays(next);
        for (Truck truck : fleet.trucks()) {
            books.spend(state(truck), now, next);
        }
        for (int day = 0; day < books.days.size(); day++) {
            long end = Math.min((day + 1) * Nanos.DAY, horizon);
            if (now < end && end <= next) {
                endOfDay(books.days.get(day));
            }
        }
    }

    /** What the clock lets in until {@code next}, it lets in from the beginning, or from the beginning of a day or the window. */
    private void noteOpenDays(long next) {
        for (long day = now / Nanos.DAY; day * Nanos.DAY < next; day++) {
            long from = Math.max(Math.max(now, day * Nanos.DAY), config.warmUpNanos());
            if (from < Math.min(next, (day + 1) * Nanos.DAY) && lane.mayBeGiven(from)) {
                books.openDays.add(day);
            }
        }
    }

    private Moment moment(long next) {
        Map<String, Integer> queues = new TreeMap<>();
        Map<String, Integer> servers = new TreeMap<>();
        queues.put("truck", waiting.size());
        stations.forEach((leg, station) -> {
            queues.put(leg.state(), station.waiting());
            servers.put(leg.state(), station.servers(now));
        });
        List<Integer> vehicles = new ArrayList<>();
        for (int index = 0; index < traffic.size(); index++) {
            vehicles.add(lane.vehiclesWaiting(index));
        }
        for (Direction direction : Direction.values()) {
            queues.put(direction.label(), lane.trucksWaiting(direction));
        }
        return new Moment(now, next, queues, servers, vehicles, world.bridge().lanes());
    }

    /** "Backlog: consigned but not yet assigned; away: trucks not at the origin; both at the day's end." (Section 8) */
    private void endOfDay(Books.Day day) {
        for (Load load : waiting) {
            day.cargoes.get(load.cargo).backlog += load.milligrams;
        }
        for (Truck truck : fleet.trucks()) {
            boolean entered = truck.leg.compareTo(Leg.OUTBOUND) > 0 || (truck.crossing != null);
            boolean isBack = truck.leg.compareTo(Leg.RETURN) > 0;
            if (truck.leg != Leg.IDLE_AT_ORIGIN && entered && !isBack) {
                day.awayTrucks++;
            }
        }
    }

    /** "At every instant each truck is in exactly one state." (Section 8) */
    private String state(Truck truck) {
        Station station = stations.get(truck.leg);
        if (station != null) {
            String label = truck.leg.state();
            if (station.isServing(truck)) {
                return station.isPaused(truck) ? label + ".closed" : label;
            }
            return label + (station.isOpen(now) ? ".busy" : ".closed");
        }
        return switch (truck.leg) {
            case IDLE_AT_ORIGIN -> "idle";
            case IDLE_AT_DESTINATION -> "wait-for-load";
            case ROAD_ORIGIN_OUT, ROAD_DESTINATION_OUT, ROAD_DESTINATION_BACK, ROAD_ORIGIN_BACK -> "road";
            case CONVOY_OUTBOUND, CONVOY_RETURN -> truck.leg.direction().label() + ".convoy";
            case OUTBOUND, RETURN -> {
                String label = truck.leg.direction().label();
                yield truck.crossing != null ? label : label + "." + lane.cause(truck.leg.direction(), now);
            }
            case REST -> "rest";
            default -> throw new IllegalStateException("no state for " + truck.leg);
        };
    }
}
