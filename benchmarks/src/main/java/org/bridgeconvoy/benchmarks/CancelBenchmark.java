package org.bridgeconvoy.benchmarks;

import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.bridgeconvoy.engine.Event;
import org.bridgeconvoy.engine.Simulation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The hold model in which every tenth hold also cancels another pending event, drawn at random, and schedules it anew. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CancelBenchmark {
    static final int HOLDS = 10_000;
    private static final int EVERY = 10;

    /** What both share: exponential increments and victims. */
    @State(Scope.Thread)
    public static class Mix {
        /** Events pending. */
        @Param({"256", "4096", "65536"})
        public int pending;

        private final long[] nanos = Increments.EXPONENTIAL.nanos();
        private int[] victims = new int[0];
        private int nextIncrement;
        private int nextVictim;

        /** Draws the victims. */
        @Setup(Level.Trial)
        public void draw() {
            victims = new SplittableRandom(7).ints(1 << 16, 0, pending).toArray();
        }

        long increment() {
            return nanos[nextIncrement++ & Increments.mask()];
        }

        int victim() {
            return victims[nextVictim++ & Increments.mask()];
        }
    }

    /** Our engine. */
    @State(Scope.Thread)
    public static class Ours {
        final Simulation sim = new Simulation();
        private Held[] events = new Held[0];
        private int left;

        private final class Held implements Event {
            private final Mix mix;
            private long handle;

            Held(Mix mix) {
                this.mix = mix;
                handle = sim.schedule(mix.increment(), this);
            }

            @Override
            public void fire(Simulation s) {
                handle = s.schedule(mix.increment(), this);
                if (left % EVERY == 0) {
                    Held victim = events[mix.victim()];
                    if (s.cancel(victim.handle)) {
                        victim.handle = s.schedule(mix.increment(), victim);
                    }
                }
                if (--left == 0) {
                    s.stop();
                }
            }
        }

        /** Schedules the events and lets each fire a few times. */
        @Setup(Level.Trial)
        public void fill(Mix mix) {
            events = new Held[mix.pending];
            for (int i = 0; i < events.length; i++) {
                events[i] = new Held(mix);
            }
            hold(4 * events.length);
        }

        void hold(int times) {
            left = times;
            sim.run();
        }
    }

    /** The JDK's priority queue. */
    @State(Scope.Thread)
    public static class Jdk {
        private final PriorityQueue<Node> queue = new PriorityQueue<>();
        private Node[] nodes = new Node[0];
        private long sequence;

        /** Adds the events and holds a few of them: taking one out of many is slow here. */
        @Setup(Level.Trial)
        public void fill(Mix mix) {
            nodes = new Node[mix.pending];
            for (int i = 0; i < nodes.length; i++) {
                nodes[i] = new Node();
                push(mix, nodes[i]);
            }
            hold(mix, 4 * nodes.length);
        }

        void push(Mix mix, Node node) {
            node.time += mix.increment();
            node.sequence = sequence++;
            queue.add(node);
        }

        long hold(Mix mix, int times) {
            long now = 0;
            for (int i = 0; i < times; i++) {
                Node node = queue.remove();
                now = node.time;
                push(mix, node);
                if (i % EVERY == 0) {
                    Node victim = nodes[mix.victim()];
                    if (queue.remove(victim)) {
                        victim.time = now;
                        push(mix, victim);
                    }
                }
            }
            return now;
        }
    }

    /** Ours, by the public API. */
    @Benchmark
    @OperationsPerInvocation(HOLDS)
    public long engine(Mix mix, Ours ours) {
        ours.hold(HOLDS);
        return ours.sim.now();
    }

    /** The baseline of every table. */
    @Benchmark
    @OperationsPerInvocation(HOLDS)
    public long priorityQueue(Mix mix, Jdk jdk) {
        return jdk.hold(mix, HOLDS);
    }
}
