package org.bridgeconvoy.result;

import java.util.Locale;

/** The instants of a vehicle's crossing, in the order of the columns of {@code traffic.csv}. */
public enum TrafficTime {
    /** The vehicle appeared and joined the bridge queue. */
    QUEUED,
    /** It entered the bridge. */
    ENTER,
    /** It left the bridge. */
    EXIT;

    /**
     * The name of the column: {@code queued}.
     *
     * @return the name in lower case
     */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
