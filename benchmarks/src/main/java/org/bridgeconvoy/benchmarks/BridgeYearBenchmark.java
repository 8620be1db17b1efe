package org.bridgeconvoy.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.BridgeRun;
import org.bridgeconvoy.experiment.Replicator;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The built-in scenario day-and-night: one replication of it with all metrics and no trips, and several on one and two cores. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BridgeYearBenchmark {
    static final int REPLICATIONS = 16;

    /**
     * What happens in the model on a day, in the mean: the engine's events as they were counted when each phase of an instant had one
     * of its own (796,000 in the year). Steps that share an event of the engine still count, so that the time per event can be compared.
     */
    static final double EVENTS_PER_DAY = 796_000 / 365.0;

    /** The model. */
    @State(Scope.Thread)
    public static class Year {
        /** Simulated days. */
        @Param("365")
        public int days;

        private Replicator<ReplicationResult> replicator = streams -> {
            throw new IllegalStateException("not set up");
        };
        private BridgeModel model = new BridgeModel(scenario(30).config());
        private int replication = 1;

        private static Scenario scenario(int days) {
            return Objects.requireNonNull(new ScenarioLoader()
                    .load("day-and-night", List.of("horizon=" + days + " d"))
                    .scenario());
        }

        /** Loads the scenario. */
        @Setup(Level.Trial)
        public void load() {
            model = new BridgeModel(scenario(days).config());
            replicator = model.newReplicator();
        }

        Streams streams() {
            return Streams.of(1, replication++);
        }
    }

    /** How many events of the model a replication has, so that the table can say the time per event. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Events {
        /** Events of all replications in the iteration. */
        public long events;

        /** Replications in the iteration. */
        public long runs;
    }

    /** One replication. */
    @Benchmark
    public ReplicationResult year(Year year) {
        return year.replicator.replicate(year.streams());
    }

    /** One replication whose events are counted; the run's buffers are new each time. */
    @Benchmark
    public long countedYear(Year year, Events counts) {
        BridgeRun run = year.model.start(year.streams());
        run.finish();
        counts.events += Math.round(EVENTS_PER_DAY * year.days);
        counts.runs++;
        return counts.events;
    }

    /** Threads for replications side by side. */
    @State(Scope.Thread)
    public static class Workers {
        /** How many. */
        @Param({"1", "2"})
        public int threads;

        private ExecutorService executor = Executors.newSingleThreadExecutor();

        /** Starts the threads. */
        @Setup(Level.Trial)
        public void start() {
            executor.shutdown();
            executor = Executors.newFixedThreadPool(threads);
        }

        /** Ends the threads. */
        @TearDown(Level.Trial)
        public void end() {
            executor.shutdown();
        }
    }

    /** Sixteen replications, each thread with its own share. */
    @Benchmark
    public long replications(Year year, Workers workers) throws InterruptedException, ExecutionException {
        List<Future<Long>> shares = new ArrayList<>();
        for (int thread = 0; thread < workers.threads; thread++) {
            int first = thread;
            shares.add(workers.executor.submit(() -> {
                Replicator<ReplicationResult> replicator = year.model.newReplicator();
                long done = 0;
                for (int r = first; r < REPLICATIONS; r += workers.threads) {
                    done += replicator.replicate(Streams.of(1, r + 1)).hashCode() == 0 ? 0 : 1;
                }
                return done;
            }));
        }
        long done = 0;
        for (Future<Long> share : shares) {
            done += share.get();
        }
        return done;
    }
}
