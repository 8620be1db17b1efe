package org.bridgeconvoy.result;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The counts and masses of {@link DailyTable}, in the order of the columns of {@code daily.csv}. */
public enum DailyColumn {
    /** Truckloads that appeared. */
    CONSIGNED_TRUCKS,
    /** Tonnes that appeared. */
    CONSIGNED_T,
    /** Outbound trucks that left the bridge. */
    OUTBOUND_TRUCKS,
    /** Truckloads whose unloading ended. */
    DELIVERED_TRUCKS,
    /** Tonnes whose unloading ended. */
    DELIVERED_T,
    /** Return trucks that left the bridge. */
    RETURN_TRUCKS,
    /** Tonnes that wait for a truck at the day's end. */
    BACKLOG_T,
    /** Trucks that are not at the origin at the day's end. */
    AWAY_TRUCKS;

    private static final double MILLIGRAMS_PER_TONNE = 1e9;

    /**
     * The name of the column: {@code outbound_trucks}.
     *
     * @return the name in lower case
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether the value of a day is a whole number of trucks or truckloads.
     *
     * @return false for masses
     */
    public boolean countsTrucks() {
        return switch (this) {
            case CONSIGNED_TRUCKS, OUTBOUND_TRUCKS, DELIVERED_TRUCKS, RETURN_TRUCKS, AWAY_TRUCKS -> true;
            case CONSIGNED_T, DELIVERED_T, BACKLOG_T -> false;
        };
    }

    /**
     * The column of a name.
     *
     * @param label such as {@code outbound_trucks}
     * @return empty if there is none
     */
    public static Optional<DailyColumn> find(String label) {
        return Arrays.stream(values()).filter(c -> c.label().equals(label)).findFirst();
    }

    /**
     * The value of a day.
     *
     * @param table the days of a replication
     * @param day from 0
     * @return a count, or tonnes
     */
    public double value(DailyTable table, int day) {
        return switch (this) {
            case CONSIGNED_TRUCKS -> table.consignedTrucks()[day];
            case CONSIGNED_T -> table.consigned(day) / MILLIGRAMS_PER_TONNE;
            case OUTBOUND_TRUCKS -> table.outboundTrucks()[day];
            case DELIVERED_TRUCKS -> table.deliveredTrucks()[day];
            case DELIVERED_T -> table.delivered(day) / MILLIGRAMS_PER_TONNE;
            case RETURN_TRUCKS -> table.returnTrucks()[day];
            case BACKLOG_T -> table.backlog(day) / MILLIGRAMS_PER_TONNE;
            case AWAY_TRUCKS -> table.awayTrucks()[day];
        };
    }
}
