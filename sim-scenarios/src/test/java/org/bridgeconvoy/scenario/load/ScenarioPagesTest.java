package org.bridgeconvoy.scenario.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each built-in scenario has a page, and the commands on the page work. */
class ScenarioPagesTest {

    private static final Path PAGES = Path.of("..", "docs", "scenarios");

    private static final Pattern SET = Pattern.compile("--set (?:\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+))");

    private static final Pattern VARY = Pattern.compile("--vary (?:\"([^\"]*)\"|(\\S+))");

    static List<String> names() {
        return BuiltInScenarios.names();
    }

    private static String page(String name) throws IOException {
        return Files.readString(PAGES.resolve(name + ".md"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void each_scenario_has_its_page_under_its_title(String name) throws IOException {
        String title = BuiltInScenarios.list().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow()
                .title();

        assertThat(page(name)).startsWith("# " + name + "\n\n" + title + "\n").contains("./convoy run " + name);
        assertThat(Files.readString(PAGES.resolve("README.md")))
                .contains("| [" + name + "](" + name + ".md) | " + title);
    }

    @ParameterizedTest
    @MethodSource("names")
    void commands_of_the_page_name_scenarios_and_set_values_that_load(String name) throws IOException {
        List<String> commands = page(name)
                .lines()
                .filter(line -> line.startsWith("    ./convoy "))
                .toList();
        assertThat(commands).hasSizeGreaterThanOrEqualTo(2);
        for (String command : commands) {
            String scenario = command.strip().split(" ", -1)[2];
            assertThat(names()).contains(scenario);
            Matcher set = SET.matcher(command);
            while (set.find()) {
                assertLoads(
                        scenario,
                        set.group(1) == null ? set.group(2) : set.group(1).replace("\\\"", "\""));
            }
            Matcher vary = VARY.matcher(command);
            while (vary.find()) {
                String[] pathAndValues = (vary.group(1) == null ? vary.group(2) : vary.group(1)).split("=", 2);
                for (String value : pathAndValues[1].split(",", -1)) {
                    assertLoads(scenario, pathAndValues[0] + "=" + value);
                }
            }
        }
    }

    private static void assertLoads(String scenario, String set) {
        assertThat(new ScenarioLoader().load(scenario, List.of(set)).problems())
                .as("--set %s", set)
                .isEmpty();
    }
}
