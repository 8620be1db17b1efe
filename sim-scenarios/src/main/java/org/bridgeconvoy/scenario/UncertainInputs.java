package org.bridgeconvoy.scenario;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.experiment.input.InputSpace;

/**
 * What a scenario says of inputs that are not known: independent inputs, or a joint sample of worlds, or nothing.
 *
 * @param inputs independent inputs, in the order of the file; empty with a joint sample
 * @param paths the columns of the joint sample, each a path; empty without one
 * @param rows its worlds, all equally likely: of each one value for each column, as {@code --set} takes it
 */
public record UncertainInputs(List<UncertainInput> inputs, List<String> paths, List<List<String>> rows) {

    /** Nothing is said to be uncertain. */
    public static final UncertainInputs NONE = new UncertainInputs(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public UncertainInputs {
        inputs = List.copyOf(inputs);
        paths = List.copyOf(paths);
        rows = List.copyOf(rows);
    }

    /** Whether nothing is uncertain. */
    public boolean isEmpty() {
        return inputs.isEmpty() && rows.isEmpty();
    }

    /** Whether worlds are drawn from the rows of a joint sample, so that inputs may be correlated. */
    public boolean isJoint() {
        return !rows.isEmpty();
    }

    /**
     * The space of the independent inputs.
     *
     * @throws IllegalArgumentException if there are none
     */
    public InputSpace space() {
        return new InputSpace(inputs.stream().map(UncertainInput::input).toList());
    }

    /**
     * What is set in a world of the space.
     *
     * @param values one value for each input
     * @return {@code PATH=VALUE} for each place, as {@code --set} takes it
     */
    public List<String> world(double... values) {
        if (values.length != inputs.size()) {
            throw new IllegalArgumentException(inputs.size() + " values are needed, got " + values.length);
        }
        List<String> sets = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            sets.addAll(inputs.get(i).sets(values[i]));
        }
        return sets;
    }

    /**
     * What is set in a world of the joint sample.
     *
     * @param row its number, from 0
     * @return {@code PATH=VALUE} for each column
     */
    public List<String> world(int row) {
        List<String> sets = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            sets.add(paths.get(i) + "=" + rows.get(row).get(i));
        }
        return sets;
    }
}
