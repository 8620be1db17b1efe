package org.bridgeconvoy.scenario.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.bridge.module.Modules;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.scenario.Problem;
import org.bridgeconvoy.scenario.text.Dimension;
import org.bridgeconvoy.scenario.text.Invalid;
import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.Position;
import org.bridgeconvoy.scenario.text.Problems;
import org.bridgeconvoy.scenario.text.ScenarioFiles;
import org.bridgeconvoy.scenario.text.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A value is read, or its problem told at its place. */
class PlaceTest {

    private static final Modules MODULES = Modules.load();
    private static final Shapes SHAPES = new Shapes(MODULES);

    private final Problems problems = new Problems();

    private Place place(String yaml, String... keys) {
        Node root = Objects.requireNonNull(YamlReader.read(new Position("f", 0, 0, 0), yaml, problems));
        ReadingContext reading =
                new ReadingContext(problems, new ScenarioFiles(), MODULES, SHAPES, new TableWords(null), false);
        Place place = new Place("", root, root.position(), SHAPES.scenario(), reading);
        for (String key : keys) {
            place = place.get(key);
        }
        return place;
    }

    private List<String> told() {
        return problems.errors().stream().map(Problem::toString).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{time: lognormal(5 min, 3 min)}",
                "{time: uniform(5 min, 8 min, min=6 min, max=7 min)}",
                "{time: empirical(5 min, waits)}",
                "{time: uniform(5 min, -3 min, +4, .5 min)}"
            })
    void the_rest_of_a_distribution_that_yaml_cut_is_no_unknown_key(String station) {
        place("origin: {loading: " + station + "}", "origin", "loading").checkKeys();

        assertThat(told()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {time: lognormal(5 min, 3 min), tiem: 1} | tiem | time
            {time: lognormal(5 min, 3 min), least=1} | least=1 |
            {time: constant(5 min), 3 min)}          | 3 min) |
            {time: 5 min, 3 min}                     | 3 min |
            {time: 5 min, min=3 min}                 | min=3 min |
            """)
    void other_keys_are_unknown_beside_a_distribution_too(String station, String key, String near) {
        place("origin: {loading: " + station + "}", "origin", "loading").checkKeys();

        assertThat(told())
                .singleElement()
                .asString()
                .contains("unknown key 'origin.loading." + key + "'")
                .contains(
                        near == null
                                ? ", known are servers, time, rate, hours, shifts, overrun"
                                : ", did you mean '" + near + "'?");
    }

    @Test
    void what_is_no_map_or_no_list_is_told() {
        assertThat(place("fleet:", "fleet").checkKeys()).isFalse();
        assertThat(place("\nfleet: 3", "fleet").checkKeys()).isFalse();
        assertThat(place("\n\nbridge: {closures: {from: 1}}", "bridge", "closures")
                        .items())
                .isEmpty();
        assertThat(place("bridge: {closures: null}", "bridge", "closures").items())
                .isEmpty();

        assertThat(told())
                .containsExactly(
                        "f:1:7: fleet must not be empty",
                        "f:2:8: fleet must be a map with the keys trucks, payload, tare, turnaround, classes,"
                                + " wait-for-load, got '3'",
                        "f:3:20: bridge.closures must be a list, got a map");
    }

    @Test
    void elements_of_a_list_have_their_index_and_place() {
        Place closures = place("bridge: {closures: [{from: a}, {to: b}]}", "bridge", "closures");

        assertThat(closures.isList()).isTrue();
        assertThat(closures.isMap()).isFalse();
        assertThat(place("bridge: {closures: {from: a}}", "bridge", "closures").isList())
                .isFalse();
        assertThat(closures.items()).extracting(Place::path).containsExactly("bridge.closures.0", "bridge.closures.1");
        Place second = closures.items().get(1);
        assertThat(second.position()).hasToString("f:1:32");
        assertThat(second.get("to").string("")).isEqualTo("b");
        assertThat(second.keyPosition("to")).hasToString("f:1:33");
        // A key that is not there: the map that should have it.
        assertThat(second.keyPosition("from")).hasToString("f:1:32");
        assertThat(second.get("to").keyPosition("x")).hasToString("f:1:37");
        assertThat(second.get("from").position()).hasToString("f:1:32");
    }

    @ParameterizedTest
    @CsvSource({"36525 d, 36525", "0 s, 0", "24 h, 1"})
    void a_duration_lies_from_0_to_100_years(String text, long days) throws Invalid {
        assertThat(Place.duration(text, false)).isEqualTo(days * Nanos.DAY);
    }

    @ParameterizedTest
    @CsvSource({
        "-1 ns, false, 'must be >= 0 s, got -1 ns'",
        "36525.1 d, false, 'must be at most 100 years (36525 d), got 36525.1 d'",
        "0 h, true, 'must be > 0 s, got 0 h'",
        "0.4 ns, true, 'must be > 0 s, got 0.4 ns'"
    })
    void other_durations_are_told(String text, boolean positive, String message) {
        assertThatThrownBy(() -> Place.duration(text, positive)).hasMessage(message);
    }

    @Test
    void a_wrong_value_gives_its_problem_and_the_default() {
        assertThat(place("bridge: {length: -1 m}", "bridge", "length").quantity(Dimension.LENGTH, false, 7))
                .isEqualTo(7);
        assertThat(place("\nbridge: {max-mass: -1 t}", "bridge", "max-mass").quantity(Dimension.MASS, true, 7))
                .isEqualTo(7);
        assertThat(place("\n\nbridge: {max-mass: 0 t}", "bridge", "max-mass").quantity(Dimension.MASS, false, 7))
                .isEqualTo(7);
        assertThat(place("bridge: {max-mass: 0 t}", "bridge", "max-mass").quantity(Dimension.MASS, true, 7))
                .isZero();
        assertThat(place("\n\n\nbridge: {lanes: two}", "bridge", "lanes").whole(1, 2))
                .isEqualTo(1);
        assertThat(place("bridge: {lanes: 2}", "bridge", "lanes").whole(1, 2)).isEqualTo(2);
        assertThat(place("\n\n\n\nbridge: {lanes: 3}", "bridge", "lanes").whole(1, 2))
                .isEqualTo(1);

        assertThat(told())
                .containsExactly(
                        "f:1:18: bridge.length must be > 0 m, got -1 m",
                        "f:2:20: bridge.max-mass must be >= 0 t, got -1 t",
                        "f:3:20: bridge.max-mass must be > 0 t, got 0 t",
                        "f:4:17: bridge.lanes must be a whole number, got 'two'",
                        "f:5:17: bridge.lanes must be at most 2, got 3");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "0.5, 0.5", "-0.1, 9", "1.1, 9"})
    void a_number_lies_between_its_bounds_or_on_them(String text, double value) {
        Place probability =
                place("bridge: {breakdowns: {probability: " + text + "}}", "bridge", "breakdowns", "probability");

        assertThat(probability.real(0, 1, 9)).isEqualTo(value);
        assertThat(told().toString().contains("must be from 0 to 1, got " + text))
                .isEqualTo(value == 9);
    }

    @Test
    void a_key_that_the_table_lacks_is_an_error_of_the_program() {
        assertThatThrownBy(() -> place("bridge: {}", "bridge", "width"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the table of keys lacks 'width' under 'bridge'");
        assertThatThrownBy(() -> place("bridge: {}", "bridge", "lanes").whole(1, 2, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the table of keys has a default of bridge.lanes");
        assertThatThrownBy(() -> place("bridge: {}", "bridge", "max-trucks").whole(1, 2))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the table of keys has no default of bridge.max-trucks");
    }
}
