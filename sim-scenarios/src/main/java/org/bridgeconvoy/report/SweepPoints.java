package org.bridgeconvoy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.bridgeconvoy.experiment.PooledPercentile;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.study.PointStore;
import org.jspecify.annotations.Nullable;

/**
 * Stores each finished point of a sweep in its own file, {@code points/0001.json}, so that an interrupted sweep can
 * resume. A file of other work, or one that cannot be read, counts as missing.
 */
public final class SweepPoints implements PointStore {

    /** Index of a finished sweep. */
    public static final String INDEX = "sweep.json";

    /** The folder of points in an output folder. */
    static final String FOLDER = "points";

    private final Path directory;

    /**
     * Points of a sweep.
     *
     * @param output folder of the sweep's output
     */
    public SweepPoints(Path output) {
        directory = output.resolve(FOLDER);
    }

    /**
     * Whether a folder holds points of a sweep that is not finished: points that {@code sweep.json} does not list with
     * their sums. Only that sweep may write into the folder.
     *
     * @param output folder of the sweep's output
     */
    public static boolean areUnfinished(Path output) throws IOException {
        SweepPoints points = new SweepPoints(output);
        Optional<FileSums> finished = FileSums.of(output, INDEX);
        if (finished.isEmpty() && Files.exists(output.resolve(INDEX))) {
            // An older version finished this sweep; its index lists no points.
            return false;
        }
        for (Path file : points.files()) {
            String name = FOLDER + "/" + file.getFileName();
            if (finished.isEmpty() || !finished.get().has(name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the stored points may be continued: one of them has the key of this work, or none of them can be read.
     *
     * @param keys key of each point of this work, in order
     */
    public boolean areOf(List<String> keys) throws IOException {
        boolean foreign = false;
        for (Path file : files()) {
            String key = key(read(file));
            int point = number(file);
            if (point <= keys.size() && key.equals(keys.get(point - 1))) {
                return true;
            }
            foreign |= !key.isEmpty();
        }
        return !foreign;
    }

    /** The key of the work to which a point belongs; empty if the point cannot be read. */
    private static String key(JsonNode point) {
        return point.path("key").asText();
    }

    /** A stored point; a missing node if it cannot be read. */
    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** SHA-256 of each stored point, by the name of its file. */
    public Map<String, String> sums() throws IOException {
        Map<String, String> sums = new LinkedHashMap<>();
        for (Path file : files()) {
            sums.put(FOLDER + "/" + file.getFileName(), FileSums.sum(file));
        }
        return sums;
    }

    /** Files of points in the order of their numbers. */
    private List<Path> files() throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "[0-9][0-9][0-9][0-9].json")) {
                files.forEach(found::add);
            }
        }
        Collections.sort(found);
        return found;
    }

    /** The number of a point, from 1, by the name of its file. */
    private static int number(Path file) {
        return Integer.parseInt(String.valueOf(file.getFileName()).substring(0, 4));
    }

    /** Removes the points beyond the first {@code points}, which an earlier and longer sweep left. */
    public void keepFirst(int points) throws IOException {
        for (Path file : files()) {
            if (number(file) > points) {
                Files.delete(file);
            }
        }
    }

    /** Removes the points that do not belong to a part of the sweep. */
    public void keepOnly(IntPredicate part, int points) throws IOException {
        for (Path file : files()) {
            if (number(file) > points || !part.test(number(file) - 1)) {
                Files.delete(file);
            }
        }
    }

    private static String name(int point) {
        return String.format(Locale.ROOT, "%04d.json", point);
    }

    @Override
    public Optional<Values> find(int point, String key) {
        JsonNode json = read(directory.resolve(name(point)));
        try {
            return key.equals(key(json)) ? Optional.of(StoredPoint.values(json)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public void save(int point, String key, Values values) {
        try (OutputFiles files = OutputFiles.open(directory, name(point), List.of())) {
            files.commit(out -> write(key, values, out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String key, Values values, Writer out) throws IOException {
        try (JsonGenerator json = JsonSummary.generator(out)) {
            json.writeStartObject();
            json.writeStringField("key", key);
            json.writeArrayFieldStart("metrics");
            for (int i = 0; i < values.metrics().size(); i++) {
                metric(
                        json,
                        values.metrics().get(i),
                        values.values().get(i),
                        values.pooled().get(i));
            }
            json.writeEndArray();
            json.writeBooleanField("chance", values.chance());
            json.writeBooleanField("chance_in_demand", values.chanceInDemand());
            json.writeEndObject();
        }
        out.append('\n');
    }

    private static void metric(JsonGenerator json, Metric metric, double[] values, @Nullable PooledPercentile pooled)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("name", metric.name());
        json.writeStringField("unit", metric.unit());
        json.writeStringField("note", metric.note());
        json.writeArrayFieldStart("values");
        for (double value : values) {
            // JSON has no number for infinity.
            if (Double.isNaN(value)) {
                json.writeNull();
            } else if (Double.isInfinite(value)) {
                json.writeString(Double.toString(value));
            } else {
                json.writeNumber(value);
            }
        }
        json.writeEndArray();
        if (pooled != null) {
            json.writeObjectFieldStart("pooled");
            JsonSummary.number(json, "value", pooled.value());
            JsonSummary.number(json, "low_95", pooled.low95());
            JsonSummary.number(json, "high_95", pooled.high95());
            json.writeNumberField("n", pooled.n());
            JsonSummary.number(json, "min", pooled.min());
            JsonSummary.number(json, "max", pooled.max());
            json.writeNumberField("replications", pooled.replications());
            JsonSummary.number(json, "resolution", pooled.resolution());
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
