package org.bridgeconvoy.benchmarks;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.TrafficStream;
import org.bridgeconvoy.experiment.Replicator;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The built-in scenario work-zone, through traffic alone: one replication of it with all metrics, and no table of vehicles. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TrafficBenchmark {

    /** Vehicles that cross on a day, in the mean: 16 hours of 300 and 260 an hour, with two hours of each at 1.4 times that. */
    static final double VEHICLES_PER_DAY = 16 * (300 + 260) + 2 * 0.4 * (300 + 260);

    /**
     * What happens to a vehicle: it appears, it enters the lane, it leaves. What the engine does not fire an event for still counts, so that
     * the time per event can be compared; wake-ups and turns of the signals do not count.
     */
    static final int EVENTS_PER_VEHICLE = 3;

    /** The model. */
    @State(Scope.Thread)
    public static class World {
        /** Simulated days. */
        @Param("28")
        public int days;

        private Replicator<ReplicationResult> replicator = streams -> {
            throw new IllegalStateException("not set up");
        };
        private List<TrafficStream> traffic = List.of();
        private int replication = 1;

        /** Loads the scenario. */
        @Setup(Level.Trial)
        public void load() {
            BridgeModel model = new BridgeModel(Objects.requireNonNull(new ScenarioLoader()
                            .load("work-zone", List.of("horizon=" + days + " d"))
                            .scenario())
                    .config());
            traffic = model.config().traffic();
            replicator = model.newReplicator();
        }
    }

    /** One replication. */
    @Benchmark
    public double traffic(World world) {
        return checked(world, world.replicator.replicate(Streams.of(1, world.replication++)));
    }

    /** Another number of vehicles than the table divides by would be another amount of work. */
    private static double checked(World world, ReplicationResult result) {
        double perDay = 0;
        for (TrafficStream stream : world.traffic) {
            perDay += result.metric(
                    Metric.of(MetricFamily.TRAFFIC_PER_DAY, stream.name()).name());
        }
        if (Math.abs(perDay - VEHICLES_PER_DAY) > 0.1 * VEHICLES_PER_DAY) {
            throw new IllegalStateException(perDay + " vehicles a day, not about " + VEHICLES_PER_DAY);
        }
        return perDay;
    }
}
