package org.bridgeconvoy.examples;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.bridgeconvoy.bridge.BridgeModel;
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
import org.bridgeconvoy.bridge.demand.PoissonArrivals;
import org.bridgeconvoy.calendar.DayInterval;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.random.Distribution;

/** The bridge model without a file: out by day, back by night. */
final class BridgeOfYourOwn {
    private BridgeOfYourOwn() {}

    // tag: bridge
    private static Hours hours(int from, int to) {
        return Hours.everyDay(List.of(new DayInterval(from * Nanos.HOUR, to * Nanos.HOUR)));
    }

    private static StationConfig station(int servers, Distribution minutes) {
        return new StationConfig(servers, new ServiceTime.Timed(minutes), hours(7, 19), Overrun.FINISH);
    }

    static ConvoyConfig world() {
        double none = Double.POSITIVE_INFINITY; // no limit
        var speed = Distribution.constant(20 / 3.6); // m/s
        var control = new Timetable(hours(8, 18), hours(19, 29), LastEntry.CLEAR); // 29:00 is 05:00 of the next day
        long headway = 15 * Nanos.SECOND;
        long clearance = 5 * Nanos.MINUTE;
        var bridge =
                new BridgeConfig(944, speed, speed, headway, clearance, 1, 20, none, none, List.of(), null, control);
        var fleet = List.of(new TruckClass("", 120, 40, 15, Distribution.constant(30 * 60)));
        var demand = new CargoStream(
                "cargo",
                0,
                Distribution.uniform(30, 40),
                new DemandRate.Trucks(110),
                LocalDate.MIN,
                LocalDate.MAX,
                hours(6, 16),
                List.of(),
                new PoissonArrivals(),
                0,
                none);
        var origin =
                new BankConfig(ZoneOffset.ofHours(8), List.of(), station(10, Distribution.uniform(1_200, 2_400)), null);
        var destination =
                new BankConfig(ZoneOffset.ofHours(9), List.of(), station(10, Distribution.lognormal(2_700, 900)), null);
        return new ConvoyConfig(
                LocalDate.of(2024, 10, 1),
                60 * Nanos.DAY,
                10 * Nanos.DAY,
                bridge,
                null,
                null,
                fleet,
                origin,
                destination,
                List.of(demand),
                List.of());
    }

    static Estimate trucksPerDay() {
        return Estimate.of(new Experiment(/* seed */ 1, /* replications */ 30)
                .run(new BridgeModel(world())).stream()
                        .map(result -> result.metrics().value("outbound_trucks_per_day"))
                        .toList());
    }
    // end: bridge

    static String run() {
        Estimate trucks = trucksPerDay();
        return String.format(Locale.ROOT, "outbound trucks a day: %.2f +- %.2f\n", trucks.mean(), trucks.halfWidth95());
    }
}
