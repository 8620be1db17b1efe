package org.bridgeconvoy.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.observe.Counter;
import org.bridgeconvoy.observe.Histogram;
import org.bridgeconvoy.observe.PooledSample;
import org.bridgeconvoy.observe.Sample;
import org.bridgeconvoy.observe.Tally;
import org.bridgeconvoy.observe.TimeSum;
import org.bridgeconvoy.observe.TimeWeighted;
import org.bridgeconvoy.observe.TimeWeightedAmount;
import org.junit.jupiter.api.Test;

/** What a modeler sees of a run: traces, texts of its parts, and a deadlock told as one. */
class WatchingTest {
    private static final long S = Nanos.SECOND;

    private final Simulation sim = new Simulation();
    private final List<String> log = new ArrayList<>();

    private static Flow.Builder<String> flow() {
        return Flow.of();
    }

    @Test
    void the_steps_of_a_traced_flow_are_told_with_their_names() {
        Resource crane = new Resource("crane", 1);
        Flow<String> plain = flow().seize(crane)
                .ifInterrupted(Interrupted.RESTART)
                .delay(5 * S)
                .release(crane)
                .build();
        Flow<String> traced = plain.traced((entity, now, step) -> log.add(now / S + " " + entity + " " + step));
        traced.launch(sim, "x");
        plain.launch(sim, "silent");
        sim.schedule(2 * S, crane::fail);
        sim.schedule(3 * S, crane::repair);
        sim.run();
        assertThat(log)
                .containsExactly(
                        "0 x 1 (seize of resource 'crane')", "0 x 2 (delay)", "8 x 3 (release of resource 'crane')");
        assertThat(plain).hasToString("flow (seize of resource 'crane', delay, release of resource 'crane')");
    }

    @Test
    void the_events_of_a_run_are_told_before_they_fire() {
        sim.listen((now, event) -> log.add(now / S + " " + event));
        flow().delay(5 * S).build().launch(sim, "x");
        flow().delay(3 * S).delay(S).build().launch(sim, "y");
        sim.runUntil(4 * S);
        sim.listen(null);
        sim.run();
        assertThat(log).containsExactly("3 step 1 (delay) of y", "4 step 2 (delay) of y");
        assertThat(sim).hasToString("run at t=5 s with 0 pending events, 3 fired");
    }

    @Test
    void a_run_that_is_listened_to_is_checked_like_any_other() {
        sim.listen((now, event) -> {});
        sim.limitAtOneInstant(50_000);
        sim.schedule(S, new org.bridgeconvoy.engine.Event() {
            @Override
            public void fire(Simulation s) {
                s.schedule(0, this);
            }
        });
        assertThatIllegalStateException().isThrownBy(sim::run).withMessageContaining("the clock does not move on");
    }

    @Test
    void a_deadlock_is_an_error_of_a_run_to_completion_that_names_who_waits_where() {
        Resource left = new Resource("left", 1);
        Resource right = new Resource("right", 1);
        flow().seize(left).delay(S).seize(right).build().launch(sim, "A");
        flow().seize(right).delay(S).seize(left).build().launch(sim, "B");
        assertThatIllegalStateException()
                .isThrownBy(sim::runToCompletion)
                .withMessage("nothing is pending and entities still wait (t=1 s): resource 'left' (1 in use by A;"
                        + " waiting: B); resource 'right' (1 in use by B; waiting: A)");
        Simulation other = new Simulation();
        Gate gate = new Gate("gate", false);
        Batch ferry = new Batch("ferry", 3);
        Level tank = new Level("tank", 10, 0);
        flow().waitFor(gate).build().launch(other, "C");
        flow().batch(ferry).build().launch(other, "D");
        flow().take(tank, e -> 1).build().launch(other, "E");
        flow().seize(new Resource("free", 1)).build().launch(other, "F");
        assertThat(other.stillWaiting())
                .containsExactly(
                        "gate 'gate' (closed; waiting before it: C)",
                        "batch 'ferry' (1 of 3; waiting in it: D)",
                        "level 'tank' (0.0 of 10.0; waiting to take: E)");
    }

    @Test
    void a_run_that_becomes_empty_or_is_stopped_has_no_deadlock() {
        Gate gate = new Gate("gate", false);
        flow().waitFor(gate).build().launch(sim, "A");
        sim.schedule(S, s -> s.stop());
        sim.runToCompletion();
        sim.schedule(S, gate::open);
        sim.runToCompletion();
        assertThat(sim.stillWaiting()).isEmpty();
    }

    @Test
    void what_collects_says_what_it_has() {
        Tally tally = new Tally();
        assertThat(tally).hasToString("no observation");
        tally.record(1);
        tally.record(3);
        assertThat(tally.toString())
                .startsWith("2 observations, mean 2.0, sd 1.41")
                .endsWith("from 1.0 to 3.0");
        Counter counter = new Counter();
        counter.record();
        Sample sample = new Sample();
        sample.record(4);
        TimeSum sum = new TimeSum();
        sum.add(2 * S);
        assertThat(List.of(
                        counter.toString(),
                        sample.toString(),
                        sum.toString(),
                        new TimeWeighted(2, 0).toString(),
                        new TimeWeightedAmount(1.5).toString(),
                        new PooledSample().toString(),
                        new Histogram(0, 10, 5).toString(),
                        new Resource("crane", 1).statistics().toString(),
                        new Level("tank", 1, 1).statistics().toString()))
                .containsExactly(
                        "counted 1",
                        "1 observations, mean 4.0",
                        "2.0 s",
                        "now 2, largest 0",
                        "now 1.5, from 1.5 to 1.5",
                        "0 observations of 0 replications",
                        "0 observations in 5 cells, 0 below and 0 above",
                        "waits in s no observation; queue now 0, largest 0; in use now 0, largest 0; 0 gave up, 0 balked",
                        "amount now 1.0, from 1.0 to 1.0; takers waiting now 0, largest 0; waits to take no observation;"
                                + " putters waiting now 0, largest 0; waits to put no observation");
    }
}
