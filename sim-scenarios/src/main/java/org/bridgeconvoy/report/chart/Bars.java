package org.bridgeconvoy.report.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jspecify.annotations.Nullable;

/** Stacked bars on a number axis, with the interval of the total at the top of each bar. */
final class Bars {

    /** Colour of the spread of single bars. */
    static final Color APART = Style.faint(Style.INK, 95);

    private final double[] middles;
    private final double[] widths;
    private final @Nullable Band total;
    private @Nullable Spread apart;
    private String apartOf = "";
    /** Top of each bar so far, where the next part begins. */
    private final double[] base;

    private final List<XYIntervalSeries> rows = new ArrayList<>();
    private final List<Color> colors = new ArrayList<>();
    /** Where intervals are cut off. */
    private final double highest;

    private boolean cut;
    private boolean lastIsFaint;

    /**
     * Bars without parts.
     *
     * @param middles middle of each bar
     * @param widths width of each bar, in units of the axis
     * @param total totals with their intervals; null for bars without intervals
     */
    Bars(double[] middles, double[] widths, @Nullable Band total) {
        this.middles = middles;
        this.widths = widths;
        this.total = total;
        this.base = new double[middles.length];
        this.highest = total == null
                ? 0
                : DayCharts.HIGHEST * Arrays.stream(total.mean()).max().orElse(0);
        for (int i = 0; total != null && i < total.size(); i++) {
            cut |= total.high(i) > highest;
        }
    }

    /** Whether an interval is cut off at the top. */
    boolean isCut() {
        return cut;
    }

    /**
     * Shows behind the interval of the mean how single bars differ.
     *
     * @param spread of the whole bars
     * @param of what differs: {@code single days}
     */
    void apart(Spread spread, String of) {
        apart = spread;
        apartOf = of;
    }

    /** Whether the spread of single bars is cut off at the top. */
    boolean isApartCut() {
        return apart != null && Arrays.stream(apart.high()).anyMatch(high -> high > highest);
    }

    /** Draws the last bar faint and without its interval, because it covers less time than the others. */
    void lastIsFaint() {
        lastIsFaint = true;
    }

    /** Adds a part on top of each bar, with its name in the legend. */
    void add(String name, double[] values, Color color) {
        int whole = lastIsFaint ? middles.length - 1 : middles.length;
        ChartSeries told = ChartSeries.of(rows.size(), name, middles, values).wide(stretch());
        addPart(told, values, 0, whole, color);
        addPart(
                ChartSeries.of(rows.size(), "", middles, values),
                values,
                whole,
                middles.length,
                Style.faint(color, 90));
    }

    /** Adds a part on top of the bars from {@code from} to before {@code to}. */
    private void addPart(ChartSeries key, double[] values, int from, int to, Color color) {
        XYIntervalSeries series = new XYIntervalSeries(key);
        for (int i = from; i < to; i++) {
            double top = base[i] + values[i];
            // A bar of height 0 is invisible, but a plot without any item would say that it has no data.
            if (values[i] > 0 || i == 0 && top == 0) {
                series.add(middles[i], middles[i] - widths[i] / 2, middles[i] + widths[i] / 2, top, base[i], top);
            }
            base[i] = top;
        }
        rows.add(series);
        colors.add(color);
    }

    /** Length of the axis that a bar stands for: whole units of it if bars are that wide. */
    private double stretch() {
        return widths.length == 0 || widths[0] < 1 ? 0 : Math.rint(widths[0] / 0.84);
    }

    private double[] ends(IntToDoubleFunction end) {
        return IntStream.range(0, middles.length).mapToDouble(end).toArray();
    }

    /** Adds bars and intervals to a plot. */
    void drawInto(XYPlot plot, Style style) {
        XYIntervalSeriesCollection bars = new XYIntervalSeriesCollection();
        XYBarRenderer renderer = new PathBars();
        renderer.setDrawBarOutline(middles.length <= 120);
        for (int i = 0; i < rows.size(); i++) {
            bars.addSeries(rows.get(i));
            renderer.setSeriesPaint(i, colors.get(i));
            renderer.setSeriesOutlinePaint(i, Style.PAPER);
            renderer.setSeriesOutlineStroke(i, style.line(0.05));
        }
        plot.setDataset(0, bars);
        plot.setRenderer(0, renderer);
        drawApart(plot);
        Band whole = total;
        if (whole != null && whole.size() > 0 && !Double.isNaN(whole.halfWidth95()[0])) {
            XYIntervalSeries intervals = new XYIntervalSeries(
                    ChartSeries.of(0, "together", middles, whole.mean(), ends(whole::low), ends(whole::high))
                            .wide(stretch()));
            for (int i = 0; i < middles.length - (lastIsFaint ? 1 : 0); i++) {
                double low = Math.max(0, whole.low(i));
                if (whole.mean()[i] > 0) {
                    double high = Math.min(highest, whole.high(i));
                    intervals.add(middles[i], middles[i], middles[i], whole.mean()[i], low, high);
                }
            }
            XYIntervalSeriesCollection whiskers = new XYIntervalSeriesCollection();
            whiskers.addSeries(intervals);
            int index = plot.getDatasetCount();
            plot.setDataset(index, whiskers);
            plot.setRenderer(index, whiskers(style));
        }
        plot.setDatasetRenderingOrder(org.jfree.chart.plot.DatasetRenderingOrder.FORWARD);
    }

    /** Adds a faint box as wide as the bar from the low to the high end of the spread. */
    private void drawApart(XYPlot plot) {
        Spread spread = apart;
        if (spread == null || spread.size() == 0) {
            return;
        }
        XYIntervalSeries boxes =
                new XYIntervalSeries(ChartSeries.of(0, "10th percentile of " + apartOf, middles, spread.low())
                        .wide(stretch()));
        XYIntervalSeries upper =
                new XYIntervalSeries(ChartSeries.of(1, "90th percentile of " + apartOf, middles, spread.high())
                        .wide(stretch()));
        for (int i = 0; i < middles.length - (lastIsFaint ? 1 : 0); i++) {
            double high = Math.min(highest, spread.high()[i]);
            if (high > spread.low()[i]) {
                double half = widths[i] / 2;
                boxes.add(middles[i], middles[i] - half, middles[i] + half, high, spread.low()[i], high);
            }
        }
        XYIntervalSeriesCollection both = new XYIntervalSeriesCollection();
        both.addSeries(boxes);
        both.addSeries(upper);
        XYBarRenderer renderer = new PathBars();
        renderer.setDrawBarOutline(false);
        renderer.setSeriesPaint(0, APART);
        renderer.setSeriesPaint(1, APART);
        plot.setDataset(1, both);
        plot.setRenderer(1, renderer);
    }

    private static XYErrorRenderer whiskers(Style style) {
        XYErrorRenderer renderer = new PathErrors();
        renderer.setCapLength(style.em(0.25));
        renderer.setErrorPaint(Style.INK);
        renderer.setErrorStroke(style.line(0.12));
        return renderer;
    }
}
