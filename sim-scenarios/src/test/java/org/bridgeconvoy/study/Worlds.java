package org.bridgeconvoy.study;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.bridgeconvoy.bridge.config.BankConfig;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.DemandRate;
import org.bridgeconvoy.bridge.config.Overrun;
import org.bridgeconvoy.bridge.config.ServiceTime;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.bridge.control.Timetable;
import org.bridgeconvoy.bridge.demand.ArrivalPattern;
import org.bridgeconvoy.bridge.demand.PoissonArrivals;
import org.bridgeconvoy.calendar.DayInterval;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;

/** Small worlds for tests. */
final class Worlds {

    private Worlds() {}

    static Hours hours(double from, double to) {
        return Hours.everyDay(List.of(new DayInterval((long) (from * Nanos.HOUR), (long) (to * Nanos.HOUR))));
    }

    /** Out by day, back by night; 10 days, 100 trucks, 60 truckloads of 40 t a day, two loading bays. */
    static ConvoyConfig simple() {
        return new ConvoyConfig(
                LocalDate.of(2024, 9, 2),
                10 * Nanos.DAY,
                0,
                bridge(60, new Timetable(hours(8, 18), hours(19, 29), LastEntry.ENTER)),
                null,
                null,
                List.of(trucks(100)),
                bank(station(6, 30, Hours.always())),
                bank(station(6, 30, Hours.always())),
                List.of(stream(60, new PoissonArrivals())),
                List.of());
    }

    static ConvoyConfig lasting(ConvoyConfig c, int days, int warmUpDays) {
        return new ConvoyConfig(
                c.start(),
                days * Nanos.DAY,
                warmUpDays * Nanos.DAY,
                c.bridge(),
                c.outboundConvoys(),
                c.returnConvoys(),
                c.fleet(),
                c.origin(),
                c.destination(),
                c.demand(),
                c.changes());
    }

    static ConvoyConfig demanding(ConvoyConfig c, CargoStream... streams) {
        return new ConvoyConfig(
                c.start(),
                c.horizonNanos(),
                c.warmUpNanos(),
                c.bridge(),
                c.outboundConvoys(),
                c.returnConvoys(),
                c.fleet(),
                c.origin(),
                c.destination(),
                List.of(streams),
                c.changes());
    }

    static BridgeConfig bridge(double headwaySeconds, org.bridgeconvoy.bridge.control.ControlRule control) {
        return new BridgeConfig(
                944,
                Distribution.constant(10 / 3.6),
                Distribution.constant(10 / 3.6),
                Nanos.ofSeconds(headwaySeconds),
                2 * Nanos.MINUTE,
                1,
                Integer.MAX_VALUE,
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                List.of(),
                null,
                control);
    }

    static TruckClass trucks(int count) {
        return new TruckClass("", count, Double.POSITIVE_INFINITY, 0, Distribution.constant(0));
    }

    static BankConfig bank(StationConfig handling) {
        return new BankConfig(ZoneOffset.ofHours(8), List.of(), handling, null);
    }

    static StationConfig station(int servers, double meanMinutes, Hours hours) {
        return new StationConfig(
                servers, new ServiceTime.Timed(Distribution.exponential(60 * meanMinutes)), hours, Overrun.FINISH);
    }

    static CargoStream stream(double trucksPerDay, ArrivalPattern arrivals) {
        return new CargoStream(
                "cloth",
                0,
                Distribution.constant(40),
                new DemandRate.Trucks(trucksPerDay),
                LocalDate.MIN,
                LocalDate.MAX,
                Hours.always(),
                List.of(),
                arrivals,
                0,
                Double.POSITIVE_INFINITY);
    }

    static CargoStream finite(double trucksPerDay, double backlogTonnes, double totalTonnes, ArrivalPattern arrivals) {
        return new CargoStream(
                "relief",
                0,
                Distribution.constant(40),
                new DemandRate.Trucks(trucksPerDay),
                LocalDate.MIN,
                LocalDate.MAX,
                Hours.always(),
                List.of(),
                arrivals,
                backlogTonnes,
                totalTonnes);
    }
}
