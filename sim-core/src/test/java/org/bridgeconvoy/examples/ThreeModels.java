package org.bridgeconvoy.examples;

import java.util.Locale;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.flow.Flow;
import org.bridgeconvoy.flow.Resource;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;

/** The models that the pages for users of other tools show in both tools. */
final class ThreeModels {
    private ThreeModels() {}

    // tag: queue
    static double meanWait(Streams streams) {
        RandomStream gaps = streams.stream("arrivals");
        RandomStream services = streams.stream("services");
        Simulation sim = new Simulation();
        Resource servers = new Resource("servers", 2);
        Flow<String> visit = Flow.<String>of()
                .seize(servers)
                .delaySeconds(customer -> services.nextExponential())
                .release(servers)
                .build();
        visit.launchEverySeconds(sim, () -> gaps.nextExponential() / 1.6, () -> "customer");
        sim.runUntil(2_000 * Nanos.SECOND);
        servers.resetStatistics(sim);
        sim.runUntil(22_000 * Nanos.SECOND);
        return servers.statistics().waitSeconds().mean();
    }

    static Estimate queue() {
        return new Experiment(/* seed */ 1, /* replications */ 30).estimate(ThreeModels::meanWait);
    }
    // end: queue

    // tag: bank
    static double shareGivingUp(Streams streams) {
        RandomStream random = streams.stream("bank");
        Simulation sim = new Simulation();
        Resource counter = new Resource("counter", 1);
        Flow<String> visit = Flow.<String>of()
                .seize(counter)
                .orGiveUpAfterSeconds(
                        client -> 2 * random.nextExponential(),
                        Flow.<String>of().build())
                .delaySeconds(client -> random.nextExponential())
                .release(counter)
                .build();
        visit.launchEverySeconds(sim, random::nextExponential, () -> "client");
        sim.runUntil(20_000 * Nanos.SECOND);
        double gaveUp = counter.statistics().gaveUpSeconds().count();
        return gaveUp / (gaveUp + counter.statistics().waitSeconds().count());
    }
    // end: bank

    static Estimate bank() {
        return new Experiment(/* seed */ 1, /* replications */ 20).estimate(ThreeModels::shareGivingUp);
    }

    // tag: machine
    static double partsAnHour(Streams streams) {
        RandomStream random = streams.stream("machine");
        Simulation sim = new Simulation();
        Resource machine = new Resource("machine", 1);
        int[] parts = new int[1];
        Flow<String> part = Flow.<String>of()
                .seize(machine)
                .delaySeconds(each -> 600 * random.nextExponential())
                .release(machine)
                .observe((each, now) -> parts[0]++)
                .build();
        part.launchEverySeconds(sim, () -> 500, () -> "part"); // more than it can make
        machine.failByTime(sim, () -> 36_000 * random.nextExponential(), () -> 7_200 * random.nextExponential());
        sim.runUntil(5_000 * Nanos.HOUR);
        return parts[0] / 5_000.0;
    }
    // end: machine

    static Estimate machine() {
        return new Experiment(/* seed */ 1, /* replications */ 20).estimate(ThreeModels::partsAnHour);
    }

    static String run() {
        return said("mean wait, s", queue()) + said("share that gives up", bank()) + said("parts an hour", machine());
    }

    private static String said(String what, Estimate estimate) {
        return String.format(Locale.ROOT, "%s: %.3f +- %.3f\n", what, estimate.mean(), estimate.halfWidth95());
    }
}
