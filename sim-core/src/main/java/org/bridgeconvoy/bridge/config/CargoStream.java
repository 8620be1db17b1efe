package org.bridgeconvoy.bridge.config;

import java.time.LocalDate;
import java.util.List;
import org.bridgeconvoy.bridge.demand.ArrivalPattern;
import org.bridgeconvoy.bridge.demand.DayFactor;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.random.Distribution;

/**
 * The demand for one cargo.
 *
 * @param cargo its name
 * @param priority higher goes first
 * @param loadTonnes distribution of a truckload in tonnes, never below 0
 * @param rate how much a day before the factors
 * @param from first date on which it accrues; {@code LocalDate.MIN} for no such date
 * @param until last date on which it accrues; {@code LocalDate.MAX} for no such date
 * @param hours hours of the day in which consignments appear, on the origin's clock
 * @param profile factors of the day's rate, all multiplied together
 * @param arrivals how consignments appear in time
 * @param backlogTonnes waiting at the start, at least 0: whole truckloads until it is reached
 * @param totalTonnes the stream stops with the truckload that reaches it, above 0; infinite for no such stop
 */
public record CargoStream(
        String cargo,
        int priority,
        Distribution loadTonnes,
        DemandRate rate,
        LocalDate from,
        LocalDate until,
        Hours hours,
        List<DayFactor> profile,
        ArrivalPattern arrivals,
        double backlogTonnes,
        double totalTonnes) {

    /** Checks the ranges and copies the list. */
    public CargoStream {
        Checks.atLeastZero("load", loadTonnes, "t");
        Checks.require(loadTonnes.mean() > 0, "load must be above 0 t on average, got " + loadTonnes);
        Checks.require(
                backlogTonnes >= 0 && backlogTonnes < Double.POSITIVE_INFINITY,
                "backlog must be >= 0 t, got " + backlogTonnes + " t");
        Checks.require(totalTonnes > 0, "total must be > 0 t, got " + totalTonnes + " t");
        profile = List.copyOf(profile);
    }

    /** Whether the stream stops at a total. */
    public boolean hasTotal() {
        return totalTonnes < Double.POSITIVE_INFINITY;
    }
}
