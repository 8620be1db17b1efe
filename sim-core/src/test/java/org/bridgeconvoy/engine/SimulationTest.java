package org.bridgeconvoy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private final Simulation sim = new Simulation();
    private final List<String> log = new ArrayList<>();

    private Event note(String name) {
        return s -> log.add(name + "@" + s.now());
    }

    @Test
    void fires_in_the_order_of_time_then_priority_then_scheduling() {
        sim.schedule(10, note("late"));
        sim.schedule(5, -1, note("low"));
        sim.schedule(5, note("first"));
        sim.schedule(5, note("second"));
        sim.schedule(5, Integer.MAX_VALUE, note("high"));
        sim.schedule(5, Integer.MIN_VALUE, note("lowest"));
        sim.run();
        assertThat(log).containsExactly("high@5", "first@5", "second@5", "low@5", "lowest@5", "late@10");
        assertThat(sim.now()).isEqualTo(10);
        assertThat(sim.firedEvents()).isEqualTo(6);
        assertThat(sim.pendingEvents()).isZero();
    }

    @Test
    void an_event_at_no_delay_fires_at_the_same_instant_in_its_place_by_priority() {
        sim.schedule(3, s -> {
            log.add("start");
            s.schedule(0, -5, note("after all"));
            s.schedule(0, note("behind"));
            s.schedule(0, 5, note("before"));
        });
        sim.schedule(3, note("waiting"));
        sim.run();
        assertThat(log).containsExactly("start", "before@3", "waiting@3", "behind@3", "after all@3");
    }

    @Test
    void run_until_fires_what_is_due_at_the_end_and_run_before_does_not() {
        sim.schedule(5, note("a"));
        sim.schedule(6, note("b"));
        sim.runBefore(5);
        assertThat(log).isEmpty();
        assertThat(sim.now()).isEqualTo(5);
        assertThat(sim.pendingEvents()).isEqualTo(2);
        sim.runUntil(5);
        assertThat(log).containsExactly("a@5");
        sim.runUntil(100);
        assertThat(sim.now()).isEqualTo(100);
        assertThat(log).containsExactly("a@5", "b@6");
    }

    @Test
    void events_may_be_scheduled_between_the_end_of_a_run_and_what_is_pending() {
        sim.schedule(1_000_000_000L, note("far"));
        sim.runUntil(300);
        assertThat(sim.nextTime()).isEqualTo(1_000_000_000L);
        sim.schedule(0, note("now"));
        sim.schedule(700, note("soon"));
        sim.run();
        assertThat(log).containsExactly("now@300", "soon@1000", "far@1000000000");
    }

    @Test
    void run_until_a_condition_looks_before_the_first_and_after_every_event() {
        sim.schedule(1, note("a"));
        sim.schedule(2, note("b"));
        sim.schedule(3, note("c"));
        sim.runUntil(() -> true);
        assertThat(log).isEmpty();
        sim.runUntil(() -> log.size() == 2);
        assertThat(sim.now()).isEqualTo(2);
        assertThat(sim.pendingEvents()).isEqualTo(1);
    }

    @Test
    void step_fires_one_event_and_tells_when_there_is_none() {
        sim.schedule(4, note("a"));
        sim.schedule(4, note("b"));
        assertThat(sim.step()).isTrue();
        assertThat(log).containsExactly("a@4");
        assertThat(sim.step()).isTrue();
        assertThat(sim.step()).isFalse();
        assertThat(sim.now()).isEqualTo(4);
    }

    @Test
    void stop_ends_the_run_after_the_event_and_leaves_the_clock_there() {
        sim.schedule(2, Simulation::stop);
        sim.schedule(2, note("same instant"));
        sim.runUntil(50);
        assertThat(sim.now()).isEqualTo(2);
        assertThat(log).isEmpty();
        sim.runUntil(50);
        assertThat(log).containsExactly("same instant@2");
        assertThat(sim.now()).isEqualTo(50);
    }

    @Test
    void a_cancelled_event_does_not_fire_and_a_moved_one_fires_last_at_its_new_time() {
        long cancelled = sim.schedule(5, note("cancelled"));
        long moved = sim.schedule(1, note("moved"));
        sim.schedule(5, note("other"));
        assertThat(sim.timeOf(moved)).isEqualTo(1);
        assertThat(sim.reschedule(moved, 5)).isTrue();
        assertThat(sim.timeOf(moved)).isEqualTo(5);
        assertThat(sim.isPending(cancelled)).isTrue();
        assertThat(sim.cancel(cancelled)).isTrue();
        assertThat(sim.cancel(cancelled)).isFalse();
        assertThat(sim.rescheduleAt(cancelled, 9)).isFalse();
        sim.run();
        assertThat(log).containsExactly("other@5", "moved@5");
        assertThat(sim.cancel(moved)).isFalse();
        assertThat(sim.cancel(0)).isFalse();
    }

    @Test
    void an_event_that_fires_is_not_pending_any_more() {
        long[] handle = new long[1];
        handle[0] = sim.schedule(1, s -> log.add(s.isPending(handle[0]) + " " + s.cancel(handle[0])));
        sim.run();
        assertThat(log).containsExactly("false false");
    }

    @Test
    void runs_to_the_end_of_the_clock() {
        sim.scheduleAt(Long.MAX_VALUE, note("end"));
        sim.schedule(1, note("one"));
        sim.run();
        assertThat(log).containsExactly("one@1", "end@" + Long.MAX_VALUE);
        assertThat(sim.now()).isEqualTo(Long.MAX_VALUE);
        sim.schedule(0, note("again"));
        sim.runUntil(Long.MAX_VALUE);
        assertThat(log).hasSize(3);
    }

    @Test
    void refuses_delays_and_times_that_are_not_ahead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sim.schedule(-1, note("x")))
                .withMessage("delay must be >= 0 ns, got -1 ns at t=0 s");
        sim.runUntil(7);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sim.scheduleAt(6, note("x")))
                .withMessage("time must be >= now, 7 ns, got 6 ns (t=0.000000007 s)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sim.schedule(Long.MAX_VALUE, note("x")))
                .withMessage("delay must be <= 9223372036854775800 ns, got 9223372036854775807 ns at t=0.000000007 s");
        assertThatIllegalArgumentException().isThrownBy(() -> sim.runUntil(6));
        assertThatIllegalArgumentException().isThrownBy(() -> sim.runBefore(6));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sim.timeOf(0))
                .withMessage("no pending event has the handle 0 at t=0.000000007 s");
        assertThat(sim.pendingEvents()).isZero();
    }

    @Test
    @SuppressWarnings("NullAway") // the point of the test
    void refuses_an_event_that_is_null() {
        assertThatNullPointerException().isThrownBy(() -> sim.schedule(1, null)).withMessage("event");
        assertThat(sim.pendingEvents()).isZero();
    }

    @Test
    void an_exception_ends_the_run_keeps_its_type_and_says_where_it_was() {
        sim.schedule(8, s -> {
            throw new UnsupportedOperationException("no such turn");
        });
        sim.schedule(9, note("later"));
        assertThatThrownBy(sim::run)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("no such turn")
                .satisfies(e -> assertThat(((EventFailure) e.getSuppressed()[0]).timeNanos())
                        .isEqualTo(8));
        assertThat(sim.now()).isEqualTo(8);
        assertThat(log).isEmpty();
        sim.run();
        assertThat(log).containsExactly("later@9");
    }

    @Test
    void an_event_cannot_run_the_simulation_that_fires_it() {
        sim.schedule(1, Simulation::run);
        assertThatIllegalStateException()
                .isThrownBy(sim::run)
                .withMessage("the simulation is already running (t=0.000000001 s)");
    }
}
