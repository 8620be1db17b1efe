package org.bridgeconvoy.examples;

import java.util.Locale;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.experiment.theory.Queues;
import org.bridgeconvoy.flow.Flow;
import org.bridgeconvoy.flow.Resource;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;

/** M/M/2 at 80% load in flow style, held against Erlang's C formula. */
final class MultiServerQueue {
    private MultiServerQueue() {}

    // tag: queue
    static double meanWaitSeconds(Streams streams) {
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
        sim.runUntil(42_000 * Nanos.SECOND);
        return servers.statistics().waitSeconds().mean();
    }
    // end: queue

    static Estimate estimate() {
        // tag: estimate
        Estimate wait = new Experiment(/* seed */ 1, /* replications */ 30).estimate(MultiServerQueue::meanWaitSeconds);
        // end: estimate
        return wait;
    }

    static double theory() {
        return Queues.waitInMMc(2, 1.6, 1);
    }

    static String run() {
        Estimate wait = estimate();
        return String.format(
                Locale.ROOT,
                "mean wait %.3f s +- %.3f (Erlang C: %.3f s)\n",
                wait.mean(),
                wait.halfWidth95(),
                theory());
    }
}
