package org.bridgeconvoy.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bridgeconvoy.study.Answered;
import org.bridgeconvoy.study.StudyResult;
import org.bridgeconvoy.words.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * What the intervals of a run leave out: its uncertain inputs. A report of the run names the command that shows what they do or, once that
 * was run for the same scenario, the range to expect.
 *
 * @param command the command line; empty if the scenario has no uncertain inputs
 * @param ranges the range of each metric that {@code sensitivity.json} has, by the metric's name
 */
public record NotKnown(String command, Map<String, Range> ranges) {

    /** A scenario without uncertain inputs. */
    public static final NotKnown NONE = new NotKnown("", Map.of());

    /** A range is shown in steps of this part of its width, or finer. */
    private static final double SHOWN_STEPS = 20;

    /**
     * The range that holds 90% of the worlds.
     *
     * @param p5 5th percentile of the expected values of the worlds, in the unit of the metric
     * @param p95 95th percentile
     * @param isUnsure whether it carries a mark: more or fewer of the worlds may lie in it
     */
    public record Range(double p5, double p95, boolean isUnsure) {

        /** {@code 98 to 137}, with as many digits as the width needs. */
        public String text() {
            int decimals = Numbers.decimals(p95, (p95 - p5) / SHOWN_STEPS, 0);
            String low = Numbers.fixed(p5, decimals);
            String high = Numbers.fixed(p95, decimals);
            return low.equals(high) ? low : low + " to " + high;
        }
    }

    /** Copies the map. */
    public NotKnown {
        ranges = Map.copyOf(ranges);
    }

    /**
     * Of a scenario with uncertain inputs.
     *
     * @param command command line that shows what they do
     * @param scenarioText full text of the scenario
     * @param folders where {@code sensitivity.json} may lie; the first that is of the same text counts
     */
    public static NotKnown of(String command, String scenarioText, List<Path> folders) {
        return folders.stream()
                .map(folder -> ranges(folder.resolve(SensitivityFiles.INDEX), scenarioText))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .map(found -> new NotKnown(command, found))
                .orElse(new NotKnown(command, Map.of()));
    }

    /** The ranges in an index; none if it cannot be read or is of another scenario. */
    private static Map<String, Range> ranges(Path index, String scenarioText) {
        Map<String, Range> ranges = new LinkedHashMap<>();
        if (!Files.isRegularFile(index)) {
            return ranges;
        }
        try {
            JsonNode json = new ObjectMapper().readTree(Files.readAllBytes(index));
            if (json.path("scenario_text").asText().equals(scenarioText)) {
                json.path("metrics").properties().forEach(metric -> {
                    JsonNode expected = metric.getValue().path("expected");
                    if (expected.path("p5").isNumber() && expected.path("p95").isNumber()) {
                        ranges.put(
                                metric.getKey(),
                                new Range(
                                        expected.get("p5").asDouble(),
                                        expected.get("p95").asDouble(),
                                        !expected.path("marks").isEmpty()));
                    }
                });
            }
            return ranges;
        } catch (IOException e) {
            return Map.of();
        }
    }

    /** The range of the number that a report of the result is about. Empty if there is none: a difference from another scenario has none. */
    public Optional<Range> of(StudyResult result) {
        return Headline.of(result)
                .filter(headline -> isOfScenario(headline.answer()))
                .map(headline -> ranges.get(headline.value().metric().name()));
    }

    private static boolean isOfScenario(@Nullable Answered answer) {
        return answer == null || answer.of().isEmpty() && answer.difference() == null;
    }

    /** Whether the scenario has uncertain inputs. */
    public boolean isGiven() {
        return !command.isEmpty();
    }
}
