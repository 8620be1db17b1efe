package org.bridgeconvoy.verify;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.control.Actuated;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.demand.ArrivalPattern;
import org.bridgeconvoy.bridge.demand.EvenArrivals;
import org.bridgeconvoy.bridge.demand.PoissonArrivals;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.theory.SingleLane;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.Stage;

/**
 * The bridge with a stream of trucks on each side, each side served until its queue is empty, against the theory of a single lane. A
 * crossing takes 340 s and the clearance equals the headway, so that a turn loses 340 s.
 */
final class SingleLaneCases {

    private static final String GROUP = "Single lane";

    /** Time that a turn loses, s. */
    private static final double LOST = 340;

    private SingleLaneCases() {}

    static List<Check> run(Lab lab) {
        List<Check> checks = new ArrayList<>();
        fluid(lab, checks);
        polling(lab, checks, 60, 6, 383.25);
        polling(lab, checks, 30, 30, 525);
        return checks;
    }

    /** A world whose import customs shape the return stream; the headway is in seconds, the clearance equals it. */
    private static ConvoyConfig world(
            int days,
            int warmUp,
            int trucks,
            double headway,
            ControlRule control,
            StationConfig imports,
            double trucksPerDay,
            ArrivalPattern arrivals,
            double backlog) {
        return ConvoyConfig.builder()
                .start(Worlds.MONDAY)
                .horizonNanos(days * Nanos.DAY)
                .warmUpNanos(warmUp * Nanos.DAY)
                .bridge(BridgeConfig.builder()
                        .lengthMetres(10 * LOST)
                        .speedMetresPerSecond(10)
                        .headwayNanos(Nanos.ofSeconds(headway))
                        .clearanceNanos(Nanos.ofSeconds(headway))
                        .control(control)
                        .build())
                .fleet(TruckClass.of(trucks))
                .origin(Worlds.bank())
                .destination(Worlds.bank().withCustoms(imports))
                .demand(CargoStream.builder("cargo")
                        .loadTonnes(1)
                        .trucksPerDay(trucksPerDay)
                        .arrivals(arrivals)
                        .backlogTonnes(backlog)
                        .build())
                .build();
    }

    /**
     * Even flows of 600 trucks/h a side, against a fluid. Import customs with one server that is always busy send a truck back every 6 s.
     * Trucks are whole, a fluid is not: at each end a green and a wait may differ from the fluid's by half of that gap.
     */
    private static void fluid(Lab lab, List<Check> checks) {
        double gap = 6;
        ConvoyConfig world = world(
                5,
                1,
                2_600,
                0.1 * gap,
                new Actuated(0, 5 * Nanos.DAY),
                StationConfig.timed(1, Distribution.constant(gap)),
                86_400 / gap,
                new EvenArrivals(),
                200);
        ReplicationResult result = new BridgeModel(world).newReplicator().replicate(Streams.of(lab.seed(), 1));
        String source = "fluid of Cassidy and Han 1993";
        checks.add(Check.within(
                GROUP,
                "Even arrivals, load 0.1 a side, cycle in s",
                source,
                SingleLane.alternatingCycle(LOST, 0.1, 0.1),
                2 * 86_400 / result.metric(MetricFamily.BRIDGE_TURNS_PER_DAY),
                gap));
        for (Stage side : List.of(Stage.OUTBOUND, Stage.RETURN)) {
            checks.add(Check.within(
                    GROUP,
                    "Even arrivals, load 0.1 a side, mean wait of " + side.label() + " in s",
                    source,
                    SingleLane.alternatingDelay(LOST, 0.1, 0.1),
                    60 * result.metrics().value(Metric.of(MetricFamily.WAIT_MIN, side)),
                    gap / 2));
        }
    }

    /**
     * Poisson streams on both sides, against symmetric polling. The return stream is a Poisson stream because every outbound truck is
     * displaced by its own uniform time of up to 100 h: import customs have a server for each truck.
     *
     * @param perHour trucks per hour and side
     * @param headway in seconds: the service time of polling
     * @param expected mean wait, s
     */
    private static void polling(Lab lab, List<Check> checks, double perHour, double headway, double expected) {
        ConvoyConfig world = world(
                15,
                5,
                6_000,
                headway,
                new CyclicExhaustive(Nanos.ofSeconds(headway), Nanos.ofSeconds(LOST)),
                StationConfig.timed(6_000, Distribution.uniform(0, 360_000)),
                24 * perHour,
                new PoissonArrivals(),
                0);
        List<ReplicationResult> results = lab.experiment(12).run(new BridgeModel(world));
        for (Stage side : List.of(Stage.OUTBOUND, Stage.RETURN)) {
            Estimate wait = Estimate.of(results.stream()
                    .map(result -> 60 * result.metrics().value(Metric.of(MetricFamily.WAIT_MIN, side)))
                    .toList());
            checks.add(Check.mean(
                    GROUP,
                    "Symmetric exhaustive polling, " + perHour + " trucks/h a side, mean wait of " + side.label()
                            + " in s",
                    "Takagi 1986: (2 l h^2 + t (2 - r)) / (2 (1 - r))",
                    expected,
                    wait));
        }
    }
}
