package org.bridgeconvoy.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.engine.Simulation;
import org.junit.jupiter.api.Test;

/** Steps of one's own seize, release, wait and leave a queue; the statistics stay right. */
class OwnStepTest {
    private final Simulation sim = new Simulation();
    private final Resource crane = new Resource("crane", 2);
    private final List<String> log = new ArrayList<>();

    private Observer<String> note(String what) {
        return (entity, now) -> log.add(now + " " + entity + " " + what);
    }

    private static Flow.Builder<String> flow() {
        return Flow.of();
    }

    private Flow<String> hold(int units, long time) {
        return flow().seize(crane, units).delay(time).release(crane, units).build();
    }

    @Test
    void a_step_seizes_with_a_priority_and_releases() {
        Step<String> take = (s, entity, done) -> crane.seize(s, done, 2, entity.equals("C") ? 1 : 0);
        Flow<String> work = flow().then(take)
                .observe(note("works"))
                .delay(10)
                .then((s, entity, done) -> {
                    crane.release(s, done, 2);
                    log.add(s.now() + " " + entity + " gave back");
                    done.proceed(s);
                })
                .observe(note("out"))
                .build();
        for (String entity : List.of("A", "B", "C")) {
            work.launch(sim, entity);
        }
        assertThat(crane.waiting()).containsExactly("C", "B");
        assertThat(crane.heldBy("A")).isEqualTo(2);
        assertThat(crane.free(sim)).isZero();
        sim.run();
        assertThat(log)
                .containsExactly(
                        "0 A works",
                        "10 C works",
                        "10 A gave back",
                        "10 A out",
                        "20 B works",
                        "20 C gave back",
                        "20 C out",
                        "30 B gave back",
                        "30 B out");
        assertThat(crane.free(sim)).isEqualTo(2);
        assertThat(crane.utilisation(sim)).isEqualTo(1);
        // Waits 0, 10 and 20.
        assertThat(crane.statistics().queueLength().area(30)).isEqualTo(BigInteger.valueOf(30));
        assertThat(crane.statistics().waitSeconds().count()).isEqualTo(3);
    }

    @Test
    void a_step_seizes_later_and_another_entity_sends_it_away() {
        Resource dock = new Resource("dock", 1);
        Flow<String> impatient = flow().seize(dock)
                .then((s, entity, done) -> {
                    s.schedule(5, later -> crane.seize(later, done, 1, 0));
                    s.schedule(12, later -> {
                        assertThat(crane.leave(later, done)).isTrue();
                        assertThat(crane.leave(later, done)).isFalse();
                        done.proceed(later);
                    });
                })
                .observe(note("goes on"))
                .release(dock)
                .build();
        hold(2, 100).launch(sim, "holder");
        impatient.launch(sim, "A");
        sim.run();
        assertThat(log).containsExactly("12 A goes on");
        assertThat(crane.statistics().queueLength().area(100)).isEqualTo(BigInteger.valueOf(7));
        assertThat(crane.statistics().gaveUpSeconds().mean()).isEqualTo(7e-9);
        // The dock was blocked while its entity stood in the queue of the crane.
        assertThat(dock.statistics().blocked().area(100)).isEqualTo(BigInteger.valueOf(7));
        assertThat(crane.notGivenBack()).isEmpty();
    }

    @Test
    void who_is_sent_away_from_a_seize_goes_the_way_of_those_who_give_up() {
        Flow<String> visit = flow().seize(crane, 2)
                .orGiveUpAfterSeconds(
                        entity -> 1, flow().observe(note("gives up")).build())
                .observe(note("works"))
                .build();
        hold(1, 50).launch(sim, "holder");
        Cursor<String> sent = visit.launch(sim, "A");
        Cursor<String> other =
                flow().seize(crane, 2).observe(note("goes on")).build().launch(sim, "B");
        sim.schedule(10, s -> {
            assertThat(crane.leave(s, sent)).isTrue();
            sent.proceed(s);
            assertThat(crane.leave(s, other)).isTrue();
            other.proceed(s);
        });
        sim.run();
        assertThat(log).containsExactly("10 A gives up", "10 B goes on");
        assertThat(sim.now()).as("no patience is left behind").isEqualTo(50);
    }

    @Test
    void who_leaves_the_head_lets_pass_who_needs_less() {
        hold(1, 50).launch(sim, "holder");
        Cursor<String> first = hold(2, 5).launch(sim, "A");
        flow().seize(crane)
                .observe(note("works"))
                .delay(5)
                .release(crane)
                .build()
                .launch(sim, "B");
        sim.schedule(10, s -> crane.leave(s, first));
        sim.run();
        assertThat(log).containsExactly("10 B works");
    }

    @Test
    void a_step_waits_at_a_gate_and_in_a_batch() {
        Gate gate = new Gate("bar", false);
        Batch ferry = new Batch("ferry", 2);
        Flow<String> trip = flow().then((s, entity, done) -> gate.waitFor(s, done))
                .observe(note("over the bar"))
                .then((s, entity, done) -> ferry.join(s, done))
                .observe(note("sails"))
                .build();
        trip.launch(sim, "A");
        trip.launch(sim, "B");
        Cursor<String> third = trip.launch(sim, "C");
        sim.schedule(3, s -> {
            assertThat(gate.leave(s, third)).isTrue();
            assertThat(gate.leave(s, third)).isFalse();
        });
        sim.schedule(5, gate::open);
        sim.schedule(9, third::proceed);
        sim.run();
        assertThat(log)
                .containsExactly("5 A over the bar", "5 B over the bar", "5 A sails", "5 B sails", "9 C over the bar");
        assertThat(ferry.waiting()).isEqualTo(1);
    }

    @Test
    void what_is_wrong_is_an_error_when_it_happens() {
        hold(2, 50).launch(sim, "holder");
        List<Cursor<String>> old = new ArrayList<>();
        Cursor<String> waits = flow().then((s, entity, done) -> {
                    old.add(done);
                    done.proceed(s);
                })
                .seize(crane)
                .build()
                .launch(sim, "A");
        assertThatIllegalStateException()
                .isThrownBy(() -> crane.seize(sim, old.get(0), 1, 0))
                .withMessageStartingWith("step 1 was continued twice (t=0 s, A)");
        assertThatIllegalStateException()
                .isThrownBy(() -> crane.seize(sim, waits, 1, 0))
                .withMessageContaining("ends by itself");
        assertThat(crane.leave(sim, old.get(0))).as("a cursor of a step before").isFalse();
        assertThat(new Resource("other", 1).leave(sim, waits)).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(() -> crane.release(sim, waits, 1))
                .withMessage("resource 'crane': release by an entity that waits in step 2 (seize of resource 'crane')"
                        + " (t=0 s, A)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> crane.seize(sim, waits, 3, 0))
                .withMessage("resource 'crane': units must be from 1 to 2, got 3");
        Cursor<String> idle = flow().build().launch(sim, "B");
        assertThatIllegalStateException()
                .isThrownBy(() -> crane.release(sim, idle, 1))
                .withMessageContaining("by an entity that has none");
    }

    @Test
    void a_deadlock_is_told_by_those_who_wait_when_the_run_has_ended() {
        Resource dock = new Resource("dock", 2);
        flow().seize(crane, 2).delay(5).seize(dock, 2).build().launch(sim, "A");
        flow().seize(dock, 2).delay(5).seize(crane, 2).build().launch(sim, "B");
        sim.run();
        assertThat(sim.pendingEvents()).isZero();
        assertThat(dock.waiting()).containsExactly("A");
        assertThat(crane.waiting()).containsExactly("B");
        assertThat(dock).hasToString("resource 'dock' (2 in use by B; waiting: A)");
        assertThat(crane).hasToString("resource 'crane' (2 in use by A; waiting: B)");
        assertThat(new Resource("spare", 1)).hasToString("resource 'spare' (0 in use)");
    }
}
