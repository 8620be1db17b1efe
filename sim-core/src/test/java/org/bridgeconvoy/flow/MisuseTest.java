package org.bridgeconvoy.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.Streams;
import org.junit.jupiter.api.Test;

/** What a modeler may get wrong is an error at the instant at which it happens, and names what was wrong. */
class MisuseTest {
    private static final long S = Nanos.SECOND;

    private final Simulation sim = new Simulation();
    private final Resource crane = new Resource("crane", 2);
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

    private Flow<String> work(long seconds) {
        return flow().seize(crane)
                .observe(note("works"))
                .delay(seconds * S)
                .release(crane)
                .build();
    }

    @Test
    void an_entity_that_never_seized_cannot_release_what_others_have() {
        launchAt(0, work(10), "holder");
        launchAt(3, flow().release(crane).build(), "never-seized");
        assertThatIllegalStateException()
                .isThrownBy(sim::run)
                .withMessageContaining("resource 'crane'")
                .withMessageContaining("(t=3 s, never-seized)")
                .withMessageContaining("has none")
                .withMessageContaining("holder");
        assertThat(sim.now()).isEqualTo(3 * S);
        assertThat(crane.inUse()).isEqualTo(1);
    }

    @Test
    void a_unit_is_released_once_and_not_more_than_were_seized() {
        launchAt(0, work(10), "holder");
        launchAt(1, flow().seize(crane).release(crane).delay(S).release(crane).build(), "twice");
        assertThatIllegalStateException().isThrownBy(sim::run).withMessageContaining("(t=2 s, twice)");
        launchAt(20, work(10), "other");
        launchAt(21, flow().seize(crane).release(crane, 2).build(), "too many");
        assertThatIllegalStateException()
                .isThrownBy(sim::run)
                .withMessageContaining("release of 2 units by an entity that has 1 (t=21 s, too many)");
    }

    @Test
    void a_release_in_a_branch_a_part_or_another_flow_is_one_like_any_other() {
        Flow<String> part = flow().release(crane).build();
        Flow<String> skipping = flow().branch(
                        entity -> entity.startsWith("seizes"),
                        flow().seize(crane).build(),
                        flow().build())
                .then(part)
                .build();
        launchAt(0, work(10), "holder");
        launchAt(1, skipping, "seizes and releases");
        launchAt(2, skipping, "skips");
        assertThatIllegalStateException().isThrownBy(sim::run).withMessageContaining("(t=2 s, skips)");
    }

    @Test
    void an_entity_may_release_on_another_way_what_it_seized_on_the_first() {
        Flow<String> later =
                flow().delay(7 * S).release(crane).observe(note("gave back")).build();
        Flow<String> take = flow().seize(crane, 2)
                .observe((entity, now) -> later.launch(sim, entity))
                .release(crane)
                .build();
        launchAt(0, take, "A");
        launchAt(1, work(1), "B");
        sim.run();
        assertThat(log).containsExactly("1 B works", "7 A gave back");
        assertThat(crane.inUse()).isZero();
        assertThat(crane.notGivenBack()).isEmpty();
    }

    @Test
    void units_that_are_never_given_back_are_told() {
        launchAt(0, flow().seize(crane).build(), "forgets");
        launchAt(1, work(5), "B");
        sim.run();
        assertThat(crane.notGivenBack()).containsExactly("forgets");
        assertThat(crane.inUse()).isEqualTo(1);
    }

    @Test
    void a_resource_a_gate_and_a_batch_are_refused_by_a_second_run() {
        Flow<String> flow = work(5);
        flow.launch(sim, "1");
        Simulation second = new Simulation();
        second.runUntil(100 * S);
        assertThatIllegalStateException()
                .isThrownBy(() -> flow.launch(second, "2"))
                .withMessageContaining("resource 'crane' belongs to another run");
        assertThatIllegalStateException().isThrownBy(() -> crane.resetStatistics(second));
        assertThatIllegalStateException().isThrownBy(() -> crane.utilisation(second));
        Gate gate = new Gate("bar", false);
        gate.open(sim);
        assertThatIllegalStateException()
                .isThrownBy(() -> gate.open(second))
                .withMessageContaining("gate 'bar' belongs to another run");
        assertThatIllegalStateException()
                .isThrownBy(() -> flow().waitFor(gate).build().launch(second, "3"));
        Flow<String> ferry = flow().batch(new Batch("ferry", 2)).build();
        ferry.launch(sim, "4");
        assertThatIllegalStateException()
                .isThrownBy(() -> ferry.launch(second, "5"))
                .withMessageContaining("batch 'ferry' belongs to another run");
    }

    @Test
    void a_passage_and_a_store_are_refused_by_a_second_run() {
        Simulation second = new Simulation();
        second.runUntil(100 * S);
        Flow<String> passing =
                flow().within(new Passage<>("yard"), flow().delay(S).build()).build();
        passing.launch(sim, "1");
        assertThatIllegalStateException()
                .isThrownBy(() -> passing.launch(second, "2"))
                .withMessageContaining("passage 'yard' belongs to another run");
        Store<String> shelf = new Store<>("shelf", 2);
        shelf.offer(sim, "item");
        assertThatIllegalStateException()
                .isThrownBy(() -> shelf.offer(second, "item"))
                .withMessageContaining("store 'shelf' belongs to another run");
    }

    @Test
    void an_open_gate_goes_on_after_a_step_that_threw() {
        Gate gate = new Gate("gate", false);
        Flow<String> flow = flow().waitFor(gate)
                .observe((entity, now) -> {
                    if (entity.equals("B")) {
                        throw new UnsupportedOperationException("boom");
                    }
                })
                .observe(note("passed"))
                .build();
        for (String entity : List.of("A", "B", "C", "D")) {
            flow.launch(sim, entity);
        }
        sim.schedule(S, gate::open);
        launchAt(2, flow, "E");
        assertThat(failureOf(sim::run)).hasMessage("boom");
        sim.run();
        assertThat(log).containsExactly("1 A passed", "1 C passed", "1 D passed", "2 E passed");
        assertThat(gate.waiting()).isZero();
    }

    @Test
    void a_batch_and_a_queue_go_on_after_a_step_that_threw() {
        Flow<String> flow = flow().batch(new Batch("ferry", 4))
                .observe((entity, now) -> {
                    if (entity.equals("B")) {
                        throw new UnsupportedOperationException("boom");
                    }
                })
                .observe(note("sails"))
                .build();
        for (String entity : List.of("A", "B", "C")) {
            flow.launch(sim, entity);
        }
        assertThat(failureOf(() -> flow.launch(sim, "D"))).hasMessage("boom");
        sim.run();
        assertThat(log).containsExactly("0 A sails", "0 C sails", "0 D sails");

        log.clear();
        Resource dock = new Resource("dock", 1);
        Flow<String> docking = flow().seize(dock)
                .observe((entity, now) -> {
                    if (entity.equals("B")) {
                        throw new UnsupportedOperationException("boom");
                    }
                })
                .delay(S)
                .release(dock)
                .observe(note("left"))
                .build();
        launchAt(10, docking, "A");
        launchAt(10, docking, "B");
        launchAt(10, docking, "C");
        assertThat(failureOf(sim::run)).hasMessage("boom");
        sim.run();
        // B failed with the unit in its hands, which is told; A, which handed it over, is not lost.
        assertThat(log).containsExactly("11 A left");
        assertThat(dock.notGivenBack()).containsExactly("B");
        assertThat(dock.queueLength()).isEqualTo(1);
    }

    @Test
    void a_queue_serves_on_when_a_step_behind_it_threw() {
        Flow<String> docking = flow().seize(crane)
                .release(crane)
                .observe((entity, now) -> {
                    if (entity.equals("B")) {
                        throw new UnsupportedOperationException("boom");
                    }
                })
                .observe(note("left"))
                .build();
        launchAt(0, flow().seize(crane, 2).delay(S).release(crane, 2).build(), "first");
        launchAt(0, docking, "A");
        launchAt(0, docking, "B");
        launchAt(0, docking, "C");
        assertThat(failureOf(sim::run)).hasMessage("boom");
        sim.run();
        assertThat(log).containsExactly("1 A left", "1 C left");
        assertThat(crane.inUse()).isZero();
    }

    private static Throwable failureOf(Runnable what) {
        try {
            what.run();
        } catch (RuntimeException failure) {
            return failure;
        }
        throw new AssertionError("nothing was thrown");
    }

    /** Schedules its end twice: the loser of a race between two events is not cancelled. */
    private static Flow.Builder<String> continuedTwice() {
        return Flow.<String>of().then((sim, entity, done) -> {
            sim.schedule(S, done);
            sim.schedule(3 * S, done);
        });
    }

    private static void continuesTwiceAtThree(Flow<String> flow) {
        continuesTwiceAtThree(flow, new Simulation());
    }

    private static void continuesTwiceAtThree(Flow<String> flow, Simulation run) {
        flow.launch(run, "A");
        assertThatIllegalStateException()
                .isThrownBy(run::run)
                .withMessageStartingWith("step 1 was continued twice (t=3 s, A)");
    }

    @Test
    void continuing_twice_does_not_end_the_wait_in_a_queue() {
        flow().seize(crane, 2).delay(10 * S).release(crane, 2).build().launch(sim, "holder");
        continuesTwiceAtThree(
                continuedTwice().seize(crane).observe(note("works")).build(), sim);
        assertThat(log).isEmpty();
    }

    @Test
    void continuing_twice_does_not_end_a_delay() {
        continuesTwiceAtThree(
                continuedTwice().delay(10 * S).observe(note("out")).build());
        assertThat(log).isEmpty();
    }

    @Test
    void continuing_twice_does_not_pass_a_gate_or_a_batch() {
        continuesTwiceAtThree(continuedTwice().waitFor(new Gate("shut", false)).build());
        continuesTwiceAtThree(continuedTwice().batch(new Batch("ferry", 2)).build());
    }

    @Test
    void continuing_twice_does_not_end_another_step_of_ones_own() {
        continuesTwiceAtThree(continuedTwice()
                .then((s, entity, done) -> s.schedule(10 * S, done))
                .observe(note("out"))
                .build());
        continuesTwiceAtThree(continuedTwice().build());
        assertThat(log).isEmpty();
    }

    /** The first time the step ends after 1 s and leaves a timer for 3 s, which must not end the second time, begun at 1 s for 10 s. */
    @Test
    void a_timer_left_behind_does_not_end_its_step_when_that_has_begun_again() {
        int[] times = new int[1];
        Flow<String> once = flow().then((s, entity, done) -> {
                    s.schedule(times[0] == 0 ? S : 10 * S, done);
                    if (times[0]++ == 0) {
                        s.schedule(3 * S, done);
                    }
                })
                .build();
        flow().repeatUntil(entity -> times[0] == 2, once)
                .observe(note("out"))
                .build()
                .launch(sim, "A");
        assertThatIllegalStateException()
                .isThrownBy(sim::run)
                .withMessageStartingWith("step 1 was continued twice (t=3 s, A)")
                .withMessageContaining("cancel what is still to continue a step");
        sim.run();
        assertThat(log).containsExactly("11 A out");
    }

    @Test
    void a_timer_left_behind_does_not_end_its_step_on_a_later_trip() {
        Cursor<String> cursor = flow().then((s, entity, done) -> {
                    s.schedule(s.now() == 0 ? S : 10 * S, done);
                    if (s.now() == 0) {
                        s.schedule(5 * S, done);
                    }
                })
                .observe(note("out"))
                .build()
                .launch(sim, "A");
        sim.schedule(2 * S, cursor::relaunch);
        assertThatIllegalStateException()
                .isThrownBy(sim::run)
                .withMessageStartingWith("step 1 was continued twice (t=5 s, A)");
        sim.run();
        assertThat(log).containsExactly("1 A out", "12 A out");
    }

    @Test
    void a_wait_of_the_library_is_not_ended_from_outside() {
        Cursor<String> cursor = flow().delay(10 * S).build().launch(sim, "A");
        assertThatIllegalStateException()
                .isThrownBy(() -> cursor.proceed(sim))
                .withMessage("step 1 (delay) ends by itself and cannot be continued from outside (t=0 s, A)");
        sim.run();
        assertThat(sim.now()).isEqualTo(10 * S);
    }

    private static CapacitySchedule schedule(int units, long next, int greatest) {
        return new CapacitySchedule() {
            @Override
            public int capacityAt(long now) {
                return units;
            }

            @Override
            public long nextChange(long now) {
                return next;
            }

            @Override
            public int greatest() {
                return greatest;
            }

            @Override
            public String toString() {
                return "night shift";
            }
        };
    }

    @Test
    void a_capacity_schedule_that_contradicts_itself_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Resource("dock", schedule(5, Long.MAX_VALUE, 2)))
                .withMessage("resource 'dock': its capacity schedule night shift: capacityAt must be from 0 to"
                        + " greatest() = 2, got 5 at t=0 s");
        assertThatIllegalArgumentException().isThrownBy(() -> new Resource("dock", schedule(-1, Long.MAX_VALUE, 2)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Resource("dock", schedule(0, Long.MAX_VALUE, 0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Resource("dock", schedule(1, 0, 2)))
                .withMessageContaining("nextChange must be after the time asked about, 0 ns, got 0 ns (t=0 s)");
        // Right at the start and wrong later.
        Resource dock = new Resource("dock", schedule(0, 5, 2));
        launchAt(7, flow().seize(dock).build(), "A");
        assertThatIllegalStateException().isThrownBy(sim::run).withMessageContaining("night shift");
    }

    /** Says that nothing changes before 10 s, or ever, and has another number of units at 3 s. */
    @Test
    void a_capacity_schedule_that_changes_without_saying_so_is_named() {
        for (long next : new long[] {10 * S, Long.MAX_VALUE}) {
            Simulation run = new Simulation();
            CapacitySchedule lying = new CapacitySchedule() {
                @Override
                public int capacityAt(long now) {
                    return now < 3 * S ? 2 : 1;
                }

                @Override
                public long nextChange(long now) {
                    return now < next ? next : Long.MAX_VALUE;
                }

                @Override
                public int greatest() {
                    return 2;
                }

                @Override
                public String toString() {
                    return "night shift";
                }
            };
            Resource dock = new Resource("dock", lying);
            Flow<String> flow = flow().seize(dock).release(dock).build();
            flow.launch(run, "A");
            run.schedule(4 * S, s -> flow.launch(s, "B"));
            assertThatIllegalStateException()
                    .isThrownBy(() -> {
                        run.run();
                        dock.utilisation(run);
                    })
                    .withMessageStartingWith(
                            "resource 'dock': its capacity schedule night shift: capacityAt must stay 2"
                                    + " until the next change")
                    .withMessageEndingWith("got 1 at t=4 s");
        }
    }

    @Test
    void a_time_below_zero_names_the_step_the_law_the_entity_and_what_it_holds() {
        Distribution law = Distribution.normal(-5, 1);
        Flow<String> flow = flow().seize(crane)
                .delaySeconds(law.from(Streams.of(1, 1).stream("work")))
                .release(crane)
                .build();
        launchAt(4, flow, "truck 7");
        assertThatIllegalArgumentException()
                .isThrownBy(sim::run)
                .withMessageStartingWith("the time of step 2 (delay) must be >= 0 s, got -")
                .withMessageContaining(", drawn from normal(-5, 1), holding 1 of 'crane' (t=4 s, truck 7)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> flow().delay(entity -> -3L).build().launch(sim, "B"))
                .withMessage("the time of step 1 (delay) must be >= 0 ns, got -3 ns (t=4 s, B)");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> flow().delaySeconds(entity -> Double.NaN).build().launch(sim, "C"))
                .withMessageContaining("got NaN s");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> flow().build().launchEverySeconds(sim, () -> -1, () -> "D"))
                .withMessage("the gap between two launches must be >= 0 s, got -1.0 s, behind the start (t=4 s)");
    }

    @Test
    void what_lies_beyond_the_end_of_the_clock_does_not_come() {
        flow().build().launchEverySeconds(sim, () -> 1e10, () -> "never");
        flow().delaySeconds(entity -> 1e10).observe(note("never")).build().launch(sim, "A");
        flow().delaySeconds(entity -> Double.POSITIVE_INFINITY).build().launch(sim, "B");
        flow().batch(new Batch("ferry", 2, Long.MAX_VALUE - 1)).build().launch(sim, "C");
        sim.runUntil(S);
        flow().batch(new Batch("other", 2, Long.MAX_VALUE - 1)).build().launch(sim, "D");
        sim.run();
        assertThat(log).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway") // the point of the test
    void what_a_step_lacks_is_named() {
        assertThatNullPointerException()
                .isThrownBy(() -> flow().delay(1).seize((Resource) null))
                .withMessage("step 2: the resource to seize is null");
        assertThatNullPointerException()
                .isThrownBy(() -> flow().release((Resource) null))
                .withMessage("step 1: the resource to release is null");
        assertThatNullPointerException().isThrownBy(() -> flow().waitFor(null)).withMessage("step 1: the gate is null");
        assertThatNullPointerException().isThrownBy(() -> flow().batch(null)).withMessage("step 1: the batch is null");
        assertThatNullPointerException()
                .isThrownBy(() -> flow().observe(null))
                .withMessage("step 1: the observer is null");
    }

    @Test
    void time_blocked_by_the_next_station_is_told_from_work() {
        // Two stations without room between them: 2 s at the first, 3 s at the second, work for two.
        Resource first = new Resource("first", 1);
        Resource second = new Resource("second", 1);
        Flow<String> line = flow().seize(first)
                .delay(2 * S)
                .seize(second)
                .release(first)
                .delay(3 * S)
                .release(second)
                .build();
        line.launch(sim, "A");
        line.launch(sim, "B");
        sim.run();
        // A: first 0 to 2, second 2 to 5. B: first 2 to 4, then blocked until 5, second 5 to 8.
        assertThat(sim.now()).isEqualTo(8 * S);
        assertThat(first.utilisation(sim)).isEqualTo(5.0 / 8);
        assertThat(first.blockedShare(sim)).isEqualTo(1.0 / 8);
        assertThat(second.utilisation(sim)).isEqualTo(6.0 / 8);
        assertThat(second.blockedShare(sim)).isZero();
    }
}
