package org.bridgeconvoy.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.random.Mrg32k3a;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umontreal.ssj.rng.MRG32k3a;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.stat.Tally;

/** The oracle is SSJ 3.3.2: the same random numbers through its engine and its statistics, and through ours. */
class SsjOracleTest {

    private static final int RUNS = 100;
    private static final int CUSTOMERS = 10_000;

    /** SSJ's first two streams; its generator hands them out by static state, so that is set before. */
    private static MRG32k3a[] ssjStreams() {
        MRG32k3a.setPackageSeed(new long[] {12345, 12345, 12345, 12345, 12345, 12345});
        return new MRG32k3a[] {new MRG32k3a(), new MRG32k3a()};
    }

    private static double exponential(double uniform, double rate) {
        return -Math.log(1 - uniform) / rate;
    }

    /** Mean waits of runs of an M/M/1 queue with rates 1 and 2, the first wait 0, streams running on between runs. */
    private static double[] lindley(DoubleSupplier arrivals, DoubleSupplier services) {
        double[] means = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            double wait = 0;
            double sum = 0;
            for (int i = 2; i <= CUSTOMERS; i++) {
                wait += exponential(services.getAsDouble(), 2) - exponential(arrivals.getAsDouble(), 1);
                wait = Math.max(wait, 0);
                sum += wait;
            }
            means[run] = sum / CUSTOMERS;
        }
        return means;
    }

    private static double[] ourLindley() {
        Mrg32k3a arrivals = Mrg32k3a.firstStream();
        Mrg32k3a services = arrivals.nextStream();
        return lindley(arrivals::nextDouble, services::nextDouble);
    }

    @Test
    void our_estimate_of_the_Lindley_waits_is_what_SSJ_publishes() {
        // The published output of SSJ's example QueueLindley: min 0.428, max 0.591, mean 0.506, standard deviation
        // 0.027.
        Estimate waits = Estimate.of(ourLindley());

        assertThat(waits.n()).isEqualTo(RUNS);
        assertThat(waits.min()).isCloseTo(0.428, within(0.0005));
        assertThat(waits.max()).isCloseTo(0.591, within(0.0005));
        assertThat(waits.mean()).isCloseTo(0.506, within(0.0005));
        assertThat(waits.sd()).isCloseTo(0.027, within(0.0005));
    }

    @Test
    void streams_and_statistics_are_those_of_SSJ() {
        MRG32k3a[] streams = ssjStreams();
        double[] theirs = lindley(streams[0]::nextDouble, streams[1]::nextDouble);
        Tally tally = new Tally();
        Arrays.stream(theirs).forEach(tally::add);
        double[] centerAndRadius = new double[2];
        tally.confidenceIntervalStudent(0.95, centerAndRadius);

        double[] ours = ourLindley();
        Estimate waits = Estimate.of(ours);

        assertThat(ours).containsExactly(theirs);
        assertThat(waits.mean()).isCloseTo(tally.average(), within(1e-13));
        assertThat(waits.sd()).isCloseTo(tally.standardDeviation(), within(1e-13));
        assertThat(waits.halfWidth95()).isCloseTo(centerAndRadius[1], within(1e-9));
    }

    /** An M/M/c queue in SSJ's event view; the time in system of each customer in the order of leaving. */
    private static final class SsjQueue {
        private final Simulator simulator = new Simulator();
        private final Deque<Double> waiting = new ArrayDeque<>();
        private final List<Double> inSystem = new ArrayList<>();
        private final DoubleSupplier gap;
        private final DoubleSupplier service;
        private int idle;

        SsjQueue(int servers, DoubleSupplier gap, DoubleSupplier service) {
            idle = servers;
            this.gap = gap;
            this.service = service;
        }

        List<Double> run(double horizon) {
            simulator.init();
            at(horizon, simulator::stop);
            at(gap.getAsDouble(), this::arrive);
            simulator.start();
            return inSystem;
        }

        private void at(double delay, Runnable action) {
            Event event = new Event(simulator) {
                @Override
                public void actions() {
                    action.run();
                }
            };
            event.schedule(delay);
        }

        private void arrive() {
            at(gap.getAsDouble(), this::arrive);
            waiting.add(simulator.time());
            serve();
        }

        private void serve() {
            if (idle > 0 && !waiting.isEmpty()) {
                idle--;
                double arrived = waiting.remove();
                at(service.getAsDouble(), () -> leave(arrived));
            }
        }

        private void leave(double arrived) {
            inSystem.add(simulator.time() - arrived);
            idle++;
            serve();
        }
    }

    /** That queue as a flow of ours. */
    private static List<Double> flow(int servers, double horizon, DoubleSupplier gap, DoubleSupplier service) {
        List<Double> inSystem = new ArrayList<>();
        Simulation sim = new Simulation();
        Resource server = new Resource("server", servers);
        Flow<Long> customer = Flow.<Long>of()
                .seize(server)
                .delaySeconds(arrived -> service.getAsDouble())
                .release(server)
                .observe((arrived, now) -> inSystem.add((now - arrived) / 1e9))
                .build();
        customer.launchEverySeconds(sim, gap, sim::now);
        sim.runUntil(Nanos.ofSeconds(horizon));
        return inSystem;
    }

    @ParameterizedTest(name = "{0} servers, arrivals at {1} a second")
    @CsvSource({"1, 0.8", "2, 1.8", "5, 4.5"})
    void every_customer_of_a_queue_is_in_the_system_as_long_as_in_SSJ(int servers, double rate) {
        double horizon = 20_000;
        MRG32k3a[] theirs = ssjStreams();
        Mrg32k3a arrivals = Mrg32k3a.firstStream();
        Mrg32k3a services = arrivals.nextStream();

        List<Double> expected = new SsjQueue(
                        servers,
                        () -> exponential(theirs[0].nextDouble(), rate),
                        () -> exponential(theirs[1].nextDouble(), 1))
                .run(horizon);
        List<Double> got = flow(
                servers,
                horizon,
                () -> exponential(arrivals.nextDouble(), rate),
                () -> exponential(services.nextDouble(), 1));

        assertThat(got).hasSameSizeAs(expected).hasSizeGreaterThan((int) (0.95 * rate * horizon));
        // Our clock rounds each time to a nanosecond; a busy period adds up the roundings of some thousand times at
        // most.
        for (int i = 0; i < got.size(); i++) {
            assertThat(got.get(i)).as("customer %d", i).isCloseTo(expected.get(i), within(1e-5));
        }
    }
}
