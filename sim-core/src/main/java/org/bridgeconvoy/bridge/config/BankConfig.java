package org.bridgeconvoy.bridge.config;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bridgeconvoy.calendar.DateRange;
import org.bridgeconvoy.calendar.TimeZone;
import org.bridgeconvoy.random.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * One bank: its clock, its holidays, its stations and the road to its bridgehead. Trucks pass a station or road that is null in no time.
 *
 * @param timeZone its clock
 * @param closed dates on its clock on which no interval of its stations begins
 * @param handling {@code loading} at the origin, {@code unloading} at the destination
 * @param customs {@code customs}: export at the origin, import at the destination
 * @param returnHandling of return loads: {@code loading} at the destination, {@code unloading} at the origin
 * @param returnCustoms of return loads: {@code export} at the destination, {@code import} at the origin
 * @param roadSeconds distribution of the time on the road between the yard and the customs beside the bridge, in seconds, never below 0,
 *     drawn for each leg; trucks may overtake
 */
public record BankConfig(
        TimeZone timeZone,
        List<DateRange> closed,
        @Nullable StationConfig handling,
        @Nullable StationConfig customs,
        @Nullable StationConfig returnHandling,
        @Nullable StationConfig returnCustoms,
        @Nullable Distribution roadSeconds) {

    /** Checks the range and copies the list. */
    public BankConfig {
        closed = List.copyOf(closed);
        if (roadSeconds != null) {
            Checks.atLeastZero("road", roadSeconds, "s");
        }
    }

    /**
     * A bank without stations, holidays and a road.
     *
     * @param utcOffset its clock
     * @return the bank; trucks pass its stations in no time
     */
    public static BankConfig of(ZoneOffset utcOffset) {
        return of(TimeZone.fixed(utcOffset));
    }

    /**
     * A bank without stations, holidays and a road.
     *
     * @param timeZone its clock
     * @return the bank; trucks pass its stations in no time
     */
    public static BankConfig of(TimeZone timeZone) {
        return new BankConfig(timeZone, List.of(), null, null, null, null, null);
    }

    /** The stations through which every trip goes. */
    List<StationConfig> stations() {
        return Stream.of(Optional.ofNullable(handling), Optional.ofNullable(customs))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * A copy with another clock.
     *
     * @param changed its offset
     * @return a changed copy
     */
    public BankConfig withUtcOffset(ZoneOffset changed) {
        return withTimeZone(TimeZone.fixed(changed));
    }

    /**
     * A copy with another clock.
     *
     * @param changed a fixed offset or a named zone
     * @return a changed copy
     */
    public BankConfig withTimeZone(TimeZone changed) {
        return new BankConfig(changed, closed, handling, customs, returnHandling, returnCustoms, roadSeconds);
    }

    /**
     * A copy with other holidays.
     *
     * @param changed dates on its clock on which no interval of its stations begins
     * @return a changed copy
     */
    public BankConfig withClosed(List<DateRange> changed) {
        return new BankConfig(timeZone, changed, handling, customs, returnHandling, returnCustoms, roadSeconds);
    }

    /**
     * A copy with another loading or unloading station.
     *
     * @param changed the station; null to pass in no time
     * @return a changed copy
     */
    public BankConfig withHandling(@Nullable StationConfig changed) {
        return new BankConfig(timeZone, closed, changed, customs, returnHandling, returnCustoms, roadSeconds);
    }

    /**
     * A copy with another customs station.
     *
     * @param changed the station; null to pass in no time
     * @return a changed copy
     */
    public BankConfig withCustoms(@Nullable StationConfig changed) {
        return new BankConfig(timeZone, closed, handling, changed, returnHandling, returnCustoms, roadSeconds);
    }

    /**
     * A copy with another station where return loads are loaded (destination) or unloaded (origin).
     *
     * @param changed the station; null to pass in no time
     * @return a changed copy
     */
    public BankConfig withReturnHandling(@Nullable StationConfig changed) {
        return new BankConfig(timeZone, closed, handling, customs, changed, returnCustoms, roadSeconds);
    }

    /**
     * A copy with another customs station for return loads: export at the destination, import at the origin.
     *
     * @param changed the station; null to pass in no time
     * @return a changed copy
     */
    public BankConfig withReturnCustoms(@Nullable StationConfig changed) {
        return new BankConfig(timeZone, closed, handling, customs, returnHandling, changed, roadSeconds);
    }

    /**
     * A copy with another road.
     *
     * @param changed distribution of the time of one leg in seconds, never below 0; null for no road
     * @return a changed copy
     */
    public BankConfig withRoadSeconds(@Nullable Distribution changed) {
        return new BankConfig(timeZone, closed, handling, customs, returnHandling, returnCustoms, changed);
    }
}
