package org.bridgeconvoy.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The scenarios that come with the program. */
public final class BuiltInScenarios {

    /** In the order in which they are listed: the reported case, then what varies it. A test holds it to the folder. */
    private static final List<String> NAMES = List.of(
            "day-and-night",
            "garment-materials",
            "flood-rebuilding",
            "flood-rebuilding-40",
            "flood-rebuilding-90",
            "garments-and-flood",
            "garments-and-flood-priority",
            "forty-tonnes-payload",
            "forty-tonnes-gross",
            "limit-35",
            "bridge-repair",
            "golden-week",
            "two-way-day",
            "convoy-departures",
            "new-bridge",
            "double-demand");

    private BuiltInScenarios() {}

    /**
     * A line of the table of contents.
     *
     * @param name what to ask for
     * @param title the first line of its description
     */
    public record Entry(String name, String title) {}

    /** All names, in the order of the list. */
    public static List<String> names() {
        return NAMES;
    }

    /** All names with their titles, in the order of the list. */
    public static List<Entry> list() {
        List<Entry> entries = new ArrayList<>();
        for (String name : NAMES) {
            entries.add(new Entry(name, title(name)));
        }
        return entries;
    }

    /** The text of a scenario as it was written; empty if there is none of that name. */
    public static Optional<String> text(String name) {
        if (!NAMES.contains(name)) {
            return Optional.empty();
        }
        byte[] bytes = bytes(name + ".yaml");
        return Optional.of(new String(bytes == null ? new byte[0] : bytes, StandardCharsets.UTF_8));
    }

    private static String title(String name) {
        Node root = YamlReader.read(new Mark(name, 0, 0, 0), text(name).orElse(""), new Problems());
        return root instanceof Node.Fields fields && fields.get("description") instanceof Node.Scalar description
                ? description.text().strip().lines().findFirst().orElse("")
                : "";
    }

    /** A file beside the built-in scenarios; null if there is none. */
    static byte @Nullable [] bytes(String file) {
        if (file.contains("..") || file.startsWith("/")) {
            return null;
        }
        try (InputStream in = BuiltInScenarios.class.getResourceAsStream("/scenarios/" + file)) {
            return in == null ? null : in.readNBytes(ScenarioFiles.MAX_DATA_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
