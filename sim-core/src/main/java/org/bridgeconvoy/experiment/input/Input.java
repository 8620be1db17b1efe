package org.bridgeconvoy.experiment.input;

import java.util.Arrays;
import org.bridgeconvoy.random.Distribution;

/**
 * One input that is not known, and what is believed of it. Immutable.
 *
 * @param name what the input is called: any text that is not blank
 * @param kind what its values are
 * @param distribution what is believed of the value; of a choice, of its index
 */
public record Input(String name, Kind kind, Distribution distribution) {

    /** What the values of an input are. */
    public enum Kind {
        /** Any number. */
        NUMBER,
        /** Whole numbers: a draw is rounded to the nearest, halves up. */
        WHOLE,
        /** One of a few alternatives without an order; the value is its index, from 0. */
        CHOICE
    }

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if the name is blank
     */
    public Input {
        if (name.isBlank()) {
            throw new IllegalArgumentException("the name of an input must not be blank");
        }
    }

    /**
     * A number.
     *
     * @param name what the input is called
     * @param distribution what is believed of it
     * @return the input
     */
    public static Input of(String name, Distribution distribution) {
        return new Input(name, Kind.NUMBER, distribution);
    }

    /**
     * A whole number: draws of the distribution are rounded.
     *
     * @param name what the input is called
     * @param distribution what is believed of it
     * @return the input
     */
    public static Input whole(String name, Distribution distribution) {
        return new Input(name, Kind.WHOLE, distribution);
    }

    /**
     * One of a few alternatives.
     *
     * @param name what the input is called
     * @param weights how likely each alternative is, in proportion: 0 or more, finite, not all 0
     * @return the input; its value is the index of an alternative
     * @throws IllegalArgumentException if the weights are not as said
     */
    public static Input choice(String name, double... weights) {
        double sum = 0;
        for (double weight : weights) {
            if (!(weight >= 0 && Double.isFinite(weight))) {
                throw new IllegalArgumentException("a weight of " + name + " must be >= 0 and finite, got " + weight);
            }
            sum += weight;
        }
        if (!(sum > 0 && Double.isFinite(sum))) {
            throw new IllegalArgumentException(
                    "the weights of " + name + " must have a finite sum above 0, got " + sum);
        }
        double total = sum;
        double[] indices = new double[weights.length];
        Arrays.setAll(indices, i -> i);
        double[] probabilities = Arrays.stream(weights).map(w -> w / total).toArray();
        return new Input(name, Kind.CHOICE, Distribution.discrete(indices, probabilities));
    }

    /**
     * The value at a probability: the quantile, rounded if the input is a whole number. A uniform u gives a draw.
     *
     * @param u from 0 to 1
     * @return the value, or the index of the alternative
     * @throws IllegalArgumentException if u is out of range
     */
    public double at(double u) {
        double value = distribution.quantile(u);
        return kind == Kind.WHOLE ? Math.floor(value + 0.5) : value;
    }
}
