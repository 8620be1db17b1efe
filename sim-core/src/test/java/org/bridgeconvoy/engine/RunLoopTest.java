package org.bridgeconvoy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the Javadoc of {@link Simulation} says of runs: the end of an instant, listeners, who waits, limits and failures. */
class RunLoopTest {
    private final Simulation sim = new Simulation();
    private final List<String> log = new ArrayList<>();

    private Event note(String name) {
        return s -> log.add(name + "@" + s.now());
    }

    /** Every way to fire all events. */
    private static List<Consumer<Simulation>> waysToRun() {
        return List.of(
                Simulation::run,
                Simulation::runToCompletion,
                s -> s.runUntil(1_000),
                s -> s.runUntil(() -> false),
                s -> {
                    while (s.step()) {}
                },
                s -> {
                    s.listen((time, event) -> {});
                    s.run();
                });
    }

    @Test
    void the_end_of_an_instant_comes_after_all_that_is_due_and_before_the_clock_moves() {
        for (Consumer<Simulation> way : waysToRun()) {
            Simulation its = new Simulation();
            log.clear();
            its.schedule(5, s -> {
                s.atEndOfInstant(note("end 1"));
                s.atEndOfInstant(ending -> {
                    log.add("end 2@" + ending.now());
                    ending.schedule(0, note("after the end"));
                    ending.atEndOfInstant(note("end 4"));
                });
                s.atEndOfInstant(note("end 3"));
                assertThat(s.pendingEvents()).isEqualTo(5);
                assertThat(s.nextTime()).isEqualTo(5);
                s.schedule(0, Integer.MIN_VALUE, note("lowest"));
            });
            its.schedule(5, note("due"));
            its.schedule(6, note("next"));
            way.accept(its);
            assertThat(log)
                    .containsExactly(
                            "due@5",
                            "lowest@5",
                            "end 1@5",
                            "end 2@5",
                            "after the end@5",
                            "end 3@5",
                            "end 4@5",
                            "next@6");
            assertThat(its.firedEvents()).isEqualTo(9);
            assertThat(its.pendingEvents()).isZero();
        }
    }

    @Test
    void the_end_of_an_instant_asked_for_outside_a_run_belongs_to_the_present_time() {
        sim.schedule(0, note("due"));
        sim.schedule(4, note("later"));
        sim.atEndOfInstant(note("end"));
        assertThat(sim.pendingEvents()).isEqualTo(3);
        assertThat(sim.nextTime()).isZero();
        sim.runBefore(0);
        assertThat(log).as("nothing is before now").isEmpty();
        sim.runUntil(0);
        assertThat(log).containsExactly("due@0", "end@0");
        sim.run();
        assertThat(log).containsExactly("due@0", "end@0", "later@4");
    }

    @Test
    void a_stop_leaves_the_end_of_the_instant_pending() {
        sim.schedule(3, s -> {
            s.atEndOfInstant(note("end"));
            s.stop();
        });
        sim.schedule(9, note("later"));
        sim.run();
        assertThat(log).isEmpty();
        assertThat(sim.pendingEvents()).isEqualTo(2);
        assertThat(sim.step()).isTrue();
        assertThat(log).containsExactly("end@3");
        sim.run();
        assertThat(log).containsExactly("end@3", "later@9");
    }

    @Test
    void a_listener_is_told_of_each_event_before_it_fires_and_no_longer_when_it_is_taken_away() {
        sim.listen((time, event) -> log.add("heard@" + time));
        sim.schedule(2, note("a"));
        sim.schedule(3, note("b"));
        sim.run();
        sim.schedule(1, note("c"));
        sim.step();
        sim.listen(null);
        sim.schedule(1, note("d"));
        sim.run();
        assertThat(log).containsExactly("heard@2", "a@2", "heard@3", "b@3", "heard@4", "c@4", "d@5");
    }

    @Test
    void a_listener_set_during_a_run_hears_within_some_thousand_events() {
        long[] heard = new long[1];
        sim.schedule(0, new Event() {
            @Override
            public void fire(Simulation s) {
                if (s.now() == 100) {
                    s.listen((time, event) -> heard[0]++);
                }
                if (s.now() < 20_000) {
                    s.schedule(1, this);
                }
            }
        });
        sim.run();
        assertThat(heard[0]).isBetween(15_000L, 19_900L);
        assertThat(sim.firedEvents()).isEqualTo(20_001);
    }

    @Test
    void says_who_still_waits_and_that_a_run_to_completion_must_leave_nobody() {
        sim.addWaiting(() -> "");
        sim.schedule(7, note("last"));
        sim.runToCompletion();
        assertThat(log).containsExactly("last@7");
        assertThat(sim.stillWaiting()).isEmpty();
        sim.addWaiting(() -> "dock: truck 1, truck 2");
        sim.addWaiting(() -> "gate: truck 3");
        assertThat(sim.stillWaiting()).containsExactly("dock: truck 1, truck 2", "gate: truck 3");
        assertThatIllegalStateException()
                .isThrownBy(sim::runToCompletion)
                .withMessage(
                        "nothing is pending and entities still wait (t=0.000000007 s): dock: truck 1, truck 2; gate: truck 3");
        sim.schedule(1, Simulation::stop);
        sim.runToCompletion();
        assertThat(sim.isStopped()).isTrue();
    }

    @Test
    void a_failure_is_located_in_every_way_to_run() {
        for (Consumer<Simulation> way : waysToRun()) {
            Simulation its = new Simulation();
            its.schedule(8, s -> {
                throw new UnsupportedOperationException("no such turn");
            });
            assertThatThrownBy(() -> way.accept(its))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
            EventFailure failure = its.failure();
            assertThat(failure == null ? -1 : failure.timeNanos()).isEqualTo(8);
        }
    }

    @Test
    void a_simulation_that_runs_cannot_be_run_by_an_event_in_any_way() {
        for (Consumer<Simulation> outer : waysToRun()) {
            for (Consumer<Simulation> inner : List.<Consumer<Simulation>>of(
                    Simulation::run,
                    Simulation::step,
                    s -> s.runUntil(50),
                    s -> s.runBefore(50),
                    s -> s.runUntil(() -> true),
                    Simulation::runToCompletion)) {
                Simulation its = new Simulation();
                its.schedule(1, inner::accept);
                its.schedule(2, note("not fired"));
                assertThatIllegalStateException()
                        .isThrownBy(() -> outer.accept(its))
                        .withMessage("the simulation is already running (t=0.000000001 s)");
            }
        }
        assertThat(log).isEmpty();
    }

    @Test
    void every_way_to_run_goes_on_after_a_limit_and_after_a_stop() {
        for (Consumer<Simulation> way : waysToRun()) {
            Simulation its = new Simulation();
            log.clear();
            its.schedule(5, Simulation::stop);
            its.schedule(5, note("after the stop"));
            its.schedule(9, note("after the limit"));
            its.runUntil(3);
            way.accept(its);
            if (log.isEmpty()) {
                // All but single steps.
                assertThat(its.isStopped()).isTrue();
                way.accept(its);
            }
            assertThat(log).containsExactly("after the stop@5", "after the limit@9");
            assertThat(its.isStopped()).isFalse();
        }
    }

    @Test
    void a_step_after_a_limit_fires_what_is_later() {
        sim.schedule(10, note("later"));
        sim.runUntil(4);
        assertThat(sim.step()).isTrue();
        assertThat(log).containsExactly("later@10");
    }

    @Test
    void a_crowd_at_one_instant_below_the_limit_is_fired_in_every_way() {
        for (Consumer<Simulation> way : waysToRun()) {
            Simulation its = new Simulation();
            its.limitAtOneInstant(25_000);
            int[] fired = new int[1];
            for (int i = 0; i < 24_000; i++) {
                its.schedule(7, s -> fired[0]++);
            }
            way.accept(its);
            assertThat(fired[0]).isEqualTo(24_000);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20_000})
    void the_error_about_a_clock_that_stands_tells_the_limit_and_at_most_five_events(long limit) {
        for (Consumer<Simulation> way : waysToRun()) {
            Simulation its = new Simulation();
            its.limitAtOneInstant(limit);
            for (int i = 0; i < 9; i++) {
                its.schedule(5, new Again("loop " + i));
            }
            assertThatIllegalStateException()
                    .isThrownBy(() -> way.accept(its))
                    .withMessageContaining("more than " + limit + " events have fired at t=0.000000005 s")
                    .satisfies(e -> assertThat(String.valueOf(e.getMessage()).split("loop ", -1))
                            .hasSize(6));
            // Counted in thousands, the first of which may have begun before.
            assertThat(its.firedEvents()).isBetween(limit, limit + 3_100);
        }
    }

    /** Fires again at once, for ever. */
    private record Again(String name) implements Event {
        @Override
        public void fire(Simulation s) {
            s.schedule(0, this);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Without words of its own. */
    private static final class Plain implements Event {
        @Override
        public void fire(Simulation s) {
            s.schedule(0, this);
        }
    }

    @Test
    void an_event_without_words_is_told_by_its_class_and_a_lambda_by_the_class_that_has_it() {
        String type = RunLoopTest.class.getName();
        assertThat(EventFailure.nameOf(new Again("turn the lane"))).isEqualTo("turn the lane");
        assertThat(EventFailure.nameOf(new Plain())).isEqualTo("an event of class " + type + "$Plain");
        assertThat(EventFailure.nameOf(note("x"))).isEqualTo("a lambda in class " + type);
    }

    @Test
    void what_was_put_off_when_the_outermost_fails_fires_at_this_instant_if_the_run_goes_on() {
        Event chain = new Event() {
            private int depth;

            @Override
            public void fire(Simulation s) {
                depth++;
                int mine = depth;
                if (depth < 252) {
                    s.fireNow(mine == 250 ? note("put off") : this);
                }
                if (mine == 1) {
                    throw new UnsupportedOperationException("outermost");
                }
            }
        };
        sim.schedule(3, s -> s.fireNow(chain));
        sim.schedule(4, note("later"));
        assertThatThrownBy(sim::run).isInstanceOf(UnsupportedOperationException.class);
        assertThat(log).isEmpty();
        assertThat(sim.pendingEvents()).isEqualTo(2);
        sim.run();
        assertThat(log).containsExactly("put off@3", "later@4");
    }

    @Test
    void nested_events_are_as_if_called_and_leave_nothing_behind() {
        sim.schedule(3, s -> {
            log.add("before");
            s.fireNow(note("nested"));
            log.add("after");
        });
        sim.run();
        assertThat(log).containsExactly("before", "nested@3", "after");
        assertThat(sim.pendingEvents()).isZero();
        assertThat(sim.firedEvents()).isEqualTo(1);
    }

    /** Of the nested events of one event an interruption waits for the end of some hundred thousand, not for ever. */
    @Test
    void an_interruption_waits_for_the_end_of_a_short_event_and_not_of_a_long_one() {
        int[] fired = new int[1];
        int[] most = {50_000};
        Event many = s -> {
            Thread.currentThread().interrupt();
            for (int i = 0; i < most[0]; i++) {
                s.fireNow(nested -> fired[0]++);
            }
        };
        sim.schedule(1, many);
        sim.run();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(fired[0]).isEqualTo(50_000);
        most[0] = 1_000_000;
        fired[0] = 0;
        sim.schedule(1, many);
        assertThatThrownBy(sim::run).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(fired[0]).isBetween(100_000, 110_000);
    }

    @Test
    void every_way_to_schedule_gives_a_handle_that_cancels_and_moves() {
        long[] handles = {
            sim.schedule(4, note("a")),
            sim.schedule(4, 3, note("b")),
            sim.scheduleAt(4, note("c")),
            sim.scheduleAt(0, note("d")),
            sim.scheduleAt(4, -3, note("e")),
            sim.schedule(0, note("f"))
        };
        for (long handle : handles) {
            assertThat(handle).isNotZero();
            assertThat(sim.isPending(handle)).isTrue();
            assertThat(sim.rescheduleAt(handle, 8)).isTrue();
            assertThat(sim.timeOf(handle)).isEqualTo(8);
            assertThat(sim.reschedule(handle, 6)).isTrue();
            assertThat(sim.timeOf(handle)).isEqualTo(6);
        }
        for (long handle : handles) {
            assertThat(sim.cancel(handle)).isTrue();
            assertThat(sim.reschedule(handle, 9)).isFalse();
            assertThat(sim.rescheduleAt(handle, 9)).isFalse();
        }
        assertThat(sim.pendingEvents()).isZero();
        assertThat(sim).hasToString("run at t=0 s with 0 pending events, 0 fired");
    }

    @Test
    void a_handle_of_a_slot_that_was_never_used_is_inert() {
        for (int pending = 0; pending < 130; pending++) {
            for (int slot = pending + 1; slot < 200; slot++) {
                assertThat(sim.isPending(1L << 32 | slot)).isFalse();
            }
            sim.schedule(1, note("x"));
        }
    }

    @Test
    void what_is_due_when_a_run_has_ended_before_it_comes_after_what_has_a_higher_priority() {
        sim.schedule(5, -1, note("low"));
        sim.schedule(5, note("due"));
        sim.schedule(7, 1, note("last"));
        sim.runBefore(5);
        sim.schedule(0, 1, note("high"));
        sim.schedule(0, note("second"));
        sim.run();
        assertThat(log).containsExactly("high@5", "due@5", "second@5", "low@5", "last@7");
    }
}
