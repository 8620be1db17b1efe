package org.bridgeconvoy.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import umontreal.ssj.randvar.ExponentialGen;
import umontreal.ssj.rng.MRG32k3a;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;

/** An M/M/1 queue on the engines of others. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class Mm1Peers {
    private static final int EVENTS = 2 * Mm1.CUSTOMERS;
    private int replication = 1;

    /** SSJ's event view, with reused event objects and our ring as the queue; times in nanoseconds as ours. */
    private static final class Ssj {
        private final Simulator simulator = new Simulator();
        private final LongQueue inSystem = new LongQueue();
        private final DoubleSupplier untilArrival;
        private final DoubleSupplier service;
        private double total;
        private int arrived;
        private int left;

        private final Event departure = new Event(simulator) {
            @Override
            public void actions() {
                total += simulator.time() - inSystem.remove();
                left++;
                if (!inSystem.isEmpty()) {
                    schedule(service.getAsDouble());
                }
            }
        };

        private final Event arrival = new Event(simulator) {
            @Override
            public void actions() {
                if (inSystem.isEmpty()) {
                    departure.schedule(service.getAsDouble());
                }
                inSystem.add((long) simulator.time());
                if (++arrived < Mm1.CUSTOMERS) {
                    schedule(untilArrival.getAsDouble());
                }
            }
        };

        Ssj(DoubleSupplier untilArrival, DoubleSupplier service) {
            this.untilArrival = untilArrival;
            this.service = service;
        }

        double run() {
            simulator.init();
            arrival.schedule(untilArrival.getAsDouble());
            simulator.start();
            return total / 1e9 / left;
        }
    }

    /** SSJ with the generator and the sampler that it comes with: MRG32k3a and inversion. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public double ssjAsShipped() {
        ExponentialGen arrivals = new ExponentialGen(new MRG32k3a(), 0.9e-9);
        ExponentialGen services = new ExponentialGen(new MRG32k3a(), 1e-9);
        return Mm1.checked(new Ssj(arrivals::nextDouble, services::nextDouble).run());
    }

    /** With the serial collector, beside our lambdas with it. */
    @Benchmark
    @Fork(jvmArgsAppend = "-XX:+UseSerialGC")
    @OperationsPerInvocation(EVENTS)
    public double ssjAsShippedSerialCollector() {
        return ssjAsShipped();
    }

    /** SSJ with our sampler. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public double ssjSameSampler() {
        Streams streams = Streams.of(1, replication++);
        RandomStream arrivals = streams.stream("arrivals");
        RandomStream services = streams.stream("services");
        return Mm1.checked(
                new Ssj(() -> arrivals.nextExponential() * (1e9 / 0.9), () -> services.nextExponential() * 1e9).run());
    }

    /** DSOL's events, with our sampler. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public double dsol() throws InterruptedException {
        return Mm1.checked(new DsolMm1(new Mm1(replication++)).run());
    }

    /** kalasim's processes with our sampler, its tracking as it comes. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public double kalasimAsShipped() {
        return Mm1.checked(new KalasimMm1(new Mm1(replication++), true).run());
    }

    /** Without tracking. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public double kalasimTrackingOff() {
        return Mm1.checked(new KalasimMm1(new Mm1(replication++), false).run());
    }
}
