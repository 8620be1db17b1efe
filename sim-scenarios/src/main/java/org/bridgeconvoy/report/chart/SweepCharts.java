package org.bridgeconvoy.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bridgeconvoy.study.MetricResult;
import org.bridgeconvoy.study.SweepResult;
import org.bridgeconvoy.study.Vary;

/** Response curves of a sweep: the first varied path is the axis, each value of the second gives a curve. */
public final class SweepCharts {

    /** A number with a unit behind it, perhaps in quotes. */
    private static final Pattern NUMBER = Pattern.compile("\"?\\s*([-+]?[0-9]+(?:\\.[0-9]+)?)\\s*([^0-9\"]*)\"?");

    private SweepCharts() {}

    /** Whether a sweep can be drawn: it varies one or two paths, the first with more than one value. */
    public static boolean canDraw(SweepResult result) {
        return canDraw(result.varied());
    }

    static boolean canDraw(List<Vary> varied) {
        return !varied.isEmpty() && varied.size() <= 2 && varied.get(0).values().size() > 1;
    }

    /**
     * The response curves of a metric.
     *
     * @throws IllegalArgumentException unless {@link #canDraw}
     */
    public static ConvoyChart responseCurves(SweepResult result, String metric) {
        if (!canDraw(result)) {
            throw new IllegalArgumentException("a curve needs one or two varied values");
        }
        return Charts.responseCurves(data(result, metric));
    }

    /**
     * The response of a metric, for curves or a map.
     *
     * @throws IndexOutOfBoundsException if the sweep varies nothing
     */
    public static SweepData data(SweepResult result, String metric) {
        String unit = "";
        List<Estimated> points = new ArrayList<>();
        for (SweepResult.Point point : result.points()) {
            MetricResult found = point.findMetric(metric).orElse(null);
            points.add(
                    found == null
                            ? new Estimated(Double.NaN, Double.NaN)
                            : new Estimated(found.value(), found.halfWidth()));
            unit = found == null ? unit : found.metric().unit();
        }
        return data(result.name() + ": " + Words.metric(metric), Words.metric(metric), unit, result.varied(), points);
    }

    /**
     * The points of a sweep minus its first point in a metric, with intervals that hold together.
     *
     * @return empty if the sweep has one point, or no pair of replications has data
     * @throws IndexOutOfBoundsException if the sweep varies nothing
     */
    public static Optional<SweepData> differences(SweepResult result, String metric) {
        return result.fromFirst().stream()
                .filter(d -> d.metric().name().equals(metric))
                .findFirst()
                .map(d -> {
                    List<Estimated> points = d.differences().stream()
                            .map(p -> new Estimated(p.estimate().mean(), p.halfWidth()))
                            .toList();
                    return differences(
                            result.name(),
                            metric,
                            d.metric().unit(),
                            result.varied(),
                            result.points().get(0).values(),
                            points);
                })
                .filter(SweepCharts::hasData);
    }

    /** A mean with the half-width of its interval. */
    record Estimated(double mean, double halfWidth) {}

    /** Differences from the first point, whose values are {@code base}. */
    static SweepData differences(
            String name, String metric, String unit, List<Vary> varied, List<String> base, List<Estimated> points) {
        String from = IntStream.range(0, varied.size())
                .mapToObj(i -> varied.get(i).path() + "=" + base.get(i))
                .collect(Collectors.joining(", "));
        return data(name + ": " + Words.metric(metric) + " minus that at " + from, "difference", unit, varied, points);
    }

    /** Whether any point but the first has a value. */
    static boolean hasData(SweepData data) {
        return Arrays.stream(data.mean())
                .flatMapToDouble(Arrays::stream)
                .skip(1)
                .anyMatch(m -> !Double.isNaN(m));
    }

    /** Points in the order of a sweep as curves. */
    static SweepData data(String title, String metric, String unit, List<Vary> varied, List<Estimated> points) {
        SweepData.Axis x = axis(varied.get(0));
        SweepData.Axis y = varied.size() == 1 ? SweepData.Axis.none() : axis(varied.get(1));
        int curves = y.values().length;
        double[][] mean = new double[curves][x.values().length];
        double[][] halfWidth = new double[curves][x.values().length];
        for (int i = 0; i < points.size(); i++) {
            mean[i % curves][i / curves] = points.get(i).mean();
            halfWidth[i % curves][i / curves] = points.get(i).halfWidth();
        }
        return new SweepData(title, metric, unit, x, y, mean, halfWidth);
    }

    /**
     * The axis of a varied path. Ascending numbers of one unit keep their distances; other values are equally spaced.
     */
    private static SweepData.Axis axis(Vary vary) {
        double[] values = new double[vary.values().size()];
        String unit = null;
        for (int i = 0; i < values.length; i++) {
            Matcher number = NUMBER.matcher(vary.values().get(i));
            if (!number.matches() || unit != null && !unit.equals(number.group(2))) {
                return indexed(vary);
            }
            unit = number.group(2);
            values[i] = Double.parseDouble(number.group(1));
            if (i > 0 && values[i] <= values[i - 1]) {
                return indexed(vary);
            }
        }
        return new SweepData.Axis(vary.path(), unit == null ? "" : unit.strip(), vary.values(), values);
    }

    /** An axis of equally spaced values. */
    private static SweepData.Axis indexed(Vary vary) {
        double[] places = new double[vary.values().size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = i;
        }
        return new SweepData.Axis(vary.path(), "", vary.values(), places);
    }
}
