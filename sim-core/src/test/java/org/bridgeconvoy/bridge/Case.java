package org.bridgeconvoy.bridge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.station.TruckView;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.result.TruckState;

/** One run of a world, whatever it is checked for; a check that fails shows the seed and the world. */
final class Case {

    /** Later than any horizon; the end of what had not ended at the horizon. */
    static final long NEVER = Long.MAX_VALUE;

    final long seed;
    final ConvoyConfig config;
    final BridgeRun run;
    final ReplicationResult result;
    final TripTable trips;
    private final List<TripTime> loadedCourse;
    private final List<TripTime> emptyCourse;

    /** When consignments appeared, in order. */
    final List<Long> consigned = new ArrayList<>();

    final MatchingOracle matching;

    /** When trucks went back without a load, by trip, in worlds with return loads. */
    final Map<Integer, Long> wentBack = new HashMap<>();

    Case(long seed, World world) {
        this.seed = seed;
        config = world.config();
        BridgeModel model = new BridgeModel(config, replication -> true);
        matching = new MatchingOracle(config);
        BridgeObserver appearances = new BridgeObserver() {
            @Override
            public void consigned(long now, String cargo, double loadTonnes) {
                consigned.add(now);
            }

            @Override
            public void wentBackEmpty(long now, TruckView truck) {
                that(wentBack.put((int) truck.trip() - 1, now) == null, "goes back once, trip", truck.trip());
            }
        };
        run = model.start(Streams.of(seed, 1), appearances, matching);
        result = finish();
        trips = Objects.requireNonNull(result.trips());
        loadedCourse = course(true);
        emptyCourse = course(false);
    }

    private ReplicationResult finish() {
        try {
            while (run.step()) {
                that(
                        !config.changes().isEmpty() || trucksInStates() == config.trucks(),
                        "trucks conserved at ns",
                        run.now());
                matching.checkTonnes(backlog());
            }
            return run.finish();
        } catch (AssertionError e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage() + "\nin " + config, e);
        }
    }

    private long backlog() {
        return run.backlogMilligrams();
    }

    private int trucksInStates() {
        int sum = 0;
        for (TruckState state : TruckState.values()) {
            sum += run.trucks(state);
        }
        return sum;
    }

    /** Fails with the seed and the world unless something holds. */
    void that(boolean holds, String what, Object... values) {
        if (!holds) {
            throw new AssertionError("seed " + seed + ": " + what + " " + Arrays.toString(values) + "\nin " + config);
        }
    }

    /** When an instant of a trip was reached, {@link #NEVER} if it was not. */
    long time(int trip, TripTime instant) {
        long time = trips.time(trip, instant);
        return time == TripTable.NOT_REACHED ? NEVER : time;
    }

    /** Time that all trips spent between two instants within the window, exact. */
    long spent(TripTime from, TripTime to) {
        long sum = 0;
        for (int i = 0; i < trips.size(); i++) {
            sum += overlap(time(i, from), time(i, to));
        }
        return sum;
    }

    /** Time that all trips spent from the instant before one to another within the window, exact. */
    long spentFromBefore(TripTime start, TripTime to) {
        long sum = 0;
        for (int i = 0; i < trips.size(); i++) {
            sum += course(i).contains(start) ? overlap(before(i, start), time(i, to)) : 0;
        }
        return sum;
    }

    /** Whether a trip has taken a return load. */
    boolean isLoadedBack(int trip) {
        return trips.returnCargo(trip) != TripTable.EMPTY;
    }

    /** The time of the instant that comes before one on the course of a trip. */
    long before(int trip, TripTime instant) {
        List<TripTime> course = course(trip);
        return time(trip, course.get(course.indexOf(instant) - 1));
    }

    /** The instants of a trip in their order in time; those of a return load only if it has taken one. */
    List<TripTime> course(int trip) {
        return isLoadedBack(trip) ? loadedCourse : emptyCourse;
    }

    private List<TripTime> course(boolean loaded) {
        boolean further = trips.hasFurther();
        return COURSE.stream()
                .filter(t -> further || !t.isFurther())
                .filter(t -> loaded || !t.name().matches("RETURN_(ASSIGNED|LOAD|EXPORT|IMPORT|UNLOAD).*"))
                .toList();
    }

    private static final List<TripTime> COURSE = List.of(
            TripTime.CONSIGNED,
            TripTime.ASSIGNED,
            TripTime.LOAD_START,
            TripTime.LOAD_END,
            TripTime.ROAD_ORIGIN_OUT_END,
            TripTime.EXPORT_START,
            TripTime.EXPORT_END,
            TripTime.OUTBOUND_QUEUED,
            TripTime.OUTBOUND_ENTER,
            TripTime.OUTBOUND_EXIT,
            TripTime.IMPORT_START,
            TripTime.IMPORT_END,
            TripTime.ROAD_DESTINATION_OUT_END,
            TripTime.UNLOAD_START,
            TripTime.UNLOAD_END,
            TripTime.RETURN_ASSIGNED,
            TripTime.RETURN_LOAD_START,
            TripTime.RETURN_LOAD_END,
            TripTime.ROAD_DESTINATION_BACK_END,
            TripTime.RETURN_EXPORT_START,
            TripTime.RETURN_EXPORT_END,
            TripTime.RETURN_QUEUED,
            TripTime.RETURN_ENTER,
            TripTime.RETURN_EXIT,
            TripTime.RETURN_IMPORT_START,
            TripTime.RETURN_IMPORT_END,
            TripTime.ROAD_ORIGIN_BACK_END,
            TripTime.RETURN_UNLOAD_START,
            TripTime.RETURN_UNLOAD_END,
            TripTime.AVAILABLE);

    /** How much of {@code [from, to)} lies in the window. */
    long overlap(long from, long to) {
        return Math.max(0, Math.min(to, config.horizonNanos()) - Math.max(from, config.warmUpNanos()));
    }

    boolean isInWindow(long time) {
        return time >= config.warmUpNanos() && time < config.horizonNanos();
    }

    /** Truck-time in states within the window, exact; below 292 truck-years. */
    long nanosIn(TruckState... states) {
        long sum = 0;
        for (TruckState state : states) {
            sum += run.truckNanos(state).longValueExact();
        }
        return sum;
    }

    double metric(String name) {
        return result.metrics().value(name);
    }

    /** A crossing of the bridge. */
    record Crossing(Direction direction, int trip, long queued, long enter, long exit) {}

    /** The crossings of a direction in the order of entry. */
    List<Crossing> crossings(Direction direction) {
        boolean out = direction == Direction.OUTBOUND;
        List<Crossing> crossings = new ArrayList<>();
        for (int i = 0; i < trips.size(); i++) {
            long enter = time(i, out ? TripTime.OUTBOUND_ENTER : TripTime.RETURN_ENTER);
            if (enter != NEVER) {
                crossings.add(new Crossing(
                        direction,
                        i,
                        time(i, out ? TripTime.OUTBOUND_QUEUED : TripTime.RETURN_QUEUED),
                        enter,
                        time(i, out ? TripTime.OUTBOUND_EXIT : TripTime.RETURN_EXIT)));
            }
        }
        // With no headway several enter at one instant; then who joined first entered first.
        crossings.sort(Comparator.comparingLong(Crossing::enter)
                .thenComparingLong(Crossing::queued)
                .thenComparingLong(Crossing::exit));
        return crossings;
    }
}
