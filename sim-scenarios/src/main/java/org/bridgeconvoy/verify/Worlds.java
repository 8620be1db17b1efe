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

/** Parts that the worlds of several cases share. */
final class Worlds {

    static final LocalDate MONDAY = LocalDate.of(2024, 9, 2);

    private Worlds() {}

    /**
     * A bridge of 1,000 m with trucks at 10 m/s: a crossing takes 100 s. The headway is 10 s, the clearance 20 s, and either direction may
     * enter at any time.
     */
    static BridgeConfig.Builder hundredSeconds() {
        return BridgeConfig.builder()
                .lengthMetres(1_000)
                .speedMetresPerSecond(10)
                .headwayNanos(10 * Nanos.SECOND)
                .clearanceNanos(20 * Nanos.SECOND)
                .control(bothWays());
    }

    /** A control that lets either direction enter at any time. */
    static ControlRule bothWays() {
        return new Timetable(Hours.always(), Hours.always(), LastEntry.ENTER);
    }

    /** Hours of every day: pairs of full hours, from and to. */
    static Hours hours(int... fromTo) {
        List<DayInterval> intervals = new ArrayList<>();
        for (int i = 0; i < fromTo.length; i += 2) {
            intervals.add(new DayInterval(fromTo[i] * Nanos.HOUR, fromTo[i + 1] * Nanos.HOUR));
        }
        return Hours.everyDay(intervals);
    }

    /** A bank on UTC without stations. */
    static BankConfig bank() {
        return BankConfig.of(ZoneOffset.UTC);
    }

    /** Cargo with one truckload of 25 t at each of the times, in seconds since the start. */
    static CargoStream cargoAt(double... seconds) {
        return CargoStream.builder("cargo")
                .loadTonnes(25)
                .arrivals(new At(seconds))
                .build();
    }

    /** A world of one day, with banks that have no stations; the case changes what its rule needs. */
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

    /** Consignments at given times, in seconds since the start, ascending. */
    private record At(double... seconds) implements ArrivalPattern {

        @Override
        public Arrivals start(DemandCurve demand, RandomStream random) {
            int[] next = new int[1];
            return () -> next[0] < seconds.length ? Nanos.ofSeconds(seconds[next[0]++]) : Long.MAX_VALUE;
        }
    }
}
