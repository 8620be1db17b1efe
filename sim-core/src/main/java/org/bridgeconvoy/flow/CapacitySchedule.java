package org.bridgeconvoy.flow;

import org.bridgeconvoy.calendar.Openings;

/**
 * How many units a resource has, over time. Both methods depend on nothing but their argument, so one schedule can serve many runs.
 */
public interface CapacitySchedule {

    /**
     * The units at an instant; a change counts from its instant on.
     *
     * @param nowNanos at least 0
     * @return at least 0
     */
    int capacityAt(long nowNanos);

    /**
     * When the number may change next.
     *
     * @param nowNanos at least 0
     * @return after {@code nowNanos}; {@link Long#MAX_VALUE} if never
     */
    long nextChange(long nowNanos);

    /**
     * The most units there ever are.
     *
     * @return at least 1
     */
    int greatest();

    /**
     * Always the same number of units.
     *
     * @param units at least 1
     * @return a schedule without changes
     * @throws IllegalArgumentException if below 1
     */
    static CapacitySchedule constant(int units) {
        return new ConstantCapacity(units);
    }

    /**
     * A number of units while it is open, none otherwise.
     *
     * @param hours when it is open
     * @param units at least 1
     * @return the schedule
     * @throws IllegalArgumentException if below 1
     */
    static CapacitySchedule during(Openings hours, int units) {
        return new OpenCapacity(hours, units);
    }
}
