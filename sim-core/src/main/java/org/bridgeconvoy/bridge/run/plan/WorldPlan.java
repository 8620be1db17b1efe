package org.bridgeconvoy.bridge.run.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.Closure;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.ConvoyRule;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.demand.DemandCurve;
import org.bridgeconvoy.bridge.demand.DemandRule;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.calendar.Openings;
import org.bridgeconvoy.calendar.WorkCalendar;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.result.Stage;
import org.jspecify.annotations.Nullable;

/** One world laid on the dates of a run, valid from an instant on. Immutable, shared by all replications. */
public final class WorldPlan {

    private final long from;
    private final ConvoyConfig config;
    private final LanePlan lane;
    private final List<StreamPlan> streams;
    private final List<TrafficPlan> traffic;
    private final long[] carrying;
    private final long[] tare;
    private final boolean hasFurtherInstants;
    private final Map<Stage, StationPlan> stations = new EnumMap<>(Stage.class);

    /** The plans of a world and its changes, in order of time. */
    public static List<WorldPlan> plans(ConvoyConfig config) {
        List<WorldPlan> plans = new ArrayList<>();
        List<DemandCurve> curves = curves(config);
        List<ListedLoads> listed = config.demand().stream()
                .map(s -> new ListedLoads(config.consignments(), s.cargo(), config.horizonNanos()))
                .toList();
        List<DemandCurve> vehicles = TrafficPlan.curves(config);
        boolean further = config.hasRoads() || config.hasReturnLoads();
        plans.add(new WorldPlan(0, config, curves, listed, vehicles, further));
        for (ConvoyConfig.Change change : config.changes()) {
            plans.add(new WorldPlan(change.atNanos(), change.world(), curves, listed, vehicles, further));
        }
        return List.copyOf(plans);
    }

    private WorldPlan(
            long from,
            ConvoyConfig config,
            List<DemandCurve> curves,
            List<ListedLoads> listed,
            List<DemandCurve> vehicles,
            boolean hasFurtherInstants) {
        this.hasFurtherInstants = hasFurtherInstants;
        this.from = from;
        this.config = config;
        long horizon = config.horizonNanos();
        lane = new LanePlan(
                config.bridge(),
                config.bridge().control().plan(config.bridgeCalendar(), horizon),
                closures(config.bridge().closures()),
                isExclusive(config.outboundConvoys()),
                isExclusive(config.returnConvoys()),
                shortestHeadway(config));
        for (Stage stage : Stage.values()) {
            if (config.hasReturnLoads() || !stage.isOfReturnLoad()) {
                put(stage, config.station(stage));
            }
        }
        List<TruckClass> fleet = config.fleet();
        carrying = new long[fleet.size()];
        tare = new long[fleet.size()];
        for (int i = 0; i < carrying.length; i++) {
            tare[i] = Mass.ofTonnes(fleet.get(i).tareTonnes());
            carrying[i] = carrying(fleet.get(i), config.bridge().maxTruckMassTonnes());
        }
        List<StreamPlan> plans = new ArrayList<>();
        for (int i = 0; i < curves.size(); i++) {
            plans.add(stream(config.demand().get(i), curves.get(i), listed.get(i)));
        }
        streams = List.copyOf(plans);
        traffic = IntStream.range(0, vehicles.size())
                .mapToObj(i -> TrafficPlan.of(config, i, vehicles.get(i)))
                .toList();
    }

    /** The most that a truck can carry, in milligrams, so that rounding never puts a full truck above the limit. */
    private static long carrying(TruckClass truckClass, double maxTruckMass) {
        long limit = Mass.ofTonnes(maxTruckMass);
        long most = limit == Mass.UNLIMITED ? limit : limit - Mass.ofTonnes(truckClass.tareTonnes());
        return Math.max(0, Math.min(Mass.ofTonnes(truckClass.payloadTonnes()), most));
    }

    private StreamPlan stream(CargoStream stream, DemandCurve curve, ListedLoads listed) {
        BitSet mayCarry = new BitSet();
        long most = 0;
        for (int c = 0; c < carrying.length; c++) {
            TruckClass truckClass = config.fleet().get(c);
            if (stream.isCarriedBy(truckClass)) {
                mayCarry.set(c);
                most = truckClass.trucks() > 0 ? Math.max(most, carrying[c]) : most;
            }
        }
        boolean goesOn =
                stream.rate().amount() > 0 && day(config.start(), stream.until()) >= config.horizonNanos() / Nanos.DAY;
        return new StreamPlan(stream, curve, listed, goesOn, mayCarry, most == 0 ? Mass.UNLIMITED : most);
    }

    /** When the plan comes into force, in nanoseconds since the start. */
    public long from() {
        return from;
    }

    /** The configuration that the plan was made from. */
    public ConvoyConfig config() {
        return config;
    }

    /** The bridge. */
    public LanePlan lane() {
        return lane;
    }

    /** The cargoes, in the order of the demand. */
    public List<StreamPlan> streams() {
        return streams;
    }

    /** The through traffic, in the order of the configuration. */
    public List<TrafficPlan> traffic() {
        return traffic;
    }

    /** The most that a truck of a class can carry, in milligrams; 0 if the class cannot cross. */
    public long carrying(int truckClass) {
        return carrying[truckClass];
    }

    /** Mass of an empty truck of a class, in milligrams. */
    public long tare(int truckClass) {
        return tare[truckClass];
    }

    /** For each cargo the truck classes that may carry it in a direction; an empty set if the cargo travels the other way. */
    public List<BitSet> mayCarry(Direction direction) {
        return streams.stream()
                .map(s -> s.config().direction() == direction ? s.mayCarry() : new BitSet())
                .toList();
    }

    /** Whether every truck may carry every outbound cargo, all of them equally much. */
    public boolean isCarriedByAllAlike() {
        return streams.stream()
                        .filter(s -> !s.config().isReturn())
                        .allMatch(s -> s.mayCarry().cardinality() == carrying.length)
                && Arrays.stream(carrying).distinct().count() == 1;
    }

    /** Whether trips record the instants of roads and return loads, in any world of the run. */
    public boolean hasFurtherInstants() {
        return hasFurtherInstants;
    }

    /** The road of the bank where a direction begins (outbound: the origin's); null if there is none. */
    public @Nullable Distribution road(Direction from) {
        return (from == Direction.OUTBOUND ? config.origin() : config.destination()).roadSeconds();
    }

    private void put(Stage stage, @Nullable StationConfig station) {
        if (station != null) {
            WorkCalendar calendar = stage.isAtOrigin() ? config.originCalendar() : config.destinationCalendar();
            stations.put(stage, new StationPlan(station, calendar, config.horizonNanos()));
        }
    }

    /** The station of a stage; null if trucks pass the stage in no time. */
    public @Nullable StationPlan station(Stage stage) {
        return stations.get(stage);
    }

    private static boolean isExclusive(@Nullable ConvoyRule convoys) {
        return convoys != null && convoys.exclusive();
    }

    private static long shortestHeadway(ConvoyConfig config) {
        return config.traffic().stream()
                .mapToLong(stream -> stream.headwayOn(config.bridge()))
                .reduce(config.bridge().headwayNanos(), Math::min);
    }

    private static Openings closures(List<Closure> closures) {
        return Openings.of(
                closures.stream().mapToLong(Closure::fromNanos).toArray(),
                closures.stream().mapToLong(Closure::toNanos).toArray());
    }

    /** The curve of each stream through all worlds. */
    private static List<DemandCurve> curves(ConvoyConfig first) {
        List<DemandCurve> curves = new ArrayList<>();
        for (int i = 0; i < first.demand().size(); i++) {
            DemandCurve.Builder builder = DemandCurve.builder(first.start(), first.horizonNanos(), first.originClock());
            ConvoyConfig world = first;
            long from = 0;
            for (ConvoyConfig.Change change : first.changes()) {
                add(builder, first, world, i, from, change.atNanos());
                world = change.world();
                from = change.atNanos();
            }
            add(builder, first, world, i, from, Long.MAX_VALUE);
            curves.add(built(builder, first.demand().get(i).cargo()));
        }
        return curves;
    }

    private static DemandCurve built(DemandCurve.Builder builder, String cargo) {
        try {
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("demand." + cargo + ": " + e.getMessage(), e);
        }
    }

    /** A load is cut to the capacity of the largest truck at the start, even for a rate that holds later. */
    private static void add(
            DemandCurve.Builder builder, ConvoyConfig first, ConvoyConfig world, int index, long from, long to) {
        CargoStream stream = world.demand().get(index);
        double carrying = first.carryingTonnes(first.demand().get(index));
        DemandRule rule = new DemandRule(
                truckloads(stream, carrying > 0 ? carrying : Double.POSITIVE_INFINITY),
                stream.rate().isPerOpenHour(),
                stream.profile(),
                stream.hourFactors(),
                day(world.start(), stream.from()),
                day(world.start(), stream.until()),
                stream.hours());
        builder.add(rule, from, to);
    }

    static long day(LocalDate start, LocalDate date) {
        return date.toEpochDay() - start.toEpochDay();
    }

    private static BigDecimal truckloads(CargoStream stream, double carrying) {
        BigDecimal amount = BigDecimal.valueOf(stream.rate().amount());
        return stream.rate().isInTonnes()
                ? amount.divide(BigDecimal.valueOf(stream.loadTonnes().meanCappedAt(carrying)), MathContext.DECIMAL64)
                : amount;
    }
}
