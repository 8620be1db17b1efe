package org.bridgeconvoy.benchmarks;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.BankConfig;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.ConvoyConfigBuilder;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.bridge.control.Timetable;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.Streams;
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
 * Much of one thing: days, replications, recorded trips, streams of cargo or changes of the world. The work is proportional to their number, so time and
 * memory of each should not depend on it; {@link ManyTrucksBenchmark} asks the same of trucks. The model is built anew each time.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ScaleBenchmark {

    private static final double TRUCKS_A_DAY = 5_000;

    /** What is run. */
    @State(Scope.Thread)
    public static class Work {
        /** Of what, and how many. */
        @Param({
            "days=365",
            "days=3650",
            "replications=1000",
            "replications=100000",
            "trips=100000",
            "trips=10000000",
            "streams=100",
            "streams=10000",
            "changes=100",
            "changes=10000"
        })
        public String much = "days=1";

        private Supplier<Object> work = () -> much;
        private int number = 1;

        /** Prepares the configuration. */
        @Setup(Level.Trial)
        public void build() {
            number = Integer.parseInt(much.substring(much.indexOf('=') + 1));
            work = work(much.substring(0, much.indexOf('=')), number);
        }

        private static Supplier<Object> work(String what, int number) {
            return switch (what) {
                case "days" ->
                    once(world(number * Nanos.DAY).demand(cargo("a", 1_000)).build(), false);
                case "replications" -> {
                    ConvoyConfig day = world(Nanos.DAY).demand(cargo("a", 100)).build();
                    yield () -> new Experiment(1, number).run(new BridgeModel(day));
                }
                case "trips" -> {
                    long horizon = Math.round(number / TRUCKS_A_DAY * Nanos.DAY);
                    yield once(world(horizon).demand(cargo("a", TRUCKS_A_DAY)).build(), true);
                }
                case "streams" -> {
                    List<CargoStream> cargoes = new ArrayList<>();
                    for (int i = 0; i < number; i++) {
                        cargoes.add(cargo("cargo " + i, 0.1));
                    }
                    yield once(world(30 * Nanos.DAY).demand(cargoes).build(), false);
                }
                case "changes" -> once(changing(number), false);
                default -> throw new IllegalArgumentException(what);
            };
        }

        private static Supplier<Object> once(ConvoyConfig config, boolean trips) {
            return () -> new BridgeModel(config, replication -> trips)
                    .newReplicator()
                    .replicate(Streams.of(1, 1));
        }

        /** Every three minutes the crossing has another speed. */
        private static ConvoyConfig changing(int number) {
            long every = 3 * Nanos.MINUTE;
            ConvoyConfig base =
                    world((number + 1) * every).demand(cargo("a", TRUCKS_A_DAY)).build();
            ConvoyConfig slower = base.toBuilder().bridge(bridge(10 / 3.6)).build();
            List<ConvoyConfig.Change> changes = new ArrayList<>();
            for (int i = 1; i <= number; i++) {
                changes.add(new ConvoyConfig.Change(i * every, i % 2 == 0 ? base : slower));
            }
            return base.withChanges(changes);
        }

        private static ConvoyConfigBuilder world(long horizonNanos) {
            StationConfig handling = StationConfig.timed(500, Distribution.exponential(1_000));
            return ConvoyConfig.builder()
                    .start(LocalDate.of(2024, 10, 14))
                    .horizonNanos(horizonNanos)
                    .bridge(bridge(20 / 3.6))
                    .fleet(TruckClass.of(1_000).withPayloadTonnes(40))
                    .origin(BankConfig.of(ZoneOffset.UTC).withHandling(handling))
                    .destination(BankConfig.of(ZoneOffset.UTC).withHandling(handling));
        }

        private static BridgeConfig bridge(double metresPerSecond) {
            return BridgeConfig.builder()
                    .lengthMetres(944)
                    .speedMetresPerSecond(metresPerSecond)
                    .headwayNanos(5 * Nanos.SECOND)
                    .lanes(2)
                    .control(new Timetable(Hours.always(), Hours.always(), LastEntry.CLEAR))
                    .build();
        }

        private static CargoStream cargo(String name, double trucksPerDay) {
            return CargoStream.builder(name)
                    .loadTonnes(40)
                    .trucksPerDay(trucksPerDay)
                    .build();
        }
    }

    /** What stays in memory. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Memory {
        /** Bytes of the results, divided by the number of what there is much of; the sum over the runs of the iteration. */
        public long bytesEach;

        /** Runs in the iteration. */
        public long runs;
    }

    /** A whole run. */
    @Benchmark
    public Object run(Work work) {
        return work.work.get();
    }

    /** What the results of a run take; the time says nothing. */
    @Benchmark
    @Fork(jvmArgsAppend = "-XX:+UseSerialGC")
    @BenchmarkMode(Mode.SingleShotTime)
    public Object memory(Work work, Memory memory) {
        long before = ManyTrucksBenchmark.usedBytes();
        Object result = work.work.get();
        memory.bytesEach += (ManyTrucksBenchmark.usedBytes() - before) / work.number;
        memory.runs++;
        return result;
    }
}
