package org.bridgeconvoy.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.observe.Tally;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entities that give up in a queue or do not join it: by hand calculation and by the theory of queues with a known answer. */
class PatienceTest {
    private static final long S = Nanos.SECOND;
    private static final int REPLICATIONS = 30;

    private final Simulation sim = new Simulation();
    private final Resource dock = new Resource("dock", 1);
    private final List<String> log = new ArrayList<>();

    private Observer<String> note(String what) {
        return (entity, now) -> log.add(now / S + " " + entity + " " + what);
    }

    private void launchAt(long seconds, Flow<String> flow, String entity) {
        sim.scheduleAt(seconds * S, s -> flow.launch(s, entity));
    }

    private static Flow.Builder<String> flow() {
        return Flow.of();
    }

    private Flow<String> say(String what) {
        return flow().observe(note(what)).build();
    }

    private Flow<String> hold(long seconds) {
        return flow().seize(dock).delay(seconds * S).release(dock).build();
    }

    @Test
    void who_waits_too_long_goes_another_way_and_out_of_the_flow() {
        Flow<String> visit = flow().seize(dock)
                .orGiveUpAfterSeconds(entity -> 5, say("gives up"))
                .observe(note("in"))
                .delay(8 * S)
                .release(dock)
                .observe(note("out"))
                .build();
        for (int i = 0; i < 4; i++) {
            launchAt(List.of(0, 1, 4, 6).get(i), visit, "ABCD".substring(i, i + 1));
        }
        sim.run();
        // B waits from 1 to 6. C, who came at 4, gets the dock at 8. D, who came at 6, gives up at 11.
        assertThat(log).containsExactly("0 A in", "6 B gives up", "8 C in", "8 A out", "11 D gives up", "16 C out");
        WaitStatistics statistics = dock.statistics();
        assertThat(statistics.gaveUpSeconds().count()).isEqualTo(2);
        assertThat(statistics.gaveUpSeconds().mean()).isEqualTo(5);
        assertThat(statistics.waitSeconds().count()).isEqualTo(2);
        assertThat(statistics.waitSeconds().mean()).isEqualTo(2);
        // Waits of 5, 4 and 5 s.
        assertThat(statistics.queueLength().area(sim.now())).isEqualTo(BigInteger.valueOf(14 * S));
        assertThat(dock.queueLength()).isZero();
        assertThat(sim.pendingEvents()).isZero();
        dock.resetStatistics(sim);
        assertThat(statistics.gaveUpSeconds().count()).isZero();
    }

    @Test
    void a_part_that_is_left_early_goes_on_behind_it() {
        Flow<String> visit = flow().seize(dock)
                .orGiveUpAfterSeconds(entity -> 1, say("gives up"))
                .observe(note("in"))
                .release(dock)
                .build();
        Flow<String> day = flow().then(visit)
                .observe(note("goes home"))
                .then(visit)
                .observe(note("sleeps"))
                .build();
        launchAt(0, hold(3), "holder");
        launchAt(1, day, "A");
        sim.run();
        assertThat(log).containsExactly("2 A gives up", "2 A goes home", "3 A in", "3 A sleeps");
    }

    @Test
    void who_finds_the_queue_full_balks() {
        Flow<String> visit = flow().seize(dock)
                .orBalkAt(1, say("balks"))
                .orGiveUpAfterSeconds(entity -> 3, say("gives up"))
                .observe(note("in"))
                .delay(8 * S)
                .release(dock)
                .build();
        launchAt(0, visit, "A");
        launchAt(1, visit, "B");
        launchAt(2, visit, "C");
        launchAt(6, visit, "D");
        launchAt(20, visit, "E");
        sim.run();
        assertThat(log).containsExactly("0 A in", "2 C balks", "4 B gives up", "8 D in", "20 E in");
        assertThat(dock.statistics().balked()).isEqualTo(1);
        dock.resetStatistics(sim);
        assertThat(dock.statistics().balked()).isZero();
    }

    @Test
    void without_room_to_wait_only_who_is_served_at_once_comes_in() {
        Flow<String> visit = flow().seize(dock)
                .orBalkAt(0, say("balks"))
                .observe(note("in"))
                .delay(4 * S)
                .release(dock)
                .build();
        launchAt(0, visit, "A");
        launchAt(3, visit, "B");
        launchAt(5, visit, "C");
        sim.run();
        assertThat(log).containsExactly("0 A in", "3 B balks", "5 C in");
    }

    @Test
    void who_gives_up_at_the_head_lets_pass_who_needs_less() {
        Resource crane = new Resource("crane", 3);
        Flow<String> two =
                flow().seize(crane, 2).delay(10 * S).release(crane, 2).build();
        Flow<String> three = flow().seize(crane, 3)
                .orGiveUpAfterSeconds(entity -> 4, say("gives up"))
                .release(crane, 3)
                .build();
        Flow<String> one =
                flow().seize(crane).observe(note("in")).release(crane).build();
        launchAt(0, two, "A");
        launchAt(1, three, "B");
        launchAt(2, one, "C");
        sim.run();
        assertThat(log).containsExactly("5 C in", "5 B gives up");
    }

    @Test
    void words_of_a_seize_stand_behind_one_and_only_once() {
        assertThatIllegalStateException()
                .isThrownBy(() -> flow().delay(1).orBalkAt(1, say("balks")))
                .withMessage("step 2: orBalkAt belongs directly behind a seize");
        assertThatIllegalStateException()
                .isThrownBy(() -> flow().seize(dock)
                        .orGiveUpAfterSeconds(entity -> 1, say(""))
                        .orGiveUpAfterSeconds(entity -> 1, say("")))
                .withMessage("seize of resource 'dock' has orGiveUpAfterSeconds already");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> flow().seize(dock).orBalkAt(-1, say("")))
                .withMessageContaining("must be >= 0, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> flow().seize(dock)
                        .orGiveUpAfterSeconds(entity -> Double.NaN, say(""))
                        .build()
                        .launch(sim, "A"))
                .withMessageContaining("seize of resource 'dock'")
                .withMessageContaining("got NaN s");
    }

    /** Arrivals, services of mean 1 s and patience, all exponential. */
    private static WaitStatistics queue(int seed, double arrivalsPerSecond, int servers, double patience, int room) {
        Streams streams = Streams.of(seed, 1);
        RandomStream gaps = streams.stream("arrivals");
        RandomStream services = streams.stream("services");
        RandomStream tempers = streams.stream("tempers");
        Simulation sim = new Simulation();
        Resource server = new Resource("server", servers);
        Flow<Long> none = Flow.<Long>of().build();
        Flow<Long> visit = Flow.<Long>of()
                .seize(server)
                .orGiveUpAfterSeconds(arrived -> patience * tempers.nextExponential(), none)
                .orBalkAt(room, none)
                .delaySeconds(arrived -> services.nextExponential())
                .release(server)
                .build();
        visit.launchEverySeconds(sim, () -> gaps.nextExponential() / arrivalsPerSecond, sim::now);
        sim.runUntil(200 * S);
        server.resetStatistics(sim);
        sim.runUntil(5_200 * S);
        return server.statistics();
    }

    private static void assertCoversTruth(Tally tally, double truth) {
        double quantile = new TDistribution(REPLICATIONS - 1).inverseCumulativeProbability(0.9995);
        double halfWidth = quantile * tally.sd() / Math.sqrt(REPLICATIONS);
        assertThat(tally.mean()).isCloseTo(truth, within(halfWidth));
        assertThat(halfWidth).as("the interval says something").isLessThan(0.1 * truth);
    }

    // VALIDATION: Palm's M/M/c+M (Erlang A), by its birth and death equations: with n in system, deaths at rate min(n,
    // c) + (n - c)+ / patience.
    @ParameterizedTest(name = "{0} a second, {1} servers, patience {2} s")
    @CsvSource({"1.2, 1, 2", "4.5, 5, 1", "6, 5, 0.5"})
    void abandonment_is_that_of_erlang_a(double rate, int servers, double patience) {
        double weight = 1;
        double sum = 1;
        double waiting = 0;
        for (int n = 1; n < 400; n++) {
            weight *= rate / (Math.min(n, servers) + Math.max(0, n - servers) / patience);
            sum += weight;
            waiting += Math.max(0, n - servers) * weight;
        }
        double meanQueue = waiting / sum;
        Tally queue = new Tally();
        Tally share = new Tally();
        for (int seed = 1; seed <= REPLICATIONS; seed++) {
            WaitStatistics statistics = queue(seed, rate, servers, patience, Integer.MAX_VALUE);
            queue.record(statistics.queueLength().mean(5_200 * S));
            double gone = statistics.gaveUpSeconds().count();
            share.record(gone / (gone + statistics.waitSeconds().count()));
            assertThat(statistics.balked()).isZero();
        }
        assertCoversTruth(queue, meanQueue);
        // Each that waits leaves at rate 1 / patience.
        assertCoversTruth(share, meanQueue / patience / rate);
    }

    // VALIDATION: share turned away by M/M/1/K, (1 - r) r^K / (1 - r^(K+1)); Gross, Shortle, Thompson, Harris, 2.5.
    @ParameterizedTest(name = "load {0}, {1} in system")
    @CsvSource({"0.8, 1", "0.8, 4", "1.5, 3"})
    void a_full_queue_turns_away_the_share_of_theory(double load, int most) {
        Tally share = new Tally();
        for (int seed = 1; seed <= REPLICATIONS; seed++) {
            WaitStatistics statistics = queue(seed, load, 1, Double.POSITIVE_INFINITY, most - 1);
            double away = statistics.balked();
            share.record(away / (away + statistics.waitSeconds().count()));
            assertThat(statistics.gaveUpSeconds().count()).isZero();
        }
        assertCoversTruth(share, (1 - load) * Math.pow(load, most) / (1 - Math.pow(load, most + 1)));
    }
}
