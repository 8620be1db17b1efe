package org.bridgeconvoy.random;

import java.util.Objects;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

/**
 * Draws from one distribution with one stream, wherever a function that gives a number is asked for: a gap between arrivals, the time
 * of a delay. Its text is that of the distribution, so that a message can name the law from which a number came.
 *
 * @param law what is drawn from
 * @param stream where the randomness comes from
 */
public record Sampler(Distribution law, RandomStream stream) implements DoubleSupplier, ToDoubleFunction<Object> {

    /** Checks that nothing is null. */
    public Sampler {
        Objects.requireNonNull(law, "law");
        Objects.requireNonNull(stream, "stream");
    }

    @Override
    public double getAsDouble() {
        return law.sample(stream);
    }

    @Override
    public double applyAsDouble(Object entity) {
        return law.sample(stream);
    }

    @Override
    public String toString() {
        return law.toString();
    }
}
