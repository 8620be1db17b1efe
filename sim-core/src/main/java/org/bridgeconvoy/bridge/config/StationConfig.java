package org.bridgeconvoy.bridge.config;

import org.bridgeconvoy.bridge.station.Discipline;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.random.Distribution;

/**
 * A station: parallel, alike servers with one queue. A service begins only at an instant when
 * the station is open and a server is free. {@link #timed} and {@link #rated} have defaults for the rest.
 *
 * @param servers how many, at least 1
 * @param service how long a service takes
 * @param hours when it is open, on its bank's clock
 * @param overrun what closing time does to a service under way
 * @param discipline the order in which it serves those that wait
 */
public record StationConfig(int servers, ServiceTime service, Hours hours, Overrun overrun, Discipline discipline) {

    /** Checks the range. */
    public StationConfig {
        Checks.require(servers >= 1, "servers must be >= 1, got " + servers);
    }

    /**
     * A station; always open, first come first served, a service that has begun runs to its end.
     *
     * @param servers how many, at least 1
     * @param service how long a service takes
     * @return the station
     */
    public static StationConfig of(int servers, ServiceTime service) {
        return new StationConfig(servers, service, Hours.always(), Overrun.FINISH, Discipline.FIRST_COME);
    }

    /**
     * A station whose services take a drawn time; always open, first come first served.
     *
     * @param servers how many, at least 1
     * @param seconds distribution of a service in seconds, never below 0
     * @return the station
     */
    public static StationConfig timed(int servers, Distribution seconds) {
        return of(servers, new ServiceTime.Timed(seconds));
    }

    /**
     * A station whose services take the truck's load divided by a rate; always open, first come first served.
     *
     * @param servers how many, at least 1
     * @param tonnesPerHour what one server handles, above 0
     * @return the station
     */
    public static StationConfig rated(int servers, double tonnesPerHour) {
        return of(servers, new ServiceTime.Rated(tonnesPerHour));
    }

    /**
     * A copy with other servers.
     *
     * @param changed how many, at least 1
     * @return a changed copy
     */
    public StationConfig withServers(int changed) {
        return new StationConfig(changed, service, hours, overrun, discipline);
    }

    /**
     * A copy with other hours.
     *
     * @param changed when it is open, on its bank's clock
     * @return a changed copy
     */
    public StationConfig withHours(Hours changed) {
        return new StationConfig(servers, service, changed, overrun, discipline);
    }

    /**
     * A copy with another rule for closing time.
     *
     * @param changed what closing time does to a service under way
     * @return a changed copy
     */
    public StationConfig withOverrun(Overrun changed) {
        return new StationConfig(servers, service, hours, changed, discipline);
    }

    /**
     * A copy with another order of service.
     *
     * @param changed the order in which it serves those that wait
     * @return a changed copy
     */
    public StationConfig withDiscipline(Discipline changed) {
        return new StationConfig(servers, service, hours, overrun, changed);
    }
}
