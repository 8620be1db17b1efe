package org.bridgeconvoy.bridge.config;

import org.bridgeconvoy.calendar.Hours;

/**
 * A station: parallel, alike servers with one first-come-first-served queue. A service begins only at an instant when
 * the station is open and a server is free.
 *
 * @param servers how many, at least 1
 * @param service how long a service takes
 * @param hours when it is open, on its bank's clock
 * @param overrun what closing time does to a service under way
 */
public record StationConfig(int servers, ServiceTime service, Hours hours, Overrun overrun) {

    /** Checks the range. */
    public StationConfig {
        Checks.require(servers >= 1, "servers must be >= 1, got " + servers);
    }

    /** The same with other servers. */
    public StationConfig withServers(int changed) {
        return new StationConfig(changed, service, hours, overrun);
    }

    /** The same with other hours. */
    public StationConfig withHours(Hours changed) {
        return new StationConfig(servers, service, changed, overrun);
    }
}
