package org.bridgeconvoy.experiment.input;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bridgeconvoy.random.RandomStream;

/**
 * All inputs of a model that are not known, independent of each other. Immutable.
 *
 * <pre>{@code
 * InputSpace space = new InputSpace(List.of(
 *         Input.of("headway", Distribution.triangular(20, 30, 90)),
 *         Input.whole("servers", Distribution.uniform(2.5, 5.5)),
 *         Input.choice("timetable", 2, 1)));
 * double[] world = space.draw(Streams.of(7, 1).stream("worlds"));
 * }</pre>
 *
 * @param inputs the inputs, in the order of the values of a world; at least one
 */
public record InputSpace(List<Input> inputs) {

    /**
     * Checks the inputs.
     *
     * @throws IllegalArgumentException if there is none, or two have one name
     */
    public InputSpace {
        inputs = List.copyOf(inputs);
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("a space needs at least one input");
        }
        Set<String> names = new HashSet<>();
        for (Input input : inputs) {
            if (!names.add(input.name())) {
                throw new IllegalArgumentException("two inputs have the name " + input.name());
            }
        }
    }

    /**
     * How many inputs there are.
     *
     * @return at least 1
     */
    public int size() {
        return inputs.size();
    }

    /**
     * The world at a place of the unit cube: of each input the quantile of its coordinate. Uniform coordinates give a draw.
     *
     * @param u one coordinate for each input, from 0 to 1
     * @return one value for each input
     * @throws IllegalArgumentException if there are more or fewer coordinates than inputs, or one is out of range
     */
    public double[] world(double... u) {
        if (u.length != size()) {
            throw new IllegalArgumentException(size() + " coordinates are needed, one an input, got " + u.length);
        }
        double[] values = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            values[i] = inputs.get(i).at(u[i]);
        }
        return values;
    }

    /**
     * Draws a world: one number of the stream for each input, in order.
     *
     * @param stream where the randomness comes from
     * @return one value for each input
     */
    public double[] draw(RandomStream stream) {
        double[] u = new double[size()];
        for (int i = 0; i < u.length; i++) {
            u[i] = stream.nextDouble();
        }
        return world(u);
    }
}
