package org.bridgeconvoy.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The table of time zones packed with the library: one version of the IANA time zone database (public domain), so that a run is the same on
 * any JVM. The first line is the version. Each other line holds the names of zones with the same history since 1970, the rule after their
 * last change, the offset at the beginning of 1970, and the changes, each as seconds since the previous change and the new offset.
 */
final class ZoneTable {

    private static final ZoneTable PACKED = read();

    private final String version;
    private final Map<String, String> lines;

    private ZoneTable(String version, Map<String, String> lines) {
        this.version = version;
        this.lines = lines;
    }

    static ZoneTable packed() {
        return PACKED;
    }

    private static ZoneTable read() {
        Map<String, String> lines = new TreeMap<>();
        try (InputStream in = ZoneTable.class.getResourceAsStream("zones.txt")) {
            if (in == null) {
                throw new IllegalStateException("the library lacks its table of time zones");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            String version = reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int names = line.indexOf('|');
                for (String name : line.substring(0, names).split(",", -1)) {
                    lines.put(name, line.substring(names + 1));
                }
            }
            return new ZoneTable(String.valueOf(version), Collections.unmodifiableMap(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String version() {
        return version;
    }

    List<String> names() {
        return List.copyOf(lines.keySet());
    }

    boolean has(String name) {
        return lines.containsKey(name);
    }

    /** Rule, first offset and changes of a zone, as the table spells them. */
    String line(String name) {
        return String.valueOf(lines.get(name));
    }
}
