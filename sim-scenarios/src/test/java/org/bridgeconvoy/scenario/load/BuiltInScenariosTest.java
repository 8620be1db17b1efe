package org.bridgeconvoy.scenario.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bridgeconvoy.scenario.LoadResult;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.Source;
import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.Position;
import org.bridgeconvoy.scenario.text.Problems;
import org.bridgeconvoy.scenario.text.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInScenariosTest {

    /** Keys whose values are words about the file, not of the world. */
    private static final Set<String> WORDS = Set.of("scenario", "question", "description", "extends", "sources");

    /** Keys of answers and variants whose values are words and names. */
    private static final Set<String> NAMES = Set.of("says", "metric", "of", "against", "extends");

    static List<String> names() {
        return BuiltInScenarios.names();
    }

    private static String text(String name) {
        return BuiltInScenarios.text(name).orElseThrow();
    }

    @Test
    void the_list_holds_the_files_of_the_folder() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "scenarios"))) {
            assertThat(files.map(file -> String.valueOf(file.getFileName()))
                            .filter(file -> file.endsWith(".yaml"))
                            .map(file -> file.replace(".yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(names());
        }
    }

    @Test
    void the_list_reads_like_a_table_of_contents() {
        assertThat(BuiltInScenarios.list()).hasSameSizeAs(names()).allSatisfy(entry -> {
            assertThat(entry.title()).matches(".{20,130}[.?]");
            assertThat(text(entry.name())).contains("\nquestion: ").doesNotContain("Question:");
        });
        assertThat(BuiltInScenarios.text("no-such-scenario")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void each_loads_under_its_own_name_without_problems_or_warnings(String name) {
        LoadResult loaded = new ScenarioLoader().load(name, List.of());

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.warnings()).isEmpty();
        assertThat(Objects.requireNonNull(loaded.scenario()).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void the_resolved_text_loads_to_the_same_scenario_and_the_same_text(String name) {
        Scenario scenario = Objects.requireNonNull(
                new ScenarioLoader().load(name, List.of()).scenario());

        LoadResult again = new ScenarioLoader().loadText("resolved.yaml", scenario.resolvedText(), List.of());

        assertThat(again.problems()).isEmpty();
        assertThat(again.scenario()).isEqualTo(scenario);
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_number_of_the_file_has_its_source_in_the_same_file(String name) {
        Problems problems = new Problems();
        Node.Fields root = (Node.Fields)
                Objects.requireNonNull(YamlReader.read(new Position(name, 0, 0, 0), text(name), problems), name);
        Set<String> covered = root.get("sources") instanceof Node.Fields sources
                ? sources.entries().keySet()
                : Set.of();
        List<String> numbers = new ArrayList<>();
        root.entries().forEach((key, entry) -> {
            if (!WORDS.contains(key)) {
                numbers(entry.value(), key, numbers);
            }
        });

        assertThat(problems.errors()).isEmpty();
        assertThat(numbers)
                .allSatisfy(
                        path -> assertThat(covered).as("the source of " + path).anyMatch(s -> covers(s, path)));
        assertThat(covered)
                .allSatisfy(source -> assertThat(numbers)
                        .as("a number that the source of " + source + " is about")
                        .anyMatch(path -> path.equals(source) || path.startsWith(source + ".")));
    }

    /** Whether a source speaks of a path. What is believed of a value has its reason where the value has its source. */
    private static boolean covers(String source, String path) {
        String value = path.replaceFirst("^uncertain\\.(.*?)(\\.(times|choices|weights)(\\..*)?)?$", "$1");
        String pattern = Pattern.quote(source) + "(\\..*)?";
        String anyName = Pattern.quote(source).replaceFirst("demand\\.[a-z-]+", "demand\\\\E\\\\.(?:[*]|[a-z-]+)\\\\Q");
        return value.matches(pattern) || (value.indexOf('*') >= 0 && value.matches(anyName + "(\\..*)?"));
    }

    private static void numbers(Node node, String path, List<String> numbers) {
        if (node instanceof Node.Fields fields) {
            boolean namesStandHere = path.matches("(answers|variants)\\.[^.]+");
            fields.entries().forEach((key, entry) -> {
                if (!namesStandHere || !NAMES.contains(key)) {
                    numbers(entry.value(), path + "." + key, numbers);
                }
            });
        } else if (node instanceof Node.Items items) {
            for (int i = 0; i < items.items().size(); i++) {
                numbers(items.items().get(i), path + "." + i, numbers);
            }
        } else if (node instanceof Node.Scalar scalar && scalar.text().matches("(?s).*\\d.*")) {
            numbers.add(path);
        }
    }

    @Test
    void sources_tell_grade_and_either_what_is_said_or_why_it_is_assumed() {
        Scenario scenario = Objects.requireNonNull(
                new ScenarioLoader().load("day-and-night", List.of()).scenario());

        assertThat(scenario.sources())
                .contains(new Source(
                        "bridge.length",
                        "946 m long (other figures 940.8, 943.3, 944 m)",
                        "China Radio International (Korean), 18 Oct 2011; YTN 2021",
                        "A-/B",
                        null))
                .allSatisfy(source -> assertThat(source.isAssumed()).isEqualTo(source.reason() != null));
    }
}
