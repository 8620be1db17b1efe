package org.bridgeconvoy.bridge.demand;

import java.math.BigDecimal;
import java.util.List;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;

/**
 * How demand accrues over time.
 *
 * @param truckloads rate before factors, at least 0
 * @param perOpenHour whether {@code truckloads} is a rate an hour while the hours are open. Otherwise it is a day's quantity, spread evenly
 *     over the hours that begin on the day
 * @param factors factors of a day, all multiplied together. Each is evaluated at the day's 00:00 and valid to the end of the hours that
 *     begin on the day
 * @param hourFactors factors within hours of the day; factors that hold at the same instant are multiplied
 * @param firstDay first day on which it accrues
 * @param lastDay last day on which it accrues
 * @param hours when consignments appear
 */
public record DemandRule(
        BigDecimal truckloads,
        boolean perOpenHour,
        List<DayFactor> factors,
        List<HourFactor> hourFactors,
        long firstDay,
        long lastDay,
        Hours hours) {

    /** Copies the lists. */
    public DemandRule {
        factors = List.copyOf(factors);
        hourFactors = List.copyOf(hourFactors);
    }

    /** The product of the factors of the hours at a time of day. */
    double factorAt(long timeOfDay) {
        double factor = 1;
        for (HourFactor one : hourFactors) {
            factor *= one.holdsAt(timeOfDay) ? one.factor() : 1;
        }
        return factor;
    }

    /** The first time of day after another at which {@link #factorAt} may change; 24 h if there is none. */
    long nextChange(long timeOfDay) {
        long next = Nanos.DAY;
        for (HourFactor one : hourFactors) {
            next = Math.min(next, one.nextChange(timeOfDay));
        }
        return next;
    }
}
