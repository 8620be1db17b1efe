package org.bridgeconvoy.verify;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Event;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.flow.Flow;
import org.bridgeconvoy.flow.Resource;
import org.bridgeconvoy.observe.TimeWeighted;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;

/**
 * Queues made of the library's flows, against queueing theory: M/M/c, M/D/1, M/G/1, machine repair, Little's law. The mean service time is
 * 1 s unless a case says otherwise. A replication observes from 2,000 s to 22,000 s.
 */
final class QueueCases {

    private static final int REPLICATIONS = 40;
    private static final long WARM_UP = 2_000 * Nanos.SECOND;
    private static final long END = 22_000 * Nanos.SECOND;
    private static final String ERLANG =
            "Erlang C: Gross, Shortle, Thompson, Harris, Fundamentals of Queueing Theory, 2.3";
    private static final String POLLACZEK = "Pollaczek and Khinchine: load (1 + c2) / (2 (1 - load))";
    private static final String KSL = "Rossetti, KSL book, appendix C";

    private QueueCases() {}

    static List<Check> run(Lab lab) {
        List<Check> checks = new ArrayList<>();
        // Load, servers, mean wait in s.
        double[][] mmc = {
            {.5, 1, 1},
            {.8, 1, 4},
            {.9, 1, 9},
            {.5, 2, .333333},
            {.8, 2, 1.777778},
            {.9, 2, 4.263158},
            {.5, 5, .052149},
            {.8, 5, .554113},
            {.9, 5, 1.524986}
        };
        for (double[] c : mmc) {
            Estimate wait = lab.estimate(REPLICATIONS, s -> wait(s, c[0], (int) c[1], Distribution.exponential(1)));
            checks.add(
                    Check.mean("Queues", "M/M/" + (int) c[1] + " at load " + c[0] + ", mean wait", ERLANG, c[2], wait));
        }
        general(lab, checks, "M/D/1", Distribution.constant(1), 2);
        general(lab, checks, "M/G/1 with c2 = 0.5", Distribution.erlang(2, 1), 3);
        general(lab, checks, "M/G/1 with c2 = 4", Distribution.gamma(0.25, 1), 10);
        repair(lab, checks, 1, 2.674328);
        repair(lab, checks, 2, 1.660909);
        checks.add(little(lab));
        return checks;
    }

    /** M/G/1 at load 0.8. Of the service time only its mean and its squared coefficient of variation c2 matter. */
    private static void general(Lab lab, List<Check> checks, String name, Distribution service, double expected) {
        Estimate wait = lab.estimate(REPLICATIONS, s -> wait(s, 0.8, 1, service));
        checks.add(Check.mean("Queues", name + " at load 0.8, mean wait", POLLACZEK, expected, wait));
    }

    /**
     * Poisson arrivals: an event that launches a customer and schedules itself for the next one.
     *
     * @param mean mean time between arrivals, s
     * @param most number of customers in all
     */
    private static Event arrivals(Flow<Integer> flow, RandomStream random, double mean, int most) {
        Distribution gap = Distribution.exponential(mean);
        return new Event() {
            private int number;

            @Override
            public void fire(Simulation sim) {
                flow.launch(sim, number++);
                if (number < most) {
                    sim.schedule(Nanos.ofSeconds(gap.sample(random)), this);
                }
            }
        };
    }

    /** Flow of a customer: seize a server, be served, release the server. */
    private static Flow<Integer> service(Resource server, Distribution service, RandomStream random) {
        return Flow.<Integer>of()
                .seize(server)
                .delay(customer -> Nanos.ofSeconds(service.sample(random)))
                .release(server)
                .build();
    }

    /** Mean wait in the queue of M/G/c in one replication, s. */
    private static double wait(Streams streams, double load, int servers, Distribution service) {
        Simulation sim = new Simulation();
        Resource server = new Resource("server", servers);
        Flow<Integer> flow = service(server, service, streams.stream("service"));
        sim.schedule(0, arrivals(flow, streams.stream("arrivals"), 1 / (load * servers), Integer.MAX_VALUE));
        sim.runUntil(WARM_UP);
        server.resetStatistics(sim);
        sim.runUntil(END);
        return server.statistics().waitSeconds().mean();
    }

    /** Machine repair, the queue with a finite source: mean number of machines down. */
    private static void repair(Lab lab, List<Check> checks, int crews, double expected) {
        Estimate down = lab.estimate(REPLICATIONS, s -> new Workshop(s, crews).meanDown());
        checks.add(Check.mean(
                "Queues", "Machine repair, 5 machines, crews: " + crews + ", mean down", KSL, expected, down));
    }

    /** Five machines. Each runs for 10 s and is under repair for 4 s, both exponential means; a crew repairs one machine at a time. */
    private static final class Workshop {

        private final Simulation sim = new Simulation();
        private final TimeWeighted down = new TimeWeighted();
        private final Flow<Integer> life;

        Workshop(Streams streams, int crews) {
            Resource crew = new Resource("crew", crews);
            RandomStream failures = streams.stream("failures");
            RandomStream repairs = streams.stream("repairs");
            Distribution running = Distribution.exponential(10);
            Distribution repair = Distribution.exponential(4);
            life = Flow.<Integer>of()
                    .delay(machine -> Nanos.ofSeconds(running.sample(failures)))
                    .observe((machine, now) -> down.add(1, now))
                    .seize(crew)
                    .delay(machine -> Nanos.ofSeconds(repair.sample(repairs)))
                    .release(crew)
                    .observe(this::repaired)
                    .build();
        }

        private void repaired(Integer machine, long now) {
            down.add(-1, now);
            life.launch(sim, machine);
        }

        /** Time-weighted mean number of machines down: those that wait for a crew and those under repair. */
        double meanDown() {
            for (int machine = 1; machine <= 5; machine++) {
                life.launch(sim, machine);
            }
            sim.runUntil(WARM_UP);
            down.reset(sim.now());
            sim.runUntil(END);
            return down.mean(sim.now());
        }
    }

    /**
     * Little's law is exact in a run that starts and ends empty: the area under the queue length equals the sum of the waits to the
     * nanosecond.
     */
    private static Check little(Lab lab) {
        Simulation sim = new Simulation();
        Resource server = new Resource("server", 2);
        Streams streams = Streams.of(lab.seed(), 1);
        Flow<Integer> flow = service(server, Distribution.exponential(1), streams.stream("service"));
        sim.schedule(0, arrivals(flow, streams.stream("arrivals"), 0.6, 5_000));
        sim.run();
        return Check.exact(
                "Queues",
                "Little's law, 5,000 customers: sum of waits and area under the queue, ns",
                "Little 1961; Stidham 1974",
                server.statistics().totalWait().nanos().doubleValue(),
                server.statistics().queueLength().area(sim.now()).doubleValue());
    }
}
