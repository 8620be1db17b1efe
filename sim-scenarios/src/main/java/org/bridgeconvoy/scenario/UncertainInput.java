package org.bridgeconvoy.scenario;

import java.util.List;
import java.util.function.DoubleFunction;
import org.bridgeconvoy.experiment.input.Input;

/**
 * An input of a scenario that is not known, and what is believed of it.
 *
 * @param path its path as the file writes it, perhaps with {@code *}
 * @param input what is believed, under the name of the path: of a value in {@code unit}, of {@code times} the factor, of choices the index
 * @param unit the unit of the input's values: {@code min}; {@code times} for a factor; empty for plain numbers and choices
 * @param choices what there is to choose from, as {@code --set} takes it; empty if the input is a number
 * @param places the places of the scenario that get the draw, in the order of the file; at least one
 */
public record UncertainInput(String path, Input input, String unit, List<String> choices, List<Target> places) {

    /** Copies the lists. */
    public UncertainInput {
        choices = List.copyOf(choices);
        places = List.copyOf(places);
    }

    /**
     * A place that gets the draw.
     *
     * @param path its path: {@code demand.cement.rate}
     * @param text the value that stands there for a draw, as a file writes it; equal where the texts are
     */
    public record Target(String path, DoubleFunction<String> text) {}

    /**
     * What is set in the world in which the input has a value.
     *
     * @param value a value of the input
     * @return for each place {@code PATH=VALUE}, as {@code --set} takes it
     */
    public List<String> sets(double value) {
        return places.stream()
                .map(place -> place.path() + "=" + place.text().apply(value))
                .toList();
    }

    /**
     * A value for people.
     *
     * @param value a value of the input
     * @return {@code 37.2 min}, {@code times 1.3}, or the choice
     */
    public String shown(double value) {
        if (!choices.isEmpty()) {
            return choices.get((int) value);
        }
        String number = Numerals.text(value);
        return unit.equals("times") ? "times " + number : unit.isEmpty() ? number : number + " " + unit;
    }
}
