package org.bridgeconvoy.scenario.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files that come with the program: the built-in scenarios and the data files beside them, as resources. */
public final class BuiltInFiles {

    /**
     * Names in the order of listing: the reported case first, then its variations. A test compares them with the
     * folder.
     */
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

    /** Names of the built-in scenarios, in the order of listing. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Content of a built-in file; null if there is no such file. A path that leaves the folder of the built-in files
     * counts as missing.
     */
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
