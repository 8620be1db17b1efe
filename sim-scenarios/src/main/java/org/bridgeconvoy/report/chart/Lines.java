package org.bridgeconvoy.report.chart;

import java.awt.Color;
import java.awt.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** Lines and filled areas on number axes. Areas lie below all lines; each kind is drawn in the order of adding. */
final class Lines {

    /** Half the width of the area around a single point, in units of x. */
    private static final double SLIVER = 0.01;

    private final Style style;
    private final List<YIntervalSeries> areas = new ArrayList<>();
    private final List<Color> areaColors = new ArrayList<>();
    private final List<YIntervalSeries> lines = new ArrayList<>();
    private final List<Color> lineColors = new ArrayList<>();
    private final List<Stroke> strokes = new ArrayList<>();
    private boolean steps;
    private boolean dots;
    private double highest = Double.POSITIVE_INFINITY;

    Lines(Style style) {
        this.style = style;
    }

    /** Draws steps: a value holds until the next x. */
    Lines steps() {
        steps = true;
        return this;
    }

    /** Marks each point. */
    Lines dots() {
        dots = true;
        return this;
    }

    /** Cuts off areas, but not lines, above a value; 0 means no limit. */
    Lines noHigherThan(double value) {
        highest = value > 0 ? value : Double.POSITIVE_INFINITY;
        return this;
    }

    /** Adds the area between two curves. */
    void area(double[] x, double[] low, double[] high, Color color) {
        areas.add(series(ChartSeries.of(areas.size(), "", x, low), x, low, low, high));
        areaColors.add(color);
    }

    /** Adds a line and returns its entry for the legend. NaN leaves a point out. */
    LegendItem line(String label, double[] x, double[] y, Color color, Stroke stroke) {
        lines.add(series(ChartSeries.of(lines.size(), label, x, y), x, y, y, y));
        lineColors.add(color);
        strokes.add(stroke);
        return style.stroke(label, color, stroke);
    }

    /** Adds a curve that is told but not drawn, such as an edge of an area. */
    void told(String label, double[] x, double[] y, Color color) {
        lines.add(new YIntervalSeries(ChartSeries.of(lines.size(), label, x, y), false, true));
        lineColors.add(color);
        strokes.add(style.line(0.1));
    }

    /** Adds a line with the area of its intervals and returns the entry of the line for the legend. */
    LegendItem banded(String label, double[] x, Band band, Color color, int dash) {
        double[] low = new double[x.length];
        double[] high = new double[x.length];
        boolean any = false;
        for (int i = 0; i < x.length; i++) {
            low[i] = Math.max(0, band.low(i));
            high[i] = Math.min(highest, band.high(i));
            any |= high[i] > low[i];
        }
        if (any && x.length == 1) {
            double[] around = {x[0] - SLIVER, x[0] + SLIVER};
            area(around, new double[] {low[0], low[0]}, new double[] {high[0], high[0]}, Style.faint(color, 60));
        } else if (any) {
            area(x, low, high, Style.faint(color, 60));
        }
        LegendItem item = line(label, x, band.mean(), color, style.dashed(0.2, dash));
        if (any) {
            double[] mean = band.mean();
            lines.set(
                    lines.size() - 1,
                    series(
                            ChartSeries.of(
                                    lines.size() - 1,
                                    label,
                                    x,
                                    mean,
                                    IntStream.range(0, x.length)
                                            .mapToDouble(band::low)
                                            .toArray(),
                                    IntStream.range(0, x.length)
                                            .mapToDouble(band::high)
                                            .toArray()),
                            x,
                            mean,
                            mean,
                            mean));
        }
        return item;
    }

    private YIntervalSeries series(ChartSeries key, double[] x, double[] y, double[] low, double[] high) {
        YIntervalSeries series = new YIntervalSeries(key, false, true);
        for (int i = 0; i < x.length; i++) {
            if (steps && i > 0) {
                series.add(x[i], y[i - 1], low[i - 1], high[i - 1]);
            }
            if (!Double.isNaN(y[i])) {
                series.add(x[i], y[i], low[i], high[i]);
            }
        }
        return series;
    }

    /** Adds areas and lines to a plot, above what it has. */
    void drawInto(XYPlot plot) {
        DeviationRenderer filled = new DeviationRenderer(true, false);
        filled.setAlpha(1);
        for (int i = 0; i < areas.size(); i++) {
            filled.setSeriesLinesVisible(i, false);
            filled.setSeriesFillPaint(i, areaColors.get(i));
        }
        draw(plot, areas, filled);
        XYLineAndShapeRenderer drawn = new XYLineAndShapeRenderer(true, dots);
        drawn.setDrawSeriesLineAsPath(true);
        for (int i = 0; i < lines.size(); i++) {
            drawn.setSeriesPaint(i, lineColors.get(i));
            drawn.setSeriesStroke(i, strokes.get(i));
            drawn.setSeriesShape(i, style.dot(0.4));
            // A line through one point is invisible.
            if (lines.get(i).getItemCount() == 1) {
                drawn.setSeriesShapesVisible(i, true);
            }
        }
        draw(plot, lines, drawn);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    }

    private static void draw(XYPlot plot, List<YIntervalSeries> all, XYItemRenderer renderer) {
        if (all.isEmpty()) {
            return;
        }
        YIntervalSeriesCollection dataset = new YIntervalSeriesCollection();
        all.forEach(dataset::addSeries);
        int index = plot.getDataset() == null ? 0 : plot.getDatasetCount();
        plot.setDataset(index, dataset);
        plot.setRenderer(index, renderer);
    }
}
