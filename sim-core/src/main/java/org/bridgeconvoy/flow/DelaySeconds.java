package org.bridgeconvoy.flow;

import java.util.function.ToDoubleFunction;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Simulation;

/** A delay whose length in seconds is asked for as an entity comes. */
record DelaySeconds<E>(ToDoubleFunction<? super E> seconds) implements Move<E> {
    /** From here on a time is beyond the end of the clock, whatever it is now. */
    private static final double CLOCK_SECONDS = 0x1p63 / 1e9;

    /** What is rounded to 0 is not negative. */
    static final double LEAST_SECONDS = -0.5e-9;

    @Override
    public void begin(Simulation sim, Journey<E> journey) {
        double time = seconds.applyAsDouble(journey.entity());
        if (!(time >= LEAST_SECONDS)) {
            throw refused(sim, journey, ">= 0 s, got " + time + " s", seconds);
        }
        journey.resumeAfter(sim, nanos(time));
    }

    /** A time of at least 0 s; {@link Long#MAX_VALUE} for one beyond the end of the clock. */
    static long nanos(double seconds) {
        return seconds >= CLOCK_SECONDS ? Long.MAX_VALUE : Nanos.ofSeconds(seconds);
    }

    static IllegalArgumentException refused(Simulation sim, Customer<?> journey, String what, Object law) {
        return new IllegalArgumentException("the time of step " + journey.what() + " must be " + what + law(law)
                + journey.holding() + " " + journey.at(sim) + hint(law));
    }

    /** The law that a value is drawn from, if what draws it says so. */
    static String law(Object draws) {
        return Words.hasOwn(draws) ? ", drawn from " + draws : "";
    }

    private static String hint(Object law) {
        return Words.hasOwn(law) ? "; truncated(0, infinity) keeps a law from going below 0" : "";
    }
}
