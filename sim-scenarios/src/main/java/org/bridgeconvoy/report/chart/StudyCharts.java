package org.bridgeconvoy.report.chart;

import java.awt.Color;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bridgeconvoy.experiment.Verdict;
import org.bridgeconvoy.report.Verdicts;
import org.jfree.chart.LegendItem;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.LookupPaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.DefaultXYZDataset;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Draws charts of comparisons and sweeps. */
final class StudyCharts {

    /** Colours of a map, from light to dark in one hue: their order survives grey print and every colour vision. */
    static final Color[] SCALE = {
        new Color(0xf1f6fb), new Color(0xd6e6f4), new Color(0xb3d3ea), new Color(0x84badb),
        new Color(0x559ccb), new Color(0x2f7dba), new Color(0x135fa3), new Color(0x084284)
    };

    static final Color ON_LIGHT = new Color(0x202021);
    static final Color ON_DARK = new Color(0xfdfdfe);

    private StudyCharts() {}

    /** Differences with their intervals, one panel for each metric. */
    static Plot comparison(ComparisonData data, Style style) {
        List<ComparisonData.Difference> first = data.metrics().get(0).differences();
        int rows = first.size();
        double[] places = new double[rows];
        for (int i = 0; i < rows; i++) {
            places[i] = i;
        }
        TickAxis scenarios = style.axis(
                TickAxis.at(places, i -> Words.cut(first.get(rows - 1 - i).scenario(), 28), -0.6, rows - 0.4), "");
        scenarios.setTickMarksVisible(false);
        CombinedRangeXYPlot panels = new CombinedRangeXYPlot(scenarios);
        style.dress(panels);
        panels.setGap(style.em(1.6));
        for (ComparisonData.MetricDifferences metric : data.metrics()) {
            panels.add(differences(metric, style));
        }
        panels.setFixedLegendItems(Style.legend(verdicts(data, style)));
        return panels;
    }

    /** The legend: a mark for each verdict that occurs, and the interval. */
    private static List<LegendItem> verdicts(ComparisonData data, Style style) {
        Map<String, LegendItem> marks = new LinkedHashMap<>();
        data.metrics().stream()
                .flatMap(m -> m.differences().stream())
                .map(ComparisonData.Difference::verdict)
                .sorted()
                .forEach(v -> marks.put(Verdicts.legend(v), style.mark(Verdicts.legend(v), color(v), shape(v, style))));
        List<LegendItem> items = new ArrayList<>(marks.values());
        items.add(style.stroke("interval", Style.INK, style.line(0.12)));
        return items;
    }

    private static Shape shape(Verdict verdict, Style style) {
        return verdict == Verdict.EQUAL ? style.square(0.6) : style.dot(0.7);
    }

    private static Color color(Verdict verdict) {
        return switch (verdict) {
            case LARGER, SMALLER -> Style.BLUE;
            case EQUAL -> Style.INK;
            case UNDECIDED -> Style.GREY;
        };
    }

    /** The panel of one metric. */
    private static XYPlot differences(ComparisonData.MetricDifferences metric, Style style) {
        NumberAxis axis =
                style.axis(new AmountAxis(), metric.label() + (metric.unit().isEmpty() ? "" : ", " + metric.unit()));
        axis.setAutoRangeIncludesZero(true);
        axis.setLowerMargin(0.1);
        axis.setUpperMargin(0.1);
        XYPlot plot = style.plot(axis, null);
        plot.setRangeGridlinesVisible(false);
        XYIntervalSeriesCollection dataset = new XYIntervalSeriesCollection();
        XYErrorRenderer renderer = errors(style, true);
        int rows = metric.differences().size();
        for (int i = 0; i < rows; i++) {
            ComparisonData.Difference d = metric.differences().get(i);
            double half = Double.isNaN(d.halfWidth()) ? 0 : d.halfWidth();
            XYIntervalSeries series = new XYIntervalSeries(ChartSeries.of(
                    i,
                    "difference",
                    new double[] {rows - 1 - i},
                    new double[] {d.mean()},
                    new double[] {d.mean() - d.halfWidth()},
                    new double[] {d.mean() + d.halfWidth()}));
            if (!Double.isNaN(d.mean())) {
                double y = rows - 1 - i;
                series.add(d.mean(), d.mean() - half, d.mean() + half, y, y, y);
            }
            dataset.addSeries(series);
            renderer.setSeriesPaint(i, color(d.verdict()));
            renderer.setSeriesShape(i, shape(d.verdict(), style));
        }
        ValueMarker zero = new ValueMarker(0, Style.INK, style.line(0.1));
        plot.addDomainMarker(zero);
        plot.setDataset(dataset);
        plot.setRenderer(renderer);
        return plot;
    }

    private static XYErrorRenderer errors(Style style, boolean horizontal) {
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawXError(horizontal);
        renderer.setDrawYError(!horizontal);
        renderer.setCapLength(style.em(0.4));
        renderer.setErrorPaint(Style.INK);
        renderer.setErrorStroke(style.line(0.12));
        return renderer;
    }

    /** Response curves. */
    static Plot curves(SweepData data, Style style) {
        return curves(data, style, "95% interval of the mean");
    }

    /** Curves of differences from the first point, which lies on the line at 0. */
    static Plot differences(SweepData data, Style style) {
        XYPlot plot = curves(data, style, "paired interval; those of all points hold together with 95%");
        plot.addRangeMarker(new ValueMarker(0, Style.INK, style.line(0.1)), Layer.BACKGROUND);
        if (plot.getRangeAxis() instanceof NumberAxis difference) {
            difference.setAutoRangeStickyZero(false); // the first point, at 0, is a whole dot
        }
        return plot;
    }

    /**
     * Curves; if there are more than colours, a selection of them. A dot is a point that was tried; the lines between them are thin, for
     * nothing was tried there.
     */
    private static XYPlot curves(SweepData data, Style style, String interval) {
        TickAxis x = axis(data.x(), style);
        String label = data.metric() + (data.unit().isEmpty() ? "" : ", " + data.unit());
        NumberAxis y = style.axis(new NumberAxis(), label);
        y.setAutoRangeIncludesZero(true);
        XYPlot plot = style.plot(x, y);
        XYIntervalSeriesCollection dataset = new XYIntervalSeriesCollection();
        XYErrorRenderer renderer = errors(style, false);
        renderer.setDefaultLinesVisible(true);
        List<LegendItem> items = new ArrayList<>();
        List<LegendItem> bends = new ArrayList<>();
        List<SweepData.Curve> curves = data.distinctCurves();
        List<Integer> drawn = spread(curves.size(), Style.SERIES.size());
        for (int k = 0; k < drawn.size(); k++) {
            int c = curves.get(drawn.get(k)).first();
            dataset.addSeries(curve(data, c));
            renderer.setSeriesPaint(k, Style.series(k));
            renderer.setSeriesStroke(k, style.dashed(0.1, k));
            renderer.setSeriesShape(k, style.dot(0.7));
            if (!data.y().name().isEmpty()) {
                items.add(style.stroke(
                        data.y().name() + " " + curves.get(drawn.get(k)).label(),
                        Style.series(k),
                        style.dashed(0.1, k)));
            }
            Color color = Style.series(k);
            data.bend(c).ifPresent(bend -> {
                plot.addDomainMarker(new IntervalMarker(bend.low(), bend.high(), Style.faint(color, 40)));
                bends.add(style.swatch("bends " + bend.words(), Style.faint(color, 40)));
            });
        }
        if (drawn.size() < curves.size()) {
            items.add(style.stroke(
                    drawn.size() + " of " + curves.size() + " curves, the table has all",
                    Style.PAPER,
                    style.line(0.1)));
        }
        items.addAll(bends);
        items.add(style.stroke(interval, Style.INK, style.line(0.12)));
        items.add(style.mark("tried; nothing was between the dots", Style.INK, style.dot(0.7)));
        plot.setDataset(dataset);
        plot.setRenderer(renderer);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setFixedLegendItems(Style.legend(items));
        return plot;
    }

    /** At most {@code most} indices below {@code count}, evenly spread, the first and the last included. */
    static List<Integer> spread(int count, int most) {
        List<Integer> chosen = new ArrayList<>();
        for (int k = 0; k < Math.min(count, most); k++) {
            chosen.add(count <= most ? k : (int) Math.round(k * (count - 1) / (most - 1.0)));
        }
        return chosen;
    }

    private static XYIntervalSeries curve(SweepData data, int c) {
        double[] means = data.mean()[c];
        double[] halves = data.halfWidth95()[c];
        String name = data.y().name().isEmpty()
                ? "mean"
                : data.y().name() + " " + data.y().texts().get(c);
        XYIntervalSeries series = new XYIntervalSeries(ChartSeries.of(
                c,
                name,
                data.x().values(),
                means,
                IntStream.range(0, means.length)
                        .mapToDouble(i -> means[i] - halves[i])
                        .toArray(),
                IntStream.range(0, means.length)
                        .mapToDouble(i -> means[i] + halves[i])
                        .toArray()));
        for (int i = 0; i < data.x().values().length; i++) {
            double mean = data.mean()[c][i];
            double half = Double.isNaN(data.halfWidth95()[c][i]) ? 0 : data.halfWidth95()[c][i];
            if (!Double.isNaN(mean)) {
                double x = data.x().values()[i];
                series.add(x, x, x, mean, mean - half, mean + half);
            }
        }
        return series;
    }

    /** The value of an axis as the user gave it. */
    static String text(SweepData.Axis axis, double value) {
        for (int i = 0; i < axis.values().length; i++) {
            if (axis.values()[i] == value) {
                return axis.texts().get(i);
            }
        }
        return Words.number(value);
    }

    private static TickAxis axis(SweepData.Axis axis, Style style) {
        double[] sorted = Stats.sorted(axis.values());
        double low = sorted[0];
        double high = sorted[sorted.length - 1];
        double margin = high > low ? (high - low) * 0.05 : 1;
        return style.axis(TickAxis.at(sorted, i -> text(axis, sorted[i]), low - margin, high + margin), axis.name());
    }

    /** A map of cells, each with its value. */
    static Plot map(SweepData data, Style style) {
        TickAxis x = indexAxis(data.x(), style);
        TickAxis y = indexAxis(data.y(), style);
        XYPlot plot = style.plot(x, y);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        int columns = data.x().values().length;
        int rows = data.y().values().length;
        double[][] cells = new double[3][columns * rows];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                cells[0][r * columns + c] = c;
                cells[1][r * columns + c] = r;
                cells[2][r * columns + c] = data.mean()[r][c];
                low = Math.min(low, Double.isNaN(data.mean()[r][c]) ? low : data.mean()[r][c]);
                high = Math.max(high, Double.isNaN(data.mean()[r][c]) ? high : data.mean()[r][c]);
            }
        }
        double top = high > low ? high : low + 1;
        DefaultXYZDataset dataset = new DefaultXYZDataset();
        dataset.addSeries("cells", cells);
        LookupPaintScale scale = new LookupPaintScale(low, top, Style.PAPER);
        for (int i = 0; i < SCALE.length; i++) {
            scale.add(low + i * (top - low) / SCALE.length, SCALE[i]);
        }
        XYBlockRenderer renderer = new XYBlockRenderer();
        renderer.setPaintScale(scale);
        plot.setDataset(dataset);
        plot.setRenderer(renderer);
        for (int i = 0; i < cells[2].length; i++) {
            double value = cells[2][i];
            boolean dark = value > low + (top - low) * 0.55;
            XYTextAnnotation text = new XYTextAnnotation(Words.number(value), cells[0][i], cells[1][i]);
            text.setFont(style.font(columns > 12 ? 0.7 : 0.94));
            text.setPaint(dark ? ON_DARK : ON_LIGHT);
            plot.addAnnotation(text);
        }
        plot.setFixedLegendItems(Style.legend(List.of(
                style.swatch("least " + Words.number(low), SCALE[0]),
                style.swatch("most " + Words.number(high), SCALE[SCALE.length - 1]))));
        return plot;
    }

    /** An axis of equally spaced values. */
    private static TickAxis indexAxis(SweepData.Axis axis, Style style) {
        double[] places = new double[axis.values().length];
        for (int i = 0; i < places.length; i++) {
            places[i] = i;
        }
        TickAxis ticks = TickAxis.at(places, axis.texts()::get, -0.5, places.length - 0.5);
        ticks.setTickMarksVisible(false);
        return style.axis(ticks, axis.name());
    }
}
