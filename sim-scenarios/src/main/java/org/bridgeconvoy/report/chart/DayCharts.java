package org.bridgeconvoy.report.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Charts over the days of a run. */
final class DayCharts {

    private DayCharts() {}

    static Plot throughput(RunData run, ThroughputData data, Style style) {
        TickAxis days = days(run, style, data.binDays() == 1 ? 0.5 : 0);
        CombinedDomainXYPlot both = new CombinedDomainXYPlot(days);
        style.dress(both);
        both.setGap(style.em(0.9));
        boolean trucksTogether = data.trucks().length < data.cargoes().size();
        both.add(stack(run, style, data, data.trucks(), data.totalTrucks(), "trucks per day", trucksTogether));
        both.add(stack(run, style, data, data.tonnes(), data.totalTonnes(), "tonnes per day", false));
        List<LegendItem> items = new ArrayList<>();
        for (int c = 0; c < data.cargoes().size(); c++) {
            items.add(style.swatch(data.cargoes().get(c), Style.series(c)));
        }
        if (trucksTogether) {
            items.add(style.swatch("trucks of all cargo", Style.GREY));
        }
        if (run.replications() > 1) {
            items.add(style.stroke("95% interval of the mean", Style.INK, style.line(0.12)));
        }
        warmUpItem(run, style, items);
        both.setFixedLegendItems(Style.legend(items));
        return both;
    }

    private static XYPlot stack(
            RunData run, Style style, ThroughputData data, double[][] rows, Band total, String label, boolean oneRow) {
        XYPlot plot = style.plot(null, style.fromZero(label, false));
        plot.setDomainGridlinesVisible(false);
        warmUp(run, plot);
        double[] widths = Arrays.stream(data.lengths()).map(days -> 0.84 * days).toArray();
        Bars bars = new Bars(data.middles(), widths, total.size() > 0 ? total : null);
        for (int c = 0; c < rows.length; c++) {
            bars.add(rows[c], oneRow ? Style.GREY : Style.series(c));
        }
        bars.drawInto(plot, style);
        return plot;
    }

    static Plot backlog(RunData run, BacklogData data, Style style) {
        CombinedDomainXYPlot both = new CombinedDomainXYPlot(days(run, style, 0));
        style.dress(both);
        both.setGap(style.em(0.9));
        List<LegendItem> items = new ArrayList<>();
        boolean waits = Arrays.stream(data.total().mean()).anyMatch(v -> v > 0);
        if (waits) {
            both.add(amounts(run, style, data, data.byCargo(), data.total(), "t waiting for a truck", items));
            items.clear();
        }
        XYPlot open =
                amounts(run, style, data, data.undeliveredByCargo(), data.undelivered(), "t not yet delivered", items);
        both.add(open);
        if (run.replications() > 1) {
            items.add(style.swatch("95% interval of the mean", Style.GRID));
        }
        int row = 0;
        for (BacklogData.Clears clears : data.clears()) {
            if (!Double.isNaN(clears.days().mean())) {
                Color color = Style.series(data.cargoes().indexOf(clears.cargo()));
                items.add(cleared(run, open, style, clears, color, row++));
            }
        }
        warmUpItem(run, style, items);
        both.setFixedLegendItems(Style.legend(items));
        return both;
    }

    private static XYPlot amounts(
            RunData run,
            Style style,
            BacklogData data,
            List<Band> rows,
            Band total,
            String label,
            List<LegendItem> items) {
        XYPlot plot = style.plot(null, style.fromZero(label, false));
        warmUp(run, plot);
        Lines lines = new Lines(style);
        if (rows.size() > 1) {
            for (int c = 0; c < rows.size(); c++) {
                items.add(lines.banded(data.cargoes().get(c), data.days(), rows.get(c), Style.series(c), c + 1));
            }
        }
        String all = rows.size() > 1 ? "all cargo" : data.cargoes().get(0);
        items.add(lines.banded(all, data.days(), total, Style.INK, 0));
        lines.drawInto(plot);
        return plot;
    }

    private static LegendItem cleared(
            RunData run, XYPlot plot, Style style, BacklogData.Clears clears, Color color, int row) {
        double half = clears.days().halfWidth95();
        if (half > 0) {
            IntervalMarker interval = new IntervalMarker(
                    clears.days().mean() - half, clears.days().mean() + half, Style.faint(color, 60));
            interval.setAlpha(1);
            plot.addDomainMarker(interval, Layer.BACKGROUND);
        }
        org.jfree.chart.plot.ValueMarker mark =
                new org.jfree.chart.plot.ValueMarker(clears.days().mean());
        mark.setPaint(color);
        mark.setStroke(style.dashed(0.15, 1 + row));
        plot.addDomainMarker(mark, Layer.FOREGROUND);
        String text = clears.cargo() + " all delivered: day "
                + Words.number(clears.days().mean()) + ", "
                + TickAxis.date(
                        run.start().plusDays((long) Math.floor(clears.days().mean())))
                + (clears.notCleared() > 0
                        ? " (at least; not in " + clears.notCleared() + " of " + run.replications() + ")"
                        : "");
        return style.stroke(text, color, style.dashed(0.15, 1 + row));
    }

    static Plot observed(RunData run, ObservedData data, Style style) {
        XYPlot plot = style.plot(days(run, style, 0), style.fromZero(data.label(), false));
        Lines lines = new Lines(style);
        List<LegendItem> items = new ArrayList<>();
        lines.area(data.days(), data.low(), data.high(), Style.faint(Style.BLUE, 70));
        items.add(lines.line("simulated, mean", data.days(), data.simulated().mean(), Style.BLUE, style.line(0.18)));
        items.add(style.swatch("95% of the simulated", Style.faint(Style.BLUE, 70)));
        lines.drawInto(plot);
        XYSeries seen = new XYSeries("observed");
        for (int i = 0; i < data.days().length; i++) {
            if (!Double.isNaN(data.observed()[i])) {
                seen.add(data.days()[i], data.observed()[i]);
            }
        }
        XYLineAndShapeRenderer dots = new XYLineAndShapeRenderer(false, true);
        dots.setSeriesShape(0, style.dot(0.55));
        dots.setSeriesPaint(0, Style.INK);
        int index = plot.getDatasetCount();
        plot.setDataset(index, new XYSeriesCollection(seen));
        plot.setRenderer(index, dots);
        items.add(style.mark("observed", Style.INK, style.dot(0.55)));
        plot.setFixedLegendItems(Style.legend(items));
        return plot;
    }

    private static TickAxis days(RunData run, Style style, double offset) {
        double upper = Math.max(1, Math.ceil(run.horizonNanos() / (double) RunData.DAY - 1e-9));
        TickAxis axis = style.axis(TickAxis.days(run.start(), upper, offset), "");
        axis.setTickMarksVisible(offset == 0);
        return axis;
    }

    private static void warmUp(RunData run, XYPlot plot) {
        if (run.warmUpNanos() > 0) {
            IntervalMarker marker = new IntervalMarker(0, run.warmUpNanos() / (double) RunData.DAY, Style.NIGHT);
            marker.setAlpha(1);
            plot.addDomainMarker(marker, Layer.BACKGROUND);
        }
    }

    private static void warmUpItem(RunData run, Style style, List<LegendItem> items) {
        if (run.warmUpNanos() > 0) {
            items.add(style.swatch("warm-up, not measured", Style.NIGHT));
        }
    }
}
