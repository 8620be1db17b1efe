package org.bridgeconvoy.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.observe.Tally;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;
import org.junit.jupiter.api.Test;

/** Classic models with a known answer, written in words of flows only: servers that walk, rest and block. */
class ClassicModelsTest {
    private static final long S = Nanos.SECOND;

    /** The line of customers from which a walking server takes the first; each is its time of coming. */
    private static final class Customers {
        private final Queue<Long> line = new ArrayDeque<>();
        private final Tally wait = new Tally();

        void arrive(Simulation sim, RandomStream gaps, double rate) {
            Flow.<Long>of()
                    .observe((came, now) -> line.add(came))
                    .build()
                    .launchEverySeconds(sim, () -> gaps.nextExponential() / rate, sim::now);
        }

        /** Serves all until the line is empty. */
        Flow<String> exhaust(RandomStream services) {
            Flow<String> one = Flow.<String>of()
                    .observe((server, now) -> wait.record(Nanos.toSeconds(now - line.remove())))
                    .delaySeconds(server -> services.nextExponential())
                    .build();
            return Flow.<String>of().repeatWhile(server -> !line.isEmpty(), one).build();
        }
    }

    private static void forEver(Simulation sim, Flow<String> round) {
        Flow.<String>of().repeatWhile(server -> true, round).build().launch(sim, "server");
    }

    /** Mean wait in an M/M/1 queue whose server rests for 0 to 4 s, again and again, while nobody is there. */
    private static double vacations(Streams streams) {
        RandomStream rests = streams.stream("rests");
        Simulation sim = new Simulation();
        Customers customers = new Customers();
        customers.arrive(sim, streams.stream("gaps"), 0.5);
        forEver(
                sim,
                Flow.<String>of()
                        .then(customers.exhaust(streams.stream("services")))
                        .delaySeconds(server -> 4 * rests.nextDouble())
                        .build());
        sim.runUntil(200 * S);
        customers.wait.reset();
        sim.runUntil(5_000 * S);
        return customers.wait.mean();
    }

    /** Levy and Yechiali (1975): that of M/G/1 and the mean residual rest, E V^2 / (2 E V). */
    @Test
    void a_server_with_vacations_has_the_mean_wait_of_Levy_and_Yechiali() {
        Theory.assertMean(ClassicModelsTest::vacations, 0.5 * 2 / 2 / (1 - 0.5) + 16 / 3.0 / (2 * 2), 0.05);
    }

    /** Mean wait in two queues, 0.3 arrivals each, that one server empties in turn; the walk between them takes 0.5 s. */
    private static double polling(Streams streams) {
        Simulation sim = new Simulation();
        Customers left = new Customers();
        Customers right = new Customers();
        left.arrive(sim, streams.stream("left"), 0.3);
        right.arrive(sim, streams.stream("right"), 0.3);
        RandomStream services = streams.stream("services");
        forEver(
                sim,
                Flow.<String>of()
                        .then(left.exhaust(services))
                        .delay(S / 2)
                        .then(right.exhaust(services))
                        .delay(S / 2)
                        .build());
        sim.runUntil(200 * S);
        left.wait.reset();
        right.wait.reset();
        sim.runUntil(8_000 * S);
        return (left.wait.mean() + right.wait.mean()) / 2;
    }

    /** Takagi (1986), Analysis of Polling Systems, exhaustive service of like queues: (N a E S^2 + r (N - load)) / (2 (1 - load)). */
    @Test
    void a_server_that_walks_between_two_queues_has_the_mean_wait_of_Takagi() {
        Theory.assertMean(ClassicModelsTest::polling, (2 * 0.3 * 2 + 0.5 * (2 - 0.6)) / (2 * (1 - 0.6)), 0.08);
    }

    /** Pieces a second through two machines, with room for some pieces between them; the first one always has work. */
    private static double tandem(Streams streams, int room) {
        RandomStream first = streams.stream("first");
        RandomStream second = streams.stream("second");
        Simulation sim = new Simulation();
        Resource cutting = new Resource("cutting", 1);
        Resource table = new Resource("table", Math.max(1, room));
        Resource drilling = new Resource("drilling", 1);
        Passage<String> behind = new Passage<>("behind");
        Flow<String> drill = room == 0
                ? Flow.<String>of().seize(drilling).release(cutting).build()
                : Flow.<String>of()
                        .seize(table)
                        .release(cutting)
                        .seize(drilling)
                        .release(table)
                        .build();
        Flow<String> part = Flow.<String>of()
                .then(drill)
                .within(
                        behind,
                        Flow.<String>of()
                                .delaySeconds(piece -> second.nextExponential())
                                .release(drilling)
                                .build())
                .build();
        Flow<String> piece = Flow.<String>of()
                .seize(cutting)
                .delaySeconds(p -> first.nextExponential())
                .then(part)
                .build();
        // Pieces come faster than the line takes them, and turn away where five wait.
        Flow<String> feeding = Flow.<String>of()
                .leaveIf(p -> cutting.queueLength() == 5)
                .then(piece)
                .build();
        feeding.launchEverySeconds(sim, () -> 0.1, () -> "piece");
        sim.runUntil(100 * S);
        behind.forget(sim.now());
        cutting.forget(sim.now());
        sim.runUntil(3_100 * S);
        if (room == 0) {
            assertThat(cutting.blockedShare(sim)).isBetween(0.30, 0.37);
        }
        return behind.all().timeSeconds().count() / 3_000.0;
    }

    /** Hunt (1956), Operations Research 4(6): (room + 2) / (room + 3) for two like machines; blocked for 1/3 of the time without room. */
    @Test
    void a_line_of_two_machines_with_blocking_has_the_rate_of_Hunt() {
        Theory.assertMean(streams -> tandem(streams, 0), 2 / 3.0, 0.03);
        Theory.assertMean(streams -> tandem(streams, 3), 5 / 6.0, 0.03);
    }
}
