package org.bridgeconvoy.examples;

import java.util.Locale;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.flow.Flow;
import org.bridgeconvoy.flow.Gate;
import org.bridgeconvoy.observe.Tally;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;

/**
 * A ferry sails every 30 minutes; 20 cars an hour come at random. Event style (the ferry) and flow style (the cars) in one model. With room
 * for all a car waits half an interval on average, which is the check.
 */
final class Ferry {
    private final int room;
    private final Gate ramp = new Gate("ramp", false);
    private final Tally waitMinutes = new Tally();
    private int aboard;

    private Ferry(int room) {
        this.room = room;
    }

    private record Car(long arrivedNanos) {}

    // tag: ferry
    /** The ferry: whoever waits drives on, in the order of coming, until it is full. */
    private void sail(Simulation sim) {
        aboard = 0;
        ramp.open(sim);
        ramp.close();
        sim.schedule(30 * Nanos.MINUTE, this::sail);
    }

    /** A car that has driven on. */
    private void board(Car car, long now) {
        waitMinutes.record((now - car.arrivedNanos()) / (double) Nanos.MINUTE);
        if (++aboard == room) {
            ramp.close();
        }
    }

    private double meanWaitMinutes(Streams streams) {
        RandomStream gaps = streams.stream("arrivals");
        Simulation sim = new Simulation();
        Flow<Car> crossing = Flow.<Car>of().waitFor(ramp).observe(this::board).build();
        crossing.launchEverySeconds(sim, () -> 180 * gaps.nextExponential(), () -> new Car(sim.now()));
        sim.schedule(0, this::sail);
        sim.runUntil(5 * Nanos.DAY);
        waitMinutes.reset();
        sim.runUntil(60 * Nanos.DAY);
        return waitMinutes.mean();
    }
    // end: ferry

    static Estimate estimate(int room) {
        return new Experiment(7, 20).estimate(streams -> new Ferry(room).meanWaitMinutes(streams));
    }

    static String run() {
        StringBuilder text = new StringBuilder();
        for (int room : new int[] {11, 12, 15, Integer.MAX_VALUE}) {
            Estimate wait = estimate(room);
            text.append(String.format(
                    Locale.ROOT,
                    "room for %s: mean wait %.2f min +- %.2f\n",
                    room == Integer.MAX_VALUE ? "all" : room + " cars",
                    wait.mean(),
                    wait.halfWidth95()));
        }
        return text.append("theory with room for all: 15 min\n").toString();
    }
}
