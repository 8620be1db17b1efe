package org.bridgeconvoy.examples;

import java.util.Locale;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.flow.Flow;
import org.bridgeconvoy.flow.Interrupted;
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
}
