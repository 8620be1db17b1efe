package org.bridgeconvoy.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.experiment.PooledPercentile;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.study.PointStore;
import org.jspecify.annotations.Nullable;

/**
 * Reads a point of a sweep as {@link SweepPoints} stores it. A missing or wrong field is an
 * {@code IllegalArgumentException}; nothing is guessed.
 */
final class StoredPoint {

    private StoredPoint() {}

    /**
     * The values of a point.
     *
     * @throws IllegalArgumentException if a field is missing or wrong, or this version has no such metric
     */
    static PointStore.Values values(JsonNode json) {
        List<Metric> metrics = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        List<@Nullable PooledPercentile> pooled = new ArrayList<>();
        for (JsonNode metric : array(json, "metrics")) {
            metrics.add(metric(metric));
            List<Double> of = new ArrayList<>();
            array(metric, "values").forEach(value -> of.add(number(value)));
            values.add(of.stream().mapToDouble(Double::doubleValue).toArray());
            pooled.add(metric.has("pooled") ? pooled(metric.path("pooled")) : null);
        }
        return new PointStore.Values(metrics, values, pooled, flag(json, "chance"), flag(json, "chance_in_demand"));
    }

    /** A metric of this version, which must have the unit that the file gives. */
    private static Metric metric(JsonNode json) {
        Metric metric = Metric.find(text(json, "name")).orElseThrow(() -> new IllegalArgumentException("no metric"));
        checked(json, metric.unit().equals(text(json, "unit")), "unit");
        return metric.withNote(text(json, "note"));
    }

    private static PooledPercentile pooled(JsonNode json) {
        return new PooledPercentile(
                number(json.path("value")),
                number(json.path("low_95")),
                number(json.path("high_95")),
                whole(json, "n"),
                number(json.path("min")),
                number(json.path("max")),
                Math.toIntExact(whole(json, "replications")),
                number(json.path("resolution")));
    }

    private static JsonNode array(JsonNode json, String field) {
        return checked(json.path(field), json.path(field).isArray(), field);
    }

    private static String text(JsonNode json, String field) {
        return checked(json.path(field), json.path(field).isTextual(), field).asText();
    }

    private static boolean flag(JsonNode json, String field) {
        return checked(json.path(field), json.path(field).isBoolean(), field).asBoolean();
    }

    private static long whole(JsonNode json, String field) {
        return checked(json.path(field), json.path(field).canConvertToExactIntegral(), field)
                .asLong();
    }

    /**
     * A number: null means NaN, and the texts {@code Infinity} and {@code -Infinity} mean infinity, for which JSON has
     * no number.
     */
    private static double number(JsonNode value) {
        if (value.isNull()) {
            return Double.NaN;
        }
        String text = value.asText();
        boolean infinite = value.isTextual() && (text.equals("Infinity") || text.equals("-Infinity"));
        return infinite
                ? Double.parseDouble(text)
                : checked(value, value.isNumber(), "value").asDouble();
    }

    /** The node, if it is good. */
    private static JsonNode checked(JsonNode node, boolean isGood, String field) {
        if (!isGood) {
            throw new IllegalArgumentException("'" + field + "' is missing or wrong");
        }
        return node;
    }
}
