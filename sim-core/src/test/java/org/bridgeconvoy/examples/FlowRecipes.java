package org.bridgeconvoy.examples;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.bridgeconvoy.calendar.DateRange;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.calendar.Openings;
import org.bridgeconvoy.calendar.WorkCalendar;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.flow.CapacitySchedule;
import org.bridgeconvoy.flow.Cursor;
import org.bridgeconvoy.flow.Flow;
import org.bridgeconvoy.flow.Observer;
import org.bridgeconvoy.flow.Resource;
import org.bridgeconvoy.flow.Step;
import org.bridgeconvoy.flow.WaitStatistics;
import org.bridgeconvoy.observe.Tally;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;

/** Recipes of the cookbook: models in flow style. */
final class FlowRecipes {
    private FlowRecipes() {}

    // tag: priorities
    record Patient(boolean urgent, long arrivedNanos) {}

    /** Mean wait of urgent patients (half of them all) in seconds, where nobody is interrupted. */
    static double urgentWaitSeconds(Streams streams) {
        RandomStream gaps = streams.stream("arrivals");
        RandomStream services = streams.stream("services");
        RandomStream kinds = streams.stream("kinds");
        Tally wait = new Tally();
        Simulation sim = new Simulation();
        Resource doctor = new Resource("doctor", 1);
        Flow<Patient> visit = Flow.<Patient>of()
                .seize(doctor, 1, patient -> patient.urgent() ? 1 : 0)
                .observe((patient, now) -> {
                    if (patient.urgent()) {
                        wait.record(Nanos.toSeconds(now - patient.arrivedNanos()));
                    }
                })
                .delaySeconds(patient -> services.nextExponential())
                .release(doctor)
                .build();
        visit.launchEverySeconds(
                sim, () -> gaps.nextExponential() / 0.8, () -> new Patient(kinds.nextBoolean(), sim.now()));
        sim.runUntil(2_000 * Nanos.SECOND);
        wait.reset();
        sim.runUntil(42_000 * Nanos.SECOND);
        return wait.mean();
    }
    // end: priorities

    /** Cobham 1954: mean residual service 0.8, divided by 1 - load of the class 0.4. */
    static final double URGENT_WAIT = 0.8 / (1 - 0.4);

    static Estimate urgent() {
        return new Experiment(3, 30).estimate(FlowRecipes::urgentWaitSeconds);
    }

    static String priorities() {
        Estimate urgent = urgent();
        return String.format(
                Locale.ROOT,
                "urgent patients wait %.3f s +- %.3f (Cobham: %.3f s)\n",
                urgent.mean(),
                urgent.halfWidth95(),
                URGENT_WAIT);
    }

    // tag: bank
    record Client(String name, long since) {}

    /** A day at a bank with one counter, whose clients give up after 1 to 3 minutes. */
    static WaitStatistics bank(Streams streams, int clients, StringBuilder log) {
        RandomStream gaps = streams.stream("arrivals");
        RandomStream services = streams.stream("services");
        RandomStream tempers = streams.stream("tempers");
        Simulation sim = new Simulation();
        Resource counter = new Resource("counter", 1);
        int[] number = new int[1];
        Flow<Client> visit = Flow.<Client>of()
                .observe(saying("is here", log))
                .seize(counter)
                .orGiveUpAfterSeconds(
                        client -> 60 + 120 * tempers.nextDouble(),
                        Flow.<Client>of().observe(saying("gives up", log)).build())
                .observe(saying("is served", log))
                .delaySeconds(client -> 720 * services.nextExponential())
                .release(counter)
                .observe(saying("leaves", log))
                .build();
        visit.launchEverySeconds(
                sim,
                () -> number[0] < clients ? 600 * gaps.nextExponential() : Double.POSITIVE_INFINITY,
                () -> new Client("client " + ++number[0], sim.now()));
        sim.run();
        return counter.statistics();
    }

    private static Observer<Client> saying(String what, StringBuilder log) {
        return (who, now) -> log.append(String.format(
                Locale.ROOT, "%5.2f %s %s after %.2f min\n", now / 6e10, who.name(), what, (now - who.since()) / 6e10));
    }
    // end: bank

    static String bankDay() {
        StringBuilder log = new StringBuilder();
        WaitStatistics counter = bank(Streams.of(1, 1), 5, log);
        return log.append(String.format(
                        Locale.ROOT,
                        "%d were served, %d gave up\n",
                        counter.waitSeconds().count(),
                        counter.gaveUpSeconds().count()))
                .toString();
    }

    static String shifts() {
        // tag: shifts
        Hours shifts = Hours.daily("06:00-14:00", "14:30-22:00")
                .with(DayOfWeek.SATURDAY, "08:00-12:00")
                .with(DayOfWeek.SUNDAY);
        DateRange goldenWeek = new DateRange(LocalDate.of(2024, 10, 1), LocalDate.of(2024, 10, 7));
        WorkCalendar calendar =
                new WorkCalendar(LocalDate.of(2024, 9, 30), /* ahead of the clock */ 0, List.of(goldenWeek));
        Openings open = calendar.openings(shifts, 14 * Nanos.DAY);
        Resource booths = new Resource("booths", CapacitySchedule.during(open, 2));
        // end: shifts
        double hours = open.openNanos(0, 14 * Nanos.DAY) / (double) Nanos.HOUR;
        return String.format(Locale.ROOT, "'%s' are open for %.1f h of two weeks\n", booths.name(), hours);
    }

    // tag: breakdowns
    /** Share of time in which one machine, busy whenever it can be, works: 9 h on average to a failure, 1 h for the repair. */
    static double shareWorking(Streams streams) {
        RandomStream failures = streams.stream("failures");
        RandomStream repairs = streams.stream("repairs");
        Simulation sim = new Simulation();
        Resource machine = new Resource("machine", 1);
        Tally pieces = new Tally();
        Flow<String> work = Flow.<String>of()
                .seize(machine)
                .delay(Nanos.MINUTE)
                .release(machine)
                .observe((piece, now) -> pieces.record(1))
                .build();
        // A failure is an entity of its own that takes the machine before all pieces, as soon as the piece in work is
        // done.
        Flow<String> failure = Flow.<String>of()
                .delaySeconds(f -> 9 * 3_600 * failures.nextExponential())
                .seize(machine, 1, f -> 1)
                .delaySeconds(f -> 3_600 * repairs.nextExponential())
                .release(machine)
                .then(again())
                .build();
        work.launchEverySeconds(sim, () -> 60, () -> "piece");
        failure.launch(sim, "failure");
        sim.runUntil(2_000 * Nanos.HOUR);
        return pieces.count() / (2_000 * 60.0);
    }

    /** A step of one's own: it ends the flow and sends its entity through once more, at the same instant. */
    private static Step<String> again() {
        return (sim, entity, done) -> {
            sim.schedule(0, done::relaunch);
            done.proceed(sim);
        };
    }
    // end: breakdowns

    // tag: jockeying
    /** A step of one's own: seizes of two counters the one with the shorter queue. */
    static Step<String> shorterOf(Resource left, Resource right) {
        return (sim, entity, done) -> {
            boolean goesLeft = left.queueLength() + left.inUse() <= right.queueLength() + right.inUse();
            (goesLeft ? left : right).seize(sim, done, /* units */ 1, /* priority */ 0);
        };
    }

    /** Moves who waits at one counter to the other; false if it does not wait there (any more). */
    static boolean jockey(Simulation sim, Cursor<String> who, Resource from, Resource to) {
        boolean waited = from.leave(sim, who);
        if (waited) {
            to.seize(sim, who, /* units */ 1, /* priority */ 0);
        }
        return waited;
    }
    // end: jockeying

    static Estimate working() {
        return new Experiment(4, 20).estimate(FlowRecipes::shareWorking);
    }

    static String breakdowns() {
        Estimate working = working();
        return String.format(
                Locale.ROOT,
                "the machine works %.2f%% +- %.2f of the time (9 of 10 hours: 90%%)\n",
                100 * working.mean(),
                100 * working.halfWidth95());
    }
}
