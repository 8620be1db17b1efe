package org.bridgeconvoy.examples;

import java.util.List;
import java.util.Locale;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.experiment.Comparison;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.experiment.PairedDifference;
import org.bridgeconvoy.experiment.theory.Queues;
import org.bridgeconvoy.flow.Flow;
import org.bridgeconvoy.flow.Resource;
import org.bridgeconvoy.observe.Tally;
import org.bridgeconvoy.observe.TimeWeighted;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;

/** Lessons 1 to 8 of the course; those on the bridge are in {@link CourseOnBridges}. */
final class Course {
    private Course() {}

    static String events() {
        StringBuilder log = new StringBuilder();
        // tag: events
        Simulation sim = new Simulation();
        Resource booth = new Resource("booth", 1);
        Flow<String> visit = Flow.<String>of()
                .seize(booth)
                .observe((truck, now) -> log.append(truck + " begins at " + now / Nanos.MINUTE + " min\n"))
                .delay(4 * Nanos.MINUTE)
                .release(booth)
                .build();
        sim.scheduleAt(0, s -> visit.launch(s, "A"));
        sim.scheduleAt(1 * Nanos.MINUTE, s -> visit.launch(s, "B"));
        sim.scheduleAt(9 * Nanos.MINUTE, s -> visit.launch(s, "C"));
        sim.run();
        // end: events
        log.append("mean wait " + booth.statistics().waitSeconds().mean() / 60 + " min\n");
        return log.toString();
    }

    static String chance() {
        // tag: chance
        RandomStream gaps = Streams.of(/* seed */ 1, /* replication */ 1).stream("gaps");
        int longGaps = 0;
        for (int i = 0; i < 100_000; i++) {
            if (gaps.nextExponential() > 2) { // a mean of 1
                longGaps++;
            }
        }
        double share = longGaps / 100_000.0;
        // end: chance
        return String.format(Locale.ROOT, "%.4f of the gaps are longer than 2 means\n", share);
    }

    // tag: queue
    /** Mean wait in seconds before one server, in units of the mean service time of 1 s. */
    static double meanWait(Streams streams, double load) {
        RandomStream gaps = streams.stream("arrivals");
        RandomStream services = streams.stream("services");
        Simulation sim = new Simulation();
        Resource server = new Resource("server", 1);
        Flow<String> visit = Flow.<String>of()
                .seize(server)
                .delaySeconds(customer -> services.nextExponential())
                .release(server)
                .build();
        visit.launchEverySeconds(sim, () -> gaps.nextExponential() / load, () -> "customer");
        sim.runUntil(1_000 * Nanos.SECOND); // the warm-up
        server.resetStatistics(sim);
        sim.runUntil(21_000 * Nanos.SECOND);
        return server.statistics().waitSeconds().mean();
    }
    // end: queue

    static Estimate queueAt(double load) {
        return new Experiment(/* seed */ 1, /* replications */ 20).estimate(streams -> meanWait(streams, load));
    }

    static String queue() {
        return said("mean wait at 50% load", queueAt(0.5), 1);
    }

    static Estimate runs(int replications) {
        return new Experiment(/* seed */ 3, replications).estimate(streams -> meanWait(streams, 0.5));
    }

    static String interval() {
        return said("10 runs", runs(10), 1) + said("40 runs", runs(40), 1) + said("160 runs", runs(160), 1);
    }

    // tag: first
    /** Mean wait of the first customers after opening, in seconds, at 90% load. */
    static double firstWaits(Streams streams, int customers) {
        RandomStream gaps = streams.stream("arrivals");
        RandomStream services = streams.stream("services");
        double wait = 0;
        double sum = 0;
        for (int i = 0; i < customers; i++) {
            sum += wait;
            // Lindley 1952: the next waits what is left of this one's wait and service when it comes.
            wait = Math.max(0, wait + services.nextExponential() - gaps.nextExponential() / 0.9);
        }
        return sum / customers;
    }
    // end: first

    static Estimate first(int customers) {
        return new Experiment(/* seed */ 1, /* replications */ 400).estimate(streams -> firstWaits(streams, customers));
    }

    static String warmUp() {
        return said("first 10", first(10), 9)
                + said("first 100", first(100), 9)
                + said("first 10000", first(10_000), 9);
    }

    static String little() {
        // tag: little
        RandomStream random = Streams.of(1, 1).stream("all");
        Simulation sim = new Simulation();
        Resource clerks = new Resource("clerks", 3);
        TimeWeighted inside = new TimeWeighted(0, 0);
        Tally timeInside = new Tally();
        Flow<Long> visit = Flow.<Long>of()
                .observe((came, now) -> inside.add(1, now))
                .seize(clerks)
                .delaySeconds(came -> 120 + 60 * random.nextExponential())
                .release(clerks)
                .observe((came, now) -> {
                    inside.add(-1, now);
                    timeInside.record(Nanos.toSeconds(now - came));
                })
                .build();
        visit.launchEverySeconds(sim, () -> 75 * random.nextExponential(), sim::now);
        sim.runUntil(1_000 * Nanos.HOUR);
        double throughput = timeInside.count() / (1_000 * 3_600.0);
        double product = throughput * timeInside.mean();
        // end: little
        return String.format(
                Locale.ROOT, "number inside %.3f, throughput x time inside %.3f\n", inside.mean(sim.now()), product);
    }

    static String load() {
        StringBuilder text = new StringBuilder();
        for (double load : new double[] {0.5, 0.7, 0.8, 0.9}) {
            text.append(said(
                    String.format(Locale.ROOT, "load %.0f%%", 100 * load),
                    queueAt(load),
                    Queues.waitInMMc(1, load, 1)));
        }
        return text.toString();
    }

    // tag: designs
    /** Mean time in system in seconds with this number of servers, which together work as fast as one that needs 1 s. */
    static double timeInSystem(Streams streams, int servers) {
        RandomStream gaps = streams.stream("arrivals");
        RandomStream services = streams.stream("services");
        Tally time = new Tally();
        Simulation sim = new Simulation();
        Resource booths = new Resource("booths", servers);
        Flow<Long> visit = Flow.<Long>of()
                .seize(booths)
                .delaySeconds(came -> servers * services.nextExponential())
                .release(booths)
                .observe((came, now) -> time.record(Nanos.toSeconds(now - came)))
                .build();
        visit.launchEverySeconds(sim, () -> gaps.nextExponential() / 0.7, sim::now);
        sim.runUntil(10_000 * Nanos.SECOND);
        return time.mean();
    }
    // end: designs

    static PairedDifference designs(boolean common) {
        // tag: compare
        double[] one = new Experiment(/* seed */ 1, /* replications */ 20)
                .values(() -> streams -> timeInSystem(streams, 1), Double::doubleValue);
        double[] two = new Experiment(/* seed */ common ? 1 : 2, /* replications */ 20)
                .values(() -> streams -> timeInSystem(streams, 2), Double::doubleValue);
        PairedDifference more = Comparison.of(List.of("one fast", "two slow"), List.of(one, two))
                .fromFirst()
                .get(0);
        // end: compare
        return more;
    }

    static String twoDesigns() {
        PairedDifference common = designs(true);
        PairedDifference own = designs(false);
        return String.format(
                Locale.ROOT,
                "two slow instead of one fast: %+.3f s +- %.3f with common random numbers, %+.3f s +- %.3f without\n",
                common.estimate().mean(),
                common.halfWidth(),
                own.estimate().mean(),
                own.halfWidth());
    }

    private static String said(String what, Estimate estimate, double theory) {
        return String.format(
                Locale.ROOT,
                "%s: %.3f s +- %.3f (theory: %.3f s)\n",
                what,
                estimate.mean(),
                estimate.halfWidth95(),
                theory);
    }
}
