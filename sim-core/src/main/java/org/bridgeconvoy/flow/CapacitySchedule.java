package org.bridgeconvoy.flow;

import org.bridgeconvoy.calendar.Openings;

/**
 * Number of units of a resource, over time. The methods must depend on their argument only, so one schedule can serve many runs.
 */
public interface CapacitySchedule {

    /**
     * Number of units at an instant; a change counts from its instant on.
     *
     * @param nowNanos at least 0
     * @return at least 0
     */
    int capacityAt(long nowNanos);

    /**
     * Time of the next possible change.
     *
     * @param nowNanos at least 0
     * @return after {@code nowNanos}; {@link Long#MAX_VALUE} if never
     */
    long nextChange(long nowNanos);

    /**
     * Greatest number of units at any time.
     *
     * @return at least 1
     */
    int greatest();

    /**
     * A constant number of units.
     *
     * @param units at least 1
     * @return a schedule without changes
     * @throws IllegalArgumentException if below 1
     */
    static CapacitySchedule constant(int units) {
        return new ConstantCapacity(units);
    }

    /**
     * A number of units during opening hours, none otherwise.
     *
     * @param hours opening hours
     * @param units at least 1
     * @return the schedule
     * @throws IllegalArgumentException if below 1
     */
    static CapacitySchedule during(Openings hours, int units) {
        return new OpenCapacity(hours, units);
    }
}
