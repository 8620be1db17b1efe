package org.bridgeconvoy.scenario.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bridgeconvoy.bridge.module.Modules;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.key.Shape;
import org.bridgeconvoy.scenario.key.Shapes;
import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.Position;
import org.bridgeconvoy.scenario.text.Problems;
import org.bridgeconvoy.scenario.text.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the schema with the loader: files that load are valid; files with a wrong key or unit are not. */
class ScenarioSchemaTest {

    private static final Path FILE = Path.of("..", "scenarios", "scenario.schema.json");

    private static JsonNode schema() throws Exception {
        return new JsonMapper().readTree(new ScenarioLoader().schema());
    }

    static List<String> names() {
        return BuiltInScenarios.names();
    }

    private static boolean isValid(String text) throws Exception {
        Node root = Objects.requireNonNull(YamlReader.read(new Position("x", 0, 0, 0), text, new Problems()));
        return isValid(root, schema());
    }

    @Test
    void the_file_beside_the_scenarios_is_what_the_code_writes() throws Exception {
        if (Boolean.getBoolean("updateGolden")) {
            Files.writeString(FILE, new ScenarioLoader().schema());
        }
        assertThat(FILE).hasContent(new ScenarioLoader().schema());
    }

    @Test
    void the_schema_knows_the_keys_of_the_reader() throws Exception {
        assertSameKeys(new Shapes(Modules.load()).scenario(), schema(), "");
    }

    private static void assertSameKeys(Shape shape, JsonNode schema, String path) {
        if (shape instanceof Shape.PlainOr either) {
            assertSameKeys(either.keys(), schema.at("/anyOf/1"), path);
        } else if (shape instanceof Shape.ListOf list) {
            assertSameKeys(list.each(), schema.path("items"), path + "[]");
        } else if (shape instanceof Shape.Named named) {
            assertSameKeys(named.each(), schema.at("/additionalProperties/anyOf/0"), path + ".*");
        } else if (shape instanceof Shape.Keys keys) {
            TreeSet<String> known = new TreeSet<>();
            schema.path("properties").fieldNames().forEachRemaining(known::add);
            assertThat(known)
                    .as("keys under '%s'", path)
                    .containsExactlyInAnyOrderElementsOf(keys.keys().keySet());
            keys.keys()
                    .forEach((name, key) -> assertSameKeys(
                            key.shape(), schema.at("/properties/" + name + "/anyOf/0"), path + "." + name));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void built_in_scenarios_and_their_resolved_texts_are_valid(String name) throws Exception {
        Scenario scenario = Objects.requireNonNull(
                new ScenarioLoader().load(name, List.of()).scenario());

        assertThat(isValid(BuiltInScenarios.text(name).orElseThrow())).isTrue();
        assertThat(isValid(scenario.resolvedText())).isTrue();
    }

    @Test
    void wrong_keys_units_and_words_are_not_valid() throws Exception {
        assertThat(isValid(ScenarioTexts.LEAST)).isTrue();
        assertThat(isValid(ScenarioTexts.LEAST.replace("940.8 m", "940.8"))).isFalse();
        assertThat(isValid(ScenarioTexts.LEAST.replace("940.8 m", "940.8 kg"))).isFalse();
        assertThat(isValid(ScenarioTexts.LEAST.replace("horizon:", "horizont:")))
                .isFalse();
        assertThat(isValid(ScenarioTexts.LEAST.replace("horizon: 2 d\n", ""))).isFalse();
        assertThat(isValid("extends: day-and-night\nscenario: mine\n")).isTrue();
        assertThat(isValid(ScenarioTexts.LEAST.replace("rate: 10 trucks/d", "rate: 10 trucks/d, arrivals: odd")))
                .isFalse();
        assertThat(isValid(ScenarioTexts.LEAST.replace("08:00-17:00", "8 to 5")))
                .isFalse();
        assertThat(isValid(ScenarioTexts.LEAST.replace("40 t", "lognorm(40 t)")))
                .isFalse();
        assertThat(isValid(ScenarioTexts.LEAST.replace("trucks: 3", "trucks: many")))
                .isFalse();
    }

    /** As much of draft 2020-12 as the schema uses. */
    private static boolean isValid(Node node, JsonNode schema) {
        return hasType(node, schema.path("type"))
                && matches(node, schema)
                && (!schema.has("anyOf") || any(node, schema.path("anyOf")))
                && hasRequired(node, schema.path("required"))
                && hasValidFields(node, schema)
                && hasValidItems(node, schema)
                && (!schema.has("if") || isValid(node, schema.path("if")) || isValid(node, schema.path("else")));
    }

    private static boolean any(Node node, JsonNode schemas) {
        for (JsonNode schema : schemas) {
            if (isValid(node, schema)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasType(Node node, JsonNode type) {
        if (type.isArray()) {
            for (JsonNode each : type) {
                if (hasType(node, each)) {
                    return true;
                }
            }
            return false;
        }
        return switch (type.asText()) {
            case "" -> true;
            case "object" -> node instanceof Node.Fields;
            case "array" -> node instanceof Node.Items;
            case "null" -> node instanceof Node.Scalar scalar && scalar.isNull();
            case "boolean" -> isPlain(node, "true|false");
            case "integer" -> isPlain(node, "-?[0-9]+");
            case "number" -> isPlain(node, "-?[0-9.]+");
            default -> node instanceof Node.Scalar scalar && !scalar.isNull() && !isPlain(node, "-?[0-9.]+|true|false");
        };
    }

    private static boolean isPlain(Node node, String pattern) {
        return node instanceof Node.Scalar scalar
                && scalar.plain()
                && scalar.text().matches(pattern);
    }

    private static boolean matches(Node node, JsonNode schema) {
        if (!(node instanceof Node.Scalar scalar)) {
            return !schema.has("enum");
        }
        if (schema.has("enum")) {
            for (JsonNode word : schema.path("enum")) {
                if (word.asText().equals(scalar.text())) {
                    return true;
                }
            }
            return false;
        }
        return !schema.has("pattern")
                || Pattern.compile(schema.path("pattern").asText())
                        .matcher(scalar.text())
                        .find();
    }

    private static boolean hasRequired(Node node, JsonNode required) {
        for (JsonNode key : required) {
            if (node instanceof Node.Fields fields && fields.get(key.asText()) == null) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasValidItems(Node node, JsonNode schema) {
        return !(node instanceof Node.Items items)
                || !schema.has("items")
                || items.items().stream().allMatch(item -> isValid(item, schema.path("items")));
    }

    private static boolean hasValidFields(Node node, JsonNode schema) {
        return !(node instanceof Node.Fields fields)
                || fields.entries().entrySet().stream().allMatch(entry -> isValidField(entry, schema));
    }

    private static boolean isValidField(Map.Entry<String, Node.Entry> field, JsonNode schema) {
        Node value = field.getValue().value();
        if (schema.path("properties").has(field.getKey())) {
            return isValid(value, schema.path("properties").path(field.getKey()));
        }
        for (Map.Entry<String, JsonNode> each : schema.path("patternProperties").properties()) {
            if (Pattern.compile(each.getKey()).matcher(field.getKey()).find()) {
                return isValid(value, each.getValue());
            }
        }
        JsonNode others = schema.path("additionalProperties");
        return others.isMissingNode() || (others.isObject() ? isValid(value, others) : others.asBoolean());
    }
}
