package org.bridgeconvoy.benchmarks;

import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.bridgeconvoy.engine.Event;
import org.bridgeconvoy.engine.Simulation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The hold model (Jones 1986): take the earliest event and schedule it again at its time plus an increment. Ours goes through the
 * public API, run loop and clock included.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HoldBenchmark {
    static final int HOLDS = 10_000;

    /** Our engine with its pending events, warmed up to a steady state. */
    @State(Scope.Thread)
    public static class Ours implements Event {
        final Simulation sim = new Simulation();
        private HoldState hold = new HoldState();
        private int left;

        /** Schedules the events and lets each fire a few times. */
        @Setup(Level.Trial)
        public void fill(HoldState state) {
            hold = state;
            for (int i = 0; i < state.pending; i++) {
                sim.schedule(state.increment(), this);
            }
            hold(4 * state.pending);
        }

        @Override
        public void fire(Simulation s) {
            s.schedule(hold.increment(), this);
            if (--left == 0) {
                s.stop();
            }
        }

        void hold(int times) {
            left = times;
            sim.run();
        }
    }

    /** The JDK's priority queue with as many pending. */
    @State(Scope.Thread)
    public static class Jdk {
        final PriorityQueue<Node> queue = new PriorityQueue<>();
        private long sequence;

        /** Adds the events and lets each be held a few times. */
        @Setup(Level.Trial)
        public void fill(HoldState state) {
            for (int i = 0; i < state.pending; i++) {
                Node node = new Node();
                node.time = state.increment();
                node.sequence = sequence++;
                queue.add(node);
            }
            hold(state, 4 * state.pending);
        }

        void hold(HoldState state, int times) {
            for (int i = 0; i < times; i++) {
                Node node = queue.remove();
                node.time += state.increment();
                node.sequence = sequence++;
                queue.add(node);
            }
        }
    }

    /** Ours, by the public API. */
    @Benchmark
    @OperationsPerInvocation(HOLDS)
    public long engine(HoldState state, Ours ours) {
        ours.hold(HOLDS);
        return ours.sim.now();
    }

    /** The baseline of every table. */
    @Benchmark
    @OperationsPerInvocation(HOLDS)
    public long priorityQueue(HoldState state, Jdk jdk) {
        jdk.hold(state, HOLDS);
        return jdk.sequence;
    }
}
