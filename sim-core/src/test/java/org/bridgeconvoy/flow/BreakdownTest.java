package org.bridgeconvoy.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;
import org.junit.jupiter.api.Test;

/** Breakdowns in the middle of a service, against theory. Failures at rate F, repairs at rate R. */
class BreakdownTest {
    private static final long S = Nanos.SECOND;
    private static final double F = 0.1;
    private static final double R = 0.5;
    private static final double ARRIVALS = 0.6;

    private static void breakDown(Simulation sim, Resource machine, Streams streams, boolean byUse) {
        RandomStream failures = streams.stream("failures");
        RandomStream repairs = streams.stream("repairs");
        if (byUse) {
            machine.failByUse(sim, () -> failures.nextExponential() / F, () -> repairs.nextExponential() / R);
        } else {
            machine.failByTime(sim, () -> failures.nextExponential() / F, () -> repairs.nextExponential() / R);
        }
    }

    /** Mean number in the system of an M/M/1 queue whose server breaks down; service rate 1. */
    private static double number(Streams streams, boolean byUse) {
        RandomStream gaps = streams.stream("gaps");
        RandomStream services = streams.stream("services");
        Simulation sim = new Simulation();
        Resource machine = new Resource("machine", 1);
        Flow<String> flow = Flow.<String>of()
                .seize(machine)
                .delaySeconds(piece -> services.nextExponential())
                .release(machine)
                .build();
        flow.launchEverySeconds(sim, () -> gaps.nextExponential() / ARRIVALS, () -> "piece");
        breakDown(sim, machine, streams, byUse);
        sim.runUntil(500 * S);
        machine.resetStatistics(sim);
        sim.runUntil(10_000 * S);
        return machine.statistics().queueLength().mean(sim.now())
                + machine.statistics().inUse().mean(sim.now());
    }

    /** White and Christie (1958), Operations Research 6(1): the server may also break down while it is idle. */
    @Test
    void a_queue_whose_server_breaks_down_by_the_clock_has_the_length_of_White_and_Christie() {
        double up = F + R;
        double exact = ARRIVALS * (up * up + F) / (up * (R - ARRIVALS * up));
        Theory.assertMean(streams -> number(streams, false), exact, 0.1);
    }

    /**
     * Pollaczek and Khinchine with the time from the beginning of a service to its end, repairs included (Gaver 1962): mean 1 + F/R,
     * second moment 2 (1 + F/R)^2 + 2 F / R^2.
     */
    @Test
    void a_queue_whose_server_breaks_down_by_use_has_the_length_of_Gaver() {
        double mean = 1 + F / R;
        double second = 2 * mean * mean + 2 * F / (R * R);
        double load = ARRIVALS * mean;
        double exact = load + ARRIVALS * ARRIVALS * second / 2 / (1 - load);
        Theory.assertMean(streams -> number(streams, true), exact, 0.1);
    }

    /** Pieces a second of a machine that always has work; a service takes 4 s. */
    private static double rate(Streams streams, Interrupted work) {
        RandomStream services = streams.stream("services");
        Simulation sim = new Simulation();
        Resource machine = new Resource("machine", 1);
        Flow<String> flow = Flow.<String>of()
                .seize(machine)
                .ifInterrupted(work)
                .delaySeconds(piece -> work == Interrupted.REDRAW ? 4 * services.nextExponential() : 4)
                .release(machine)
                .then((s, piece, done) -> {
                    s.schedule(0, done::relaunch);
                    done.proceed(s);
                })
                .build();
        flow.launch(sim, "piece");
        breakDown(sim, machine, streams, false);
        sim.runUntil(4_000 * S);
        return machine.statistics().waitSeconds().count() / Nanos.toSeconds(sim.now());
    }

    /** Gaver (1962): a service of length D takes D (1 + F/R), and (1/F + 1/R) (e^(F D) - 1) if each failure begins it anew. */
    @Test
    void work_that_restarts_takes_longer_than_work_that_resumes_and_redrawn_exponential_work_does_not() {
        Theory.assertMean(streams -> rate(streams, Interrupted.RESUME), 1 / (4 * (1 + F / R)), 0.03);
        Theory.assertMean(streams -> rate(streams, Interrupted.REDRAW), 1 / (4 * (1 + F / R)), 0.03);
        Theory.assertMean(
                streams -> rate(streams, Interrupted.RESTART), 1 / ((1 / F + 1 / R) * Math.expm1(F * 4)), 0.03);
    }

    /** Share of pieces that are scrapped because their machine failed: F / (F + mu) of exponential services at rate mu = 0.4. */
    private static double scrapped(Streams streams) {
        RandomStream gaps = streams.stream("gaps");
        RandomStream services = streams.stream("services");
        Simulation sim = new Simulation();
        Resource machine = new Resource("machine", 1);
        long[] made = new long[1];
        Flow<String> flow = Flow.<String>of()
                .seize(machine)
                .ifInterruptedGo(Flow.<String>of().build())
                .delaySeconds(piece -> services.nextExponential() / 0.4)
                .release(machine)
                .observe((piece, now) -> made[0]++)
                .build();
        flow.launchEverySeconds(sim, () -> 5 * gaps.nextExponential(), () -> "piece");
        breakDown(sim, machine, streams, true);
        sim.runUntil(20_000 * S);
        assertThat(machine.notGivenBack()).isEmpty();
        double lost = machine.statistics().discarded();
        return lost / (lost + made[0]);
    }

    @Test
    void work_that_is_given_up_is_lost_as_often_as_two_exponential_times_race() {
        Theory.assertMean(BreakdownTest::scrapped, F / (F + 0.4), 0.04);
    }

    @Test
    void a_resource_is_failed_for_its_share_of_the_time_by_the_clock() {
        Theory.assertMean(
                streams -> {
                    Simulation sim = new Simulation();
                    Resource machine = new Resource("machine", 3);
                    breakDown(sim, machine, streams, false);
                    sim.runUntil(20_000 * S);
                    return machine.shares(sim).failed();
                },
                F / (F + R),
                0.04);
    }
}
