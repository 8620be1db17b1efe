package org.bridgeconvoy.scenario.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.bridge.module.Modules;
import org.bridgeconvoy.scenario.text.Invalid;
import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.Position;
import org.bridgeconvoy.scenario.text.Problems;
import org.bridgeconvoy.scenario.text.YamlReader;
import org.bridgeconvoy.scenario.text.YamlText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the tree of a file; the trees are written as YAML. */
class TreeTest {

    private static final Shape TABLE = new Shapes(Modules.load()).scenario();

    private static Node.Fields tree(String file, String yaml) {
        return (Node.Fields) Objects.requireNonNull(YamlReader.read(new Position(file, 0, 0, 0), yaml, new Problems()));
    }

    private static Node value(String yaml) {
        return Objects.requireNonNull(tree("set", "v: " + yaml).get("v"));
    }

    private static String set(String yaml, String path, String value) throws Invalid {
        return YamlText.of(Tree.set(tree("file", yaml), path, value(value), TABLE));
    }

    private static final String FILE = """
            bridge:
              length: 1 km
              closures:
                -
                  from: "2024-09-02"
                  to: "2024-09-03"
                -
                  from: "2024-09-04"
                  to: "2024-09-05"
            demand:
              steel:
                load: 40 t
            """;

    @Test
    void maps_merge_lists_and_values_replace_and_null_removes() {
        Node.Fields base = tree("base", "a: {b: 1, c: 2, d: 3}\ne: [1, 2]\nf: 1\ng: {h: 1}\n");
        Node.Fields over = tree("over", "a: {b: 5, c: null, i: 6}\ne: [3]\nf: {j: 1}\ng: 2\nk: null\n");

        Node.Fields merged = Tree.merge(base, over);

        assertThat(YamlText.of(merged)).isEqualTo("""
                a:
                  b: 5
                  d: 3
                  i: 6
                e:
                  - 3
                f:
                  j: 1
                g: 2
                k: null
                """);
        // Positions tell which file a value came from.
        assertThat(Objects.requireNonNull(Tree.find(merged, "a.b")).position().file())
                .isEqualTo("over");
        assertThat(Objects.requireNonNull(Tree.find(merged, "a.d")).position().file())
                .isEqualTo("base");
        assertThat(merged.position().file()).isEqualTo("over");
    }

    @Test
    void a_value_is_put_at_a_path_with_the_maps_on_the_way() throws Invalid {
        assertThat(set("bridge:\n  length: 1 km\n", "convoys.outbound.size", "3"))
                .isEqualTo("""
                bridge:
                  length: 1 km
                convoys:
                  outbound:
                    size: 3
                """);
        assertThat(set(FILE, "bridge.closures.1.to", "2024-09-06")).isEqualTo(FILE.replace("09-05", "09-06"));
        assertThat(set(FILE, "demand.wool", "{load: 3 t}")).isEqualTo(FILE + "  wool:\n    load: 3 t\n");
        assertThat(set(FILE, "demand.steel", "{rate: 1 t/d}")).isEqualTo(FILE + "    rate: 1 t/d\n");
        assertThat(set(FILE, "demand.steel.load", "30 t")).isEqualTo(FILE.replace("40 t", "30 t"));
        assertThat(set("convoys: null\n", "convoys.outbound.size", "3"))
                .isEqualTo("convoys:\n  outbound:\n    size: 3\n");
    }

    @Test
    void null_removes_the_value_at_a_path() throws Invalid {
        assertThat(set(FILE, "demand.steel", "null")).isEqualTo(FILE.replace("\n  steel:\n    load: 40 t", " {}"));
        assertThat(set(FILE, "bridge.lanes", "null")).isEqualTo(FILE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            bridge.closures.2.to | 'bridge.closures' has 2 elements, numbered from 0; there is no 2
            bridge.length.km     | unknown path 'bridge.length.km', did you mean 'bridge.length'?
            bridge.closures.x.to | unknown path 'bridge.closures.x.to'
            bridge.lenth         | unknown path 'bridge.lenth', did you mean 'bridge.length'?
            bridge.qqqqqq        | unknown path 'bridge.qqqqqq', known under 'bridge' are length, speed, headway
            demand.wool.load     | unknown path 'demand.wool.load'
            demand.stee.load     | unknown path 'demand.stee.load', did you mean 'demand.steel.load'?
            demand.steel.loa     | unknown path 'demand.steel.loa', did you mean 'demand.steel.load'?
            hor                  | unknown path 'hor', did you mean 'horizon'?
            bridge..length       | unknown path 'bridge..length'
            """)
    void a_path_that_leads_nowhere_is_told_with_what_is_near(String path, String message) {
        assertThatThrownBy(() -> set(FILE, path, "1")).hasMessageStartingWith(message);
    }

    @Test
    void a_value_is_found_by_its_path() {
        Node.Fields root = tree("file", FILE);

        assertThat(Objects.requireNonNull(Tree.find(root, "bridge.closures.1.to"))
                        .describe())
                .isEqualTo("'2024-09-05'");
        assertThat(Tree.find(root, "bridge.closures.2.to")).isNull();
        assertThat(Tree.find(root, "bridge.closures.one")).isNull();
        assertThat(Tree.find(root, "bridge.length.km")).isNull();
        assertThat(Tree.find(root, "fleet.trucks")).isNull();
        assertThat(Tree.find(null, "fleet")).isNull();
    }

    @Test
    void a_message_points_at_the_innermost_value_on_the_way() {
        Node.Fields root = tree("file", FILE);

        assertThat(Tree.nearestPosition(root, "bridge.closures.1.to")).hasToString("file:9:11");
        assertThat(Tree.nearestPosition(root, "bridge.closures.1.hours")).hasToString("file:8:7");
        assertThat(Tree.nearestPosition(root, "demand.steel.rate")).hasToString("file:12:5");
        assertThat(Tree.nearestPosition(root, "fleet.trucks")).hasToString("file:1:1");
    }

    @Test
    void suggested_paths_are_those_of_the_table_with_the_names_of_the_file() {
        List<String> paths = new ArrayList<>();
        Tree.collect(TABLE, tree("file", FILE), "", paths, 0);

        assertThat(paths)
                .contains("bridge", "bridge.speed.loaded", "demand.steel", "demand.steel.profile.ramp.from", "seed")
                .doesNotContain("", "demand.wool", "changes", "answers", "uncertain")
                .doesNotHaveDuplicates();
    }
}
