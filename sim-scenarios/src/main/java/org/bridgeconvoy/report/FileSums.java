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
 * The SHA-256 of each file of a set, which the set's index ({@code summary.json}, {@code comparison.json} or {@code sweep.json})
 * holds in its field {@code files}. The index is moved into place last, so a set whose files do not have its sums was written by
 * two commands, or by one that was stopped.
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
     * The sums that an index holds.
     *
     * @param folder where the set is
     * @param index the name of its index
     * @return empty if there is no index, if it cannot be read, or if it is from before there were sums
     */
    public static Optional<FileSums> of(Path folder, String index) {
        try {
            return of(folder, index, new ObjectMapper().readTree(Files.readAllBytes(folder.resolve(index))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The sums in an index that has been read already. */
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

    /** The sum of each file by its name. */
    Map<String, String> byName() {
        return sums;
    }

    /** Whether a file is of this set: it is listed and has its sum. */
    boolean has(String name) throws IOException {
        String sum = sums.get(name);
        return sum != null && sum.equals(sum(folder.resolve(name)));
    }

    /**
     * Checks that a file that is about to be read is of this set.
     *
     * @throws IOException with a message for people if it is not
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

    /** The field of an index; nothing if there is no file. */
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

    /** The SHA-256 of a file in hexadecimal digits. */
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

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
