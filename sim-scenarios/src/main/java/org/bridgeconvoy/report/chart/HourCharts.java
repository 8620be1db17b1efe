package org.bridgeconvoy.report.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bridgeconvoy.result.Stage;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws charts over the hours of the day: queues, use of stations and lane, time-space diagram. */
final class HourCharts {

    private HourCharts() {}

    /** Queues of both directions as fans of percentiles. */
    static Plot queue(QueueData out, QueueData back, Style style) {
        CombinedDomainXYPlot both = combined(style, 0, 24);
        both.add(fan(out, style, "trucks, outbound", Style.OUTBOUND));
        both.add(fan(back, style, "trucks, return", Style.RETURN));
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

    /** The fan of one direction: 90% and 50% of the days, median and mean. */
    private static XYPlot fan(QueueData data, Style style, String label, java.awt.Color color) {
        XYPlot plot = style.plot(null, style.fromZero(label, true));
        Lines lines = new Lines(style);
        double[][] p = data.percentiles();
        lines.area(data.hours(), p[0], p[4], Style.faint(color, 60));
        lines.area(data.hours(), p[1], p[3], Style.faint(color, 110));
        lines.line("mean", data.hours(), data.mean(), Style.INK, style.dashed(0.13, 2));
        lines.line("median", data.hours(), p[2], color, style.line(0.2));
        if (data.hasDaysWithout()) {
            lines.line("without", data.hours(), data.meanWithout(), Style.MUTED, style.dashed(0.13, 3));
        }
        lines.drawInto(plot);
        return plot;
    }

    /** Use of the stations and of the lane. */
    static Plot use(UseData data, Style style) {
        CombinedDomainXYPlot both = combined(style, 0, 24);
        List<LegendItem> items = new ArrayList<>();
        if (!data.stations().isEmpty()) {
            XYPlot stations = style.plot(
                    null, data.isShare() ? share("servers busy", style) : style.fromZero("trucks in service", false));
            Lines lines = new Lines(style);
            for (int s = 0; s < data.stations().size(); s++) {
                int look = Math.max(0, STATIONS.indexOf(data.stations().get(s)));
                items.add(lines.line(
                        data.label(s),
                        data.hours(),
                        data.isShare() ? data.busy(s) : data.inService()[s],
                        STATION_COLORS.get(look % STATION_COLORS.size()),
                        style.dashed(0.2, look)));
            }
            lines.drawInto(stations);
            both.add(stations, 3);
        }
        XYPlot lane = style.plot(null, share("lane occupied", style));
        Lines lines = new Lines(style);
        items.add(laneUse(lines, style, data.hours(), data.outbound(), "lane, outbound", Style.OUTBOUND, 0));
        items.add(laneUse(lines, style, data.hours(), data.back(), "lane, return", Style.RETURN, 1));
        lines.drawInto(lane);
        both.add(lane, 2);
        both.setFixedLegendItems(Style.legend(items));
        return both;
    }

    /** An axis from 0% to 100%. Values above 100%, from services that run past closing time, are cut off. */
    private static NumberAxis share(String label, Style style) {
        NumberAxis share = style.fromZero(label, false);
        share.setRange(0, 1.04);
        share.setTickUnit(
                new NumberTickUnit(0.5, new DecimalFormat("0%", DecimalFormatSymbols.getInstance(Locale.ROOT))));
        return share;
    }

    /** Names of all stations; the index of a station gives its colour, so that it is the same in every scenario. */
    private static final List<String> STATIONS = Arrays.stream(Stage.values())
            .filter(Stage::isStation)
            .map(Stage::text)
            .toList();

    /** Colours of all lines of the chart of use. Neighbouring lines also differ in their dashes. */
    static final List<java.awt.Color> LINES =
            List.of(Style.ORANGE, Style.GREEN, Style.PURPLE, Style.SKY, Style.OUTBOUND, Style.RETURN);

    private static final List<java.awt.Color> STATION_COLORS = LINES.subList(0, 4);

    /** A line with the area below it. */
    private static LegendItem laneUse(
            Lines lines, Style style, double[] hours, double[] share, String label, java.awt.Color color, int dash) {
        lines.area(hours, new double[share.length], share, Style.faint(color, 60));
        return lines.line(label, hours, share, color, style.dashed(0.2, dash));
    }

    /** The time-space diagram, and the queues as steps. */
    static Plot timeSpace(RunData run, TimeSpaceData data, Style style, double ems) {
        CombinedDomainXYPlot both = combined(style, data.fromHour(), data.untilHour());
        double length = Double.isNaN(run.bridgeLengthMetres()) ? 100 : run.bridgeLengthMetres();
        NumberAxis position = style.fromZero(
                Double.isNaN(run.bridgeLengthMetres()) ? "position, % of the bridge" : "position on the bridge, m",
                true);
        position.setRange(0, length * 1.001);
        XYPlot plot = style.plot(null, position);
        XYSeriesCollection series = new XYSeriesCollection();
        series.addSeries(paths("out", data, true, length));
        series.addSeries(paths("back", data, false, length));
        series.addSeries(standing(data, length));
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        double thin = crossingWidth(data, ems);
        renderer.setSeriesPaint(0, Style.OUTBOUND);
        renderer.setSeriesStroke(0, style.line(thin));
        renderer.setSeriesPaint(1, Style.RETURN);
        renderer.setSeriesStroke(1, style.line(thin));
        renderer.setSeriesPaint(2, Style.INK);
        renderer.setSeriesStroke(2, style.line(0.3));
        plot.setDataset(series);
        plot.setRenderer(renderer);
        both.add(plot, 3);
        XYPlot queue = style.plot(null, style.fromZero("trucks waiting", true));
        Lines lines = new Lines(style).steps();
        step(lines, style, data.outboundQueue(), Style.OUTBOUND, 0);
        step(lines, style, data.returnQueue(), Style.RETURN, 1);
        lines.drawInto(queue);
        both.add(queue, 2);
        List<LegendItem> items = new ArrayList<>();
        items.add(style.stroke("outbound", Style.OUTBOUND, style.line(0.18)));
        items.add(style.stroke("return", Style.RETURN, style.line(0.18)));
        if (!data.standing().isEmpty()) {
            items.add(style.stroke("standing, broken down", Style.INK, style.line(0.3)));
        }
        both.setFixedLegendItems(Style.legend(items));
        return both;
    }

    /** A queue as steps with the area below them. */
    private static void step(Lines lines, Style style, TimeSpaceData.Steps steps, java.awt.Color color, int dash) {
        double[] counts =
                java.util.Arrays.stream(steps.counts()).asDoubleStream().toArray();
        lines.area(steps.hours(), new double[counts.length], counts, Style.faint(color, 60));
        lines.line("", steps.hours(), counts, color, style.dashed(0.15, dash));
    }

    /** Width of the lines in ems: thin enough that the lines of a convoy stay apart, if there is room. */
    private static double crossingWidth(TimeSpaceData data, double ems) {
        double least = Double.POSITIVE_INFINITY;
        double[] last = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (TimeSpaceData.Crossing c : data.crossings()) {
            int way = c.outbound() ? 0 : 1;
            least = Math.min(least, c.enter() - last[way]);
            last[way] = c.enter();
        }
        double apart = least * Math.max(10, ems - 8) / (data.untilHour() - data.fromHour());
        return Math.max(0.05, Math.min(0.13, 0.4 * apart));
    }

    /** The crossings of one direction as one series with gaps, which becomes a single path in a vector file. */
    private static XYSeries paths(String key, TimeSpaceData data, boolean outbound, double length) {
        XYSeries series = new XYSeries(key, false, true);
        for (TimeSpaceData.Crossing c : data.crossings()) {
            if (c.outbound() == outbound
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

    /** A plot of panels that share the axis of hours. */
    private static CombinedDomainXYPlot combined(Style style, double from, double until) {
        CombinedDomainXYPlot both =
                new CombinedDomainXYPlot(style.axis(TickAxis.hours(from, until), "time of day at the origin"));
        style.dress(both);
        both.setGap(style.em(0.9));
        return both;
    }
}
