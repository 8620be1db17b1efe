package org.bridgeconvoy.bridge.config;

import java.util.List;
import org.bridgeconvoy.bridge.station.Discipline;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.random.Distribution;

/**
 * A station: identical parallel servers with one queue. A service begins only while the station is open, that is while a shift is on, and
 * while a server of the shifts now on is free. If a shift ends and more services are under way than servers are left, the services go on,
 * and none begins until a server is free. {@link #timed} and {@link #rated} have defaults for the rest.
 *
 * @param shifts at least one; a single shift gives a station with hours and a number of servers
 * @param service how long a service takes
 * @param overrun effect of closing time (the end of the last shift) on a service under way
 * @param discipline the order in which waiting trucks are served
 */
public record StationConfig(List<Shift> shifts, ServiceTime service, Overrun overrun, Discipline discipline) {

    /** Checks the number of shifts and copies them. */
    public StationConfig {
        shifts = List.copyOf(shifts);
        Checks.require(!shifts.isEmpty(), "a station must have at least one shift");
    }

    /**
     * A station with one shift.
     *
     * @param servers how many, at least 1
     * @param service how long a service takes
     * @param hours when it is open, on its bank's clock
     * @param overrun effect of closing time on a service under way
     * @param discipline the order in which waiting trucks are served
     */
    public StationConfig(int servers, ServiceTime service, Hours hours, Overrun overrun, Discipline discipline) {
        this(List.of(new Shift(hours, servers)), service, overrun, discipline);
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
     * @throws IllegalArgumentException if there are several shifts; see {@link #withShifts}
     */
    public StationConfig withServers(int changed) {
        return withShifts(new Shift(onlyShift().hours(), changed));
    }

    /**
     * A copy with other hours.
     *
     * @param changed when it is open, on its bank's clock
     * @return a changed copy
     * @throws IllegalArgumentException if there are several shifts; see {@link #withShifts}
     */
    public StationConfig withHours(Hours changed) {
        return withShifts(new Shift(changed, onlyShift().servers()));
    }

    private Shift onlyShift() {
        Checks.require(shifts.size() == 1, "a station with several shifts is changed by withShifts, it has " + shifts);
        return shifts.get(0);
    }

    /**
     * A copy with other shifts.
     *
     * @param changed at least one
     * @return a changed copy
     */
    public StationConfig withShifts(Shift... changed) {
        return withShifts(List.of(changed));
    }

    /**
     * A copy with other shifts.
     *
     * @param changed at least one
     * @return a changed copy
     */
    public StationConfig withShifts(List<Shift> changed) {
        return new StationConfig(changed, service, overrun, discipline);
    }

    /**
     * A copy with another service.
     *
     * @param changed how long a service takes
     * @return a changed copy
     */
    public StationConfig withService(ServiceTime changed) {
        return new StationConfig(shifts, changed, overrun, discipline);
    }

    /**
     * A copy with another rule for closing time.
     *
     * @param changed effect of closing time on a service under way
     * @return a changed copy
     */
    public StationConfig withOverrun(Overrun changed) {
        return new StationConfig(shifts, service, changed, discipline);
    }

    /**
     * A copy with another order of service.
     *
     * @param changed the order in which waiting trucks are served
     * @return a changed copy
     */
    public StationConfig withDiscipline(Discipline changed) {
        return new StationConfig(shifts, service, overrun, changed);
    }
}
