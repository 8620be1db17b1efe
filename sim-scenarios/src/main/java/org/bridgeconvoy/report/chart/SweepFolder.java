package org.bridgeconvoy.report.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.report.SweepPoints;
import org.bridgeconvoy.report.chart.SweepCharts.Estimated;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.study.Vary;

/** Charts from {@code sweep.json}. */
final class SweepFolder implements FolderCharts {

    static final String COMMAND = "sweep";

    static final String RESPONSE = "response";
    static final String DIFFERENCES = "differences";
    static final String MAP = "map";

    /** Names of the charts in the order of the page. */
    static final List<String> NAMES = List.of(RESPONSE, DIFFERENCES, MAP);

    /** Fewest values of the second path for a map. */
    private static final int LEAST_FOR_MAP = 3;

    private final String name;
    private final List<Vary> varied;
    private final List<String> first;
    /** Points by metric. */
    private final Map<String, List<Estimated>> points;
    /** Differences from the first point by metric. */
    private final Map<String, List<Estimated>> differences;

    private SweepFolder(
            String name,
            List<Vary> varied,
            List<String> first,
            Map<String, List<Estimated>> points,
            Map<String, List<Estimated>> differences) {
        this.name = name;
        this.varied = varied;
        this.first = first;
        this.points = points;
        this.differences = differences;
    }

    /**
     * Reads the file.
     *
     * @throws IOException with a message for people
     */
    static SweepFolder read(Path folder) throws IOException {
        SetFiles files = SetFiles.open(folder, SweepPoints.INDEX, COMMAND);
        JsonNode json = files.index();
        files.need(json, "scenario", "varied", "points", "minus_first_point");
        List<Vary> varied = new ArrayList<>();
        json.get("varied")
                .properties()
                .forEach(path -> varied.add(new Vary(path.getKey(), SetFiles.texts(path.getValue()))));
        Map<String, List<Estimated>> points = new LinkedHashMap<>();
        JsonNode all = json.get("points");
        all.path(0).path("metrics").fieldNames().forEachRemaining(metric -> points.put(metric, new ArrayList<>()));
        points.forEach((metric, values) ->
                all.forEach(point -> values.add(estimated(point.path("metrics").path(metric), "half_width_95"))));
        Map<String, List<Estimated>> differences = new LinkedHashMap<>();
        json.get("minus_first_point").properties().forEach(metric -> {
            List<Estimated> values = new ArrayList<>();
            metric.getValue().forEach(point -> values.add(estimated(point, "half_width")));
            differences.put(metric.getKey(), values);
        });
        return new SweepFolder(
                json.get("scenario").asText(),
                varied,
                SetFiles.texts(all.path(0).path("values")),
                points,
                differences);
    }

    private static Estimated estimated(JsonNode node, String halfWidth) {
        return new Estimated(SetFiles.number(node.path("mean")), SetFiles.number(node.path(halfWidth)));
    }

    @Override
    public String command() {
        return COMMAND;
    }

    @Override
    public List<String> names() {
        if (!SweepCharts.canDraw(varied) || points.isEmpty()) {
            return List.of();
        }
        boolean isMap = varied.size() == 2 && varied.get(1).values().size() >= LEAST_FOR_MAP;
        return isMap ? NAMES : List.of(RESPONSE, DIFFERENCES);
    }

    /** Deliveries and lead time, or else the first metric. */
    @Override
    public List<String> metrics() {
        List<String> usual = List.of(MetricFamily.DELIVERED_T_PER_DAY.pattern(), MetricFamily.LEAD_TIME_H.pattern());
        List<String> shown = usual.stream().filter(points::containsKey).toList();
        return shown.isEmpty() ? List.copyOf(points.keySet()).subList(0, Math.min(1, points.size())) : shown;
    }

    @Override
    public ConvoyChart draw(Wish wish) {
        Choice.noInputs(wish, 0);
        if (!names().contains(wish.name())) {
            throw new IllegalArgumentException("the chart '" + wish.name() + "' needs "
                    + (wish.name().equals(MAP)
                            ? "two varied paths, the second with three values or more"
                            : "one or two varied paths, the first with two values or more"));
        }
        String usual = metrics().get(0);
        String metric = Choice.of("metric", wish.metric(), List.copyOf(points.keySet()), n -> n, usual);
        String unit = Metric.find(metric).map(Metric::unit).orElse("");
        SweepData data = SweepCharts.data(
                name + ": " + Words.metric(metric), Words.metric(metric), unit, varied, of(points, metric));
        return switch (wish.name()) {
            case RESPONSE -> Charts.responseCurves(data);
            case MAP -> Charts.heatMap(data);
            default ->
                Charts.differenceCurves(
                        SweepCharts.differences(name, metric, unit, varied, first, of(differences, metric)));
        };
    }

    private static List<Estimated> of(Map<String, List<Estimated>> all, String metric) {
        return all.getOrDefault(metric, List.of());
    }
}
