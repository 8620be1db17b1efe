package org.bridgeconvoy.report.chart;

import java.awt.Color;
import java.awt.Stroke;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import org.bridgeconvoy.result.Stage;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws charts over the hours of the day: queues, use of stations and lane, time-space diagram. */
final class HourCharts {

    private static final int LONGEST_NAME = 24;

    /** Width of the line of a truck among those of vehicles, which are more. */
    private static final double TRUCKS = 0.2;

    /** Room above a queue for the name of its panel, as a part of the longest queue. */
    private static final double NAME_ROOM = 0.35;

    /** Multiple of what waits on days with a crossing, above which what waits on the others is said in words: it would press the fan flat. */
    private static final double FAR = 1.25;

    private HourCharts() {}

    /** Vehicles per hour and vehicles waiting, by name; beyond the colours that there are, the further names share one. */
    static Plot traffic(TrafficData data, String users, Style style) {
        CombinedDomainXYPlot both = combined(style, 0, 24, users);
        XYPlot exits = style.plot(null, style.fromZero("vehicles per hour", false));
        XYPlot waiting = style.plot(null, style.fromZero("vehicles waiting", false));
        Lines hourly = new Lines(style).steps();
        Lines slots = new Lines(style);
        double[] hours = IntStream.rangeClosed(0, 24).asDoubleStream().toArray();
        List<LegendItem> items = new ArrayList<>();
        int own = Style.SERIES.size();
        int names = data.names().size();
        for (int name = 0; name < Math.min(own, names); name++) {
            Color color = Style.series(name);
            Stroke stroke = style.dashed(0.2, name);
            hourly.line(
                    Words.cut(data.names().get(name), LONGEST_NAME),
                    hours,
                    untilMidnight(data.exitsPerHour()[name]),
                    color,
                    stroke);
            items.add(slots.line(
                    Words.cut(data.names().get(name), LONGEST_NAME),
                    data.hours(),
                    data.waiting()[name],
                    color,
                    stroke));
        }
        if (names > own) {
            Stroke stroke = style.dashed(0.2, own);
            double[] others = sum(data.exitsPerHour(), own);
            String label = names == own + 1 ? "the other name" : "the other " + (names - own) + " names";
            hourly.line(label, hours, untilMidnight(others), Style.OTHER, stroke);
            items.add(slots.line(label, data.hours(), sum(data.waiting(), own), Style.OTHER, stroke));
        }
        hourly.drawInto(exits);
        slots.drawInto(waiting);
        both.add(exits);
        both.add(waiting);
        both.setFixedLegendItems(Style.legend(items));
        return both;
    }

    /** The values of 24 hours, the last held to midnight. */
    private static double[] untilMidnight(double[] hourly) {
        double[] values = Arrays.copyOf(hourly, hourly.length + 1);
        values[hourly.length] = hourly[hourly.length - 1];
        return values;
    }

    private static double[] sum(double[][] rows, int from) {
        double[] sum = new double[rows[0].length];
        for (int row = from; row < rows.length; row++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += rows[row][i];
            }
        }
        return sum;
    }

    static Plot queue(QueueData out, QueueData back, String users, Style style) {
        CombinedDomainXYPlot both = combined(style, 0, 24, users);
        both.add(fan(out, style, ofDirection(users, "outbound"), Style.OUTBOUND));
        both.add(fan(back, style, ofDirection(users, "return"), Style.RETURN));
        List<LegendItem> items = new ArrayList<>(List.of(
                style.stroke("median day", Style.INK, style.line(0.2)),
                style.stroke("mean", Style.INK, style.dashed(0.13, 2)),
                style.swatch("half of the days", Style.faint(Style.GREY, 150)),
                style.swatch("90% of the days", Style.faint(Style.GREY, 70))));
        if (out.hasDaysWithout() || back.hasDaysWithout()) {
            items.add(style.stroke("mean of days without a crossing", Style.MUTED, style.dashed(0.13, 3)));
        }
        both.setFixedLegendItems(Style.legend(items));
        return both;
    }

    /** {@code trucks, outbound}; an axis has no room for two kinds and the direction. */
    private static String ofDirection(String users, String direction) {
        return users.contains(" ") ? "waiting, " + direction : users + ", " + direction;
    }

    private static XYPlot fan(QueueData data, Style style, String label, Color color) {
        NumberAxis count = style.fromZero(label, true);
        XYPlot plot = style.plot(null, count);
        Lines lines = new Lines(style);
        double[][] p = data.whole();
        lines.area(data.hours(), p[0], p[4], Style.faint(color, 60));
        lines.area(data.hours(), p[1], p[3], Style.faint(color, 110));
        lines.line("mean", data.hours(), data.mean(), Style.INK, style.dashed(0.13, 2));
        lines.line("median day", data.hours(), p[2], color, style.line(0.2));
        lines.told("5th percentile", data.hours(), p[0], color);
        lines.told("95th percentile", data.hours(), p[4], color);
        if (data.hasDaysWithout()) {
            lines.line(
                    "mean of days without a crossing",
                    data.hours(),
                    data.meanWithout(),
                    Style.MUTED,
                    style.dashed(0.13, 3));
        }
        lines.drawInto(plot);
        DoubleSummaryStatistics without = known(data.meanWithout());
        double most = Math.max(data.peak(), known(data.mean()).getMax());
        if (data.hasDaysWithout() && most > 0 && without.getMax() > FAR * most) {
            count.setRange(0, (1 + NAME_ROOM) * most);
            style.name(
                    plot,
                    "on days without a crossing " + Words.number(without.getMin()) + " to "
                            + Words.number(without.getMax()) + " on average",
                    true);
        }
        return plot;
    }

    private static DoubleSummaryStatistics known(double[] values) {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).summaryStatistics();
    }

    /** Names of all stations; the index of a station gives its colour, so that it is the same in every scenario. */
    static final List<String> STATIONS = Arrays.stream(Stage.values())
            .filter(Stage::isStation)
            .map(Stage::text)
            .toList();

    /** Every line of the chart of use; lines that follow each other also differ in their dashes. */
    static final List<Color> LINES =
            List.of(Style.ORANGE, Style.GREEN, Style.PURPLE, Style.SKY, Style.OUTBOUND, Style.RETURN);

    static final List<Color> STATION_COLORS = LINES.subList(0, 4);

    /** The time-space diagram as a train graph: the bridge between the yards of the two banks, in which the queues stand as steps. */
    static Plot timeSpace(RunData run, TimeSpaceData data, Style style, double ems) {
        double[] hours = data.hoursInUse(run);
        CombinedDomainXYPlot all = combined(style, hours[0], hours[1], run.users());
        List<LegendItem> items = new ArrayList<>();
        DayMarks marks = new DayMarks(run, style).ofDay(data.day(), hours[0], hours[1]);
        XYPlot yard = yard(data.returnQueue(), style, Style.RETURN, run.hasTrucks() ? "destination" : "far end");
        XYPlot bridge = bridge(run, data, style, crossingWidth(data, hours, ems), items);
        XYPlot origin = yard(data.outboundQueue(), style, Style.OUTBOUND, run.hasTrucks() ? "origin" : "near end");
        for (XYPlot plot : List.of(yard, bridge, origin)) {
            marks.drawInto(plot);
        }
        marks.addTo(items);
        all.add(yard, 2);
        all.add(bridge, 3);
        all.add(origin, 2);
        all.setFixedLegendItems(Style.legend(items));
        return all;
    }

    /** Who waits on a bank, as steps. */
    private static XYPlot yard(TimeSpaceData.Steps queue, Style style, Color color, String bank) {
        NumberAxis count = style.fromZero("", true);
        count.setUpperMargin(NAME_ROOM);
        XYPlot plot = style.plot(null, count);
        Lines lines = new Lines(style).steps();
        step(lines, style, "waiting", queue, color, 0);
        lines.drawInto(plot);
        style.name(plot, "waiting at the " + bank, isHigherLeft(queue));
        return plot;
    }

    /** Whether the longest queue is in the first half of the hours shown, where a name on the left would hide it. */
    private static boolean isHigherLeft(TimeSpaceData.Steps queue) {
        double middle = (queue.hours()[0] + queue.hours()[queue.hours().length - 1]) / 2;
        int longest = 0;
        for (int i = 0; i < queue.counts().length; i++) {
            longest = queue.counts()[i] > queue.counts()[longest] ? i : longest;
        }
        return queue.hours()[longest] < middle;
    }

    /** Who is on the bridge: position against time. */
    private static XYPlot bridge(RunData run, TimeSpaceData data, Style style, double thin, List<LegendItem> items) {
        double length = Double.isNaN(run.bridgeLengthMetres()) ? 100 : run.bridgeLengthMetres();
        NumberAxis position = style.fromZero(Double.isNaN(run.bridgeLengthMetres()) ? "bridge, %" : "bridge, m", true);
        position.setRange(0, length * 1.001);
        XYPlot plot = style.plot(null, position);
        XYSeriesCollection series = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        boolean mixed = run.hasTrucks() && run.hasTraffic();
        for (Kind kind : kinds(run)) {
            renderer.setSeriesPaint(series.getSeriesCount(), kind.color);
            renderer.setSeriesStroke(series.getSeriesCount(), style.line(mixed && kind.trucks ? TRUCKS : thin));
            series.addSeries(paths(kind, data, length));
            items.add(style.stroke(kind.label, kind.color, style.line(mixed && !kind.trucks ? 0.12 : 0.18)));
        }
        renderer.setSeriesPaint(series.getSeriesCount(), Style.INK);
        renderer.setSeriesStroke(series.getSeriesCount(), style.line(0.3));
        series.addSeries(standing(data, length));
        plot.setDataset(series);
        plot.setRenderer(renderer);
        if (!data.standing().isEmpty()) {
            items.add(style.stroke("standing, broken down", Style.INK, style.line(0.3)));
        }
        return plot;
    }

    /** Lines of the time-space diagram that look alike. */
    private record Kind(String label, boolean trucks, boolean outbound, Color color) {}

    /** Trucks lie above the vehicles, which are more. */
    private static List<Kind> kinds(RunData run) {
        if (!run.hasTraffic() || !run.hasTrucks()) {
            return List.of(
                    new Kind("outbound", run.hasTrucks(), true, Style.OUTBOUND),
                    new Kind("return", run.hasTrucks(), false, Style.RETURN));
        }
        return List.of(
                new Kind("vehicles outbound", false, true, Style.SKY),
                new Kind("vehicles on return", false, false, Style.ORANGE),
                new Kind("trucks outbound", true, true, Style.OUTBOUND),
                new Kind("trucks on return", true, false, Style.RETURN));
    }

    private static void step(Lines lines, Style style, String label, TimeSpaceData.Steps steps, Color color, int dash) {
        double[] counts = Arrays.stream(steps.counts()).asDoubleStream().toArray();
        lines.area(steps.hours(), new double[counts.length], counts, Style.faint(color, 60));
        lines.line(label, steps.hours(), counts, color, style.dashed(0.15, dash));
    }

    /** Width of the lines in ems: thin enough that the lines of a convoy stay apart, if there is room. */
    private static double crossingWidth(TimeSpaceData data, double[] hours, double ems) {
        double least = Double.POSITIVE_INFINITY;
        double[] last = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (TimeSpaceData.Crossing c : data.crossings()) {
            int way = c.outbound() ? 0 : 1;
            least = Math.min(least, c.enter() - last[way]);
            last[way] = c.enter();
        }
        double apart = least * Math.max(10, ems - 8) / (hours[1] - hours[0]);
        return Math.max(0.05, Math.min(0.13, 0.4 * apart));
    }

    /** Lines of one kind as one series with gaps: a single path in a vector file. */
    private static XYSeries paths(Kind kind, TimeSpaceData data, double length) {
        boolean outbound = kind.outbound;
        XYSeries series = new XYSeries(kind.label, false, true);
        for (TimeSpaceData.Crossing c : data.crossings()) {
            if (c.outbound() == outbound
                    && c.isTruck() == kind.trucks
                    && !(Double.isNaN(c.exit()) && c.bends().isEmpty())) {
                series.add(c.enter(), place(0, outbound, length));
                double last = c.enter();
                for (TimeSpaceData.Bend bend : c.bends()) {
                    series.add(bend.hour(), place(bend.share(), outbound, length));
                    last = bend.hour();
                }
                if (!Double.isNaN(c.exit())) {
                    series.add(c.exit(), place(1, outbound, length));
                    last = c.exit();
                }
                series.add(last, Double.NaN);
            }
        }
        return series;
    }

    /** The times in which trucks stand, as one series with gaps. */
    private static XYSeries standing(TimeSpaceData data, double length) {
        XYSeries series = new XYSeries("standing", false, true);
        for (TimeSpaceData.Standing s : data.standing()) {
            double place = place(s.share(), s.outbound(), length);
            series.add(s.from(), place);
            series.add(s.until(), place);
            series.add(s.until(), Double.NaN);
        }
        return series;
    }

    /**
     * Position on the bridge, counted from the origin.
     *
     * @param share share of the bridge behind the truck
     */
    private static double place(double share, boolean outbound, double length) {
        return length * (outbound ? share : 1 - share);
    }

    /** A plot of panels that share the axis of hours. Through traffic alone has no origin. */
    static CombinedDomainXYPlot combined(Style style, double from, double until, String users) {
        String label = users.contains("trucks") ? "time of day at the origin" : "time of day";
        CombinedDomainXYPlot both = new CombinedDomainXYPlot(style.axis(TickAxis.hours(from, until), label));
        style.dress(both);
        both.setGap(style.em(0.9));
        return both;
    }
}
