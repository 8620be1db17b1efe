package org.bridgeconvoy.verify;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.config.BankConfig;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.ConvoyConfigBuilder;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.bridge.control.Timetable;
import org.bridgeconvoy.bridge.demand.ArrivalPattern;
import org.bridgeconvoy.bridge.demand.DemandCurve;
import org.bridgeconvoy.calendar.DayInterval;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.RandomStream;

/** Parts of the worlds of the cases. */
final class Worlds {

    static final LocalDate MONDAY = LocalDate.of(2024, 9, 2);

    private Worlds() {}

    /** 1,000 m at 10 m/s, a crossing of 100 s, with a headway of 10 s and a clearance of 20 s. */
    static BridgeConfig.Builder hundredSeconds() {
        return BridgeConfig.builder()
                .lengthMetres(1_000)
                .speedMetresPerSecond(10)
                .headwayNanos(10 * Nanos.SECOND)
                .clearanceNanos(20 * Nanos.SECOND)
                .control(bothWays());
    }

    /** Either direction may enter at any time. */
    static ControlRule bothWays() {
        return new Timetable(Hours.always(), Hours.always(), LastEntry.ENTER);
    }

    static Hours hours(int... fromTo) {
        List<DayInterval> intervals = new ArrayList<>();
        for (int i = 0; i < fromTo.length; i += 2) {
            intervals.add(new DayInterval(fromTo[i] * Nanos.HOUR, fromTo[i + 1] * Nanos.HOUR));
        }
        return Hours.everyDay(intervals);
    }

    static BankConfig bank() {
        return BankConfig.of(ZoneOffset.UTC);
    }

    /** One truckload of 25 t at each time, in seconds since the start. */
    static CargoStream cargoAt(double... seconds) {
        return CargoStream.builder("cargo")
                .loadTonnes(25)
                .arrivals(new At(seconds))
                .build();
    }

    /** A day of trucks that rest for no time; the rest is the case's. */
    static ConvoyConfigBuilder day(int trucks, BridgeConfig.Builder bridge, double... consignedSeconds) {
        return ConvoyConfig.builder()
                .start(MONDAY)
                .horizonNanos(Nanos.DAY)
                .bridge(bridge.build())
                .fleet(TruckClass.of(trucks))
                .origin(bank())
                .destination(bank())
                .demand(cargoAt(consignedSeconds));
    }

    private record At(double... seconds) implements ArrivalPattern {

        @Override
        public Arrivals start(DemandCurve demand, RandomStream random) {
            int[] next = new int[1];
            return () -> next[0] < seconds.length ? Nanos.ofSeconds(seconds[next[0]++]) : Long.MAX_VALUE;
        }
    }
}
