package org.bridgeconvoy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.study.Shard;

/**
 * The index of a shard, {@code shard.json}: which part of which command the points in its folder are, with their sums.
 *
 * @param name of the command: sweep or sensitivity
 * @param command arguments of the command whose part it is, without shard, folder and threads
 * @param work a sum of all that changes a number of the command: parts of one command have the same
 * @param shard which part
 * @param points how many points the whole command has
 */
public record ShardFile(String name, List<String> command, String work, Shard shard, int points) {

    /** Its name. */
    public static final String NAME = "shard.json";

    /** Copies the list. */
    public ShardFile {
        command = List.copyOf(command);
    }

    /** A sum of the keys of all points of a command. */
    public static String work(List<String> keys) {
        byte[] sum = FileSums.digest().digest(String.join("\n", keys).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(sum);
    }

    /** Writes the index. */
    public void write(Map<String, String> sums, Writer out) throws IOException {
        try (JsonGenerator json = JsonSummary.generator(out)) {
            json.writeStartObject();
            json.writeStringField("of", name);
            ComparisonFiles.strings(json, "command", command);
            json.writeStringField("work", work);
            json.writeStringField("shard", shard.toString());
            json.writeNumberField("points", points);
            FileSums.write(json, sums);
            json.writeEndObject();
        }
        out.append('\n');
    }

    /**
     * Reads the index of a folder and checks the sums of all its files.
     *
     * @throws IOException with a message for people if there is none, it cannot be read, or a file is missing or is another one
     */
    public static ShardFile read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new IOException(folder + " holds no finished shard: there is no " + NAME
                    + "; run the same command with --shard and --out " + folder + " to its end");
        }
        try {
            JsonNode json = new ObjectMapper().readTree(Files.readAllBytes(file));
            List<String> command = new ArrayList<>();
            json.path("command").forEach(word -> command.add(word.asText()));
            ShardFile read = new ShardFile(
                    json.path("of").asText("sweep"),
                    command,
                    json.path("work").asText(),
                    Shard.parse(json.path("shard").asText()),
                    json.path("points").asInt());
            FileSums sums = FileSums.of(folder, NAME)
                    .orElseThrow(() -> new IOException(file + " does not list its points; run that shard again"));
            for (String name : sums.byName().keySet()) {
                if (!Files.isRegularFile(folder.resolve(name))) {
                    throw new IOException(folder.resolve(name) + " is missing; run that shard again");
                }
                sums.check(name);
            }
            return read;
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Copies the points of a sweep's folder into another one. */
    public static void copyPoints(Path from, Path to) throws IOException {
        Path folder = Files.createDirectories(to.resolve("points"));
        FileSums sums = FileSums.of(from, NAME).orElseThrow(() -> new IOException(from.resolve(NAME) + " is missing"));
        for (String name : sums.byName().keySet()) {
            Path file = from.resolve(name);
            Path temporary = folder.resolve(OutputFolder.temporaryName(String.valueOf(file.getFileName())));
            Files.copy(file, temporary);
            OutputFolder.move(temporary, to.resolve(name));
        }
    }
}
