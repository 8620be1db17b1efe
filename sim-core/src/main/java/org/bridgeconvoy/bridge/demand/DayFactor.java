package org.bridgeconvoy.bridge.demand;

import java.time.LocalDate;

/** A factor by which a stream's rate is multiplied for a whole day. Immutable; implement it for a profile of your own. */
@FunctionalInterface
public interface DayFactor {

    /**
     * The factor of a day, at least 0 and finite.
     *
     * @param day the day's number; day 0 begins at the start of the run
     * @param date its date on the origin's clock
     * @return at least 0, finite
     */
    double factor(int day, LocalDate date);
}
