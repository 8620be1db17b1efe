package org.bridgeconvoy.report.chart;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
        return result.varied().size() <= 2 && result.varied().get(0).values().size() > 1;
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
        List<Vary> varied = result.varied();
        SweepData.Axis x = axis(varied.get(0));
        SweepData.Axis y = varied.size() == 1 ? SweepData.Axis.none() : axis(varied.get(1));
        int curves = y.values().length;
        double[][] mean = new double[curves][x.values().length];
        double[][] halfWidth = new double[curves][x.values().length];
        String unit = "";
        for (int i = 0; i < result.points().size(); i++) {
            MetricResult found = result.points().get(i).findMetric(metric).orElse(null);
            mean[i % curves][i / curves] = found == null ? Double.NaN : found.value();
            halfWidth[i % curves][i / curves] = found == null ? Double.NaN : found.halfWidth();
            unit = found == null ? unit : found.metric().unit();
        }
        return new SweepData(result.name() + ": " + metric, metric, unit, x, y, mean, halfWidth);
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
