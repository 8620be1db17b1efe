package org.bridgeconvoy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * SHA-256 of the files of a set, which the set's index ({@code summary.json}, {@code comparison.json} or
 * {@code sweep.json}) holds in its field {@code files}. The index moves into place last. So if a file does not have its
 * sum, two commands wrote the set, or one command was stopped.
 */
public final class FileSums {

    private static final String FIELD = "files";

    private final Path folder;
    private final String index;
    private final Map<String, String> sums;

    private FileSums(Path folder, String index, Map<String, String> sums) {
        this.folder = folder;
        this.index = index;
        this.sums = sums;
    }

    /**
     * The sums in an index.
     *
     * @param folder folder of the set
     * @param index name of the index
     * @return empty if the index is missing, unreadable, or of an older version without sums
     */
    public static Optional<FileSums> of(Path folder, String index) {
        try {
            return of(folder, index, new ObjectMapper().readTree(Files.readAllBytes(folder.resolve(index))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The sums in an index that the caller has read; see {@link #of(Path, String)}. */
    public static Optional<FileSums> of(Path folder, String index, JsonNode read) {
        if (!read.path(FIELD).isObject()) {
            return Optional.empty();
        }
        Map<String, String> sums = new LinkedHashMap<>();
        read.path(FIELD)
                .properties()
                .forEach(e -> sums.put(e.getKey(), e.getValue().asText()));
        return Optional.of(new FileSums(folder, index, sums));
    }

    /** SHA-256 by name of the file. */
    Map<String, String> byName() {
        return sums;
    }

    /** Whether a file belongs to this set: the index lists it and the file has this sum. */
    boolean has(String name) throws IOException {
        String sum = sums.get(name);
        return sum != null && sum.equals(sum(folder.resolve(name)));
    }

    /**
     * Checks that a file belongs to this set.
     *
     * @throws IOException with a message for people if it does not
     */
    public void check(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!sums.containsKey(name)) {
            throw new IOException(file + " is not of the run that wrote " + index
                    + " beside it, which does not list it; " + "remove the file, or run again");
        }
        if (!has(name)) {
            throw new IOException(
                    file + " is not the file that the run wrote together with " + index
                            + " beside it (another SHA-256): the folder holds a mix of two runs, or the file was edited; run again");
        }
    }

    /** Writes the sums as a field of an index; nothing for no files. */
    static void write(JsonGenerator json, Map<String, String> sums) throws IOException {
        if (sums.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart(FIELD);
        for (Map.Entry<String, String> file : sums.entrySet()) {
            json.writeStringField(file.getKey(), file.getValue());
        }
        json.writeEndObject();
    }

    /** SHA-256 of a file in hexadecimal digits. */
    static String sum(Path file) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A new SHA-256 digest. */
    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
