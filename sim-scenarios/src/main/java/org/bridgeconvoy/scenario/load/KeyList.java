package org.bridgeconvoy.scenario.load;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bridgeconvoy.scenario.key.Shape;
import org.bridgeconvoy.scenario.key.Shape.Kind;
import org.bridgeconvoy.scenario.text.Node;
import org.jspecify.annotations.Nullable;

/**
 * Lists the numbers, hours and choices of a scenario: all that stand there, and those that its maps may have beside. Of a control only what
 * stands there is listed, since a scenario has one.
 */
final class KeyList {

    /** What says nothing of the world, or is told by other means than a value. */
    private static final Set<String> LEFT_OUT = Set.of(
            "seed",
            "replications",
            "encoding",
            "columns",
            "changes",
            "goals",
            "costs",
            "variants",
            "answers",
            "uncertain",
            "sources");

    private static final Set<Kind> NUMBERS = EnumSet.of(
            Kind.DURATION,
            Kind.LENGTH,
            Kind.MASS,
            Kind.HANDLING_RATE,
            Kind.DEMAND_RATE,
            Kind.TRAFFIC_RATE,
            Kind.DURATION_VALUE,
            Kind.MASS_VALUE,
            Kind.SPEED_VALUE,
            Kind.INTEGER,
            Kind.COUNT,
            Kind.NUMBER);

    private final List<ScenarioKey> keys = new ArrayList<>();

    private KeyList() {}

    static List<ScenarioKey> of(Node root, Shape shape) {
        KeyList list = new KeyList();
        list.add("", root, shape, "");
        return list.keys;
    }

    private void add(String path, @Nullable Node node, Shape shape, String about) {
        if (shape instanceof Shape.Plain plain) {
            addPlain(path, node, plain.kind(), about);
        } else if (shape instanceof Shape.Choice choice) {
            add(path, ScenarioKey.Kind.CHOICE, node, choice.words(), about);
        } else if (shape instanceof Shape.OpeningHours) {
            add(path, ScenarioKey.Kind.HOURS, node, List.of(), about);
        } else if (shape instanceof Shape.PlainOr either) {
            add(path, node, node instanceof Node.Fields ? either.keys() : either.plain(), about);
        } else if (shape instanceof Shape.Keys map && node instanceof Node.Fields fields) {
            addKeys(path, fields, map);
        } else if (shape instanceof Shape.Named named && node instanceof Node.Fields fields) {
            fields.entries().forEach((name, entry) -> add(inside(path, name), entry.value(), named.each(), about));
        } else if (shape instanceof Shape.ListOf list && node instanceof Node.Items items) {
            for (int i = 0; i < items.items().size(); i++) {
                add(inside(path, Integer.toString(i)), items.items().get(i), list.each(), about);
            }
        }
    }

    private void addKeys(String path, Node.Fields fields, Shape.Keys map) {
        boolean isControl = path.equals("bridge.control");
        for (Map.Entry<String, Shape.Key> entry : map.keys().entrySet()) {
            String name = entry.getKey();
            Node value = fields.get(name);
            if (!(path.isEmpty() && LEFT_OUT.contains(name)) && !(isControl && value == null)) {
                add(
                        inside(path, name),
                        value,
                        entry.getValue().shape(),
                        entry.getValue().about());
            }
        }
    }

    private void addPlain(String path, @Nullable Node node, Kind kind, String about) {
        if (NUMBERS.contains(kind)) {
            add(path, ScenarioKey.Kind.NUMBER, node, List.of(), about);
        } else if (kind == Kind.BOOLEAN) {
            add(path, ScenarioKey.Kind.CHOICE, node, List.of("false", "true"), about);
        } else if (kind == Kind.TIME_OF_DAY) {
            add(path, ScenarioKey.Kind.HOURS, node, List.of(), about);
        }
    }

    private void add(String path, ScenarioKey.Kind kind, @Nullable Node node, List<String> words, String about) {
        keys.add(new ScenarioKey(path, kind, node == null ? null : ScenarioText.shown(node), words, about));
    }

    private static String inside(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
