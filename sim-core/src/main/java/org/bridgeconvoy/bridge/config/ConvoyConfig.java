package org.bridgeconvoy.bridge.config;

import java.time.LocalDate;
import java.util.List;
import org.bridgeconvoy.calendar.DateRange;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.calendar.WorkCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Everything the bridge model needs to know of a world: immutable, shared by all replications and threads. {@link
 * Feasibility} tells what in it can never work.
 *
 * @param start date at whose 00:00 on the origin's clock the run begins
 * @param horizonNanos length of the run, above 0 and at most 100 years of 365.25 days
 * @param warmUpNanos part of it that the metrics leave out, at least 0 and below the horizon
 * @param bridge the bridge
 * @param outboundConvoys null if outbound trucks need not wait for a convoy
 * @param returnConvoys null if return trucks need not wait for a convoy
 * @param fleet truck classes in their order; trucks are numbered from 1 through all of them
 * @param origin the bank where cargo is loaded
 * @param destination the bank where it is unloaded
 * @param demand the cargo streams in their order, at least one
 * @param changes worlds that replace this one at later times, in order of time
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
        List<Change> changes) {

    /** The longest run: 100 years of 365.25 days. */
    public static final long MAX_HORIZON_NANOS = 36_525 * Nanos.DAY;

    /**
     * From an instant on the world is another; start, horizon, warm-up, the names of the cargoes and truck classes and
     * which stations exist must stay as they are.
     *
     * @param atNanos when, above 0
     * @param world what then holds; its own changes are ignored
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
        changes = List.copyOf(changes);
        Checks.require(trucks(fleet) >= 1, "fleet.trucks must be >= 1, got " + trucks(fleet));
        Checks.require(!demand.isEmpty(), "demand must have at least one stream");
    }

    /** The number of trucks of all classes. */
    public int trucks() {
        return trucks(fleet);
    }

    private static int trucks(List<TruckClass> fleet) {
        return fleet.stream().mapToInt(TruckClass::trucks).reduce(0, Math::addExact);
    }

    /** The most that any truck of the fleet can carry over the bridge, in tonnes. */
    public double carryingTonnes() {
        return fleet.stream()
                .filter(c -> c.trucks() > 0)
                .mapToDouble(c -> c.carryingTonnes(bridge.maxTruckMassTonnes()))
                .max()
                .orElse(0);
    }

    /** The origin's calendar, which is also the simulation's, with its closed dates. */
    public WorkCalendar originCalendar() {
        return new WorkCalendar(start, 0, origin.closed());
    }

    /** The destination's calendar with its closed dates. */
    public WorkCalendar destinationCalendar() {
        return new WorkCalendar(start, destinationAheadNanos(), destination.closed());
    }

    /** The calendar of the bridge and the demand: the origin's clock, no closed dates. */
    public WorkCalendar bridgeCalendar() {
        return new WorkCalendar(start, 0, List.<DateRange>of());
    }

    /** How far the destination's clock is ahead of the origin's. */
    public long destinationAheadNanos() {
        return (destination.utcOffset().getTotalSeconds() - origin.utcOffset().getTotalSeconds()) * Nanos.SECOND;
    }

    /** The same with another bridge. */
    public ConvoyConfig withBridge(BridgeConfig changed) {
        return new ConvoyConfig(
                start,
                horizonNanos,
                warmUpNanos,
                changed,
                outboundConvoys,
                returnConvoys,
                fleet,
                origin,
                destination,
                demand,
                changes);
    }

    /** The same with other convoy rules. */
    public ConvoyConfig withConvoys(@Nullable ConvoyRule outbound, @Nullable ConvoyRule inbound) {
        return new ConvoyConfig(
                start,
                horizonNanos,
                warmUpNanos,
                bridge,
                outbound,
                inbound,
                fleet,
                origin,
                destination,
                demand,
                changes);
    }

    /** The same with another fleet. */
    public ConvoyConfig withFleet(List<TruckClass> changed) {
        return new ConvoyConfig(
                start,
                horizonNanos,
                warmUpNanos,
                bridge,
                outboundConvoys,
                returnConvoys,
                changed,
                origin,
                destination,
                demand,
                changes);
    }

    /** The same with other banks. */
    public ConvoyConfig withBanks(BankConfig changedOrigin, BankConfig changedDestination) {
        return new ConvoyConfig(
                start,
                horizonNanos,
                warmUpNanos,
                bridge,
                outboundConvoys,
                returnConvoys,
                fleet,
                changedOrigin,
                changedDestination,
                demand,
                changes);
    }

    /** The same with other changes. */
    public ConvoyConfig withChanges(List<Change> changed) {
        return new ConvoyConfig(
                start,
                horizonNanos,
                warmUpNanos,
                bridge,
                outboundConvoys,
                returnConvoys,
                fleet,
                origin,
                destination,
                demand,
                changed);
    }
}
