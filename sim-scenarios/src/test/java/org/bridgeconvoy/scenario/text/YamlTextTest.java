package org.bridgeconvoy.scenario.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read back as the same, and is pleasant to read. */
class YamlTextTest {

    private static final Position HERE = new Position("x", 0, 0, 0);

    private static Node text(String text) {
        return new Node.Scalar(text, false, HERE);
    }

    private static Node.Fields map(Object... keysAndValues) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            Object value = keysAndValues[i + 1];
            entries.put(
                    (String) keysAndValues[i],
                    new Node.Entry(HERE, value instanceof Node node ? node : text((String) value)));
        }
        return new Node.Fields(entries, HERE);
    }

    private static Node read(String yaml) {
        Problems problems = new Problems();
        Node read = YamlReader.read(HERE, yaml, problems);
        assertThat(problems.errors()).as(yaml).isEmpty();
        return Objects.requireNonNull(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30 s",
                "-2.5 km/h",
                "word",
                "a word/b.c-d_e",
                "a",
                "",
                " ",
                "null",
                "Null",
                "~",
                "true",
                "TRUE",
                "no",
                "0x1F",
                "1e3",
                ".5",
                "2024-09-03",
                "08:00-17:00",
                "a: b",
                "a #b",
                "a:",
                "- a",
                "-",
                "? a",
                "*a",
                "&a",
                "!a",
                "%a",
                "@a",
                "`a`",
                ">= 100",
                "|",
                "[a]",
                "{a: 1}",
                "a, b",
                "'a'",
                "\"a\"",
                "back\\slash",
                "tab\tin it",
                " begins with a blank",
                "ends with a blank ",
                "two\nlines",
                "two\nlines\n",
                "two\n\nlines\n",
                "a blank \nat the end of a line\n",
                " a blank\nat the beginning\n",
                "deeper\n  inside\n",
                "ends twice\n\n",
                "\n",
                "\n\n",
                "bell\u0007",
                "bell\u0007\nin a block\n",
                "next\u0085line\n",
                "\u007f",
                "\u009f",
                "\u00a0",
                "separators \u2028 and \u2029",
                "mark \uFEFF",
                "Sinŭiju 新義州 🚚"
            })
    void each_text_is_read_back_as_itself_as_value_key_and_item(String text) {
        Node.Fields written =
                map(text.isEmpty() ? "k" : text, map("in", text), "list", new Node.Items(List.of(text(text)), HERE));

        Node.Fields read = (Node.Fields) read(YamlText.of(written));

        Node.Fields inside = (Node.Fields) Objects.requireNonNull(read.get(text.isEmpty() ? "k" : text));
        Node value = Objects.requireNonNull(inside.get("in"));
        assertThat(((Node.Scalar) value).text()).isEqualTo(text);
        assertThat(((Node.Scalar) value).isNull()).isFalse();
        Node item =
                ((Node.Items) Objects.requireNonNull(read.get("list"))).items().get(0);
        assertThat(((Node.Scalar) item).text()).isEqualTo(text);
        assertThat(read.entries()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "30 s|30 s",
                "-2.5 km/h|-2.5 km/h",
                "3|3",
                "word|word",
                "two words|two words",
                "true|true",
                "null|\"null\"",
                "08:00-17:00|\"08:00-17:00\"",
                "say \"a\\b\"|\"say \\\"a\\\\b\\\"\""
            },
            delimiter = '|')
    void quotes_stand_only_where_yaml_needs_them(String text, String written) {
        assertThat(YamlText.quoted(text, false)).isEqualTo(written);
    }

    @Test
    void maps_lists_and_lines_stand_in_block_form() {
        Node.Fields tree = map(
                "bridge",
                map("length", "1 km", "nothing", new Node.Scalar("", true, HERE)),
                "empty",
                map(),
                "none",
                new Node.Items(List.of(), HERE),
                "list",
                new Node.Items(List.of(text("a"), map("b", "c", "d", "e")), HERE),
                "note",
                "first\n\n  second\n");

        assertThat(YamlText.of(tree)).isEqualTo("""
                bridge:
                  length: 1 km
                  nothing: null
                empty: {}
                none: []
                list:
                  - a
                  -
                    b: c
                    d: e
                note: |
                  first

                    second
                """);
        assertThat(YamlText.of(map())).isEmpty();
        assertThat(YamlText.quoted("\u0007\n\t\u0085", false)).isEqualTo("\"\\u0007\\n\\t\\u0085\"");
    }
}
