package org.bridgeconvoy.scenario.key;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.bridge.module.Modules;
import org.bridgeconvoy.scenario.text.Dimension;

/**
 * JSON Schema (draft 2020-12) of scenario files, written from the table of keys, with which an editor completes and
 * checks keys, words and units. It cannot check more than one value at a time: overlapping hours, or a truck too heavy
 * for the bridge, only the loader finds.
 */
public final class ScenarioSchema {

    private static final String NUMBER = "[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?";

    private static final String CLOCK = "[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?";

    private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    private static final String DAYS = "(?:mon|tue|wed|thu|fri|sat|sun)";

    private static final String DAY_KEY = "^" + DAYS + "(?:-" + DAYS + ")?$";

    private final JsonNodeFactory json = JsonNodeFactory.instance;

    private final Shapes shapes;

    private ScenarioSchema(Shapes shapes) {
        this.shapes = shapes;
    }

    /**
     * The schema as indented JSON that ends in a line break.
     *
     * @param modules controls, arrivals and profiles that files may use
     */
    public static String text(Modules modules) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try {
            return JsonMapper.builder()
                            .build()
                            .writer(printer)
                            .writeValueAsString(new ScenarioSchema(new Shapes(modules)).schema())
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can always be written", e);
        }
    }

    private ObjectNode schema() {
        ObjectNode schema = json.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Bridge Convoy scenario");
        ObjectNode keys = keys(shapes.scenario());
        keys.properties().forEach(property -> schema.set(property.getKey(), property.getValue()));
        schema.set("if", json.objectNode().set("required", json.arrayNode().add("extends")));
        schema.set("else", complete());
        return schema;
    }

    /** Keys required of a file that extends no other. */
    private ObjectNode complete() {
        ObjectNode complete = json.objectNode();
        complete.set("required", required(shapes.scenario()));
        Shape bridge = Shape.child(shapes.scenario(), "bridge");
        if (bridge instanceof Shape.Keys keys) {
            ObjectNode properties = json.objectNode();
            properties.set("bridge", json.objectNode().set("required", required(keys)));
            complete.set("properties", properties);
        }
        return complete;
    }

    private ArrayNode required(Shape.Keys keys) {
        ArrayNode required = json.arrayNode();
        keys.keys().forEach((name, key) -> {
            if (key.required()) {
                required.add(name);
            }
        });
        return required;
    }

    private ObjectNode keys(Shape.Keys keys) {
        ObjectNode properties = json.objectNode();
        keys.keys().forEach((name, key) -> properties.set(name, property(key)));
        ObjectNode object = json.objectNode().put("type", "object");
        object.set("properties", properties);
        return object.put("additionalProperties", false);
    }

    /** The value of a key, or null, which removes the value of an extended file. */
    private ObjectNode property(Shape.Key key) {
        ObjectNode property = json.objectNode();
        property.put("description", key.about() + (key.fallback() == null ? "" : " Default: " + key.fallback() + "."));
        property.set("anyOf", json.arrayNode().add(shape(key.shape())).add(type("null")));
        return property;
    }

    private ObjectNode type(String type) {
        return json.objectNode().put("type", type);
    }

    private ObjectNode pattern(String pattern) {
        return type("string").put("pattern", pattern);
    }

    private ObjectNode shape(Shape shape) {
        if (shape instanceof Shape.Keys keys) {
            return keys(keys);
        }
        if (shape instanceof Shape.Plain plain) {
            return plain(plain.kind());
        }
        if (shape instanceof Shape.Choice choice) {
            ArrayNode words = json.arrayNode();
            choice.words().forEach(words::add);
            return json.objectNode().set("enum", words);
        }
        if (shape instanceof Shape.Named named) {
            return named(named);
        }
        if (shape instanceof Shape.ListOf list) {
            return type("array").set("items", shape(list.each()));
        }
        if (shape instanceof Shape.PlainOr either) {
            return anyOf(List.of(shape(either.plain()), keys(either.keys())));
        }
        if (shape instanceof Shape.OpeningHours) {
            return hours();
        }
        if (shape instanceof Shape.Weekdays) {
            return map(DAY_KEY, type("number"));
        }
        if (shape instanceof Shape.Table) {
            return type("string");
        }
        if (shape instanceof Shape.FactorSeries) {
            return anyOf(List.of(type("string"), map("^(?:-?[0-9]+|" + DATE + ")$", type("number"))));
        }
        if (shape instanceof Shape.Uncertain uncertain) {
            return type("object")
                    .set(
                            "additionalProperties",
                            anyOf(List.of(shape(uncertain.belief()), type("number"), type("null"))));
        }
        return shape instanceof Shape.Any ? json.objectNode() : type("object");
    }

    private ObjectNode named(Shape.Named named) {
        return type("object").set("additionalProperties", anyOf(List.of(shape(named.each()), type("null"))));
    }

    /** A map whose keys match a pattern; a value may be null. */
    private ObjectNode map(String keyPattern, ObjectNode value) {
        ObjectNode map = type("object");
        map.set("patternProperties", json.objectNode().set(keyPattern, anyOf(List.of(value, type("null")))));
        return map.put("additionalProperties", false);
    }

    private ObjectNode anyOf(List<ObjectNode> nodes) {
        ArrayNode array = json.arrayNode();
        nodes.forEach(array::add);
        return json.objectNode().set("anyOf", array);
    }

    private ObjectNode hours() {
        ObjectNode text = pattern("^\\s*(?:always|" + CLOCK + "\\s*-\\s*" + CLOCK + ")\\s*$");
        ObjectNode list = type("array").set("items", text);
        return anyOf(List.of(text, list, map(DAY_KEY, anyOf(List.of(text, list)))));
    }

    private ObjectNode plain(Shape.Kind kind) {
        return switch (kind) {
            case TEXT ->
                json.objectNode().set("type", json.arrayNode().add("string").add("number"));
            case NAME ->
                json.objectNode().set("type", json.arrayNode().add("string").add("number"));
            case DATE -> pattern("^" + DATE + "$");
            case DATE_TIME -> pattern("^" + DATE + "(?:[T ]+" + CLOCK + ")?$");
            case DATE_RANGE -> pattern("^" + DATE + "(?:\\.\\." + DATE + ")?$");
            case TIME_OF_DAY -> pattern("^" + CLOCK + "$");
            case UTC_OFFSET -> pattern("^[+-][0-9]{2}:[0-9]{2}$");
            case DURATION -> pattern(quantity(Dimension.DURATION));
            case LENGTH -> pattern(quantity(Dimension.LENGTH));
            case MASS -> pattern(quantity(Dimension.MASS));
            case HANDLING_RATE -> pattern(quantity(Dimension.HANDLING_RATE));
            case DEMAND_RATE -> pattern(quantity(Dimension.DEMAND_RATE));
            case TRAFFIC_RATE -> pattern(quantity(Dimension.TRAFFIC_RATE));
            case DURATION_VALUE -> pattern(value(Dimension.DURATION));
            case MASS_VALUE -> pattern(value(Dimension.MASS));
            case SPEED_VALUE -> pattern(value(Dimension.SPEED));
            case INTEGER -> type("integer");
            case COUNT -> type("integer").put("minimum", 0);
            case NUMBER -> type("number");
            case BOOLEAN -> type("boolean");
            case GRADE -> pattern("^(?:[A-D][+-]?(?:/[A-D][+-]?)?|assumed)$");
        };
    }

    private static String quantity(Dimension dimension) {
        String number = "\\s*" + NUMBER + "\\s*(?:" + String.join("|", dimension.units()) + ")\\s*";
        return "^(?:" + number + (dimension == Dimension.DURATION ? "|[+-]?P[0-9DTHMS.,+-]+" : "") + ")$";
    }

    private static String value(Dimension dimension) {
        Map<String, List<String>> known = DistributionArguments.BY_NAME;
        return quantity(dimension) + "|^\\s*(?:" + String.join("|", known.keySet()) + ")\\s*\\(.*\\)\\s*$";
    }
}
