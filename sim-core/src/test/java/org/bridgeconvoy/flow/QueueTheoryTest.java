package org.bridgeconvoy.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.function.ToLongFunction;
import org.apache.commons.math3.distribution.TDistribution;
import org.bridgeconvoy.engine.Event;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.observe.Tally;
import org.bridgeconvoy.observe.TimeSum;
import org.bridgeconvoy.observe.TimeWeighted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Queues with a known answer, built from the public API in its three styles.
 *
 * <p>Theory: the mean waits are those of M/M/c (Erlang C) and of M/G/1 (Pollaczek and Khinchine) with a mean service of 1 s. Each is
 * held within a 99.9% interval from 40 independent replications, so with correct code one test in a thousand would fail; the
 * seeds are fixed, so it passes always or never. The runs start empty and drop a warm-up of 2,000 s.
 */
class QueueTheoryTest {
    private static final int REPLICATIONS = 40;
    private static final double SECOND = 1e9;

    /** Inverts the exponential distribution on the JDK's generator, which is independent of the library's streams. */
    private static final class Draws {
        private final java.util.SplittableRandom random;

        Draws(long seed) {
            this.random = new java.util.SplittableRandom(seed);
        }

        long exponential(double meanSeconds) {
            return (long) (-StrictMath.log(1 - random.nextDouble()) * meanSeconds * SECOND);
        }
    }

    private static double flowStyle(long seed, double load, int servers, boolean constantService) {
        Simulation sim = new Simulation();
        Draws arrivals = new Draws(seed);
        Draws services = new Draws(~seed);
        Resource server = new Resource("server", servers);
        ToLongFunction<Integer> service = constantService ? n -> (long) SECOND : n -> services.exponential(1);
        Flow<Integer> flow =
                Flow.<Integer>of().seize(server).delay(service).release(server).build();
        Event arrival = new Event() {
            private int number;

            @Override
            public void fire(Simulation s) {
                flow.launch(s, number++);
                s.schedule(arrivals.exponential(1 / (load * servers)), this);
            }
        };
        sim.schedule(0, arrival);
        sim.runUntil((long) (2_000 * SECOND));
        server.resetStatistics(sim);
        sim.runUntil((long) (12_000 * SECOND));
        return server.statistics().waitSeconds().mean();
    }

    private static void assertCoversTruth(Tally tally, double truth) {
        double quantile = new TDistribution(REPLICATIONS - 1).inverseCumulativeProbability(0.9995);
        double halfWidth = quantile * tally.sd() / Math.sqrt(REPLICATIONS);
        assertThat(tally.mean()).isCloseTo(truth, within(halfWidth));
        assertThat(halfWidth).as("the interval says something").isLessThan(0.15 * truth);
    }

    // VALIDATION: table of M/M/c mean waits; Gross, Shortle, Thompson, Harris, Fundamentals of Queueing Theory, 2.3.
    @ParameterizedTest(name = "M/M/{1} at {0}")
    @CsvSource({"0.5, 1, 1", "0.8, 1, 4", "0.8, 2, 1.777778", "0.9, 2, 4.263158", "0.8, 5, 0.554113"})
    void flow_reproduces_the_mean_wait_of_exponential_servers(double load, int servers, double truth) {
        Tally means = new Tally();
        for (int replication = 0; replication < REPLICATIONS; replication++) {
            means.record(flowStyle(1000 + replication, load, servers, false));
        }
        assertCoversTruth(means, truth);
    }

    // Pollaczek and Khinchine with c² = 0: ρ / (2 (1 - ρ)).
    @ParameterizedTest(name = "M/D/1 at {0}")
    @CsvSource({"0.5, 0.5", "0.8, 2"})
    void flow_reproduces_the_mean_wait_of_a_constant_server(double load, double truth) {
        Tally means = new Tally();
        for (int replication = 0; replication < REPLICATIONS; replication++) {
            means.record(flowStyle(2000 + replication, load, 1, true));
        }
        assertCoversTruth(means, truth);
    }

    /** M/M/1 by event objects: what a modeler writes for speed. */
    private static final class EventStyle {
        final Simulation sim = new Simulation();
        final Draws arrivals;
        final Draws services;
        final ArrayDeque<Long> queue = new ArrayDeque<>();
        final Tally waits = new Tally();
        final double load;
        boolean busy;

        final Event departure = this::depart;
        final Event arrival = this::arrive;

        EventStyle(long seed, double load) {
            this.arrivals = new Draws(seed);
            this.services = new Draws(~seed);
            this.load = load;
        }

        void arrive(Simulation s) {
            if (busy) {
                queue.add(s.now());
            } else {
                serve(0);
            }
            s.schedule(arrivals.exponential(1 / load), arrival);
        }

        void depart(Simulation s) {
            busy = false;
            Long next = queue.poll();
            if (next != null) {
                serve(s.now() - next);
            }
        }

        void serve(long wait) {
            busy = true;
            waits.record(wait / SECOND);
            sim.schedule(services.exponential(1), departure);
        }

        double run() {
            sim.schedule(0, arrival);
            sim.runUntil((long) (2_000 * SECOND));
            waits.reset();
            sim.runUntil((long) (12_000 * SECOND));
            return waits.mean();
        }
    }

    @Test
    void event_objects_reproduce_the_mean_wait_of_one_exponential_server() {
        Tally means = new Tally();
        for (int replication = 0; replication < REPLICATIONS; replication++) {
            means.record(new EventStyle(1000 + replication, 0.8).run());
        }
        assertCoversTruth(means, 4);
    }

    @Test
    void event_objects_lambdas_and_flow_give_the_same_waits() {
        for (long seed = 1; seed <= 5; seed++) {
            double byFlow = flowStyle(seed, 0.8, 1, false);
            assertThat(new EventStyle(seed, 0.8).run()).isEqualTo(byFlow);
            assertThat(lambdaStyle(seed)).isEqualTo(byFlow);
        }
    }

    /** M/M/1 with a new lambda for every event. */
    private static double lambdaStyle(long seed) {
        Simulation sim = new Simulation();
        Draws arrivals = new Draws(seed);
        Draws services = new Draws(~seed);
        Tally waits = new Tally();
        ArrayDeque<Long> queue = new ArrayDeque<>();
        boolean[] busy = new boolean[1];
        arriveByLambda(sim, arrivals, services, queue, busy, waits);
        sim.runUntil((long) (2_000 * SECOND));
        waits.reset();
        sim.runUntil((long) (12_000 * SECOND));
        return waits.mean();
    }

    private static void arriveByLambda(
            Simulation sim, Draws arrivals, Draws services, ArrayDeque<Long> queue, boolean[] busy, Tally waits) {
        if (busy[0]) {
            queue.add(sim.now());
        } else {
            serveByLambda(sim, services, queue, busy, waits, 0);
        }
        sim.schedule(arrivals.exponential(1 / 0.8), s -> arriveByLambda(s, arrivals, services, queue, busy, waits));
    }

    private static void serveByLambda(
            Simulation sim, Draws services, ArrayDeque<Long> queue, boolean[] busy, Tally waits, long wait) {
        busy[0] = true;
        waits.record(wait / SECOND);
        sim.schedule(services.exponential(1), s -> {
            busy[0] = false;
            Long next = queue.poll();
            if (next != null) {
                serveByLambda(s, services, queue, busy, waits, s.now() - next);
            }
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void littles_law_holds_exactly_in_a_run_that_empties(long seed) {
        Simulation sim = new Simulation();
        Draws draws = new Draws(seed);
        Resource server = new Resource("server", 1 + (int) (seed % 3));
        TimeWeighted inside = new TimeWeighted();
        TimeSum timeInside = new TimeSum();
        long[] arrived = new long[2_000];
        Flow<Integer> flow = Flow.<Integer>of()
                .observe((truck, now) -> {
                    inside.add(1, now);
                    arrived[truck] = now;
                })
                .seize(server, 1, truck -> truck % 3)
                .delay(truck -> draws.exponential(1))
                .release(server)
                .observe((truck, now) -> {
                    inside.add(-1, now);
                    timeInside.add(now - arrived[truck]);
                })
                .build();
        long time = 0;
        for (int truck = 0; truck < arrived.length; truck++) {
            time += draws.exponential(0.6);
            int number = truck;
            sim.scheduleAt(time, s -> flow.launch(s, number));
        }
        sim.run();
        assertThat(inside.value()).isZero();
        assertThat(inside.area(sim.now())).isEqualTo(timeInside.nanos());
        WaitStatistics statistics = server.statistics();
        assertThat(statistics.queueLength().area(sim.now()))
                .isEqualTo(statistics.totalWait().nanos());
        assertThat(statistics.waitSeconds().count()).isEqualTo(arrived.length);
    }

    @Test
    void times_scaled_by_a_whole_number_scale_the_waits() {
        long[] waits = new long[2];
        for (int i = 0; i < 2; i++) {
            long scale = i == 0 ? 1 : 1_000;
            Simulation sim = new Simulation();
            Draws draws = new Draws(9);
            Resource server = new Resource("server", 2);
            Flow<Integer> flow = Flow.<Integer>of()
                    .seize(server)
                    .delay(n -> scale * (draws.exponential(1) / 1_000))
                    .release(server)
                    .build();
            for (int truck = 0; truck < 500; truck++) {
                int number = truck;
                sim.scheduleAt(scale * truck * 450_000L, s -> flow.launch(s, number));
            }
            sim.run();
            waits[i] = server.statistics().totalWait().nanos().longValueExact();
        }
        assertThat(waits[0]).isPositive();
        assertThat(waits[1]).isEqualTo(1_000 * waits[0]);
    }
}
