package consumer;

import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.flow.Flow;
import org.bridgeconvoy.flow.Resource;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;

/** An M/M/2 queue in a project of someone else; what it must print is known from Erlang's C formula: 1.777778 s. */
public final class Main {

    private Main() {}

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

    /** Fails unless the wait is as theory says and the library is found in the way that the first argument names. */
    public static void main(String[] args) {
        Estimate wait = new Experiment(1, 30).estimate(Main::meanWaitSeconds);
        String module = Simulation.class.getModule().isNamed() ? "module path" : "class path";
        System.out.println(module + ": mean wait " + wait.mean() + " s +- " + wait.halfWidth95());
        // Four times the half-width: a false alarm about once in 10^9 seeds, and the seed is fixed.
        if (Math.abs(wait.mean() - 1.777778) > 4 * wait.halfWidth95() || !module.equals(args[0])) {
            throw new IllegalStateException("expected 1.777778 s on the " + args[0]);
        }
    }
}
