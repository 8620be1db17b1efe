package org.bridgeconvoy.report.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jspecify.annotations.Nullable;

/** Stacked bars over numbers, with the interval of the total at the top of each. */
final class Bars {

    private final double[] middles;
    private final double[] widths;
    private final @Nullable Band total;
    private final double[] base;
    private final List<XYIntervalSeries> rows = new ArrayList<>();
    private final List<Color> colors = new ArrayList<>();

    Bars(double[] middles, double[] widths, @Nullable Band total) {
        this.middles = middles;
        this.widths = widths;
        this.total = total;
        this.base = new double[middles.length];
    }

    void add(double[] values, Color color) {
        XYIntervalSeries series = new XYIntervalSeries(rows.size());
        for (int i = 0; i < middles.length; i++) {
            double top = base[i] + values[i];
            if (values[i] > 0) {
                series.add(middles[i], middles[i] - widths[i] / 2, middles[i] + widths[i] / 2, top, base[i], top);
            }
            base[i] = top;
        }
        rows.add(series);
        colors.add(color);
    }

    void drawInto(XYPlot plot, Style style) {
        XYIntervalSeriesCollection bars = new XYIntervalSeriesCollection();
        XYBarRenderer renderer = new XYBarRenderer();
        renderer.setUseYInterval(true);
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(middles.length <= 120);
        for (int i = 0; i < rows.size(); i++) {
            bars.addSeries(rows.get(i));
            renderer.setSeriesPaint(i, colors.get(i));
            renderer.setSeriesOutlinePaint(i, Style.PAPER);
            renderer.setSeriesOutlineStroke(i, style.line(0.05));
        }
        plot.setDataset(0, bars);
        plot.setRenderer(0, renderer);
        if (total != null && total.size() > 0 && !Double.isNaN(total.halfWidth95()[0])) {
            XYIntervalSeries intervals = new XYIntervalSeries("total");
            for (int i = 0; i < middles.length; i++) {
                double low = Math.max(0, total.low(i));
                if (total.mean()[i] > 0) {
                    intervals.add(middles[i], middles[i], middles[i], total.mean()[i], low, total.high(i));
                }
            }
            XYIntervalSeriesCollection whiskers = new XYIntervalSeriesCollection();
            whiskers.addSeries(intervals);
            plot.setDataset(1, whiskers);
            plot.setRenderer(1, whiskers(style));
        }
        plot.setDatasetRenderingOrder(org.jfree.chart.plot.DatasetRenderingOrder.FORWARD);
    }

    private static XYErrorRenderer whiskers(Style style) {
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawXError(false);
        renderer.setDefaultShapesVisible(false);
        renderer.setCapLength(style.em(0.25));
        renderer.setErrorPaint(Style.INK);
        renderer.setErrorStroke(style.line(0.12));
        return renderer;
    }
}
