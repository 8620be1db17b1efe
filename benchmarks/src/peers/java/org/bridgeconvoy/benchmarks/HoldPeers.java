package org.bridgeconvoy.benchmarks;

import it.unimi.dsi.fastutil.objects.ObjectHeapPriorityQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.SplayTree;

/** The hold model on the lists of others. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HoldPeers {
    private static final int HOLDS = HoldBenchmark.HOLDS;

    /** fastutil's heap of objects. */
    @State(Scope.Thread)
    public static class Fastutil {
        private final ObjectHeapPriorityQueue<Node> queue = new ObjectHeapPriorityQueue<>();
        private long sequence;

        /** Adds the events and lets each be held a few times. */
        @Setup(Level.Trial)
        public void fill(HoldState state) {
            for (int i = 0; i < state.pending; i++) {
                Node node = new Node();
                node.time = state.increment();
                node.sequence = sequence++;
                queue.enqueue(node);
            }
            hold(state, 4 * state.pending);
        }

        long hold(HoldState state, int times) {
            for (int i = 0; i < times; i++) {
                Node node = queue.dequeue();
                node.time += state.increment();
                node.sequence = sequence++;
                queue.enqueue(node);
            }
            return sequence;
        }
    }

    /** SSJ's default list, by SSJ's run loop as ours by ours: its events cannot be moved outside of it. */
    @State(Scope.Thread)
    public static class Splay {
        private final Simulator simulator = new Simulator(new SplayTree());
        private int left;

        /** Schedules the events and lets each fire a few times. */
        @Setup(Level.Trial)
        public void fill(HoldState state) {
            simulator.init();
            for (int i = 0; i < state.pending; i++) {
                Event event = new Event(simulator) {
                    @Override
                    public void actions() {
                        schedule((double) state.increment());
                        if (--left == 0) {
                            simulator.stop();
                        }
                    }
                };
                event.schedule((double) state.increment());
            }
            hold(4 * state.pending);
        }

        double hold(int times) {
            left = times;
            simulator.start();
            return simulator.time();
        }
    }

    /** fastutil. */
    @Benchmark
    @OperationsPerInvocation(HOLDS)
    public long fastutil(HoldState state, Fastutil list) {
        return list.hold(state, HOLDS);
    }

    /** SSJ. */
    @Benchmark
    @OperationsPerInvocation(HOLDS)
    public double ssjSplayTree(HoldState state, Splay list) {
        return list.hold(HOLDS);
    }
}
