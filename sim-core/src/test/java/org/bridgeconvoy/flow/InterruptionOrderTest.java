package org.bridgeconvoy.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Simulation;
import org.junit.jupiter.api.Test;

/** Who is interrupted, in which order interrupted entities go on, and what of their work and their passages is left. */
class InterruptionOrderTest {
    private static final long S = Nanos.SECOND;

    private final Simulation sim = new Simulation();
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

    /** A job of priority 1 for entities whose name begins with A, of 0 for others. */
    private Flow<String> job(Resource cranes, long seconds) {
        return flow().seize(cranes, 1, entity -> entity.startsWith("A") ? 1 : 0)
                .preempting()
                .delay(seconds * S)
                .observe(note("done"))
                .release(cranes)
                .build();
    }

    @Test
    void who_seized_last_loses_also_when_an_earlier_one_has_left() {
        Resource cranes = new Resource("cranes", 3);
        launchAt(0, job(cranes, 2), "C1");
        launchAt(0, job(cranes, 10), "C2");
        launchAt(1, job(cranes, 10), "C3");
        launchAt(3, job(cranes, 20), "A1");
        launchAt(4, job(cranes, 1), "A2");
        sim.run();
        // C3 seized after C2: it stands still from 4 to 5.
        assertThat(log).containsExactly("2 C1 done", "5 A2 done", "10 C2 done", "12 C3 done", "23 A1 done");
    }

    @Test
    void after_a_repair_those_who_seized_first_go_on_first() {
        Resource cranes = new Resource("cranes", 3);
        launchAt(0, job(cranes, 2), "C1");
        launchAt(0, job(cranes, 10), "C2");
        launchAt(0, job(cranes, 10), "C3");
        sim.scheduleAt(3 * S, cranes::fail);
        sim.scheduleAt(5 * S, cranes::repair);
        sim.run();
        assertThat(log).containsExactly("2 C1 done", "12 C2 done", "12 C3 done");
    }

    @Test
    void no_work_is_interrupted_for_a_unit_that_is_no_longer_there() {
        Resource crane = new Resource("crane", 1);
        launchAt(0, job(crane, 10), "C1");
        sim.scheduleAt(2 * S, s -> crane.changeCapacity(s, 0));
        launchAt(3, job(crane, 1), "A1");
        sim.run();
        assertThat(log).containsExactly("10 C1 done");
        assertThat(crane.waiting()).containsExactly("A1");
        assertThat(crane.statistics().interruptedSeconds().count()).isZero();
    }

    @Test
    void work_that_restarts_takes_its_whole_time_also_when_it_was_resumed_before() {
        Resource machine = new Resource("machine", 1);
        Resource tool = new Resource("tool", 1);
        Flow<String> flow = flow().seize(machine)
                .seize(tool)
                .ifInterrupted(Interrupted.RESTART)
                .delay(10 * S)
                .observe(note("done"))
                .releaseAll()
                .build();
        flow.launch(sim, "C1");
        sim.scheduleAt(4 * S, machine::fail);
        sim.scheduleAt(5 * S, machine::repair);
        sim.scheduleAt(7 * S, tool::fail);
        sim.scheduleAt(8 * S, tool::repair);
        sim.run();
        assertThat(log).containsExactly("18 C1 done");
    }

    @Test
    void who_gives_up_its_work_leaves_the_passages_within_it_and_stays_in_those_around_it() {
        Resource machine = new Resource("machine", 1);
        Passage<String> work = new Passage<>("work");
        Passage<String> all = new Passage<>("all");
        Flow<String> scrapped = flow().delay(3 * S).build();
        Flow<String> part = flow().seize(machine)
                .ifInterruptedGo(scrapped)
                .within(work, flow().delay(10 * S).build())
                .release(machine)
                .build();
        flow().within(all, part).observe(note("leaves")).build().launch(sim, "C1");
        sim.scheduleAt(4 * S, machine::fail);
        sim.run();
        assertThat(log).containsExactly("7 C1 leaves");
        assertThat(work.all().inside().value()).isZero();
        assertThat(work.all().timeSeconds().max()).isEqualTo(4);
        assertThat(all.all().inside().value()).isZero();
        assertThat(all.all().timeSeconds().max()).isEqualTo(7);
    }

    @Test
    void what_a_seize_says_holds_for_each_interruption_of_the_work() {
        Resource crane = new Resource("crane", 1);
        Flow<String> restart = flow().seize(crane)
                .ifInterrupted(Interrupted.RESTART)
                .delay(5 * S)
                .observe(note("done"))
                .release(crane)
                .build();
        launchAt(0, restart, "C1");
        launchAt(2, job(crane, 1), "A1");
        launchAt(6, job(crane, 1), "A2");
        sim.run();
        // C1 works 0-2, 3-6 and 7-12: the second time it begins again, too.
        assertThat(log).containsExactly("3 A1 done", "7 A2 done", "12 C1 done");

        log.clear();
        Flow<String> scrap = flow().seize(crane)
                .ifInterruptedGo(flow().observe(note("scrapped")).build())
                .delay(5 * S)
                .observe(note("done"))
                .release(crane)
                .build();
        launchAt(20, scrap, "C2");
        launchAt(22, job(crane, 1), "A3");
        launchAt(24, scrap, "C3");
        sim.run();
        assertThat(log).containsExactly("22 C2 scrapped", "23 A3 done", "29 C3 done");
    }

    @Test
    void who_waits_to_preempt_does_so_when_the_queue_is_served_and_not_when_another_one_joins_it() {
        Resource crane = new Resource("crane", 1);
        Gate gate = new Gate("gate", false);
        Flow<String> waiting = flow().seize(crane)
                .waitFor(gate)
                .delay(10 * S)
                .observe(note("done"))
                .release(crane)
                .build();
        launchAt(0, waiting, "C1");
        launchAt(1, job(crane, 1), "A1");
        sim.scheduleAt(2 * S, gate::open);
        launchAt(3, job(crane, 1), "A2");
        sim.run();
        assertThat(log).containsExactly("12 C1 done", "13 A1 done", "14 A2 done");
    }

    @Test
    void who_preempts_and_then_waits_as_others_do_takes_nothing_from_others() {
        Resource crane = new Resource("crane", 1);
        Resource presses = new Resource("presses", 2);
        launchAt(0, job(presses, 10), "C1");
        flow().seize(crane).build().launch(sim, "C2");
        flow().then((s, entity, done) -> {
                    crane.seize(s, done, 1, 1);
                    s.schedule(2 * S, later -> {
                        crane.leave(later, done);
                        presses.seizePreempting(later, done, 1, 1);
                    });
                })
                .seize(presses, 1, entity -> 1)
                .observe(note("has both presses"))
                .build()
                .launch(sim, "A1");
        sim.run();
        assertThat(log).containsExactly("10 C1 done", "10 A1 has both presses");
    }

    @Test
    void who_is_taken_out_of_the_queue_for_lost_units_goes_on_without_them_and_works_elsewhere() {
        Resource crane = new Resource("crane", 1);
        Flow<String> flow = flow().seize(crane)
                .delay(10 * S)
                .observe(note("goes on"))
                .delay(2 * S)
                .observe(note("done"))
                .build();
        Cursor<String> cursor = flow.launch(sim, "C1");
        launchAt(2, job(crane, 5), "A1");
        sim.scheduleAt(3 * S, s -> {
            assertThat(crane.leave(s, cursor)).isTrue();
            cursor.proceed(s);
        });
        sim.run();
        assertThat(log).containsExactly("3 C1 goes on", "5 C1 done", "7 A1 done");
        assertThat(crane.notGivenBack()).isEmpty();
    }
}
