package org.bridgeconvoy.examples;

import java.util.Locale;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.flow.Flow;
import org.bridgeconvoy.flow.Gate;
import org.bridgeconvoy.flow.Resource;
import org.bridgeconvoy.observe.Tally;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;

/**
 * A harbour with tides: ships begin to cross the bar, in and out, only in the 4 hours of high water, every 12 h 25 min. Three
 * berths, one tug.
 */
final class Harbour {
    /** Half a lunar day, to five minutes. */
    static final long TIDE = 12 * Nanos.HOUR + 25 * Nanos.MINUTE;

    static final long PASSABLE = 4 * Nanos.HOUR;

    private final Gate bar = new Gate("bar", false);
    private final Tally daysInPort = new Tally();
    private final Tally passageAfterRiseNanos = new Tally();

    record Ship(long arrivedNanos) {}

    // tag: harbour
    private void rise(Simulation sim) {
        bar.open(sim);
        sim.schedule(PASSABLE, s -> bar.close());
        sim.schedule(TIDE, this::rise);
    }

    void year(Streams streams) {
        RandomStream gaps = streams.stream("arrivals");
        RandomStream handling = streams.stream("handling");
        Distribution unloading = Distribution.triangular(12 * 3_600, 18 * 3_600, 30 * 3_600);
        Resource berths = new Resource("berths", 3);
        Resource tug = new Resource("tug", 1);
        Flow<Ship> call = Flow.<Ship>of()
                .seize(berths)
                .seize(tug)
                .waitFor(bar)
                .observe(this::beginPassage)
                .delay(30 * Nanos.MINUTE)
                .release(tug)
                .delaySeconds(ship -> unloading.sample(handling))
                .seize(tug)
                .waitFor(bar)
                .observe(this::beginPassage)
                .release(berths)
                .delay(30 * Nanos.MINUTE)
                .release(tug)
                .observe((ship, now) -> daysInPort.record((now - ship.arrivedNanos()) / (double) Nanos.DAY))
                .build();
        Simulation sim = new Simulation();
        call.launchEverySeconds(sim, () -> 12 * 3_600 * gaps.nextExponential(), () -> new Ship(sim.now()));
        sim.schedule(0, this::rise);
        sim.runUntil(365 * Nanos.DAY);
    }
    // end: harbour

    private void beginPassage(Ship ship, long now) {
        passageAfterRiseNanos.record(now % TIDE);
    }

    /** Of all passages, how long after the last rise of the tide they began. */
    Tally passageAfterRiseNanos() {
        return passageAfterRiseNanos;
    }

    private static double meanDaysInPort(Streams streams) {
        Harbour harbour = new Harbour();
        harbour.year(streams);
        return harbour.daysInPort.mean();
    }

    static String run() {
        Estimate days = new Experiment(5, 20).estimate(Harbour::meanDaysInPort);
        return String.format(
                Locale.ROOT,
                "days in port, mean over a year: %.3f +- %.3f; least and greatest of %d years: %.3f and %.3f\n",
                days.mean(),
                days.halfWidth95(),
                days.n(),
                days.min(),
                days.max());
    }
}
