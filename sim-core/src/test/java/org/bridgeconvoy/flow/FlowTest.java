package org.bridgeconvoy.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.calendar.Openings;
import org.bridgeconvoy.engine.Simulation;
import org.junit.jupiter.api.Test;

class FlowTest {
    private final Simulation sim = new Simulation();
    private final List<String> log = new ArrayList<>();

    private Observer<String> note(String what) {
        return (entity, now) -> log.add(now + " " + entity + " " + what);
    }

    private void launchAt(long time, Flow<String> flow, String entity) {
        sim.scheduleAt(time, s -> flow.launch(s, entity));
    }

    @Test
    void release_hands_the_unit_to_the_first_in_queue() {
        Resource dock = new Resource("dock", 1);
        Flow<String> flow = Flow.<String>of()
                .seize(dock)
                .observe(note("in"))
                .delay(10)
                .release(dock)
                .observe(note("out"))
                .build();
        launchAt(0, flow, "A");
        launchAt(1, flow, "B");
        launchAt(2, flow, "C");
        sim.run();
        assertThat(log).containsExactly("0 A in", "10 B in", "10 A out", "20 C in", "20 B out", "30 C out");
        assertThat(dock.inUse()).isZero();
        WaitStatistics statistics = dock.statistics();
        // Waits 0, 9 and 18.
        assertThat(statistics.totalWait().nanos()).isEqualTo(BigInteger.valueOf(27));
        assertThat(statistics.queueLength().area(30)).isEqualTo(BigInteger.valueOf(27));
        assertThat(statistics.queueLength().max(30)).isEqualTo(2);
        assertThat(statistics.waitSeconds().count()).isEqualTo(3);
        assertThat(statistics.waitSeconds().max()).isEqualTo(18e-9);
        assertThat(dock.utilisation(sim)).isEqualTo(1);
    }

    @Test
    void queue_serves_the_higher_priority_first_and_first_come_within() {
        Resource dock = new Resource("dock", 1);
        Flow<String> flow = Flow.<String>of()
                .seize(dock, 1, entity -> entity.charAt(1) - '0')
                .observe(note("in"))
                .delay(10)
                .release(dock)
                .build();
        for (String entity : List.of("a1", "b1", "c3", "d2", "e3", "f1", "g9")) {
            launchAt(entity.equals("g9") ? 11 : 0, flow, entity);
        }
        sim.run();
        assertThat(log)
                .containsExactly("0 a1 in", "10 c3 in", "20 g9 in", "30 e3 in", "40 d2 in", "50 b1 in", "60 f1 in");
    }

    @Test
    void nobody_overtakes_the_first_in_queue_by_needing_less() {
        Resource crane = new Resource("crane", 3);
        Flow<String> one = Flow.<String>of()
                .seize(crane)
                .observe(note("in"))
                .delay(10)
                .release(crane)
                .build();
        Flow<String> three = Flow.<String>of()
                .seize(crane, 3)
                .observe(note("in"))
                .delay(5)
                .release(crane, 3)
                .build();
        launchAt(0, one, "A");
        launchAt(1, three, "B");
        launchAt(2, one, "C");
        launchAt(2, one, "D");
        sim.run();
        assertThat(log).containsExactly("0 A in", "10 B in", "15 C in", "15 D in");
        assertThat(sim.now()).isEqualTo(25);
        // Three units for 25; in use 1 for 10, 3 for 5, 2 for 10.
        assertThat(crane.utilisation(sim)).isEqualTo(45.0 / 75);
    }

    @Test
    void capacity_follows_hours_and_lets_units_in_use_finish() {
        Openings hours = Openings.of(new long[] {10, 40}, new long[] {30, 60});
        Resource dock = new Resource("dock", CapacitySchedule.during(hours, 2));
        Flow<String> flow = Flow.<String>of()
                .seize(dock)
                .observe(note("in"))
                .delay(15)
                .release(dock)
                .observe(note("out"))
                .build();
        for (String entity : List.of("A", "B", "C", "D", "E")) {
            launchAt(0, flow, entity);
        }
        sim.run();
        assertThat(log)
                .containsExactly(
                        "10 A in",
                        "10 B in",
                        "25 C in",
                        "25 A out",
                        "25 D in",
                        "25 B out",
                        "40 E in",
                        "40 C out",
                        "40 D out",
                        "55 E out");
        // 20 and 15 open by then, two units each; five services of 15.
        assertThat(dock.utilisation(sim)).isEqualTo(75.0 / 70);
        launchAt(60, flow, "F");
        sim.run();
        assertThat(dock.queueLength()).as("it never opens again").isEqualTo(1);
    }

    @Test
    void what_is_due_at_an_opening_is_served_at_it() {
        Resource dock = new Resource("dock", CapacitySchedule.during(Openings.of(new long[] {10}, new long[] {20}), 1));
        Flow<String> flow =
                Flow.<String>of().seize(dock).observe(note("in")).release(dock).build();
        launchAt(10, flow, "at opening");
        launchAt(20, flow, "at closing");
        sim.run();
        assertThat(log).containsExactly("10 at opening in");
        assertThat(dock.queueLength()).isEqualTo(1);
    }

    @Test
    void statistics_start_again_after_the_warm_up_and_keep_the_state() {
        Resource dock = new Resource("dock", 2);
        Flow<String> flow =
                Flow.<String>of().seize(dock).delay(100).release(dock).build();
        for (String entity : List.of("A", "B", "C")) {
            launchAt(0, flow, entity);
        }
        sim.runUntil(50);
        dock.resetStatistics(sim);
        sim.run();
        assertThat(sim.now()).isEqualTo(200);
        assertThat(dock.statistics().queueLength().mean(200)).isEqualTo(50.0 / 150);
        assertThat(dock.utilisation(sim)).isEqualTo((2 * 50 + 100) / 300.0);
        assertThat(dock.statistics().waitSeconds().count()).isEqualTo(1);
    }

    @Test
    void a_resource_without_statistics_says_so() {
        Resource dock = new Resource("dock", CapacitySchedule.constant(1), false);
        assertThatIllegalStateException()
                .isThrownBy(dock::statistics)
                .withMessage("resource 'dock' keeps no statistics");
    }

    @Test
    void release_without_a_unit_in_use_is_refused() {
        Resource dock = new Resource("dock-2", 1);
        Flow<String> flow = Flow.<String>of().release(dock).build();
        launchAt(4_381_250_000_000L, flow, "truck 17");
        assertThatIllegalStateException()
                .isThrownBy(sim::run)
                .withMessage("resource 'dock-2': release without a unit in use (t=4381.25 s, truck 17)");
        Resource two = new Resource("two", 2);
        Flow<String> more = Flow.<String>of().seize(two).release(two, 2).build();
        assertThatIllegalStateException()
                .isThrownBy(() -> more.launch(new Simulation(), "truck 1"))
                .withMessage("resource 'two': release of 2 units with 1 in use (t=0 s, truck 1)");
    }

    @Test
    void units_that_can_never_be_had_are_refused_when_the_flow_is_built() {
        Resource dock = new Resource("dock", 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Flow.<String>of().seize(dock, 3))
                .withMessage("resource 'dock': units must be from 1 to 2, got 3");
        assertThatIllegalArgumentException().isThrownBy(() -> Flow.<String>of().release(dock, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Resource("none", 0))
                .withMessage("capacity must be >= 1, got 0");
        assertThatIllegalArgumentException().isThrownBy(() -> Flow.<String>of().delay(-1));
    }

    @Test
    void gate_holds_entities_while_closed_and_lets_them_pass_in_order() {
        Gate gate = new Gate("gate", false);
        Flow<String> flow =
                Flow.<String>of().waitFor(gate).observe(note("through")).build();
        launchAt(1, flow, "A");
        launchAt(2, flow, "B");
        sim.scheduleAt(5, gate::open);
        launchAt(6, flow, "C");
        sim.scheduleAt(7, s -> gate.close());
        launchAt(8, flow, "D");
        sim.run();
        assertThat(log).containsExactly("5 A through", "5 B through", "6 C through");
        assertThat(gate.waiting()).isEqualTo(1);
        assertThat(gate.isOpen()).isFalse();
    }

    @Test
    void gate_closed_by_the_first_holds_the_rest() {
        Gate gate = new Gate("gate", false);
        Flow<String> flow = Flow.<String>of()
                .waitFor(gate)
                .observe((entity, now) -> gate.close())
                .observe(note("through"))
                .build();
        launchAt(1, flow, "A");
        launchAt(1, flow, "B");
        sim.scheduleAt(5, gate::open);
        sim.run();
        assertThat(log).containsExactly("5 A through");
        assertThat(gate.waiting()).isEqualTo(1);
    }

    @Test
    void batch_leaves_when_complete_or_when_the_first_has_waited_long_enough() {
        Batch convoy = new Batch("convoy", 3, 100);
        Flow<String> flow = Flow.<String>of().batch(convoy).observe(note("off")).build();
        launchAt(0, flow, "A");
        launchAt(10, flow, "B");
        launchAt(20, flow, "C");
        launchAt(30, flow, "D");
        launchAt(50, flow, "E");
        sim.run();
        assertThat(log).containsExactly("20 A off", "20 B off", "20 C off", "130 D off", "130 E off");
        assertThat(convoy.waiting()).isZero();
        assertThat(sim.pendingEvents()).isZero();
    }

    @Test
    void batch_without_limit_waits_for_the_last() {
        Batch convoy = new Batch("convoy", 2);
        Flow<String> again = Flow.<String>of()
                .batch(convoy)
                .observe(note("once"))
                .batch(convoy)
                .observe(note("twice"))
                .build();
        launchAt(0, again, "A");
        launchAt(9, again, "B");
        launchAt(20, again, "C");
        sim.run();
        assertThat(log).containsExactly("9 A once", "9 B once", "9 A twice", "9 B twice");
        assertThat(convoy.waiting()).isEqualTo(1);
    }

    @Test
    void branch_goes_one_way_and_on_behind_both() {
        Flow<String> inner = Flow.<String>of()
                .branch(
                        entity -> entity.length() > 1,
                        Flow.<String>of().observe(note("long")).build(),
                        Flow.<String>of().build())
                .delay(1)
                .build();
        Flow<String> flow = Flow.<String>of()
                .branch(
                        entity -> entity.startsWith("A"),
                        inner,
                        Flow.<String>of().delay(5).observe(note("other")).build())
                .observe(note("end"))
                .build();
        launchAt(0, flow, "A");
        launchAt(0, flow, "AA");
        launchAt(0, flow, "B");
        sim.run();
        assertThat(log).containsExactly("0 AA long", "1 A end", "1 AA end", "5 B other", "5 B end");
    }

    @Test
    void a_step_of_ones_own_is_continued_when_it_says_so_and_only_once() {
        Flow<String> flow = Flow.<String>of()
                .then((s, entity, done) -> s.schedule(7, later -> done.proceed(later)))
                .observe(note("done"))
                .then((s, entity, done) -> {
                    done.proceed(s);
                    done.proceed(s);
                })
                .build();
        launchAt(1, flow, "A");
        assertThatIllegalStateException()
                .isThrownBy(sim::run)
                .withMessage("step 3 was continued twice (t=0.000000008 s, A)");
        assertThat(log).containsExactly("8 A done");
    }

    @Test
    void a_cursor_is_used_again_but_not_while_under_way() {
        Flow<String> flow = Flow.<String>of().delay(3).observe(note("done")).build();
        Cursor<String> cursor = flow.cursor("A");
        assertThat(cursor.isIdle()).isTrue();
        cursor.relaunch(sim);
        assertThatIllegalStateException()
                .isThrownBy(() -> cursor.relaunch(sim))
                .withMessage("flow is still under way (t=0 s, A)");
        sim.run();
        assertThat(cursor.isIdle()).isTrue();
        cursor.relaunch(sim);
        sim.run();
        assertThat(log).containsExactly("3 A done", "6 A done");
        assertThat(cursor.entity()).isEqualTo("A");
        assertThatIllegalStateException().isThrownBy(() -> cursor.proceed(sim));
    }

    @Test
    void a_long_queue_of_services_without_time_does_not_deepen_the_stack() {
        Resource dock = new Resource("dock", 1);
        Flow<Integer> blocker =
                Flow.<Integer>of().seize(dock).delay(1).release(dock).build();
        int[] served = new int[1];
        Flow<Integer> flow = Flow.<Integer>of()
                .seize(dock)
                .release(dock)
                .observe((entity, now) -> served[0]++)
                .build();
        blocker.launch(sim, 0);
        for (int i = 1; i <= 200_000; i++) {
            flow.launch(sim, i);
        }
        sim.run();
        assertThat(served[0]).isEqualTo(200_000);
        assertThat(sim.now()).isEqualTo(1);
    }
}
