package org.bridgeconvoy.benchmarks;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.BridgeRun;
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
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.result.ReplicationResult;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The bridge model with up to a million trucks. All of them load at once, so that each has an event pending; then each makes one trip
 * over a bridge that keeps pace. The trips, and so the events of a truck, are the same for every size of the fleet.
 */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ManyTrucksBenchmark {

    /** The model. */
    @State(Scope.Thread)
    public static class World {
        /** Trucks of the fleet, and truckloads that wait at the start. */
        @Param({"1000", "10000", "100000", "1000000"})
        public int trucks;

        private BridgeModel model = new BridgeModel(config(1));
        private int replication = 1;

        /** Builds the model. */
        @Setup(Level.Trial)
        public void build() {
            model = new BridgeModel(config(trucks));
        }

        BridgeRun start() {
            return model.start(Streams.of(1, replication++));
        }

        private static ConvoyConfig config(int trucks) {
            // Services long enough for the bridge to keep pace with a truck a second.
            StationConfig handling = StationConfig.timed(trucks, Distribution.exponential(2.0 * trucks));
            return ConvoyConfig.builder()
                    .start(LocalDate.of(2024, 10, 14))
                    .horizonNanos((80L * trucks + 3_600) * Nanos.SECOND)
                    .bridge(BridgeConfig.builder()
                            .lengthMetres(944)
                            .speedMetresPerSecond(20 / 3.6)
                            .headwayNanos(Nanos.SECOND / 2)
                            .lanes(2)
                            .control(new Timetable(Hours.always(), Hours.always(), LastEntry.CLEAR))
                            .build())
                    .fleet(TruckClass.of(trucks).withPayloadTonnes(40))
                    .origin(BankConfig.of(ZoneOffset.UTC).withHandling(handling))
                    .destination(BankConfig.of(ZoneOffset.UTC).withHandling(handling))
                    .demand(CargoStream.builder("cargo")
                            .loadTonnes(40)
                            .trucksPerDay(1)
                            .backlogTonnes(40.0 * trucks)
                            .totalTonnes(40.0 * trucks)
                            .build())
                    .build();
        }
    }

    /** What a truck needs. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Memory {
        /** Bytes when each truck has an event pending, divided by the trucks; the sum over the runs of the iteration. */
        public long pendingBytesPerTruck;

        /** Bytes at the end of the run, its recorded waits included, divided by the trucks; likewise. */
        public long recordedBytesPerTruck;

        /** Runs in the iteration. */
        public long runs;
    }

    /** A whole run. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    public double run(World world) {
        return checked(world, world.start().finish());
    }

    /**
     * What a run keeps in memory when every truck has an event pending, and at its end with all waits recorded. The time says nothing,
     * since the garbage is collected several times. With the serial collector, because G1 counts every region as used that the end of
     * a large array lies in.
     */
    @Benchmark
    @Fork(jvmArgsAppend = "-XX:+UseSerialGC")
    @BenchmarkMode(Mode.SingleShotTime)
    public double memory(World world, Memory memory) {
        long before = usedBytes();
        BridgeRun run = world.start();
        run.runUntil(1);
        memory.pendingBytesPerTruck += (usedBytes() - before) / world.trucks;
        run.runUntil(run.horizon());
        memory.recordedBytesPerTruck += (usedBytes() - before) / world.trucks;
        memory.runs++;
        return checked(world, run.finish());
    }

    static long usedBytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** A run in which not every truck has delivered its load would not be the same work per truck. */
    private static double checked(World world, ReplicationResult result) {
        double tonnes = result.metric(MetricFamily.DELIVERED_T_PER_DAY) * (80.0 * world.trucks + 3_600) / 86_400;
        if (Math.abs(tonnes - 40.0 * world.trucks) > 1e-6 * tonnes) {
            throw new IllegalStateException("delivered " + tonnes + " t, not " + 40.0 * world.trucks);
        }
        return tonnes;
    }
}
