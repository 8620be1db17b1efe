package org.bridgeconvoy.scenario.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioTextTest {

    @TempDir
    private Path folder;

    private static final ScenarioLoader LOADER = new ScenarioLoader();

    private static Scenario scenario(String name) {
        return Objects.requireNonNull(LOADER.load(name, List.of()).scenario());
    }

    private static List<ScenarioKey> keys(String name) {
        return LOADER.resolved(scenario(name).resolvedText()).keys();
    }

    private static ScenarioKey key(List<ScenarioKey> keys, String path) {
        return keys.stream().filter(key -> key.path().equals(path)).findFirst().orElseThrow();
    }

    /** A value that is set has lost its source. */
    private static String withoutSources(Scenario scenario) {
        return scenario.resolvedText().replaceAll("(?m)^sources:\\R(?:  .*\\R?)*", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"day-and-night", "garments-return", "work-zone"})
    void a_key_that_is_set_to_what_stands_there_changes_nothing(String name) {
        Scenario scenario = scenario(name);
        OpenScenario opened = LOADER.openText(name, scenario.resolvedText());

        for (ScenarioKey key : keys(name)) {
            if (key.value() != null) {
                String set = key.path() + "=" + key.value();
                Scenario same = opened.load(List.of(set)).scenario();
                assertThat(same).as(set).isNotNull();
                assertThat(withoutSources(Objects.requireNonNull(same))).as(set).isEqualTo(withoutSources(scenario));
            }
        }
    }

    @Test
    void numbers_hours_and_choices_are_listed_with_what_they_are() {
        List<ScenarioKey> keys = keys("day-and-night");

        ScenarioKey headway = key(keys, "bridge.headway");
        assertThat(headway.kind()).isEqualTo(ScenarioKey.Kind.NUMBER);
        assertThat(headway.value()).isEqualTo("30 s");
        assertThat(headway.about()).startsWith("Least time between entries in the same direction");
        // Not in the file, and without a default: a map may have it beside the others.
        assertThat(key(keys, "bridge.max-trucks").value()).isNull();
        assertThat(key(keys, "origin.customs.hours").kind()).isEqualTo(ScenarioKey.Kind.HOURS);
        assertThat(key(keys, "origin.customs.overrun").words()).containsExactly("finish", "pause");
        // Of controls the one that is there; no text, no date, and not what the page knows itself.
        assertThat(keys)
                .extracting(ScenarioKey::path)
                .contains("bridge.control.timetable.outbound")
                .doesNotContain("seed", "replications", "question", "start", "bridge.control.alternate.red")
                .noneMatch(path -> path.startsWith("uncertain") || path.startsWith("answers"));
    }

    /** A file with a key of each kind, and none of them in its place of the table: {@code path=value}. */
    private static final String SOME = """
            fleet: {classes: {big: {trucks: 5}, small: {trucks: 9}}}
            convoys:
              return: {departures: ["06:00", "18:30"], exclusive: true}
            bridge:
              speed: {empty: 30 km/h, loaded: "triangular(10 km/h, 15 km/h, 20 km/h)"}
            demand:
              cloth:
                load: 40 t
                arrivals: even
                hours: {mon-fri: ["08:00-12:00", "13:00-17:00"], sat: "08:00-12:00"}
            destination:
              closed: [2024-09-03]
              customs: {shifts: [{hours: always, servers: 2}, {hours: "08:00-12:00", servers: 3}]}
            costs: {fleet.trucks: 100}
            """;

    @Test
    void keys_are_listed_inside_maps_that_the_user_names_and_lists_in_the_order_of_the_table() {
        List<ScenarioKey> keys = LOADER.resolved(SOME).keys();

        assertThat(keys)
                .filteredOn(key -> key.value() != null)
                .extracting(key -> key.kind() + " " + key.path() + "=" + key.value())
                .containsExactly(
                        "NUMBER bridge.speed.loaded=triangular(10 km/h, 15 km/h, 20 km/h)",
                        "NUMBER bridge.speed.empty=30 km/h",
                        "HOURS convoys.return.departures.0=06:00",
                        "HOURS convoys.return.departures.1=18:30",
                        "CHOICE convoys.return.exclusive=true",
                        "NUMBER fleet.classes.big.trucks=5",
                        "NUMBER fleet.classes.small.trucks=9",
                        "HOURS destination.customs.shifts.0.hours=always",
                        "NUMBER destination.customs.shifts.0.servers=2",
                        "HOURS destination.customs.shifts.1.hours=08:00-12:00",
                        "NUMBER destination.customs.shifts.1.servers=3",
                        "NUMBER demand.cloth.load=40 t",
                        "HOURS demand.cloth.hours={mon-fri: [08:00-12:00, 13:00-17:00], sat: 08:00-12:00}",
                        "CHOICE demand.cloth.arrivals=even");
        assertThat(key(keys, "convoys.return.exclusive").words()).containsExactly("false", "true");
        assertThat(key(keys, "convoys.return.size").value()).isNull();
        assertThat(keys).extracting(ScenarioKey::path).doesNotContain("convoys.outbound.size", "bridge.speed");
        assertThat(LOADER.resolved("bridge: {length: 1 km}").keys())
                .extracting(ScenarioKey::path)
                .contains("bridge.speed")
                .doesNotContain("bridge.speed.loaded");
    }

    @Test
    void a_path_leads_to_a_value_on_one_line() {
        ScenarioText text = LOADER.resolved(SOME);

        assertThat(text.value("demand.cloth.load")).isEqualTo("40 t");
        assertThat(text.value("fleet.classes")).isEqualTo("{big: {trucks: 5}, small: {trucks: 9}}");
        assertThat(text.value("convoys.return.departures")).isEqualTo("[06:00, 18:30]");
        assertThat(text.value("convoys.outbound")).isNull();
        assertThat(text.value("demand.cloth.load.t")).isNull();
        assertThat(text.keysOf("fleet.classes")).containsExactly("big", "small");
        assertThat(text.keysOf("demand.cloth.load")).isEmpty();
        assertThat(text.keysOf("demand.linen")).isEmpty();
        assertThat(LOADER.resolved("").value("bridge")).isNull();
    }

    @Test
    void a_path_has_the_sentence_of_the_innermost_key_of_the_table() {
        ScenarioText text = LOADER.resolved(SOME);

        assertThat(text.about("bridge")).isEqualTo("The bridge.");
        assertThat(text.about("bridge.speed.empty")).isEqualTo("Speed of empty trucks.");
        assertThat(text.about("fleet.classes.big.tare")).isEqualTo("Mass of the empty truck.");
        // A day and a class are no keys of the table.
        assertThat(text.about("destination.customs.shifts.0.hours.sat"))
                .isEqualTo("Hours of the shift, on the clock of its bank.");
        assertThat(text.about("fleet.classes.big")).isEqualTo("Trucks of several kinds, by name.");
        assertThat(text.about("brigde.speed.empty")).isEmpty();
    }

    @Test
    void the_text_of_a_file_is_given_as_written() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "scenario: mine # Sinŭiju\n");
        Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', (byte) 0xfc});

        assertThat(ScenarioLoader.text(file.toString())).contains("scenario: mine # Sinŭiju\n");
        assertThat(ScenarioLoader.text(latin.toString())).isEmpty();
        assertThat(ScenarioLoader.text(folder.resolve("gone.yaml").toString())).isEmpty();
    }
}
