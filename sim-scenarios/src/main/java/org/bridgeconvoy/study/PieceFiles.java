package org.bridgeconvoy.study;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Long data files that resolved scenarios name instead of holding them: their contents, to travel with pieces, and their places on the
 * machine where they have arrived.
 */
public final class PieceFiles implements Serializable {

    private static final long serialVersionUID = 1L;

    /** A file with the sum that it must have, as a resolved text names it. */
    private static final Pattern NAMED = Pattern.compile("([^\"'(,\\n]+)#sha256=([0-9a-f]{64})");

    /** The contents by sum. */
    private final TreeMap<String, byte[]> contents = new TreeMap<>();

    /** Where the files lie here, by sum; made on this machine when one is needed. */
    private transient volatile Map<String, Path> places;

    /** Without files. */
    public PieceFiles() {
        places = Map.of();
    }

    /**
     * Takes up the files that a resolved text names, from this machine.
     *
     * @throws UncheckedIOException if one cannot be read
     */
    void add(String scenario) {
        Matcher named = NAMED.matcher(scenario);
        while (named.find()) {
            String name = named.group(1).strip();
            contents.computeIfAbsent(named.group(2), sum -> read(Path.of(name)));
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A resolved text with the places of its files on this machine; they are written the first time. */
    String located(String scenario) {
        if (contents.isEmpty()) {
            return scenario;
        }
        Map<String, Path> here = written();
        return NAMED.matcher(scenario).replaceAll(named -> {
            Path place = here.get(named.group(2));
            return Matcher.quoteReplacement(
                    (place == null ? named.group(1) : place.toString()) + "#sha256=" + named.group(2));
        });
    }

    private synchronized Map<String, Path> written() {
        Map<String, Path> known = places;
        if (known != null && known.size() == contents.size()) {
            return known;
        }
        Map<String, Path> written = new TreeMap<>();
        try {
            Path folder = Files.createTempDirectory("convoy");
            folder.toFile().deleteOnExit();
            for (Map.Entry<String, byte[]> content : contents.entrySet()) {
                Path file = Files.write(folder.resolve(content.getKey() + ".csv"), content.getValue());
                file.toFile().deleteOnExit();
                written.put(content.getKey(), file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        places = written;
        return written;
    }
}
