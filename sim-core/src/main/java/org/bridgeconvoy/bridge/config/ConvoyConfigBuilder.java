package org.bridgeconvoy.bridge.config;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.bridgeconvoy.bridge.station.OwnStage;
import org.bridgeconvoy.calendar.TimeZone;
import org.bridgeconvoy.random.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * Collects the settings of a world. {@link ConvoyConfig#builder} begins with the defaults, {@link ConvoyConfig#toBuilder} with a world.
 * {@link #build} checks the ranges. Not thread-safe.
 */
public final class ConvoyConfigBuilder {

    private @Nullable LocalDate start;
    private long horizonNanos;
    private long warmUpNanos;
    private @Nullable BridgeConfig bridge;
    private @Nullable ConvoyRule outboundConvoys;
    private @Nullable ConvoyRule returnConvoys;
    private List<TruckClass> fleet = List.of();
    private @Nullable BankConfig origin;
    private @Nullable BankConfig destination;
    private List<CargoStream> demand = List.of();
    private List<Consignment> consignments = List.of();
    private List<ConvoyConfig.Change> changes = List.of();
    private List<OwnStage> ownStages = List.of();
    private List<DayGoal> goals = List.of();
    private Distribution waitForLoadSeconds = Distribution.constant(0);
    private List<TrafficStream> traffic = List.of();
    private double costPerDay = Double.NaN;
    private String currency = "";
    private List<Observed> observed = List.of();

    /** Begins with the defaults only. */
    ConvoyConfigBuilder() {}

    /** Begins with the settings of a world. */
    ConvoyConfigBuilder(ConvoyConfig world) {
        start = world.start();
        horizonNanos = world.horizonNanos();
        warmUpNanos = world.warmUpNanos();
        bridge = world.bridge();
        outboundConvoys = world.outboundConvoys();
        returnConvoys = world.returnConvoys();
        fleet = world.fleet();
        origin = world.origin();
        destination = world.destination();
        demand = world.demand();
        consignments = world.consignments();
        changes = world.changes();
        ownStages = world.ownStages();
        goals = world.goals();
        waitForLoadSeconds = world.waitForLoadSeconds();
        traffic = world.traffic();
        costPerDay = world.costPerDay();
        currency = world.currency();
        observed = world.observed();
    }

    /**
     * Sets the date on which the run begins, at 00:00 on the origin's clock; required.
     *
     * @param date the first day
     * @return this
     */
    public ConvoyConfigBuilder start(LocalDate date) {
        start = date;
        return this;
    }

    /**
     * Sets the length of the run; required.
     *
     * @param nanos above 0, at most {@link ConvoyConfig#MAX_HORIZON_NANOS}
     * @return this
     */
    public ConvoyConfigBuilder horizonNanos(long nanos) {
        horizonNanos = nanos;
        return this;
    }

    /**
     * Sets the part of the run that the metrics leave out; nothing unless given.
     *
     * @param nanos at least 0, below the horizon
     * @return this
     */
    public ConvoyConfigBuilder warmUpNanos(long nanos) {
        warmUpNanos = nanos;
        return this;
    }

    /**
     * Sets the bridge; required.
     *
     * @param config the bridge
     * @return this
     */
    public ConvoyConfigBuilder bridge(BridgeConfig config) {
        bridge = config;
        return this;
    }

    /**
     * Sets how outbound trucks wait for a convoy; they do not wait unless given.
     *
     * @param rule null for no convoys
     * @return this
     */
    public ConvoyConfigBuilder outboundConvoys(@Nullable ConvoyRule rule) {
        outboundConvoys = rule;
        return this;
    }

    /**
     * Sets how return trucks wait for a convoy; they do not wait unless given.
     *
     * @param rule null for no convoys
     * @return this
     */
    public ConvoyConfigBuilder returnConvoys(@Nullable ConvoyRule rule) {
        returnConvoys = rule;
        return this;
    }

    /**
     * Sets the trucks; required with demand.
     *
     * @param classes in their order, with at least one truck together
     * @return this
     */
    public ConvoyConfigBuilder fleet(TruckClass... classes) {
        return fleet(List.of(classes));
    }

    /**
     * Sets the trucks; required with demand.
     *
     * @param classes in their order, with at least one truck together
     * @return this
     */
    public ConvoyConfigBuilder fleet(List<TruckClass> classes) {
        fleet = classes;
        return this;
    }

    /**
     * Sets the bank where cargo is loaded; without stations, on the destination's clock, unless given.
     *
     * @param bank the origin
     * @return this
     */
    public ConvoyConfigBuilder origin(BankConfig bank) {
        origin = bank;
        return this;
    }

    /**
     * Sets the bank where cargo is unloaded; without stations, on the origin's clock, unless given.
     *
     * @param bank the destination
     * @return this
     */
    public ConvoyConfigBuilder destination(BankConfig bank) {
        destination = bank;
        return this;
    }

    /**
     * Sets the demand; required unless there is through traffic.
     *
     * @param streams in their order, at least one
     * @return this
     */
    public ConvoyConfigBuilder demand(CargoStream... streams) {
        return demand(List.of(streams));
    }

    /**
     * Sets the demand; required unless there is through traffic.
     *
     * @param streams in their order, at least one
     * @return this
     */
    public ConvoyConfigBuilder demand(List<CargoStream> streams) {
        demand = streams;
        return this;
    }

    /**
     * Sets the listed consignments beside the streams' demand; none unless given.
     *
     * @param listed in any order; consignments of one time keep this order
     * @return this
     */
    public ConvoyConfigBuilder consignments(List<Consignment> listed) {
        consignments = listed;
        return this;
    }

    /**
     * Sets the worlds that replace this one later; none unless given.
     *
     * @param worlds in order of time
     * @return this
     */
    public ConvoyConfigBuilder changes(ConvoyConfig.Change... worlds) {
        return changes(List.of(worlds));
    }

    /**
     * Sets the worlds that replace this one later; none unless given.
     *
     * @param worlds in order of time
     * @return this
     */
    public ConvoyConfigBuilder changes(List<ConvoyConfig.Change> worlds) {
        changes = worlds;
        return this;
    }

    /**
     * Adds the modeler's own stages; none unless given.
     *
     * @param stages stages; those after the same built-in stage keep this order
     * @return this
     */
    public ConvoyConfigBuilder ownStages(OwnStage... stages) {
        ownStages = List.of(stages);
        return this;
    }

    /**
     * Sets what the world costs a day, as a metric; none unless given.
     *
     * @param perDay averaged over the window, in any currency; NaN for none
     * @return this
     */
    public ConvoyConfigBuilder costPerDay(double perDay) {
        costPerDay = perDay;
        return this;
    }

    /**
     * Names the currency of the cost; none unless given.
     *
     * @param word such as {@code CNY}; the unit of the cost is then {@code CNY/d}
     * @return this
     */
    public ConvoyConfigBuilder currency(String word) {
        currency = word;
        return this;
    }

    /**
     * Sets what was counted or measured at the real bridge; nothing unless given.
     *
     * @param columns with different names
     * @return this
     */
    public ConvoyConfigBuilder observed(List<Observed> columns) {
        observed = columns;
        return this;
    }

    /**
     * Sets the daily goals; none unless given.
     *
     * @param wanted goals with different names, each a metric of its own
     * @return this
     */
    public ConvoyConfigBuilder goals(List<DayGoal> wanted) {
        goals = wanted;
        return this;
    }

    /**
     * Sets how long an unloaded truck waits for a return load before it goes back empty; it does not wait unless given.
     *
     * @param seconds distribution, never below 0
     * @return this
     */
    public ConvoyConfigBuilder waitForLoadSeconds(Distribution seconds) {
        waitForLoadSeconds = seconds;
        return this;
    }

    /**
     * Sets the through traffic; none unless given.
     *
     * @param streams in their order, with different names
     * @return this
     */
    public ConvoyConfigBuilder traffic(TrafficStream... streams) {
        return traffic(List.of(streams));
    }

    /**
     * Sets the through traffic; none unless given.
     *
     * @param streams in their order, with different names
     * @return this
     */
    public ConvoyConfigBuilder traffic(List<TrafficStream> streams) {
        traffic = streams;
        return this;
    }

    /**
     * Builds the world.
     *
     * @return the world
     * @throws IllegalArgumentException if something required is missing or out of range
     */
    public ConvoyConfig build() {
        TimeZone zone = TimeZone.fixed(ZoneOffset.UTC);
        if (origin != null) {
            zone = origin.timeZone();
        } else if (destination != null) {
            zone = destination.timeZone();
        }
        return new ConvoyConfig(
                Checks.required("start", start),
                horizonNanos,
                warmUpNanos,
                Checks.required("bridge", bridge),
                outboundConvoys,
                returnConvoys,
                fleet,
                origin == null ? BankConfig.of(zone) : origin,
                destination == null ? BankConfig.of(zone) : destination,
                demand,
                consignments,
                changes,
                ownStages,
                goals,
                waitForLoadSeconds,
                traffic,
                costPerDay,
                currency,
                observed);
    }

    @Override
    public String toString() {
        return "builder of a world from " + start + " with " + fleet.size() + " classes of trucks and " + demand.size()
                + " streams";
    }
}
