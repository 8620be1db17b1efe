package org.bridgeconvoy.scenario.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bridgeconvoy.scenario.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits and positions of the reader. Oracle: the contract's numbers, and places that are counted by hand. */
class YamlReaderTest {

    private static final Position FILE = new Position("x.yaml", 0, 0, 0);

    private static List<String> problems(String yaml) {
        Problems problems = new Problems();
        Node node = YamlReader.read(FILE, yaml, problems);
        assertThat(node != null || problems.any()).isTrue();
        return problems.errors().stream().map(Problem::toString).toList();
    }

    private static String times(int n, String item) {
        return "[" + String.join(", ", Collections.nCopies(n, item)) + "]";
    }

    @Test
    void sixty_four_levels_are_read_and_sixty_five_refused_wherever_they_stand() {
        String deep = "[".repeat(63) + "]".repeat(63);

        assertThat(problems("a: " + deep + "\nb: " + deep + "\n")).isEmpty();
        assertThat(problems("a: " + deep + "\nb: [" + deep + "]\n"))
                .containsExactly("x.yaml:2:67: nested deeper than 64 levels");
    }

    @Test
    void aliases_may_repeat_ten_thousand_values_and_no_more() {
        // A list of 99 is 100 values.
        String list = "a: &a " + times(99, "x") + "\n";
        assertThat(problems(list + "b: " + times(100, "*a") + "\n")).isEmpty();
        assertThat(problems(list + "b: " + times(101, "*a") + "\n"))
                .singleElement()
                .asString()
                .endsWith("aliases repeat more than 10000 values");
        // The second list has 201 values, of which aliases repeat 200: 200 + 48 · 201 = 9848, one more is above.
        String nested = list + "b: &b [*a, *a]\nc: ";
        assertThat(problems(nested + times(48, "*b") + "\n")).isEmpty();
        assertThat(problems(nested + times(49, "*b") + "\n")).hasSize(1);
    }

    @Test
    void a_file_of_one_megabyte_is_read_and_a_byte_more_is_not() {
        byte[] most = ("a: 1\n#" + "x".repeat((1 << 20) - 6)).getBytes(StandardCharsets.UTF_8);
        byte[] more = ("a: 1\n#" + "x".repeat((1 << 20) - 5)).getBytes(StandardCharsets.UTF_8);
        Problems problems = new Problems();

        assertThat(YamlReader.read(FILE, most, problems)).isNotNull();
        assertThat(problems.any()).isFalse();
        assertThat(YamlReader.read(FILE, more, problems)).isNull();
        assertThat(problems.errors())
                .extracting(Problem::toString)
                .containsExactly("x.yaml: the file has more than 1048576 bytes (1 MB), which is the limit");
    }

    @Test
    void values_and_keys_have_the_place_at_which_they_stand() {
        Node.Fields root =
                (Node.Fields) Objects.requireNonNull(YamlReader.read(FILE, "a: 1\n🚚: [x, {b: c}]\n", new Problems()));

        assertThat(root.position()).hasToString("x.yaml:1:1");
        Node.Entry entry = Objects.requireNonNull(root.entries().get("🚚"));
        assertThat(entry.keyPosition()).hasToString("x.yaml:2:1");
        assertThat(entry.value().position()).hasToString("x.yaml:2:4");
        assertThat(((Node.Items) entry.value()).items().get(1).position()).hasToString("x.yaml:2:8");
    }

    @Test
    void of_two_equal_keys_the_first_stays() {
        Problems problems = new Problems();
        Node.Fields root = (Node.Fields) Objects.requireNonNull(YamlReader.read(FILE, "a: 1\nb: 2\na: 3\n", problems));

        assertThat(Objects.requireNonNull(root.get("a")).describe()).isEqualTo("'1'");
        assertThat(problems.errors())
                .extracting(Problem::toString)
                .containsExactly("x.yaml:3:1: key 'a' is already at line 1");
    }

    @Test
    void what_is_not_allowed_is_told_at_its_place() {
        Map<String, String> problems = Map.of(
                "a: 🚚 \u0007", "x.yaml:1:6: character U+0007 is not allowed in YAML",
                "\u0007", "x.yaml:1:1: character U+0007 is not allowed in YAML",
                "a: 1\nb: 2\n🚚🚚\u0001", "x.yaml:3:3: character U+0001 is not allowed in YAML",
                "a: !x [1]", "x.yaml:1:4: tag '!x' is not allowed; scenario files have no tags",
                "a: !x {b: 1}", "x.yaml:1:4: tag '!x' is not allowed; scenario files have no tags",
                "[a]: 1", "x.yaml:1:1: a key must be a plain word, got a list");

        problems.forEach((yaml, problem) -> assertThat(problems(yaml)).containsExactly(problem));
    }

    @ParameterizedTest
    @CsvSource({
        "a: >= 100, true",
        "a: > 100, true",
        "a: >100, true",
        "a: > -1.5, true",
        "{a: > 1}, true",
        "a: > text, false",
        "a: <= 100, false",
        "a: [1, false"
    })
    void a_comparison_that_yaml_takes_for_folded_text_is_told_to_need_quotes(String yaml, boolean isSign) {
        List<String> problems = problems(yaml);

        if (isSign) {
            assertThat(problems)
                    .singleElement()
                    .asString()
                    .endsWith("; a value that begins with > or < needs quotes: \">= 100\"");
        } else {
            assertThat(problems.toString()).doesNotContain("quotes");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "~, true",
        "null, true",
        "Null, true",
        "NULL, true",
        "nULL, false",
        "'\"\"', false",
        "'''~''', false"
    })
    void nothing_is_what_the_core_schema_says(String value, boolean isNull) {
        Node.Fields root =
                (Node.Fields) Objects.requireNonNull(YamlReader.read(FILE, "a: " + value + "\n", new Problems()));

        Node.Scalar scalar = (Node.Scalar) Objects.requireNonNull(root.get("a"));
        assertThat(scalar.isNull()).isEqualTo(isNull);
        assertThat(scalar.describe().equals("nothing")).isEqualTo(isNull);
    }
}
