package org.bridgeconvoy.verify;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.BankConfig;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.control.Batches;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.bridge.control.Timetable;
import org.bridgeconvoy.bridge.demand.DayFactor;
import org.bridgeconvoy.bridge.demand.WeekdayFactors;
import org.bridgeconvoy.calendar.DayInterval;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.theory.ClosedNetwork;
import org.bridgeconvoy.experiment.theory.SingleLane;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.result.ReplicationResult;
import org.jspecify.annotations.Nullable;

/** The bridge model against formulas: windows of a timetable, platoons in turn, a closed network, Poisson demand. */
final class BridgeCases {

    private static final String GROUP = "Bridge";
    private static final double LENGTH = 944;
    private static final LocalDate MONDAY = LocalDate.of(2024, 9, 2);

    private BridgeCases() {}

    static List<Check> run(Lab lab) {
        List<Check> checks = new ArrayList<>();
        window(lab, checks, 10, 28.32, 497);
        window(lab, checks, 10, 24.48, 575);
        window(lab, checks, 10, 15.48, 909);
        window(lab, checks, 20, 7.74, 1839);
        checks.add(platoons(lab));
        checks.add(network(lab));
        demand(lab, checks);
        return checks;
    }

    /** Hours of every day, from one full hour to another. */
    private static Hours hours(int from, int to) {
        return Hours.everyDay(List.of(new DayInterval(from * Nanos.HOUR, to * Nanos.HOUR)));
    }

    /** A bridge of {@link #LENGTH} metres; headway and clearance in seconds. */
    private static BridgeConfig bridge(double kmh, double headway, double clearance, int lanes, ControlRule control) {
        return BridgeConfig.builder()
                .lengthMetres(LENGTH)
                .speedMetresPerSecond(kmh / 3.6)
                .headwayNanos(Nanos.ofSeconds(headway))
                .clearanceNanos(Nanos.ofSeconds(clearance))
                .lanes(lanes)
                .control(control)
                .build();
    }

    /** A station with exponential service times; the mean in minutes. */
    private static StationConfig station(int servers, double minutes) {
        return StationConfig.timed(servers, Distribution.exponential(60 * minutes));
    }

    private static BankConfig bank(@Nullable StationConfig handling, @Nullable StationConfig customs) {
        return BankConfig.of(ZoneOffset.UTC).withHandling(handling).withCustoms(customs);
    }

    private static CargoStream cargo(double trucksPerDay, List<DayFactor> profile, double backlog) {
        return CargoStream.builder("cargo")
                .loadTonnes(1)
                .trucksPerDay(trucksPerDay)
                .profile(profile)
                .backlogTonnes(backlog)
                .build();
    }

    /** A world of whole days; the warm-up is part of them. */
    private static ConvoyConfig world(
            int days, int warmUp, int trucks, BridgeConfig bridge, BankConfig from, BankConfig to, CargoStream cargo) {
        return ConvoyConfig.builder()
                .start(MONDAY)
                .horizonNanos(days * Nanos.DAY)
                .warmUpNanos(warmUp * Nanos.DAY)
                .bridge(bridge)
                .fleet(TruckClass.of(trucks))
                .origin(from)
                .destination(to)
                .demand(cargo)
                .build();
    }

    /**
     * Trucks that enter in a window of 4 h with a standing queue. The last truck enters early enough to leave by the end of the window.
     *
     * @param headway in seconds
     * @param expected number of trucks, counted on the second day
     */
    private static void window(Lab lab, List<Check> checks, double kmh, double headway, double expected) {
        Timetable timetable = new Timetable(hours(8, 12), hours(12, 24), LastEntry.CLEAR);
        ConvoyConfig world = world(
                2,
                0,
                2_500,
                bridge(kmh, headway, 0, 1, timetable),
                bank(null, null),
                bank(null, null),
                cargo(0, List.of(), 10_000));
        ReplicationResult result = new BridgeModel(world).newReplicator().replicate(Streams.of(lab.seed(), 1));
        checks.add(Check.exact(
                GROUP,
                "Window of 4 h at " + kmh + " km/h, headway " + headway + " s, trucks",
                "floor((W - L/v)/h) + 1",
                expected,
                result.daily().outboundTrucks()[1]));
    }

    /** Saturated platoons in turn. The tolerance is one platoon a side: the observed days may begin and end within a platoon. */
    private static Check platoons(Lab lab) {
        int platoon = 10;
        int days = 20;
        ConvoyConfig world = world(
                days + 1,
                1,
                4 * platoon,
                bridge(10, 30, 60, 1, new Batches(platoon, platoon, Hours.always())),
                bank(null, null),
                bank(null, null),
                cargo(0, List.of(), 100_000));
        ReplicationResult result = new BridgeModel(world).newReplicator().replicate(Streams.of(lab.seed(), 1));
        double got =
                result.metric(MetricFamily.OUTBOUND_TRUCKS_PER_DAY) + result.metric(MetricFamily.RETURN_TRUCKS_PER_DAY);
        double crossing = LENGTH / (10 / 3.6);
        return Check.within(
                GROUP,
                "Saturated platoons of 10 each way, trucks a day",
                "n / ((n - 1) h + c + s)",
                86_400 * SingleLane.saturatedThroughput(platoon, 30, crossing, 60),
                got,
                2.0 * platoon / days);
    }

    /** Closed network: twelve trucks, never without cargo, visit exponential stations and cross freely on two lanes. */
    private static Check network(Lab lab) {
        ConvoyConfig world = world(
                45,
                5,
                12,
                bridge(5.664, 0, 0, 2, new Timetable(Hours.always(), Hours.always(), LastEntry.ENTER)),
                bank(station(2, 30), station(1, 10)),
                bank(station(3, 40), null),
                cargo(0, List.of(), 10_000));
        Estimate got = Estimate.of(lab.experiment(40).run(new BridgeModel(world)).stream()
                .map(r -> r.metric(MetricFamily.OUTBOUND_TRUCKS_PER_DAY))
                .toList());
        // 944 m at 5.664 km/h take ten minutes, and a trip crosses twice: a delay of 20 minutes.
        ClosedNetwork theory = ClosedNetwork.of(
                List.of(
                        new ClosedNetwork.Station(30, 2),
                        new ClosedNetwork.Station(10, 1),
                        new ClosedNetwork.Station(40, 3),
                        new ClosedNetwork.Station(20, ClosedNetwork.Station.DELAY)),
                12);
        return Check.mean(
                GROUP,
                "Closed network of 12 trucks, trips a day",
                "exact mean value analysis, Reiser and Lavenberg 1980",
                theory.throughput() * 1440,
                got);
    }

    /** Poisson demand whose rate follows the days of the week: 100 trucks on a Monday, half of them on a Saturday, none on a Sunday. */
    private static void demand(Lab lab, List<Check> checks) {
        DayFactor week = new WeekdayFactors(Map.of(DayOfWeek.SATURDAY, 0.5, DayOfWeek.SUNDAY, 0.0));
        ConvoyConfig world = world(
                7,
                0,
                1,
                bridge(10, 0, 0, 2, new Timetable(Hours.always(), Hours.always(), LastEntry.ENTER)),
                bank(null, null),
                bank(null, null),
                cargo(100, List.of(week), 0));
        List<int[]> counts = lab.experiment(400).run(new BridgeModel(world)).stream()
                .map(r -> r.daily().consignedTrucks())
                .toList();
        String source = "non-homogeneous Poisson process: mean and variance are the integral of the rate";
        checks.add(Check.mean(
                GROUP,
                "Poisson demand, trucks on a Monday",
                source,
                100,
                Estimate.of(counts.stream().mapToDouble(c -> c[0]).toArray())));
        checks.add(Check.mean(
                GROUP,
                "Poisson demand, trucks on a Saturday",
                source,
                50,
                Estimate.of(counts.stream().mapToDouble(c -> c[5]).toArray())));
        checks.add(Check.exact(
                GROUP,
                "Poisson demand, trucks on all Sundays",
                source,
                0,
                counts.stream().mapToInt(c -> c[6]).sum()));
        checks.add(Check.mean(
                GROUP,
                "Poisson demand, variance over mean on Mondays",
                source,
                1,
                Estimate.of(counts.stream()
                        .mapToDouble(c -> (c[0] - 100.0) * (c[0] - 100.0) / 100)
                        .toArray())));
    }
}
