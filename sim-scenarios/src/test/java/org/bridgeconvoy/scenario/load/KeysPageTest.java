package org.bridgeconvoy.scenario.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.bridgeconvoy.bridge.module.Modules;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.key.Shape;
import org.bridgeconvoy.scenario.key.Shapes;
import org.junit.jupiter.api.Test;

/**
 * Compares the table of keys in the documentation with the loader's own; {@code -DupdateGolden=true} writes it anew.
 */
class KeysPageTest {

    private static final Path PAGE = Path.of("..", "docs", "scenario-files.md");

    private static final String HEADING = "## Keys\n\n";

    @Test
    void the_page_lists_the_keys_of_the_reader_with_their_defaults() throws IOException {
        StringBuilder table = new StringBuilder("| key | value | default | |\n| --- | --- | --- | --- |\n");
        rows(new Shapes(Modules.load()).scenario(), "", table);
        String page = Files.readString(PAGE);
        String before = page.substring(0, page.indexOf(HEADING) + HEADING.length());
        if (Boolean.getBoolean("updateGolden")) {
            Files.writeString(PAGE, before + table);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(before + table);
    }

    @Test
    void the_example_of_the_page_loads() throws IOException {
        String page = Files.readString(PAGE);
        String example = page.substring(page.indexOf("    scenario: my-bridge"), page.indexOf("## Values"));

        Scenario scenario = ScenarioTexts.scenario(example.stripIndent());

        assertThat(scenario.name()).isEqualTo("my-bridge");
        assertThat(scenario.config().trucks()).isEqualTo(40);
    }

    private static void rows(Shape shape, String path, StringBuilder table) {
        if (shape instanceof Shape.Keys keys) {
            keys.keys().forEach((name, key) -> row(path + name, key, table));
        } else if (shape instanceof Shape.PlainOr either) {
            rows(either.keys(), path, table);
        } else if (shape instanceof Shape.Named named) {
            rows(named.each(), path + named.name().toUpperCase(Locale.ROOT) + ".", table);
        } else if (shape instanceof Shape.Uncertain uncertain) {
            rows(uncertain.belief(), path + "PATH.", table);
        } else if (shape instanceof Shape.ListOf list) {
            rows(list.each(), path + "N.", table);
        }
    }

    private static void row(String path, Shape.Key key, StringBuilder table) {
        String fallback = key.required() ? "required" : key.fallback() == null ? "" : "`" + key.fallback() + "`";
        table.append("| `" + path + "` | " + value(key.shape()) + " | " + fallback + " | " + key.about() + " |\n");
        rows(key.shape(), path + ".", table);
    }

    private static String value(Shape shape) {
        if (shape instanceof Shape.Plain plain) {
            return plain.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
        if (shape instanceof Shape.Choice choice) {
            return "`" + String.join("`, `", choice.words()) + "`";
        }
        if (shape instanceof Shape.ListOf list) {
            return list.each() instanceof Shape.Plain || list.each() instanceof Shape.Any
                    ? "list of " + value(list.each())
                    : "list";
        }
        if (shape instanceof Shape.PlainOr either) {
            return value(either.plain()) + ", or a map";
        }
        if (shape instanceof Shape.OpeningHours) {
            return "hours";
        }
        if (shape instanceof Shape.Weekdays) {
            return "map from days to numbers";
        }
        if (shape instanceof Shape.Table) {
            return "CSV file, or its text";
        }
        if (shape instanceof Shape.FactorSeries) {
            return "file, or map from days to factors";
        }
        if (shape instanceof Shape.Any) {
            return "any value";
        }
        if (shape instanceof Shape.Uncertain) {
            return "map from paths to beliefs";
        }
        return shape instanceof Shape.PathValues ? "map from paths to values" : "map";
    }
}
