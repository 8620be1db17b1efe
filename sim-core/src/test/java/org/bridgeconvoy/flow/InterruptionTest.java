package org.bridgeconvoy.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.observe.Tally;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;
import org.junit.jupiter.api.Test;

/** Work that is interrupted: by who comes with a higher priority, and by failures of the resource. */
class InterruptionTest {
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

    /** The first letter is the priority: A before B before C. */
    private static int letter(String entity) {
        return 'Z' - entity.charAt(0);
    }

    private Flow<String> job(Resource machine, long seconds) {
        return flow().seize(machine, 1, InterruptionTest::letter)
                .preempting()
                .observe(note("begins"))
                .delay(seconds * S)
                .observe(note("done"))
                .release(machine)
                .build();
    }

    @Test
    void who_is_interrupted_goes_on_where_it_was_and_before_its_equals() {
        Resource machine = new Resource("machine", 1);
        launchAt(0, job(machine, 10), "C1");
        launchAt(1, job(machine, 10), "C2");
        launchAt(4, job(machine, 3), "B1");
        launchAt(5, job(machine, 2), "A1");
        launchAt(6, job(machine, 1), "B2");
        sim.run();
        // C1 works 0-4, B1 4-5, A1 5-7, B1 7-9, B2 9-10, C1 10-16, C2 16-26.
        assertThat(log)
                .containsExactly(
                        "0 C1 begins",
                        "4 B1 begins",
                        "5 A1 begins",
                        "7 A1 done",
                        "9 B1 done",
                        "9 B2 begins",
                        "10 B2 done",
                        "16 C1 done",
                        "16 C2 begins",
                        "26 C2 done");
        WaitStatistics statistics = machine.statistics();
        assertThat(statistics.interruptedSeconds().count()).isEqualTo(2);
        // B1 waits 2 s, C1 6 s.
        assertThat(statistics.interruptedSeconds().max()).isEqualTo(6);
        assertThat(statistics.interruptedSeconds().min()).isEqualTo(2);
        assertThat(statistics.waitSeconds().count()).isEqualTo(5);
        assertThat(machine.utilisation(sim)).isEqualTo(1);
    }

    @Test
    void who_comes_takes_from_the_lowest_priority_and_of_these_from_who_seized_last() {
        Resource cranes = new Resource("cranes", 3);
        launchAt(0, job(cranes, 10), "B1");
        launchAt(1, job(cranes, 10), "C1");
        launchAt(2, job(cranes, 10), "C2");
        launchAt(3, job(cranes, 4), "A1");
        sim.run();
        assertThat(log)
                .containsExactly(
                        "0 B1 begins",
                        "1 C1 begins",
                        "2 C2 begins",
                        "3 A1 begins",
                        "7 A1 done",
                        "10 B1 done",
                        "11 C1 done",
                        "16 C2 done");
    }

    @Test
    void units_are_taken_only_if_enough_can_be_had_and_what_is_over_goes_to_the_queue() {
        Resource cranes = new Resource("cranes", 3);
        Flow<String> two = flow().seize(cranes, 2, InterruptionTest::letter)
                .preempting()
                .observe(note("begins"))
                .delay(5 * S)
                .release(cranes, 2)
                .build();
        launchAt(0, two, "C1");
        launchAt(1, job(cranes, 20), "A1");
        // Only one unit could be had from C1 if A2 needed three; it gets the two of C1.
        launchAt(2, two, "B1");
        Flow<String> three = flow().seize(cranes, 3, InterruptionTest::letter)
                .preempting()
                .observe(note("begins"))
                .release(cranes, 3)
                .build();
        launchAt(3, three, "A2");
        sim.run();
        assertThat(log.subList(0, 3)).containsExactly("0 C1 begins", "1 A1 begins", "2 B1 begins");
        // A2 waits for A1, which has the same priority; nobody is interrupted for it in vain, and nobody overtakes it.
        assertThat(log).contains("21 A2 begins");
        assertThat(cranes.inUse()).isZero();
    }

    @Test
    void who_waits_elsewhere_with_a_unit_keeps_it() {
        Resource machine = new Resource("machine", 1);
        Gate gate = new Gate("gate", false);
        Flow<String> waiting = flow().seize(machine)
                .waitFor(gate)
                .observe(note("passes"))
                .release(machine)
                .build();
        launchAt(0, waiting, "Z1");
        launchAt(1, job(machine, 2), "A1");
        sim.scheduleAt(5 * S, gate::open);
        sim.run();
        assertThat(log).containsExactly("5 Z1 passes", "5 A1 begins", "7 A1 done");
    }

    @Test
    void interrupted_work_restarts_is_drawn_anew_or_is_given_up_as_the_seize_says() {
        Resource machine = new Resource("machine", 1);
        int[] draws = new int[1];
        Flow<String> restart = flow().seize(machine, 1, e -> 0)
                .ifInterrupted(Interrupted.RESTART)
                .delaySeconds(e -> 10 + 100 * draws[0]++)
                .observe(note("done"))
                .release(machine)
                .build();
        launchAt(0, restart, "B1");
        launchAt(3, job(machine, 2), "A1");
        sim.run();
        assertThat(log).containsExactly("3 A1 begins", "5 A1 done", "15 B1 done");
        assertThat(draws[0]).isEqualTo(1);

        log.clear();
        Flow<String> redraw = flow().seize(machine, 1, e -> 0)
                .ifInterrupted(Interrupted.REDRAW)
                .delaySeconds(e -> draws[0]++ < 2 ? 10 : 4)
                .observe(note("done"))
                .release(machine)
                .build();
        launchAt(20, redraw, "B2");
        launchAt(23, job(machine, 2), "A2");
        sim.run();
        assertThat(log).containsExactly("23 A2 begins", "25 A2 done", "29 B2 done");

        log.clear();
        Flow<String> part = flow().seize(machine, 1, e -> 0)
                .ifInterruptedGo(flow().observe(note("gives up")).build())
                .delay(10 * S)
                .observe(note("done"))
                .release(machine)
                .build();
        Flow<String> discard = flow().then(part).observe(note("leaves")).build();
        launchAt(40, discard, "B3");
        launchAt(43, job(machine, 2), "A3");
        launchAt(46, discard, "B4");
        sim.run();
        assertThat(log)
                .containsExactly(
                        "43 A3 begins", "43 B3 gives up", "43 B3 leaves", "45 A3 done", "56 B4 done", "56 B4 leaves");
        assertThat(machine.statistics().discarded()).isEqualTo(1);
        assertThat(machine.inUse()).isZero();
    }

    @Test
    void a_word_on_interruptions_stands_behind_a_seize_and_once() {
        Resource machine = new Resource("machine", 1);
        assertThatIllegalStateException()
                .isThrownBy(() -> flow().delay(1).preempting())
                .withMessage("step 2: preempting belongs directly behind a seize");
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        flow().seize(machine).ifInterrupted(Interrupted.RESTART).ifInterruptedGo(flow().build()))
                .withMessageContaining("has a word on what becomes of interrupted work already");
    }

    @Test
    void a_failure_stops_the_work_and_the_repair_lets_it_go_on() {
        Resource machine = new Resource("machine", 2);
        launchAt(0, job(machine, 10), "B1");
        launchAt(1, job(machine, 10), "B2");
        launchAt(2, job(machine, 10), "B3");
        sim.scheduleAt(4 * S, machine::fail);
        sim.scheduleAt(5 * S, machine::fail);
        launchAt(5, job(machine, 1), "A1");
        sim.scheduleAt(6 * S, machine::repair);
        sim.scheduleAt(7 * S, machine::repair);
        sim.runUntil(30 * S);
        // After the repair A1 takes the unit of B2, who seized last; that needs 6 more seconds then, B1 needs 6 as
        // well.
        assertThat(log)
                .containsExactly(
                        "0 B1 begins",
                        "1 B2 begins",
                        "7 A1 begins",
                        "8 A1 done",
                        "13 B1 done",
                        "13 B3 begins",
                        "15 B2 done",
                        "23 B3 done");
        UnitShares shares = machine.shares(sim);
        // Of 60 unit-seconds: 6 failed; 31 of work; the rest idle.
        assertThat(shares.failed()).isCloseTo(6 / 60.0, within(1e-12));
        assertThat(shares.busy()).isCloseTo(31 / 60.0, within(1e-12));
        assertThat(shares.idle()).isCloseTo(23 / 60.0, within(1e-12));
        assertThat(shares.blocked() + shares.offShift()).isZero();
        assertThatIllegalStateException()
                .isThrownBy(() -> machine.repair(sim))
                .withMessage("resource 'machine': repair without a failure (t=30 s)");
    }

    @Test
    void failures_by_use_come_after_a_time_in_use() {
        Resource machine = new Resource("machine", 2);
        machine.failByUse(sim, () -> 15, () -> 3);
        launchAt(10, job(machine, 10), "B1");
        launchAt(15, job(machine, 10), "B2");
        sim.run();
        // In use: 5 s until 15, then two units: 15 s are over at 20. Then 3 s of repair, with 0 and 5 s of work to go.
        assertThat(log).containsExactly("10 B1 begins", "15 B2 begins", "20 B1 done", "28 B2 done");
        assertThat(machine.shares(sim).failed()).isCloseTo(6 / 56.0, within(1e-12));
    }

    @Test
    void who_comes_back_to_a_failed_resource_waits_for_the_repair() {
        Resource machine = new Resource("machine", 1);
        Gate gate = new Gate("gate", false);
        Flow<String> flow = flow().seize(machine)
                .waitFor(gate)
                .delay(5 * S)
                .observe(note("done"))
                .release(machine)
                .delay(S)
                .observe(note("out"))
                .build();
        launchAt(0, flow, "B1");
        sim.scheduleAt(2 * S, machine::fail);
        sim.scheduleAt(3 * S, gate::open);
        sim.scheduleAt(9 * S, machine::repair);
        sim.run();
        assertThat(log).containsExactly("14 B1 done", "15 B1 out");
        assertThat(machine.shares(sim).blocked()).isCloseTo(2 / 15.0, within(1e-12));
    }

    @Test
    void a_unit_that_is_given_back_during_a_failure_no_longer_holds_its_entity_up() {
        Resource machine = new Resource("machine", 1);
        Flow<String> flow = flow().seize(machine)
                .then((s, entity, done) -> s.schedule(4 * S, done))
                .release(machine)
                .delay(S)
                .observe(note("out"))
                .build();
        launchAt(0, flow, "B1");
        launchAt(1, job(machine, 1), "B2");
        sim.scheduleAt(2 * S, machine::fail);
        sim.scheduleAt(9 * S, machine::repair);
        sim.run();
        assertThat(log).containsExactly("5 B1 out", "9 B2 begins", "10 B2 done");
    }

    @Test
    void capacity_that_changes_while_running_counts_in_all_shares() {
        Resource crew = new Resource("crew", 2);
        launchAt(0, job(crew, 10), "B1");
        launchAt(0, job(crew, 10), "B2");
        launchAt(0, job(crew, 10), "B3");
        sim.scheduleAt(5 * S, s -> crew.changeCapacity(s, 1));
        sim.scheduleAt(12 * S, s -> crew.changeCapacity(s, 4));
        sim.runUntil(20 * S);
        // Two at work until 10, in spite of one unit from 5 on; B3 from 10 to 20.
        assertThat(log)
                .containsExactly(
                        "0 B1 begins", "0 B2 begins", "10 B1 done", "10 B2 done", "10 B3 begins", "20 B3 done");
        UnitShares shares = crew.shares(sim);
        // Of 4 x 20 unit-seconds: busy 30; there were 2 x 5 + 1 x 7 + 4 x 8 and 5 of overtime; the rest was off.
        assertThat(shares.busy()).isCloseTo(30 / 80.0, within(1e-12));
        assertThat(shares.idle()).isCloseTo(24 / 80.0, within(1e-12));
        assertThat(shares.offShift()).isCloseTo(26 / 80.0, within(1e-12));
        assertThat(crew.utilisation(sim)).isCloseTo(30 / 49.0, within(1e-12));
        crew.resetStatistics(sim);
        sim.runUntil(22 * S);
        assertThat(crew.shares(sim)).isEqualTo(new UnitShares(0, 0, 0, 1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> crew.changeCapacity(sim, -1))
                .withMessage("resource 'crew': the number of units must be >= 0, got -1 (t=22 s)");
    }

    private record Patient(boolean urgent, long arrived) {}

    /** Mean time in the system of both classes, urgent first. */
    private static double[] preemptive(Streams streams) {
        RandomStream gaps = streams.stream("gaps");
        RandomStream services = streams.stream("services");
        RandomStream kinds = streams.stream("kinds");
        Tally[] times = {new Tally(), new Tally()};
        Simulation sim = new Simulation();
        Resource doctor = new Resource("doctor", 1);
        Flow<Patient> flow = Flow.<Patient>of()
                .seize(doctor, 1, patient -> patient.urgent() ? 1 : 0)
                .preempting()
                .delaySeconds(patient -> services.nextExponential() * (patient.urgent() ? 0.5 : 1))
                .release(doctor)
                .observe((patient, now) ->
                        times[patient.urgent() ? 0 : 1].record(Nanos.toSeconds(now - patient.arrived())))
                .build();
        flow.launchEverySeconds(sim, gaps::nextExponential, () -> new Patient(kinds.nextDouble() < 0.4, sim.now()));
        sim.runUntil(500 * S);
        times[0].reset();
        times[1].reset();
        sim.runUntil(5_000 * S);
        return new double[] {times[0].mean(), times[1].mean()};
    }

    /**
     * Two classes with preemptive resume. Theory: T_k = E S_k / (1 - s_(k-1)) + sum over i <= k of a_i E S_i^2 / 2 / ((1 - s_(k-1)) (1 -
     * s_k)), where s_k is the load of the first k classes (White and Christie 1958; Gross, Shortle, Thompson, Harris, section 4.4).
     */
    @Test
    void preemptive_priorities_have_the_mean_times_of_theory() {
        double load1 = 0.4 * 0.5;
        double load = load1 + 0.6 * 1;
        double first = 0.5 + 0.4 * 0.25 / (1 - load1);
        double second = 1 / (1 - load1) + (0.4 * 0.25 + 0.6 * 1) / ((1 - load1) * (1 - load));
        List<double[]> means = new Experiment(7, 30).run(() -> InterruptionTest::preemptive);
        Theory.assertMean(first, 0.05, means.stream().map(m -> m[0]).toList());
        Theory.assertMean(second, 0.1, means.stream().map(m -> m[1]).toList());
    }
}
