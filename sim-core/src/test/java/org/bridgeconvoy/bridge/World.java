package org.bridgeconvoy.bridge;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bridgeconvoy.bridge.config.BankConfig;
import org.bridgeconvoy.bridge.config.Breakdowns;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.Closure;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.ConvoyRule;
import org.bridgeconvoy.bridge.config.Overrun;
import org.bridgeconvoy.bridge.config.ServiceTime;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.control.Actuated;
import org.bridgeconvoy.bridge.control.Alternate;
import org.bridgeconvoy.bridge.control.Batches;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.bridge.control.Timetable;
import org.bridgeconvoy.calendar.DateRange;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.ReplicationResult;
import org.jspecify.annotations.Nullable;

/**
 * Builds small worlds for tests. Until told otherwise: Monday, 1 January 2024, one day; one truck that rests 0 s; no
 * stations; a lane for each direction, always open, crossed in 100 s either way; no headway; no demand.
 */
final class World {

    private static final double LENGTH = 1000;

    private LocalDate start = LocalDate.of(2024, 1, 1);
    private long horizon = Nanos.DAY;
    private long warmUp;

    private double length = LENGTH;
    private Distribution loadedSpeed = Distribution.constant(LENGTH / 100);
    private Distribution emptySpeed = Distribution.constant(LENGTH / 100);
    private long headway;
    private long clearance;
    private int lanes = 2;
    private int maxTrucks = Integer.MAX_VALUE;
    private double maxMass = Double.POSITIVE_INFINITY;
    private double maxTruckMass = Double.POSITIVE_INFINITY;
    private final List<Closure> closures = new ArrayList<>();
    private @Nullable Breakdowns breakdowns;
    private ControlRule control = new Timetable(Hours.always(), Hours.always(), LastEntry.ENTER);

    private @Nullable ConvoyRule outboundConvoys;
    private @Nullable ConvoyRule returnConvoys;
    private List<TruckClass> fleet = new ArrayList<>(List.of(truckClass("", 1, 0, "0 s")));
    private BankConfig origin = new BankConfig(ZoneOffset.UTC, List.of(), null, null);
    private BankConfig destination = new BankConfig(ZoneOffset.UTC, List.of(), null, null);
    private final List<Cargo> demand = new ArrayList<>();
    private final List<ConvoyConfig.Change> changes = new ArrayList<>();

    private World() {}

    static World world() {
        return new World();
    }

    // The run.

    World start(String date) {
        start = LocalDate.parse(date);
        return this;
    }

    World horizon(String span) {
        horizon = Texts.span(span);
        return this;
    }

    World horizonNanos(long nanos) {
        horizon = nanos;
        return this;
    }

    World warmUp(String span) {
        warmUp = Texts.span(span);
        return this;
    }

    World warmUpNanos(long nanos) {
        warmUp = nanos;
        return this;
    }

    // The bridge.

    /** Free-flow times of both directions. */
    World crossing(String outbound, String inbound) {
        length = LENGTH;
        loadedSpeed = Distribution.constant(LENGTH / Texts.seconds(outbound));
        emptySpeed = Distribution.constant(LENGTH / Texts.seconds(inbound));
        return this;
    }

    World bridge(double metres, Distribution loaded, Distribution empty) {
        length = metres;
        loadedSpeed = loaded;
        emptySpeed = empty;
        return this;
    }

    World headway(String span) {
        headway = Texts.span(span);
        return this;
    }

    World clearance(String span) {
        clearance = Texts.span(span);
        return this;
    }

    World lanes(int count) {
        lanes = count;
        return this;
    }

    World maxTrucks(int count) {
        maxTrucks = count;
        return this;
    }

    World maxMass(double tonnes) {
        maxMass = tonnes;
        return this;
    }

    World maxTruckMass(double tonnes) {
        maxTruckMass = tonnes;
        return this;
    }

    World closure(String from, String to) {
        closures.add(new Closure(Texts.at(from), Texts.at(to)));
        return this;
    }

    World breakdowns(double probability, Distribution repairSeconds) {
        breakdowns = new Breakdowns(probability, repairSeconds);
        return this;
    }

    /** Any control, without a change of the number of lanes. */
    World control(ControlRule rule) {
        control = rule;
        return this;
    }

    /** One lane by the clock. */
    World timetable(String outbound, String inbound, LastEntry lastEntry) {
        return lanes(1).control(new Timetable(Texts.hours(outbound), Texts.hours(inbound), lastEntry));
    }

    World alternate(String outbound, String inbound, Direction first, String hours) {
        return lanes(1).control(new Alternate(Texts.span(outbound), Texts.span(inbound), first, Texts.hours(hours)));
    }

    World actuated(String minGreen, String maxGreen, String hours) {
        return lanes(1).control(new Actuated(Texts.span(minGreen), Texts.span(maxGreen), Texts.hours(hours)));
    }

    World batches(int outbound, int inbound, String hours) {
        return lanes(1).control(new Batches(outbound, inbound, Texts.hours(hours)));
    }

    // Convoys.

    static ConvoyRule bySize(int size, String maxWait) {
        return new ConvoyRule(size, Texts.span(maxWait), List.of(), false);
    }

    static ConvoyRule byDepartures(String... times) {
        return new ConvoyRule(
                Integer.MAX_VALUE,
                Long.MAX_VALUE,
                Arrays.stream(times).map(Texts::at).toList(),
                false);
    }

    static ConvoyRule exclusive(ConvoyRule rule) {
        return new ConvoyRule(rule.size(), rule.maxWaitNanos(), rule.departures(), true);
    }

    World outboundConvoys(@Nullable ConvoyRule rule) {
        outboundConvoys = rule;
        return this;
    }

    World returnConvoys(@Nullable ConvoyRule rule) {
        returnConvoys = rule;
        return this;
    }

    // Fleet.

    static TruckClass truckClass(String name, int trucks, double tare, String turnaround) {
        return new TruckClass(
                name, trucks, Double.POSITIVE_INFINITY, tare, Distribution.constant(Texts.seconds(turnaround)));
    }

    World trucks(int count) {
        fleet.set(0, fleet.get(0).withTrucks(count));
        return this;
    }

    World fleet(TruckClass... classes) {
        fleet = new ArrayList<>(List.of(classes));
        return this;
    }

    World turnaround(String span) {
        fleet.set(0, truckClass("", fleet.get(0).trucks(), fleet.get(0).tareTonnes(), span));
        return this;
    }

    // Banks.

    static StationConfig station(int servers, String time) {
        return station(servers, time, "always", Overrun.FINISH);
    }

    static StationConfig station(int servers, String time, String hours, Overrun overrun) {
        return new StationConfig(
                servers,
                new ServiceTime.Timed(Distribution.constant(Texts.seconds(time))),
                Texts.hours(hours),
                overrun);
    }

    World load(@Nullable StationConfig station) {
        origin = origin.withHandling(station);
        return this;
    }

    World export(@Nullable StationConfig station) {
        origin = origin.withCustoms(station);
        return this;
    }

    World imports(@Nullable StationConfig station) {
        destination = destination.withCustoms(station);
        return this;
    }

    World unload(@Nullable StationConfig station) {
        destination = destination.withHandling(station);
        return this;
    }

    World originClock(String offset, String... closed) {
        origin = new BankConfig(ZoneOffset.of(offset), dates(closed), origin.handling(), origin.customs());
        return this;
    }

    World destinationClock(String offset, String... closed) {
        destination =
                new BankConfig(ZoneOffset.of(offset), dates(closed), destination.handling(), destination.customs());
        return this;
    }

    private static List<DateRange> dates(String... closed) {
        return Arrays.stream(closed)
                .map(text -> text.split("\\.\\.", -1))
                .map(ends -> new DateRange(LocalDate.parse(ends[0]), LocalDate.parse(ends[ends.length - 1])))
                .toList();
    }

    // Demand and changes.

    World cargo(Cargo stream) {
        demand.add(stream);
        return this;
    }

    /** From an instant on the world is what {@code edit} makes of this one as built so far. */
    World change(String at, UnaryOperator<ConvoyConfig> edit) {
        changes.add(new ConvoyConfig.Change(Texts.at(at), edit.apply(config().withChanges(List.of()))));
        return this;
    }

    ConvoyConfig config() {
        return new ConvoyConfig(
                start,
                horizon,
                warmUp,
                new BridgeConfig(
                        length,
                        loadedSpeed,
                        emptySpeed,
                        headway,
                        clearance,
                        lanes,
                        maxTrucks,
                        maxMass,
                        maxTruckMass,
                        closures,
                        breakdowns,
                        control),
                outboundConvoys,
                returnConvoys,
                fleet,
                origin,
                destination,
                demand.stream().map(Cargo::build).toList(),
                changes);
    }

    BridgeModel model() {
        return new BridgeModel(config(), replication -> true);
    }

    BridgeRun begin(BridgeObserver... observers) {
        return model().start(Streams.of(1, 1), observers);
    }

    ReplicationResult run() {
        return begin().finish();
    }

    double metric(String name) {
        return run().metrics().value(name);
    }
}
