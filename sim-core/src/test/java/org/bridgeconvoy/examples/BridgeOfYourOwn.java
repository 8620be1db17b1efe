package org.bridgeconvoy.examples;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.BankConfig;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.bridge.control.Timetable;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.random.Distribution;

/** The bridge model without a file: out by day, back by night. */
final class BridgeOfYourOwn {
    private BridgeOfYourOwn() {}

    // tag: bridge
    static ConvoyConfig world() {
        BridgeConfig bridge = BridgeConfig.builder()
                .lengthMetres(944)
                .speedMetresPerSecond(20 / 3.6)
                .headwayNanos(15 * Nanos.SECOND)
                .clearanceNanos(5 * Nanos.MINUTE)
                .maxTrucks(20)
                .control(new Timetable(Hours.daily("08:00-18:00"), Hours.daily("19:00-05:00"), LastEntry.CLEAR))
                .build();
        CargoStream cargo = CargoStream.builder("cargo")
                .loadTonnes(Distribution.uniform(30, 40))
                .trucksPerDay(110)
                .hours(Hours.daily("06:00-16:00"))
                .build();
        StationConfig loading = StationConfig.timed(10, Distribution.uniform(1_200, 2_400));
        StationConfig unloading = StationConfig.timed(10, Distribution.lognormal(2_700, 900));
        Hours open = Hours.daily("07:00-19:00");
        return ConvoyConfig.builder()
                .start(LocalDate.of(2024, 10, 1))
                .horizonNanos(60 * Nanos.DAY)
                .warmUpNanos(10 * Nanos.DAY)
                .bridge(bridge)
                .fleet(TruckClass.of(120).withPayloadTonnes(40).withTareTonnes(15))
                .origin(BankConfig.of(ZoneOffset.ofHours(8)).withHandling(loading.withHours(open)))
                .destination(BankConfig.of(ZoneOffset.ofHours(9)).withHandling(unloading.withHours(open)))
                .demand(cargo)
                .build();
    }

    static Estimate trucksPerDay() {
        Experiment thirty = new Experiment(/* seed */ 1, /* replications */ 30);
        return thirty.estimate(new BridgeModel(world()), result -> result.metric("outbound_trucks_per_day"));
    }
    // end: bridge

    static String run() {
        Estimate trucks = trucksPerDay();
        return String.format(Locale.ROOT, "outbound trucks a day: %.2f +- %.2f\n", trucks.mean(), trucks.halfWidth95());
    }
}
