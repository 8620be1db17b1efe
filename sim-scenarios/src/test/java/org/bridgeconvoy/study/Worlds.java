package org.bridgeconvoy.study;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.bridgeconvoy.bridge.config.BankConfig;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.control.ControlRule;
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
        return ConvoyConfig.builder()
                .start(LocalDate.of(2024, 9, 2))
                .horizonNanos(10 * Nanos.DAY)
                .bridge(bridge(60, new Timetable(hours(8, 18), hours(19, 29))))
                .fleet(trucks(100))
                .origin(bank(station(6, 30, Hours.always())))
                .destination(bank(station(6, 30, Hours.always())))
                .demand(stream(60, new PoissonArrivals()))
                .build();
    }

    static ConvoyConfig lasting(ConvoyConfig c, int days, int warmUpDays) {
        return c.toBuilder()
                .horizonNanos(days * Nanos.DAY)
                .warmUpNanos(warmUpDays * Nanos.DAY)
                .build();
    }

    static ConvoyConfig demanding(ConvoyConfig c, CargoStream... streams) {
        return c.toBuilder().demand(streams).build();
    }

    static BridgeConfig bridge(double headwaySeconds, ControlRule control) {
        return BridgeConfig.builder()
                .lengthMetres(944)
                .speedMetresPerSecond(10 / 3.6)
                .headwayNanos(Nanos.ofSeconds(headwaySeconds))
                .clearanceNanos(2 * Nanos.MINUTE)
                .control(control)
                .build();
    }

    static TruckClass trucks(int count) {
        return TruckClass.of(count);
    }

    static BankConfig bank(StationConfig handling) {
        return BankConfig.of(ZoneOffset.ofHours(8)).withHandling(handling);
    }

    static StationConfig station(int servers, double meanMinutes, Hours hours) {
        return StationConfig.timed(servers, Distribution.exponential(60 * meanMinutes))
                .withHours(hours);
    }

    static CargoStream stream(double trucksPerDay, ArrivalPattern arrivals) {
        return CargoStream.builder("cloth")
                .loadTonnes(40)
                .trucksPerDay(trucksPerDay)
                .arrivals(arrivals)
                .build();
    }

    static CargoStream finite(double trucksPerDay, double backlogTonnes, double totalTonnes, ArrivalPattern arrivals) {
        return CargoStream.builder("relief")
                .loadTonnes(40)
                .trucksPerDay(trucksPerDay)
                .arrivals(arrivals)
                .backlogTonnes(backlogTonnes)
                .totalTonnes(totalTonnes)
                .build();
    }
}
