package org.bridgeconvoy.scenario.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bridgeconvoy.scenario.text.BuiltInFiles;
import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.Position;
import org.bridgeconvoy.scenario.text.Problems;
import org.bridgeconvoy.scenario.text.YamlReader;

/** The scenarios that come with the program, for listing and reading. */
public final class BuiltInScenarios {

    private BuiltInScenarios() {}

    /**
     * A line of the list of built-in scenarios.
     *
     * @param name name by which the loader finds the scenario
     * @param title first line of its description; empty if it has none
     */
    public record Entry(String name, String title) {}

    /** Names of all built-in scenarios, in the order of listing. */
    public static List<String> names() {
        return BuiltInFiles.names();
    }

    /** Names and titles of all built-in scenarios, in the order of listing. */
    public static List<Entry> list() {
        List<Entry> entries = new ArrayList<>();
        for (String name : names()) {
            entries.add(new Entry(name, title(name)));
        }
        return entries;
    }

    /** The text of a built-in scenario as its file has it; empty if there is none of that name. */
    public static Optional<String> text(String name) {
        if (!names().contains(name)) {
            return Optional.empty();
        }
        byte[] bytes = BuiltInFiles.bytes(name + ".yaml");
        return Optional.of(new String(bytes == null ? new byte[0] : bytes, StandardCharsets.UTF_8));
    }

    private static String title(String name) {
        Node root = YamlReader.read(new Position(name, 0, 0, 0), text(name).orElse(""), new Problems());
        return root instanceof Node.Fields fields && fields.get("description") instanceof Node.Scalar description
                ? description.text().strip().lines().findFirst().orElse("")
                : "";
    }
}
