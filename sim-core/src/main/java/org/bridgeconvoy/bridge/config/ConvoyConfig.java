package org.bridgeconvoy.bridge.config;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bridgeconvoy.bridge.station.OwnStage;
import org.bridgeconvoy.calendar.LocalClock;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.calendar.WorkCalendar;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.result.Stage;
import org.jspecify.annotations.Nullable;

/**
 * All inputs of the bridge model in one world: immutable, shared by all replications and threads. {@link Feasibility} finds settings that
 * can never work. {@link #builder} has the defaults of scenario files.
 *
 * @param start date on which the run begins, at 00:00 on the origin's clock
 * @param horizonNanos length of the run, above 0 and at most 100 years of 365.25 days
 * @param warmUpNanos initial part of the run that the metrics leave out, at least 0 and below the horizon
 * @param bridge the bridge
 * @param outboundConvoys null if outbound trucks need not wait for a convoy
 * @param returnConvoys null if return trucks need not wait for a convoy
 * @param fleet truck classes in order; trucks are numbered from 1 through all classes; empty with through traffic alone
 * @param origin the bank where cargo is loaded
 * @param destination the bank where it is unloaded
 * @param demand the cargo streams in order; at least one, unless there is through traffic
 * @param consignments listed consignments beside the streams' demand, by time; at one time they appear in this order, after those that the
 *     stream of their cargo draws
 * @param changes worlds that replace this one at later times, in order of time; all have the same consignments
 * @param ownStages the modeler's own stages in every trip; stages after the same built-in stage keep this order
 * @param goals daily goals, each a metric; they do not influence the simulation; empty with through traffic alone
 * @param waitForLoadSeconds distribution of the longest wait of an unloaded truck for a return load before it goes back empty, in seconds,
 *     never below 0
 * @param traffic the streams of through traffic in their order, with different names
 * @param costPerDay what the world costs a day, averaged over the window, changes included, as a metric; it does not influence the
 *     simulation; NaN for none
 * @param currency the word for the currency of the cost, which the unit of the metric then has; empty for none
 * @param observed what was counted or measured at the real bridge: how far the model is from it are metrics; it does not influence the simulation
 */
public record ConvoyConfig(
        LocalDate start,
        long horizonNanos,
        long warmUpNanos,
        BridgeConfig bridge,
        @Nullable ConvoyRule outboundConvoys,
        @Nullable ConvoyRule returnConvoys,
        List<TruckClass> fleet,
        BankConfig origin,
        BankConfig destination,
        List<CargoStream> demand,
        List<Consignment> consignments,
        List<Change> changes,
        List<OwnStage> ownStages,
        List<DayGoal> goals,
        Distribution waitForLoadSeconds,
        List<TrafficStream> traffic,
        double costPerDay,
        String currency,
        List<Observed> observed) {

    /** The longest run: 100 years of 365.25 days. */
    public static final long MAX_HORIZON_NANOS = 36_525 * Nanos.DAY;

    /**
     * A change of the world at an instant. Start, horizon, warm-up, the names of the cargoes and their directions, the names of the truck
     * classes, the names, directions and arrivals of through traffic, the set of stations and the modeler's own stages must stay as they
     * are.
     *
     * @param atNanos instant of the change, above 0
     * @param world the world from then on; its own changes are ignored
     */
    public record Change(long atNanos, ConvoyConfig world) {

        /** Checks the range. */
        public Change {
            Checks.require(atNanos > 0, "a change must come after the start, got " + atNanos + " ns");
        }
    }

    /** Checks the ranges and copies the lists. */
    public ConvoyConfig {
        Checks.require(
                horizonNanos > 0 && horizonNanos <= MAX_HORIZON_NANOS,
                "horizon must be > 0 and at most 100 years, got " + horizonNanos / (double) Nanos.DAY + " d");
        Checks.require(
                warmUpNanos >= 0 && warmUpNanos < horizonNanos,
                "warm-up must be >= 0 and below the horizon, got " + warmUpNanos / (double) Nanos.DAY + " d");
        fleet = List.copyOf(fleet);
        demand = List.copyOf(demand);
        consignments = consignments.stream()
                .sorted(Comparator.comparingLong(Consignment::atNanos))
                .toList();
        changes = List.copyOf(changes);
        ownStages = List.copyOf(ownStages);
        goals = List.copyOf(goals);
        traffic = List.copyOf(traffic);
        observed = List.copyOf(observed);
        if (demand.isEmpty()) {
            checkTrafficAlone(fleet, goals, traffic);
        } else {
            Checks.require(trucks(fleet) >= 1, "fleet.trucks must be >= 1, got " + trucks(fleet));
        }
        Checks.require(
                traffic.stream().map(TrafficStream::name).distinct().count() == traffic.size(),
                "names in traffic must differ, got "
                        + traffic.stream().map(TrafficStream::name).toList());
        Checks.require(!Double.isInfinite(costPerDay), "a cost must be finite, got " + costPerDay);
        Checks.atLeastZero("fleet.wait-for-load", waitForLoadSeconds, "s");
        checkCargoes(demand, consignments);
        checkClasses(demand, fleet);
    }

    private static void checkTrafficAlone(List<TruckClass> fleet, List<DayGoal> goals, List<TrafficStream> traffic) {
        Checks.require(!traffic.isEmpty(), "demand must have at least one stream, or traffic");
        Checks.require(fleet.isEmpty(), "fleet must be left out with traffic alone: nothing is there to carry");
        Checks.require(goals.isEmpty(), "goals count trucks a day, and with traffic alone there are none");
    }

    private static void checkClasses(List<CargoStream> demand, List<TruckClass> fleet) {
        List<String> names = fleet.stream().map(TruckClass::name).toList();
        for (CargoStream stream : demand) {
            for (String name : stream.classes()) {
                Checks.require(
                        names.contains(name),
                        "demand." + stream.cargo() + ".classes must be some of the fleet's " + names + ", got '" + name
                                + "'");
            }
        }
    }

    private static void checkCargoes(List<CargoStream> demand, List<Consignment> consignments) {
        Set<String> cargoes = demand.stream().map(CargoStream::cargo).collect(Collectors.toSet());
        for (Consignment consignment : consignments) {
            Checks.require(
                    cargoes.contains(consignment.cargo()),
                    "a consignment's cargo must be one of the demand " + cargoes + ", got '" + consignment.cargo()
                            + "'");
        }
    }

    /**
     * Whether a stream's cargo is finite: it has a total, or only listed consignments of it appear.
     *
     * @param stream one of the demand
     * @return whether there is a last truckload, whose delivery clears it
     */
    public boolean isFinite(CargoStream stream) {
        return stream.hasTotal()
                || (!stream.isDrawn()
                        && consignments.stream().anyMatch(c -> c.cargo().equals(stream.cargo())));
    }

    /**
     * Whether any cargo comes back over the bridge.
     *
     * @return whether a stream has the direction {@code RETURN}
     */
    public boolean hasReturnLoads() {
        return demand.stream().anyMatch(CargoStream::isReturn);
    }

    /**
     * Whether there is a road on a bank, now or after a change.
     *
     * @return true if a road is given, even one of 0 s
     */
    public boolean hasRoads() {
        return Stream.concat(Stream.of(this), changes.stream().map(Change::world))
                .anyMatch(w -> w.origin.roadSeconds() != null || w.destination.roadSeconds() != null);
    }

    /**
     * Whether vehicles of through traffic cross the bridge.
     *
     * @return whether there is a stream of through traffic
     */
    public boolean hasTraffic() {
        return !traffic.isEmpty();
    }

    /**
     * Whether the world has trucks and demand; otherwise it has through traffic alone.
     *
     * @return whether there is a cargo
     */
    public boolean hasTrucks() {
        return !demand.isEmpty();
    }

    /**
     * The station of a stage.
     *
     * @param stage any
     * @return null if the world leaves the station out, or the stage is no station
     */
    public @Nullable StationConfig station(Stage stage) {
        return switch (stage) {
            case LOAD -> origin.handling();
            case EXPORT -> origin.customs();
            case IMPORT -> destination.customs();
            case UNLOAD -> destination.handling();
            case RETURN_LOAD -> destination.returnHandling();
            case RETURN_EXPORT -> destination.returnCustoms();
            case RETURN_IMPORT -> origin.returnCustoms();
            case RETURN_UNLOAD -> origin.returnHandling();
            case TRUCK, OUTBOUND, RETURN -> null;
        };
    }

    /**
     * Begins a world without a warm-up, convoys and stations. Start, horizon and bridge must be given,
     * and a fleet with demand or through traffic.
     *
     * @return a builder with these defaults
     */
    public static ConvoyConfigBuilder builder() {
        return new ConvoyConfigBuilder();
    }

    /**
     * Begins a variant of this world.
     *
     * @return a builder with everything as it is here
     */
    public ConvoyConfigBuilder toBuilder() {
        return new ConvoyConfigBuilder(this);
    }

    /**
     * The number of trucks of all classes.
     *
     * @return at least 1; 0 with through traffic alone
     */
    public int trucks() {
        return trucks(fleet);
    }

    private static int trucks(List<TruckClass> fleet) {
        return fleet.stream().mapToInt(TruckClass::trucks).reduce(0, Math::addExact);
    }

    /**
     * The most that any truck of the fleet can carry over the bridge.
     *
     * @return tonnes; not above 0 if none can cross, infinite if nothing limits it
     */
    public double carryingTonnes() {
        return carryingTonnes(c -> true);
    }

    /**
     * The most that any truck that may carry a cargo can carry over the bridge.
     *
     * @param stream one of the demand
     * @return tonnes; not above 0 if none can cross, infinite if nothing limits it
     */
    public double carryingTonnes(CargoStream stream) {
        return carryingTonnes(stream::isCarriedBy);
    }

    private double carryingTonnes(Predicate<TruckClass> which) {
        return fleet.stream()
                .filter(c -> c.trucks() > 0 && which.test(c))
                .mapToDouble(c -> c.carryingTonnes(bridge.maxTruckMassTonnes()))
                .max()
                .orElse(0);
    }

    /**
     * The origin's calendar, on the simulation's clock.
     *
     * @return with the origin's closed dates
     */
    public WorkCalendar originCalendar() {
        return new WorkCalendar(start, originClock(), origin.closed());
    }

    /**
     * The destination's calendar, on its own clock.
     *
     * @return with the destination's closed dates
     */
    public WorkCalendar destinationCalendar() {
        return new WorkCalendar(start, destinationClock(), destination.closed());
    }

    /**
     * The calendar of the bridge and the demand, on the simulation's clock.
     *
     * @return without closed dates
     */
    public WorkCalendar bridgeCalendar() {
        return new WorkCalendar(start, originClock(), List.of());
    }

    /**
     * The origin's wall clock. The simulation clock keeps the origin's offset at the start.
     *
     * @return its lead over the simulation clock, and the changes of that lead
     */
    public LocalClock originClock() {
        return LocalClock.of(origin.timeZone(), start, LocalClock.reference(origin.timeZone(), start));
    }

    /**
     * The destination's wall clock.
     *
     * @return its lead over the simulation clock, and the changes of that lead
     */
    public LocalClock destinationClock() {
        return LocalClock.of(destination.timeZone(), start, LocalClock.reference(origin.timeZone(), start));
    }

    /**
     * Lead of the destination's clock over the origin's at the start.
     *
     * @return nanoseconds; negative if it is behind
     */
    public long destinationAheadNanos() {
        return destinationClock().aheadNanos(0);
    }

    /**
     * A copy with another bridge.
     *
     * @param changed the bridge
     * @return a changed copy
     */
    public ConvoyConfig withBridge(BridgeConfig changed) {
        return toBuilder().bridge(changed).build();
    }

    /**
     * A copy with other convoy rules.
     *
     * @param outbound null if outbound trucks need not wait for a convoy
     * @param inbound null if return trucks need not wait for a convoy
     * @return a changed copy
     */
    public ConvoyConfig withConvoys(@Nullable ConvoyRule outbound, @Nullable ConvoyRule inbound) {
        return toBuilder().outboundConvoys(outbound).returnConvoys(inbound).build();
    }

    /**
     * A copy with another fleet.
     *
     * @param changed truck classes in their order
     * @return a changed copy
     */
    public ConvoyConfig withFleet(List<TruckClass> changed) {
        return toBuilder().fleet(changed).build();
    }

    /**
     * A copy with other banks.
     *
     * @param changedOrigin where cargo is loaded
     * @param changedDestination where it is unloaded
     * @return a changed copy
     */
    public ConvoyConfig withBanks(BankConfig changedOrigin, BankConfig changedDestination) {
        return toBuilder().origin(changedOrigin).destination(changedDestination).build();
    }

    /**
     * A copy with other changes.
     *
     * @param changed in order of time
     * @return a changed copy
     */
    public ConvoyConfig withChanges(List<Change> changed) {
        return toBuilder().changes(changed).build();
    }

    /**
     * A copy with other through traffic.
     *
     * @param changed streams in their order
     * @return a changed copy
     */
    public ConvoyConfig withTraffic(List<TrafficStream> changed) {
        return toBuilder().traffic(changed).build();
    }
}
