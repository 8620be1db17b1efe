package org.bridgeconvoy.flow;

import java.util.Objects;
import java.util.function.DoubleSupplier;
import org.bridgeconvoy.engine.EventFailure;
import org.bridgeconvoy.engine.Simulation;

/** The times that a resource works between failures, and that its repairs take, as nanoseconds. */
record FailureLaw(String resource, DoubleSupplier upSeconds, DoubleSupplier repairSeconds) {
    FailureLaw {
        Objects.requireNonNull(upSeconds, "upSeconds");
        Objects.requireNonNull(repairSeconds, "repairSeconds");
    }

    long up(Simulation sim) {
        return nanos(sim, upSeconds, "time to the next failure");
    }

    long repair(Simulation sim) {
        return nanos(sim, repairSeconds, "time of a repair");
    }

    /** At least 0; {@link Long#MAX_VALUE} if beyond the end of the clock. */
    private long nanos(Simulation sim, DoubleSupplier law, String what) {
        double seconds = law.getAsDouble();
        if (!(seconds >= DelaySeconds.LEAST_SECONDS)) {
            throw new IllegalArgumentException("resource '" + resource + "': the " + what + " must be >= 0 s, got "
                    + seconds + " s" + DelaySeconds.law(law) + " (" + EventFailure.at(sim.now()) + ")");
        }
        long nanos = DelaySeconds.nanos(seconds);
        return nanos > Long.MAX_VALUE - sim.now() ? Long.MAX_VALUE : nanos;
    }
}
