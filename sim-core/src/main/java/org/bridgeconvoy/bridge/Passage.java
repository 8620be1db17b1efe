package org.bridgeconvoy.bridge;

import org.bridgeconvoy.result.TripTime;

/** In place of a station that the world leaves out: passed through in no time. */
final class Passage extends Place {

    private final BridgeRun run;
    private final TripTime start;
    private final TripTime end;
    private final Place next;

    /** The passage between two columns of the trip table, to the next place. */
    Passage(BridgeRun run, TripTime start, TripTime end, Place next) {
        this.run = run;
        this.start = start;
        this.end = end;
        this.next = next;
    }

    @Override
    void arrive(Truck truck) {
        run.reached(truck, start);
        run.reached(truck, end);
        next.arrive(truck);
    }
}
