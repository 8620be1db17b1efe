package org.bridgeconvoy.examples;

import java.util.List;
import java.util.Locale;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.flow.Flow;
import org.bridgeconvoy.flow.Gate;
import org.bridgeconvoy.flow.Interrupted;
import org.bridgeconvoy.flow.Observer;
import org.bridgeconvoy.flow.Resource;
import org.bridgeconvoy.flow.UnitShares;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;

/** Recipes of the cookbook: words of flows. */
final class WordRecipes {
    private WordRecipes() {}

    static String interruptions() {
        Streams streams = Streams.of(1, 1);
        // tag: interruptions
        RandomStream failures = streams.stream("failures");
        RandomStream repairs = streams.stream("repairs");
        Simulation sim = new Simulation();
        Resource lathe = new Resource("lathe", 1);
        Flow<String> stock = Flow.<String>of()
                .seize(lathe)
                .ifInterrupted(Interrupted.RESTART) // default: RESUME
                .delay(30 * Nanos.MINUTE)
                .release(lathe)
                .build();
        Flow<String> express = Flow.<String>of()
                .seize(lathe, 1, order -> 1) // priority 1; stock has 0
                .preempting()
                .delay(10 * Nanos.MINUTE)
                .release(lathe)
                .build();
        stock.launchEverySeconds(sim, () -> 3_600, () -> "stock");
        express.launchEverySeconds(sim, () -> 2.4 * 3_600, () -> "express");
        // In the middle of the work; failByUse counts time in use instead.
        lathe.failByTime(sim, () -> 36_000 * failures.nextExponential(), () -> 3_600 * repairs.nextExponential());
        // The crew leaves at 16:00; who is at work finishes.
        sim.scheduleAt(16 * Nanos.HOUR, s -> lathe.changeCapacity(s, 0));
        sim.runUntil(24 * Nanos.HOUR);
        UnitShares shares = lathe.shares(sim);
        // end: interruptions
        return String.format(
                Locale.ROOT,
                "busy %.1f%%, failed %.1f%%, idle %.1f%%, off shift %.1f%%; %d interrupted by express orders\n",
                100 * shares.busy(),
                100 * shares.failed(),
                100 * shares.idle(),
                100 * shares.offShift(),
                lathe.statistics().interruptedSeconds().count());
    }

    // tag: ways
    record Order(int number, boolean express) {}

    /** A workshop: orders wait for paint or primer, two parts are made at once, and one order in ten goes back for rework. */
    static void workshop(Simulation sim, Streams streams, Observer<Order> done) {
        RandomStream work = streams.stream("work");
        RandomStream inspection = streams.stream("inspection");
        Resource saw = new Resource("saw", 1);
        Gate paint = new Gate("paint has come", false);
        Gate primer = new Gate("primer has come", false);
        List<Resource> benches = List.of(new Resource("bench 1", 1), new Resource("bench 2", 1));
        Flow<Order> sawing = Flow.<Order>of()
                .seize(saw)
                .delaySeconds(order -> 600 * work.nextExponential())
                .release(saw)
                .build();
        Flow<Order> drawing = Flow.<Order>of().delay(15 * Nanos.MINUTE).build();
        Flow<Order> polishing = Flow.<Order>of().delay(5 * Nanos.MINUTE).build();
        Flow<Order> flow = Flow.<Order>of()
                .waitForAny(List.of(paint, primer)) // waitForAll: for both
                .inParallel(List.of(sawing, drawing)) // firstOf: goes on with the first
                .mark("assembly")
                .seize(Resource.withShortestLine(benches))
                .delaySeconds(order -> 1_200 * work.nextExponential())
                .releaseAll()
                .goBackTo("assembly", order -> inspection.nextDouble() < 0.1)
                .leaveIf(Order::express)
                .chooseByChance(inspection::nextDouble, new double[] {0.3, 0.7}, List.of(polishing, drawing))
                .observe(done)
                .build();
        for (int number = 1; number <= 5; number++) {
            flow.launch(sim, new Order(number, number == 2));
        }
        sim.schedule(Nanos.HOUR, paint::open);
    }
    // end: ways

    static String ways() {
        StringBuilder text = new StringBuilder();
        Simulation sim = new Simulation();
        workshop(
                sim,
                Streams.of(1, 1),
                (order, now) -> text.append(
                        String.format(Locale.ROOT, "order %d is done after %.0f min\n", order.number(), now / 6e10)));
        sim.run();
        return text.toString();
    }
}
