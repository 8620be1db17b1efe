package org.bridgeconvoy.scenario.map;

import java.util.stream.Collectors;
import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.YamlText;

/** Writes a value on one line, as {@code --set} takes it. */
final class FlowText {

    private FlowText() {}

    /** The text of a value; reading it gives the value. */
    static String of(Node node) {
        if (node instanceof Node.Fields fields) {
            return fields.entries().entrySet().stream()
                    .map(e -> YamlText.quoted(e.getKey(), false) + ": "
                            + of(e.getValue().value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node instanceof Node.Items items) {
            return items.items().stream().map(FlowText::of).collect(Collectors.joining(", ", "[", "]"));
        }
        Node.Scalar scalar = (Node.Scalar) node;
        return YamlText.quoted(scalar.text(), scalar.isNull());
    }
}
