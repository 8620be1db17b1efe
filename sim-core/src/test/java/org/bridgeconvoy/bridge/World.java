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
import org.bridgeconvoy.bridge.config.Consignment;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.ConvoyConfigBuilder;
import org.bridgeconvoy.bridge.config.ConvoyRule;
import org.bridgeconvoy.bridge.config.Overrun;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.config.TrafficStream;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.control.Actuated;
import org.bridgeconvoy.bridge.control.Alternate;
import org.bridgeconvoy.bridge.control.Batches;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.bridge.control.Timetable;
import org.bridgeconvoy.bridge.station.OwnStage;
import org.bridgeconvoy.calendar.DateRange;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.calendar.TimeZone;
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

    private final ConvoyConfigBuilder world =
            ConvoyConfig.builder().start(LocalDate.of(2024, 1, 1)).horizonNanos(Nanos.DAY);
    private final BridgeConfig.Builder bridge = BridgeConfig.builder()
            .lengthMetres(LENGTH)
            .speedMetresPerSecond(LENGTH / 100)
            .lanes(2)
            .control(new Timetable(Hours.always(), Hours.always()));
    private final List<Closure> closures = new ArrayList<>();
    private List<TruckClass> fleet = new ArrayList<>(List.of(TruckClass.of(1)));
    private BankConfig origin = BankConfig.of(ZoneOffset.UTC);
    private BankConfig destination = BankConfig.of(ZoneOffset.UTC);
    private final List<Cargo> demand = new ArrayList<>();
    private final List<ConvoyConfig.Change> changes = new ArrayList<>();

    private World() {}

    static World world() {
        return new World();
    }

    // The run.

    World start(String date) {
        world.start(LocalDate.parse(date));
        return this;
    }

    World horizon(String span) {
        world.horizonNanos(Texts.span(span));
        return this;
    }

    World horizonNanos(long nanos) {
        world.horizonNanos(nanos);
        return this;
    }

    World warmUp(String span) {
        world.warmUpNanos(Texts.span(span));
        return this;
    }

    World warmUpNanos(long nanos) {
        world.warmUpNanos(nanos);
        return this;
    }

    // The bridge.

    /** Free-flow times of both directions. */
    World crossing(String outbound, String inbound) {
        return bridge(
                LENGTH,
                Distribution.constant(LENGTH / Texts.seconds(outbound)),
                Distribution.constant(LENGTH / Texts.seconds(inbound)));
    }

    World bridge(double metres, Distribution loaded, Distribution empty) {
        bridge.lengthMetres(metres).speedMetresPerSecond(loaded, empty);
        return this;
    }

    World headway(String span) {
        bridge.headwayNanos(Texts.span(span));
        return this;
    }

    World clearance(String span) {
        bridge.clearanceNanos(Texts.span(span));
        return this;
    }

    World lanes(int count) {
        bridge.lanes(count);
        return this;
    }

    World maxTrucks(int count) {
        bridge.maxTrucks(count);
        return this;
    }

    World maxMass(double tonnes) {
        bridge.maxMassTonnes(tonnes);
        return this;
    }

    World maxTruckMass(double tonnes) {
        bridge.maxTruckMassTonnes(tonnes);
        return this;
    }

    World closure(String from, String to) {
        closures.add(new Closure(Texts.at(from), Texts.at(to)));
        return this;
    }

    World breakdowns(double probability, Distribution repairSeconds) {
        bridge.breakdowns(new Breakdowns(probability, repairSeconds));
        return this;
    }

    /** Any control, without a change of the number of lanes. */
    World control(ControlRule rule) {
        bridge.control(rule);
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
        return ConvoyRule.ofSize(size).withMaxWaitNanos(Texts.span(maxWait));
    }

    static ConvoyRule byDepartures(String... times) {
        return ConvoyRule.departing(times);
    }

    static ConvoyRule exclusive(ConvoyRule rule) {
        return rule.asExclusive();
    }

    World outboundConvoys(@Nullable ConvoyRule rule) {
        world.outboundConvoys(rule);
        return this;
    }

    World returnConvoys(@Nullable ConvoyRule rule) {
        world.returnConvoys(rule);
        return this;
    }

    // Fleet.

    static TruckClass truckClass(String name, int trucks, double tare, String turnaround) {
        return TruckClass.of(trucks)
                .withName(name)
                .withTareTonnes(tare)
                .withTurnaroundSeconds(Distribution.constant(Texts.seconds(turnaround)));
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
        fleet.set(0, fleet.get(0).withTurnaroundSeconds(Distribution.constant(Texts.seconds(span))));
        return this;
    }

    // Banks.

    static StationConfig station(int servers, String time) {
        return station(servers, time, "always", Overrun.FINISH);
    }

    static StationConfig station(int servers, String time, String hours, Overrun overrun) {
        return StationConfig.timed(servers, Distribution.constant(Texts.seconds(time)))
                .withHours(Texts.hours(hours))
                .withOverrun(overrun);
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

    World returnLoad(@Nullable StationConfig station) {
        destination = destination.withReturnHandling(station);
        return this;
    }

    World returnExport(@Nullable StationConfig station) {
        destination = destination.withReturnCustoms(station);
        return this;
    }

    World returnImport(@Nullable StationConfig station) {
        origin = origin.withReturnCustoms(station);
        return this;
    }

    World returnUnload(@Nullable StationConfig station) {
        origin = origin.withReturnHandling(station);
        return this;
    }

    World originRoad(@Nullable Distribution seconds) {
        origin = origin.withRoadSeconds(seconds);
        return this;
    }

    World destinationRoad(@Nullable Distribution seconds) {
        destination = destination.withRoadSeconds(seconds);
        return this;
    }

    World waitForLoad(Distribution seconds) {
        world.waitForLoadSeconds(seconds);
        return this;
    }

    World waitForLoad(String span) {
        return waitForLoad(Distribution.constant(Texts.seconds(span)));
    }

    World originClock(String offset, String... closed) {
        origin = origin.withUtcOffset(ZoneOffset.of(offset)).withClosed(dates(closed));
        return this;
    }

    World zones(String ofOrigin, String ofDestination) {
        origin = origin.withTimeZone(TimeZone.of(ofOrigin));
        destination = destination.withTimeZone(TimeZone.of(ofDestination));
        return this;
    }

    World destinationClock(String offset, String... closed) {
        destination = destination.withUtcOffset(ZoneOffset.of(offset)).withClosed(dates(closed));
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

    /** Leaves all out but the bridge. */
    World withoutTrucks() {
        world.outboundConvoys(null).returnConvoys(null).consignments(List.of());
        origin = BankConfig.of(ZoneOffset.UTC);
        destination = BankConfig.of(ZoneOffset.UTC);
        demand.clear();
        return fleet();
    }

    World traffic(TrafficStream... streams) {
        world.traffic(streams);
        return this;
    }

    /** What is listed beside what the streams draw. */
    World listed(Consignment... rows) {
        world.consignments(List.of(rows));
        return this;
    }

    static Consignment row(String at, String cargo, double tonnes, int priority) {
        return new Consignment(Texts.at(at), cargo, tonnes, priority);
    }

    World ownStages(OwnStage... stages) {
        world.ownStages(stages);
        return this;
    }

    /** From an instant on the world is what {@code edit} makes of this one as built so far. */
    World change(String at, UnaryOperator<ConvoyConfig> edit) {
        changes.add(new ConvoyConfig.Change(Texts.at(at), edit.apply(config().withChanges(List.of()))));
        return this;
    }

    ConvoyConfig config() {
        return world.bridge(bridge.closures(closures).build())
                .fleet(fleet)
                .origin(origin)
                .destination(destination)
                .demand(demand.stream().map(Cargo::build).toList())
                .changes(changes)
                .build();
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
