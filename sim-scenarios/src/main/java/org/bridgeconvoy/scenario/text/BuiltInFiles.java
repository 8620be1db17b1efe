package org.bridgeconvoy.scenario.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files that come with the program: its scenarios and the tables beside them. */
public final class BuiltInFiles {

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
            "two-calendars",
            "two-way-day",
            "convoy-departures",
            "new-bridge",
            "double-demand",
            "shared-lane",
            "work-zone",
            "garments-return",
            "relief-fleet");

    private BuiltInFiles() {}

    /** The names of the scenarios, in the order of the list. */
    public static List<String> names() {
        return NAMES;
    }

    /** A file beside the built-in scenarios; null if there is none. */
    public static byte @Nullable [] bytes(String file) {
        if (file.contains("..") || file.startsWith("/")) {
            return null;
        }
        try (InputStream in = BuiltInFiles.class.getResourceAsStream("/scenarios/" + file)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
