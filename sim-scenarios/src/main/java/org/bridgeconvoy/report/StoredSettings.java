package org.bridgeconvoy.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a result in a folder, read from its index ({@code summary.json}, {@code comparison.json} or
 * {@code sweep.json}).
 *
 * @param seed seed of the random numbers
 * @param replications number of replications
 * @param only number of the replication that was run alone; 0 if all were run
 * @param scenarioText full text of the scenario; empty if the index has none
 * @param varied values of each path that a sweep varied; empty if the index has none
 */
public record StoredSettings(
        long seed, int replications, int only, String scenarioText, Map<String, List<String>> varied) {

    /** Copies the map. */
    public StoredSettings {
        varied = Map.copyOf(varied);
    }

    /**
     * Reads the settings.
     *
     * @param index path of the index
     * @return empty if there is no such file, or it is not the index of a result
     */
    public static Optional<StoredSettings> read(Path index) {
        if (!Files.isRegularFile(index)) {
            return Optional.empty();
        }
        try {
            JsonNode json = new ObjectMapper().readTree(Files.readAllBytes(index));
            return json.has("seed") ? Optional.of(of(json)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static StoredSettings of(JsonNode json) {
        Map<String, List<String>> varied = new LinkedHashMap<>();
        json.path("varied").properties().forEach(vary -> varied.put(vary.getKey(), texts(vary.getValue())));
        return new StoredSettings(
                json.get("seed").asLong(),
                json.path("replications").asInt(),
                json.path("only").asInt(),
                json.path("scenario_text").asText(),
                varied);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(value -> texts.add(value.asText()));
        return texts;
    }
}
