package org.bridgeconvoy.report.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleToIntFunction;
import java.util.stream.IntStream;
import org.jfree.chart.LegendItem;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.TextAnchor;

/** Draws cumulative curves. */
final class CurveCharts {

    /** Place of the number waiting on its line, as a part of the line from its upper end. */
    private static final double LABEL = 0.2;

    /** Its place where the label of the wait lies above it. */
    private static final double LOW_LABEL = 0.7;

    /** Height of a label with some room, as a part of the curve's height. */
    private static final double LABEL_HEIGHT = 0.16;

    /** Part of the hours shown behind which a label has no place on the right. */
    private static final double LATE = 0.7;

    /** Hours shown above which the curves are told every five minutes in place of every minute. */
    private static final double LONG = 4;

    private CurveCharts() {}

    static Plot curves(RunData run, CurveData data, Style style) {
        String users = run.users();
        TickAxis hours = style.axis(
                TickAxis.hours(data.fromHour(), data.untilHour()),
                users.contains("trucks") ? "time of day at the origin" : "time of day");
        NumberAxis count = style.fromZero(users + " so far", true);
        XYPlot plot = style.plot(hours, count);
        DayMarks marks = new DayMarks(run, style).ofDay(data.day(), data.fromHour(), data.untilHour());
        marks.drawInto(plot);
        Lines lines = new Lines(style);
        List<LegendItem> items = new ArrayList<>();
        if (data.out().joined().length > 0) {
            way(data, data.out(), lines, style, "outbound", Style.SKY, Style.OUTBOUND, items);
        }
        if (data.back().joined().length > 0) {
            way(data, data.back(), lines, style, "return", Style.ORANGE, Style.RETURN, items);
        }
        lines.drawInto(plot);
        if (longest(data.out()) >= longest(data.back())) {
            gaps(data, data.out(), Style.OUTBOUND, plot, style);
        } else {
            gaps(data, data.back(), Style.RETURN, plot, style);
        }
        told(data, users).addTo(plot);
        marks.addTo(items);
        plot.setFixedLegendItems(Style.legend(items));
        return plot;
    }

    /** Both curves of each direction, and the gap between them, at regular times. */
    private static Told told(CurveData data, String users) {
        double span = data.untilHour() - data.fromHour();
        int looks = (int) Math.round(60 * span / (span > LONG ? 5 : 1));
        double[] hours = IntStream.rangeClosed(0, looks)
                .mapToDouble(i -> data.fromHour() + i * span / looks)
                .toArray();
        Told told = new Told(
                ChartTable.Reading.X,
                "",
                users,
                hours,
                Arrays.stream(hours).mapToObj(TickAxis::timeOfDay).toList());
        tell(data.out(), "outbound", Style.SKY, Style.OUTBOUND, hours, told);
        tell(data.back(), "return", Style.ORANGE, Style.RETURN, hours, told);
        return told;
    }

    private static void tell(CurveData.Curve curve, String name, Color light, Color dark, double[] hours, Told told) {
        if (curve.joined().length > 0) {
            told.add("joined, " + name, light, counts(hours, h -> count(curve.joined(), h)))
                    .add("entered, " + name, dark, counts(hours, h -> count(curve.entered(), h)))
                    .add("waiting, " + name, null, counts(hours, curve::waiting));
        }
    }

    private static double[] counts(double[] hours, DoubleToIntFunction count) {
        return Arrays.stream(hours).map(count::applyAsInt).toArray();
    }

    /** How many wait at most. */
    static int longest(CurveData.Curve curve) {
        double at = curve.longest();
        return Double.isNaN(at) ? 0 : curve.waiting(at);
    }

    private static void way(
            CurveData data,
            CurveData.Curve curve,
            Lines lines,
            Style style,
            String name,
            Color light,
            Color dark,
            List<LegendItem> items) {
        double[][] joined = steps(data, curve.joined(), curve.joined()[0]);
        double[][] entered = steps(data, curve.entered(), curve.joined()[0]);
        double[][] both = together(data, curve);
        lines.area(both[0], both[2], both[1], Style.faint(light, 80));
        items.add(lines.line("joined, " + name, joined[0], joined[1], light, style.line(0.18)));
        items.add(lines.line("entered, " + name, entered[0], entered[1], dark, style.line(0.18)));
    }

    /** A staircase from an hour on that rises by 1 at each time. */
    private static double[][] steps(CurveData data, double[] times, double from) {
        double[] x = new double[2 * times.length + 2];
        double[] y = new double[x.length];
        x[0] = Math.max(data.fromHour(), from);
        for (int i = 0; i < times.length; i++) {
            double at = Math.max(data.fromHour(), times[i]);
            x[2 * i + 1] = at;
            x[2 * i + 2] = at;
            y[2 * i + 1] = i;
            y[2 * i + 2] = i + 1;
        }
        x[x.length - 1] = data.untilHour();
        y[x.length - 1] = times.length;
        return new double[][] {x, y};
    }

    /** Both staircases at the same places: times, joined, entered. */
    private static double[][] together(CurveData data, CurveData.Curve curve) {
        int n = curve.joined().length;
        int m = curve.entered().length;
        double[][] rows = new double[3][2 * (n + m) + 2];
        int j = 0;
        int e = 0;
        int k = 0;
        rows[0][k++] = data.fromHour();
        while (j < n || e < m) {
            boolean joins = e >= m || j < n && curve.joined()[j] <= curve.entered()[e];
            double at = Math.max(data.fromHour(), joins ? curve.joined()[j] : curve.entered()[e]);
            put(rows, k++, at, j, e);
            j += joins ? 1 : 0;
            e += joins ? 0 : 1;
            put(rows, k++, at, j, e);
        }
        put(rows, k, data.untilHour(), j, e);
        return rows;
    }

    private static void put(double[][] rows, int k, double at, int joined, int entered) {
        rows[0][k] = at;
        rows[1][k] = joined;
        rows[2][k] = entered;
    }

    /** The number waiting where the gap is highest, and the wait of the truck whose wait is the median. */
    private static void gaps(CurveData data, CurveData.Curve curve, Color color, XYPlot plot, Style style) {
        double at = curve.longest();
        double middle = (data.fromHour() + data.untilHour()) / 2;
        int n = curve.median();
        boolean isWaitShown = n >= 0 && curve.wait(n) > (data.untilHour() - data.fromHour()) / 40;
        if (!Double.isNaN(at)) {
            int waiting = curve.waiting(at);
            int above = count(curve.joined(), at);
            plot.addAnnotation(Boxes.lines(color, style.line(0.1)).add(at, above - waiting, at, above));
            // Two labels at one height would lie on each other.
            double label = above - LABEL * waiting;
            boolean isClose = isWaitShown && Math.abs(label - n - 0.5) < LABEL_HEIGHT * curve.joined().length;
            double y = !isClose ? label : label > n ? above : above - LOW_LABEL * waiting;
            text(waiting + " wait", at, y, at > middle, plot, style);
        }
        if (isWaitShown) {
            double from = Math.max(data.fromHour(), curve.joined()[n]);
            plot.addAnnotation(
                    Boxes.lines(color, style.dashed(0.1, 2)).add(from, n + 0.5, curve.entered()[n], n + 0.5));
            String wait = "one waits " + Words.minutes(60 * curve.wait(n));
            double last = data.fromHour() + LATE * (data.untilHour() - data.fromHour());
            text(wait, from, n + 0.5, from > last, plot, style);
        }
    }

    private static int count(double[] times, double hour) {
        int n = 0;
        while (n < times.length && times[n] <= hour) {
            n++;
        }
        return n;
    }

    private static void text(String words, double x, double y, boolean left, XYPlot plot, Style style) {
        XYTextAnnotation text = new XYTextAnnotation(left ? words + " " : " " + words, x, y);
        text.setFont(style.font(0.94));
        text.setPaint(Style.INK);
        text.setTextAnchor(left ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
        plot.addAnnotation(text);
    }
}
