package org.bridgeconvoy.bridge.config;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bridgeconvoy.calendar.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * One bank: its clock, its holidays and its two stations. A station that is null is passed through in no time.
 *
 * @param utcOffset its clock
 * @param closed dates on its clock on which no interval of its stations begins
 * @param handling {@code loading} at the origin, {@code unloading} at the destination
 * @param customs {@code customs}: export at the origin, import at the destination
 */
public record BankConfig(
        ZoneOffset utcOffset,
        List<DateRange> closed,
        @Nullable StationConfig handling,
        @Nullable StationConfig customs) {

    /** Copies the list. */
    public BankConfig {
        closed = List.copyOf(closed);
    }

    /**
     * A bank without stations and holidays.
     *
     * @param utcOffset its clock
     * @return the bank; its stations are passed through in no time
     */
    public static BankConfig of(ZoneOffset utcOffset) {
        return new BankConfig(utcOffset, List.of(), null, null);
    }

    /** The stations that there are. */
    List<StationConfig> stations() {
        return Stream.of(Optional.ofNullable(handling), Optional.ofNullable(customs))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * A copy with other holidays.
     *
     * @param changed dates on its clock on which no interval of its stations begins
     * @return a changed copy
     */
    public BankConfig withClosed(List<DateRange> changed) {
        return new BankConfig(utcOffset, changed, handling, customs);
    }

    /**
     * A copy with another loading or unloading station.
     *
     * @param changed the station; null to pass through in no time
     * @return a changed copy
     */
    public BankConfig withHandling(@Nullable StationConfig changed) {
        return new BankConfig(utcOffset, closed, changed, customs);
    }

    /**
     * A copy with another customs station.
     *
     * @param changed the station; null to pass through in no time
     * @return a changed copy
     */
    public BankConfig withCustoms(@Nullable StationConfig changed) {
        return new BankConfig(utcOffset, closed, handling, changed);
    }
}
