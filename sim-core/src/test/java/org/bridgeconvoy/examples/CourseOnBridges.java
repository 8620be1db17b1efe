package org.bridgeconvoy.examples;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.BankConfig;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.bridge.control.Timetable;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.experiment.theory.SingleLane;
import org.bridgeconvoy.random.Distribution;

/** Lessons 9 and 10 of the course. */
final class CourseOnBridges {
    private CourseOnBridges() {}

    // tag: lane
    /** A bridge of 900 m with one lane, out by day and back by night; more trucks want to cross than can. */
    static ConvoyConfig lane(long outHours, int trucks) {
        BridgeConfig bridge = BridgeConfig.builder()
                .lengthMetres(900)
                .speedMetresPerSecond(5) // 3 min to cross
                .headwayNanos(2 * Nanos.MINUTE)
                .control(new Timetable(
                        Hours.daily("08:00-" + (8 + outHours) + ":00"), Hours.daily("20:00-06:00"), LastEntry.CLEAR))
                .build();
        CargoStream cargo = CargoStream.builder("cargo")
                .loadTonnes(Distribution.constant(20))
                .trucksPerDay(1_000)
                .build();
        return ConvoyConfig.builder()
                .start(LocalDate.of(2024, 10, 1))
                .horizonNanos(20 * Nanos.DAY)
                .warmUpNanos(5 * Nanos.DAY)
                .bridge(bridge)
                .fleet(TruckClass.of(trucks).withPayloadTonnes(20).withTareTonnes(10))
                .origin(BankConfig.of(ZoneOffset.ofHours(8)))
                .destination(BankConfig.of(ZoneOffset.ofHours(8)))
                .demand(cargo)
                .build();
    }

    static Estimate outADay(long outHours, int trucks) {
        return new Experiment(/* seed */ 1, /* replications */ 5)
                .estimate(new BridgeModel(lane(outHours, trucks)), result -> result.metric("outbound_trucks_per_day"));
    }
    // end: lane

    static long byHand(long outHours) {
        return SingleLane.windowCapacity(outHours * Nanos.HOUR, 3 * Nanos.MINUTE, 2 * Nanos.MINUTE);
    }

    static String lane() {
        return String.format(
                Locale.ROOT,
                "trucks out a day: %.2f (by hand: %d)\n",
                outADay(8, 1_000).mean(),
                byHand(8));
    }

    static String decision() {
        StringBuilder text = new StringBuilder();
        for (int trucks : new int[] {150, 200, 239, 300}) {
            text.append(String.format(
                    Locale.ROOT,
                    "%d trucks: %.2f out a day\n",
                    trucks,
                    outADay(8, trucks).mean()));
        }
        return text.toString();
    }
}
