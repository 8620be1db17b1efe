package org.bridgeconvoy.bridge;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.engine.Event;
import org.bridgeconvoy.engine.Simulation;

/**
 * The pass over the phases of an instant that come after its events: (4) matching, (5) services, (6) convoys, (7) the control
 * turns, (8) a truck enters. A pass happens only if something asked for it, and looks only at what did.
 */
final class Instant implements Event {

    // What a pass can be asked to look at; sums of these are sets.
    static final int DISPATCH = 1;
    static final int SERVICES = 2;
    static final int YARDS = 4;
    static final int LANE = 8;
    private static final int ENDS = 16;

    private final BridgeRun run;
    private final Simulation sim;
    private int askedFor;

    /** Whether the pass waits for the end of the instant. */
    private boolean pending;

    /** Trucks whose service takes no time; it ends in the next pass. */
    private final List<Truck> ends = new ArrayList<>();

    Instant(BridgeRun run) {
        this.run = run;
        sim = run.sim();
    }

    void askFor(int parts) {
        askedFor |= parts;
    }

    void endAtOnce(Truck truck) {
        ends.add(truck);
        askedFor |= ENDS;
    }

    /** Behind each event of the model: a pass that was asked for comes now if nothing else is due at this instant, else last. */
    void settle() {
        while (askedFor != 0 && !pending) {
            if (sim.nextTime() > sim.now()) {
                pass();
            } else {
                settleLast();
            }
        }
    }

    /** A pass that was asked for comes at the end of the instant. */
    void settleLast() {
        if (askedFor != 0 && !pending) {
            pending = true;
            sim.atEndOfInstant(this);
        }
    }

    @Override
    public void fire(Simulation unused) {
        pending = false;
        pass();
        settle();
    }

    private void pass() {
        if (isDue(DISPATCH)) {
            run.dispatch().match();
        }
        if (isDue(SERVICES)) {
            run.beginServices();
        }
        if (isDue(YARDS)) {
            run.releaseConvoys();
        }
        if ((isDue(LANE) || run.lane().isChangeDue()) && run.lane().update()) {
            // A truck has entered, so the instant goes on from the top.
            askedFor |= LANE;
        }
        if (isDue(ENDS)) {
            for (Truck truck : ends) {
                run.scheduleEnd(truck, truck.place, 0);
            }
            ends.clear();
        }
    }

    private boolean isDue(int part) {
        boolean due = (askedFor & part) != 0;
        askedFor &= ~part;
        return due;
    }
}
