package org.bridgeconvoy.scenario.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioTextTest {

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
}
