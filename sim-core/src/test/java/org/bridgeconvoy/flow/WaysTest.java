package org.bridgeconvoy.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.observe.Tally;
import org.bridgeconvoy.observe.TimeWeighted;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;
import org.junit.jupiter.api.Test;

/** Ways through a flow: choice, repeats, several at once, the first of several, parts. */
class WaysTest {
    private static final long S = Nanos.SECOND;

    private final Simulation sim = new Simulation();
    private final List<String> log = new ArrayList<>();

    private Observer<String> note(String what) {
        return (entity, now) -> log.add(now / S + " " + entity + " " + what);
    }

    private Flow<String> say(String what) {
        return flow().observe(note(what)).build();
    }

    private static Flow.Builder<String> flow() {
        return Flow.of();
    }

    private static Flow<String> after(long seconds, Observer<String> observer) {
        return flow().delay(seconds * S).observe(observer).build();
    }

    @Test
    void an_entity_goes_the_chosen_way_and_on_behind_all() {
        Flow<String> flow = flow().choose(String::length, List.of(say("0"), flow().build(), say("2"), say("3")))
                .observe(note("on"))
                .build();
        List.of("", "a", "bb", "ccc").forEach(entity -> flow.launch(sim, entity));
        assertThat(log).containsExactly("0  0", "0  on", "0 a on", "0 bb 2", "0 bb on", "0 ccc 3", "0 ccc on");
        assertThatIllegalStateException()
                .isThrownBy(() -> flow.launch(sim, "dddd"))
                .withMessage("step 1 (choice of a way): the way must be from 0 to 3, got 4 (t=0 s, dddd)");
    }

    @Test
    void a_choice_by_chance_takes_each_way_with_its_probability() {
        double[] draws = {0, 0.199, 0.2, 0.699, 0.7, 0.999};
        int[] next = new int[1];
        Flow<String> flow = flow().chooseByChance(
                        () -> draws[next[0]++], new double[] {0.2, 0.5, 0.3}, List.of(say("a"), say("b"), say("c")))
                .build();
        for (int i = 0; i < draws.length; i++) {
            flow.launch(sim, "x");
        }
        assertThat(log).containsExactly("0 x a", "0 x a", "0 x b", "0 x b", "0 x c", "0 x c");
        List<Flow<String>> two = List.of(say("a"), say("b"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> flow().chooseByChance(() -> 0, new double[] {0.5, 0.4}, two))
                .withMessage("the probabilities of ways must add up to 1, got 0.9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> flow().chooseByChance(() -> 0, new double[] {1}, two))
                .withMessage("a probability is needed for each of 2 ways, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> flow().chooseByChance(() -> 0, new double[] {1.5, -0.5}, two));
    }

    @Test
    void steps_are_repeated_while_or_until_a_condition_holds() {
        int[] left = {2};
        Flow<String> flow = flow().repeatWhile(e -> left[0] > 0, after(1, (e, now) -> left[0]--))
                .observe(note("none left"))
                .repeatUntil(e -> ++left[0] == 3, after(10, note("again")))
                .observe(note("three"))
                .build();
        flow.launch(sim, "x");
        sim.run();
        assertThat(log).containsExactly("2 x none left", "12 x again", "22 x again", "32 x again", "32 x three");
        log.clear();
        left[0] = 0;
        flow().repeatWhile(e -> left[0] > 0, say("never"))
                .observe(note("out"))
                .build()
                .launch(sim, "y");
        assertThat(log).containsExactly("32 y out");
    }

    @Test
    void a_way_back_leads_to_its_mark() {
        int[] tries = new int[1];
        Flow<String> flow = flow().delay(S)
                .mark("rework")
                .delay(10 * S)
                .observe(note("try"))
                .goBackTo("rework", e -> ++tries[0] < 3)
                .observe(note("good"))
                .build();
        flow.launch(sim, "x");
        sim.run();
        assertThat(log).containsExactly("11 x try", "21 x try", "31 x try", "31 x good");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> flow().mark("a").goBackTo("b", e -> true))
                .withMessage("step 1: no mark 'b' stands before; there are [a]");
        assertThatIllegalArgumentException().isThrownBy(() -> flow().mark("a").mark("a"));
    }

    @Test
    void a_repeat_in_which_no_time_passes_is_found() {
        sim.limitAtOneInstant(100_000);
        Flow<String> flow = flow().repeatWhile(e -> true, flow().build()).build();
        sim.schedule(S, s -> flow.launch(s, "x"));
        assertThatIllegalStateException()
                .isThrownBy(sim::run)
                .withMessageContaining("the clock does not move on")
                .withMessageContaining("a repeat or a way back in a flow");
    }

    @Test
    void who_leaves_goes_on_behind_the_part() {
        Flow<String> part =
                flow().leaveIf(e -> e.equals("x")).observe(note("stays")).build();
        Flow<String> flow = flow().then(part).observe(note("behind")).build();
        flow.launch(sim, "x");
        flow.launch(sim, "y");
        part.launch(sim, "x");
        assertThat(log).containsExactly("0 x behind", "0 y stays", "0 y behind");
    }

    @Test
    void a_resource_is_chosen_for_each_entity() {
        Resource left = new Resource("left", 1);
        Resource right = new Resource("right", 1);
        Function<String, Resource> named = e -> e.startsWith("l") ? left : right;
        Flow<String> flow = flow().seize(named)
                .orGiveUpAfterSeconds(e -> 2, say("gives up"))
                .observe(note("works"))
                .delay(5 * S)
                .release(named)
                .build();
        List.of("l1", "l2", "r1").forEach(entity -> flow.launch(sim, entity));
        sim.run();
        assertThat(log).containsExactly("0 l1 works", "0 r1 works", "2 l2 gives up");
        assertThat(left.statistics().gaveUpSeconds().count()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> flow().seize(named, 2, null).build().launch(sim, "l3"))
                .withMessage("resource 'left': units must be from 1 to 1, got 2");
        assertThatIllegalArgumentException().isThrownBy(() -> Resource.withShortestLine(List.of()));
    }

    @Test
    void several_ways_at_once_end_when_all_have_ended() {
        Resource crane = new Resource("crane", 1);
        Flow<String> lift = flow().seize(crane)
                .delay(3 * S)
                .release(crane)
                .observe(note("lifted"))
                .build();
        Flow<String> flow = flow().inParallel(List.of(lift, after(5, note("checked")), flow().build()))
                .observe(note("on"))
                .build();
        flow.launch(sim, "x");
        flow.launch(sim, "y");
        flow().inParallel(List.of()).observe(note("no way")).build().launch(sim, "z");
        sim.run();
        assertThat(log)
                .containsExactly(
                        "0 z no way", "3 x lifted", "5 x checked", "5 x on", "5 y checked", "6 y lifted", "6 y on");
    }

    @Test
    void the_first_of_several_ways_takes_the_entity_out_of_the_others() {
        Resource crane = new Resource("crane", 1);
        Resource hook = new Resource("hook", 1);
        Gate gate = new Gate("gate", false);
        Batch batch = new Batch("batch", 2);
        Flow<String> inner = flow().inParallel(
                        List.of(after(99, note("never")), flow().waitFor(gate).build()))
                .build();
        Flow<String> flow = flow().firstOf(List.of(
                        flow().seize(crane).observe(note("crane")).build(),
                        flow().seize(hook).delay(99 * S).build(),
                        flow().waitFor(gate).build(),
                        flow().batch(batch).build(),
                        flow().then((s, e, done) -> s.schedule(50 * S, done)).build(),
                        inner,
                        after(4, note("too late"))))
                .observe(note("on"))
                .build();
        flow().seize(crane).delay(10 * S).release(crane).build().launch(sim, "holder");
        flow.launch(sim, "x");
        sim.runUntil(3 * S);
        assertThat(List.of(crane.queueLength(), hook.inUse(), gate.waiting(), batch.waiting()))
                .containsExactly(1, 1, 2, 1);
        sim.runUntil(4 * S);
        assertThat(log).containsExactly("4 x too late", "4 x on");
        assertThat(List.of(crane.queueLength(), hook.inUse(), gate.waiting(), batch.waiting()))
                .containsExactly(0, 0, 0, 0);
        flow.launch(sim, "y");
        sim.run();
        // y has the crane at 10; before, its time was up at 8.
        assertThat(log.subList(2, 4)).containsExactly("8 y too late", "8 y on");
        assertThat(log).hasSize(4);
        assertThat(crane.statistics().gaveUpSeconds().count()).isEqualTo(2);
        assertThat(hook.notGivenBack()).isEmpty();
    }

    @Test
    void a_way_that_ends_at_once_keeps_the_others_from_beginning_and_may_open_the_gate_of_one_before() {
        Gate gate = new Gate("gate", false);
        flow().firstOf(List.of(
                        flow().waitFor(gate).observe(note("gate")).build(),
                        flow().observe((e, now) -> gate.open(sim))
                                .observe(note("opened"))
                                .build(),
                        say("not begun")))
                .observe(note("on"))
                .build()
                .launch(sim, "x");
        sim.run();
        assertThat(log).containsExactly("0 x gate", "0 x on");
    }

    @Test
    void signals_are_waited_for_one_or_all() {
        Gate red = new Gate("red", false);
        Gate blue = new Gate("blue", false);
        flow().waitForAll(List.of(red, blue)).observe(note("all")).build().launch(sim, "x");
        flow().waitForAny(List.of(red, blue)).observe(note("any")).build().launch(sim, "x");
        sim.schedule(S, s -> {
            red.open(s);
            red.close();
        });
        sim.schedule(2 * S, blue::open);
        sim.run();
        assertThat(log).containsExactly("1 x any", "2 x all");
        assertThatIllegalArgumentException().isThrownBy(() -> flow().waitForAny(List.of()));
    }

    @Test
    void parts_go_their_own_way_and_are_waited_for_or_not() {
        Flow<Integer> part = Flow.<Integer>of()
                .delaySeconds(n -> n)
                .observe((n, now) -> log.add(now / S + " part " + n))
                .build();
        flow().splitAndAssemble(e -> List.of(3, 1, 2), part)
                .observe(note("whole"))
                .splitOff(e -> List.of(1, 2), part)
                .observe(note("goes on"))
                .splitAndAssemble(e -> List.<Integer>of(), part)
                .observe(note("no parts"))
                .build()
                .launch(sim, "x");
        sim.run();
        assertThat(log)
                .containsExactly(
                        "1 part 1",
                        "2 part 2",
                        "3 part 3",
                        "3 x whole",
                        "3 x goes on",
                        "3 x no parts",
                        "4 part 1",
                        "5 part 2");
    }

    /** Mean number in a queue from which a customer goes back to its end with probability 0.5. */
    private static double feedback(Streams streams) {
        RandomStream gaps = streams.stream("gaps");
        RandomStream services = streams.stream("services");
        RandomStream errors = streams.stream("errors");
        Simulation sim = new Simulation();
        Resource server = new Resource("server", 1);
        Flow<String> service = Flow.<String>of()
                .seize(server)
                .delaySeconds(e -> services.nextExponential())
                .release(server)
                .build();
        Flow<String> flow = Flow.<String>of()
                .repeatUntil(e -> errors.nextDouble() < 0.5, service)
                .build();
        flow.launchEverySeconds(sim, () -> gaps.nextExponential() / 0.35, () -> "job");
        sim.runUntil(200 * S);
        server.resetStatistics(sim);
        sim.runUntil(6_000 * S);
        return server.statistics().queueLength().mean(sim.now())
                + server.statistics().inUse().mean(sim.now());
    }

    /** Jackson (1957): as an M/M/1 queue with the load of all visits, 0.35 / 0.5 = 0.7. */
    @Test
    void a_queue_with_feedback_has_the_length_of_Jackson() {
        Theory.assertMean(WaysTest::feedback, 0.7 / 0.3, 0.1);
    }

    /** Mean time from the fork to the join of two M/M/1 queues at load 0.6, or of two delays. */
    private static double forkJoin(Streams streams, boolean queues) {
        RandomStream gaps = streams.stream("gaps");
        Simulation sim = new Simulation();
        List<Flow<Long>> ways = new ArrayList<>();
        for (String name : List.of("left", "right")) {
            RandomStream services = streams.stream(name);
            Resource server = new Resource(name, queues ? 1 : 1_000);
            ways.add(Flow.<Long>of()
                    .seize(server)
                    .delaySeconds(e -> services.nextExponential())
                    .release(server)
                    .build());
        }
        Tally time = new Tally();
        Flow<Long> flow = Flow.<Long>of()
                .inParallel(ways)
                .observe((came, now) -> time.record(Nanos.toSeconds(now - came)))
                .build();
        flow.launchEverySeconds(sim, () -> gaps.nextExponential() / 0.6, sim::now);
        sim.runUntil(200 * S);
        time.reset();
        sim.runUntil(5_000 * S);
        return time.mean();
    }

    /** Two exponential times: the greater has the mean 1.5. Two queues: (12 - load) / 8 times that of one, Flatto and Hahn (1984). */
    @Test
    void a_fork_and_join_has_the_mean_time_of_theory() {
        Theory.assertMean(streams -> forkJoin(streams, false), 1.5, 0.02);
        Theory.assertMean(streams -> forkJoin(streams, true), (12 - 0.6) / 8 / (1 - 0.6), 0.06);
    }

    /** Mean number in two queues at which customers join the shorter one; 1.6 arrivals, service rate 1 each. */
    private static double shortest(Streams streams, boolean jockeying) {
        RandomStream gaps = streams.stream("gaps");
        RandomStream services = streams.stream("services");
        Simulation sim = new Simulation();
        List<Resource> both = List.of(new Resource("left", 1), new Resource("right", 1));
        TimeWeighted inside = new TimeWeighted();
        Flow<Visitor> flow = Flow.<Visitor>of()
                .observe((visitor, now) -> inside.add(1, now))
                .seize(Resource.withShortestLine(both))
                .delaySeconds(visitor -> services.nextExponential())
                .releaseAll()
                .observe((visitor, now) -> inside.add(-1, now))
                .then((s, visitor, done) -> {
                    done.proceed(s);
                    if (jockeying) {
                        jockey(s, both.get(0), both.get(1));
                        jockey(s, both.get(1), both.get(0));
                    }
                })
                .build();
        sim.schedule(0, new org.bridgeconvoy.engine.Event() {
            @Override
            public void fire(Simulation s) {
                new Visitor(flow).cursor.relaunch(s);
                s.schedule((long) (1e9 * gaps.nextExponential() / 1.6), this);
            }
        });
        sim.runUntil(200 * S);
        inside.reset(sim.now());
        sim.runUntil(2_500 * S);
        return inside.mean(sim.now());
    }

    private static final class Visitor {
        private final Cursor<Visitor> cursor;

        Visitor(Flow<Visitor> flow) {
            cursor = flow.cursor(this);
        }
    }

    /** The last of a line changes to the other one when that is shorter by two. */
    private static void jockey(Simulation sim, Resource from, Resource to) {
        if (from.queueLength() + from.inUse() - to.queueLength() - to.inUse() >= 2) {
            List<Object> line = from.waiting();
            Cursor<Visitor> last = ((Visitor) line.get(line.size() - 1)).cursor;
            from.leave(sim, last);
            to.seize(sim, last, 1, 0);
        }
    }

    /**
     * With jockeying at a difference of two no server is idle while customers wait, so the number inside is the Markov chain of M/M/2
     * (Haight 1958): 2 r / (1 - r^2) at load r.
     */
    @Test
    void two_lines_with_jockeying_hold_as_many_as_one_line_for_two_servers() {
        Theory.assertMean(streams -> shortest(streams, true), 2 * 0.8 / (1 - 0.64), 0.15);
    }

    /** Oracle: the stationary distribution of the Markov chain of both lines, cut off at 60 each and found by iteration. */
    @Test
    void customers_who_join_the_shorter_line_are_as_many_as_their_Markov_chain_says() {
        Theory.assertMean(streams -> shortest(streams, false), shortestByMarkovChain(1.6, 60), 0.15);
    }

    private static double shortestByMarkovChain(double rate, int most) {
        // Uniformized at rate + 2; arrivals at equal lines go to the left one or the right one alike, by symmetry.
        double[][] p = new double[most + 1][most + 1];
        p[0][0] = 1;
        double mean = -1;
        for (double before = -2; Math.abs(mean - before) > 1e-7; ) {
            before = mean;
            for (int step = 0; step < 200; step++) {
                p = next(p, rate, most);
            }
            mean = 0;
            for (int i = 0; i <= most; i++) {
                for (int j = 0; j <= most; j++) {
                    mean += (i + j) * p[i][j];
                }
            }
        }
        return mean;
    }

    private static double[][] next(double[][] p, double rate, int most) {
        double[][] q = new double[most + 1][most + 1];
        double all = rate + 2;
        for (int i = 0; i <= most; i++) {
            for (int j = 0; j <= most; j++) {
                double mass = p[i][j] / all;
                int left = Math.min(most, i + 1);
                int right = Math.min(most, j + 1);
                double toLeft = i < j ? 1 : i == j ? 0.5 : 0;
                q[left][j] += mass * rate * toLeft;
                q[i][right] += mass * rate * (1 - toLeft);
                q[Math.max(0, i - 1)][j] += mass;
                q[i][Math.max(0, j - 1)] += mass;
            }
        }
        return q;
    }
}
