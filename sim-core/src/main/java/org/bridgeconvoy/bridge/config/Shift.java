package org.bridgeconvoy.bridge.config;

import org.bridgeconvoy.calendar.Hours;

/**
 * A shift: servers at work during hours.
 *
 * @param hours hours of the shift, on its bank's clock
 * @param servers number of servers, at least 1
 */
public record Shift(Hours hours, int servers) {

    /** Checks the range. */
    public Shift {
        Checks.require(servers >= 1, "servers must be >= 1, got " + servers);
    }
}
