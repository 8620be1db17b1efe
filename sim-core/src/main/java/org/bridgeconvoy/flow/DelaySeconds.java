package org.bridgeconvoy.flow;

import java.util.function.ToDoubleFunction;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Simulation;

/** A delay whose length, in seconds, is drawn when an entity comes. */
final class DelaySeconds<E> extends Delay<E> {
    /** Length from which a delay ends beyond the end of the clock, whatever the time is. */
    private static final double CLOCK_SECONDS = 0x1p63 / 1e9;

    /** Least allowed value: what is rounded to 0 ns does not count as negative. */
    static final double LEAST_SECONDS = -0.5e-9;

    private final ToDoubleFunction<? super E> seconds;

    DelaySeconds(ToDoubleFunction<? super E> seconds) {
        this.seconds = seconds;
    }

    @Override
    long nanos(Simulation sim, Journey<E> journey) {
        double time = seconds.applyAsDouble(journey.entity());
        if (!(time >= LEAST_SECONDS)) {
            throw refused(sim, journey, ">= 0 s, got " + time + " s", seconds);
        }
        return nanos(time);
    }

    /** Seconds, at least 0, as nanoseconds; {@link Long#MAX_VALUE} if beyond the end of the clock. */
    static long nanos(double seconds) {
        return seconds >= CLOCK_SECONDS ? Long.MAX_VALUE : Nanos.ofSeconds(seconds);
    }

    static IllegalArgumentException refused(Simulation sim, Customer<?> journey, String what, Object law) {
        return new IllegalArgumentException("the time of step " + journey.what() + " must be " + what + law(law)
                + journey.holding() + " " + journey.at(sim) + hint(law));
    }

    /** The distribution that a value is drawn from, if the object that draws it names one; for messages. */
    static String law(Object draws) {
        return Words.hasOwn(draws) ? ", drawn from " + draws : "";
    }

    private static String hint(Object law) {
        return Words.hasOwn(law) ? "; truncated(0, infinity) keeps a law from going below 0" : "";
    }
}
