package org.bridgeconvoy.flow;

import java.util.function.Supplier;
import org.bridgeconvoy.engine.EventFailure;
import org.bridgeconvoy.engine.Simulation;
import org.jspecify.annotations.Nullable;

/** The run that an object belongs to: the first one in which it is used. */
final class OneRun {
    private final String what;
    private final Supplier<String> waiting;
    private @Nullable Simulation run;

    /** Takes the kind and name of the object, and what says who waits in it, for messages. */
    OneRun(String what, Supplier<String> waiting) {
        this.what = what;
        this.waiting = waiting;
    }

    void check(Simulation sim) {
        if (run != sim) {
            belongsTo(sim);
        }
    }

    private void belongsTo(Simulation sim) {
        if (run != null) {
            throw new IllegalStateException(what + " belongs to another run (now at " + EventFailure.at(run.now())
                    + ") and cannot be used in this one (" + EventFailure.at(sim.now())
                    + "); make it anew for each run, where its Simulation is made");
        }
        run = sim;
        sim.addWaiting(waiting);
    }
}
