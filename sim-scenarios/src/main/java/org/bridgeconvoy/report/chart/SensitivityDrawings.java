package org.bridgeconvoy.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.bridgeconvoy.report.chart.SensitivityData.Bar;
import org.bridgeconvoy.report.chart.SensitivityData.End;
import org.bridgeconvoy.report.chart.SensitivityData.Indices;
import org.bridgeconvoy.report.chart.SensitivityData.MeanAt;
import org.bridgeconvoy.report.chart.SensitivityData.OfMetric;
import org.bridgeconvoy.report.chart.SensitivityData.Share;
import org.jfree.chart.LegendItem;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws charts of what is not known. */
final class SensitivityDrawings {

    /** Inputs that a chart with a row for each draws at most. */
    private static final int ROWS = 15;
    /** Half of the height of a bar. */
    private static final double BAR = 0.3;

    private static final double PERCENT = 100;
    /** Least share that the axis of shares reaches. */
    private static final double LEAST_SHOWN = 0.1;

    /** Characters of a name for each em of the drawing's width: about three eighths of it. */
    private static final double NAME = 0.75;
    /** Ems of a character, on average. */
    private static final double CHARACTER = 0.5;
    /** Part of the width of the plot that the values at the ends of bars may take. */
    private static final double FOR_VALUES = 0.55;

    /** Width over which the points of a choice lie side by side. */
    private static final double SPREAD = 0.3;
    /** Fractions of the multiples of this number spread evenly. */
    private static final double GOLDEN = 0.6180339887498949;

    private SensitivityDrawings() {}

    /** Words that say how many of the inputs a chart with a row for each leaves out. */
    static String leftOut(int rows) {
        return rows <= ROWS ? "" : "; the " + ROWS + " largest of " + rows;
    }

    static Plot expect(OfMetric metric, Style style) {
        NumberAxis x = style.axis(new AmountAxis(), metric.label());
        x.setAutoRangeIncludesZero(false);
        NumberAxis y = style.axis(new HouseAxis(), "share below, %");
        y.setRange(0, PERCENT);
        XYPlot plot = style.plot(x, y);
        XYSeriesCollection dataset = new XYSeriesCollection();
        dataset.addSeries(cumulative("worlds", metric.worlds()));
        dataset.addSeries(cumulative("replications", metric.replications()));
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setSeriesPaint(0, Style.BLUE);
        renderer.setSeriesStroke(0, style.line(0.2));
        renderer.setSeriesPaint(1, Style.GREY);
        renderer.setSeriesStroke(1, style.dashed(0.14, 1));
        plot.addDomainMarker(new IntervalMarker(metric.low(), metric.high(), Style.faint(Style.BLUE, 30)));
        plot.addDomainMarker(new ValueMarker(metric.base(), Style.VERMILION, style.line(0.14)));
        plot.setDataset(dataset);
        plot.setRenderer(renderer);
        plot.setFixedLegendItems(Style.legend(List.of(
                style.stroke("expected value: what is not known", Style.BLUE, style.line(0.2)),
                style.swatch("nine of ten worlds", Style.faint(Style.BLUE, 30)),
                style.stroke("single replication: chance too", Style.GREY, style.dashed(0.14, 1)),
                style.stroke("as in the file", Style.VERMILION, style.line(0.14)))));
        return plot;
    }

    private static XYSeries cumulative(String name, List<Double> percentiles) {
        XYSeries series = new XYSeries(name, false, true);
        for (int p = 0; p < percentiles.size(); p++) {
            series.add(percentiles.get(p).doubleValue(), p);
        }
        return series;
    }

    static Plot sobol(SensitivityData data, OfMetric metric, Style style, double ems) {
        List<Indices> sorted =
                metric.indices().subList(0, Math.min(ROWS, metric.indices().size()));
        int rows = sorted.size();
        NumberAxis x = style.axis(new AmountAxis(), "share of the variance, %");
        double most = sorted.stream()
                .flatMapToDouble(
                        i -> DoubleStream.of(i.first().high(), i.total().high()))
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        x.setRange(-2, PERCENT * Math.max(most, LEAST_SHOWN) * 1.05);
        XYPlot plot = style.plot(
                x, names(data, sorted.stream().mapToInt(Indices::input).toArray(), style, ems));
        plot.setRangeGridlinesVisible(false);
        XYIntervalSeriesCollection dataset = new XYIntervalSeriesCollection();
        XYIntervalSeries first = new XYIntervalSeries("first-order");
        XYIntervalSeries total = new XYIntervalSeries("total");
        for (int i = 0; i < rows; i++) {
            add(first, sorted.get(i).first(), rows - 1 - i + (data.isIndependent() ? 0.14 : 0));
            add(total, sorted.get(i).total(), rows - 1 - i - 0.14);
        }
        dataset.addSeries(first);
        dataset.addSeries(total);
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawXError(true);
        renderer.setDrawYError(false);
        renderer.setCapLength(style.em(0.3));
        renderer.setErrorPaint(Style.INK);
        renderer.setErrorStroke(style.line(0.1));
        renderer.setSeriesPaint(0, Style.BLUE);
        renderer.setSeriesShape(0, style.dot(0.6));
        renderer.setSeriesPaint(1, Style.VERMILION);
        renderer.setSeriesShape(1, style.square(0.55));
        plot.setDataset(dataset);
        plot.setRenderer(renderer);
        List<LegendItem> items =
                new ArrayList<>(List.of(style.mark("first-order index: known alone", Style.BLUE, style.dot(0.6))));
        if (data.isIndependent()) {
            items.add(style.mark("total index: with its interactions", Style.VERMILION, style.square(0.55)));
        }
        items.add(style.stroke("95% interval", Style.INK, style.line(0.12)));
        plot.setFixedLegendItems(Style.legend(items));
        return plot;
    }

    private static void add(XYIntervalSeries series, Share index, double y) {
        if (Double.isFinite(index.value())) {
            double x = PERCENT * Math.max(index.value(), 0);
            series.add(x, Math.min(PERCENT * index.low(), x), Math.max(PERCENT * index.high(), x), y, y, y);
        }
    }

    /** The axis of inputs, the first on top. */
    private static TickAxis names(SensitivityData data, int[] inputs, Style style, double ems) {
        int rows = inputs.length;
        TickAxis axis = style.axis(
                TickAxis.rows(
                        rows,
                        i -> Words.end(data.inputs().get(inputs[rows - 1 - i]).path(), (int) (ems * NAME))),
                "");
        axis.setTickMarksVisible(false);
        axis.setTickLabelInsets(style.insets(0.15, 0.3, 0.15, 0.6));
        return axis;
    }

    static Plot tornado(SensitivityData data, OfMetric metric, Style style, double ems) {
        List<Bar> sorted = metric.bars().stream()
                .sorted(Comparator.comparingDouble(bar -> -bar.width()))
                .toList();
        List<Bar> moving = sorted.stream().filter(Bar::hasEffect).toList();
        List<Bar> bars =
                (moving.isEmpty() ? sorted : moving).stream().limit(ROWS).toList();
        int rows = bars.size();
        double base = metric.base();
        NumberAxis x = style.axis(new AmountAxis(), metric.label());
        TickAxis names = names(data, bars.stream().mapToInt(Bar::input).toArray(), style, ems);
        XYPlot plot = style.plot(x, names);
        plot.setRangeGridlinesVisible(false);
        plot.setDomainGridlinesVisible(true);
        for (int i = 0; i < rows; i++) {
            draw(plot, data, bars.get(i), base, rows - 1 - i, style);
        }
        double wide = ems * (1 - Math.min(longest(data, bars), ems * NAME) * CHARACTER / ems) - 2;
        new Sides(bars, base, wide).label(plot, x, style);
        plot.addDomainMarker(new ValueMarker(base, Style.INK, style.line(0.14)));
        XYSeriesCollection places = new XYSeriesCollection(new XYSeries("base"));
        places.getSeries(0).add(base, rows - 1);
        plot.setDataset(places);
        plot.setRenderer(new XYLineAndShapeRenderer(false, false));
        plot.setFixedLegendItems(Style.legend(tornadoLegend(data, bars, style)));
        return plot;
    }

    private static int longest(SensitivityData data, List<Bar> bars) {
        return bars.stream()
                .mapToInt(bar -> data.inputs().get(bar.input()).path().length())
                .max()
                .orElse(0);
    }

    private static boolean isChoice(SensitivityData data, Bar bar) {
        return !data.inputs().get(bar.input()).choices().isEmpty();
    }

    private static List<LegendItem> tornadoLegend(SensitivityData data, List<Bar> bars, Style style) {
        List<LegendItem> items = new ArrayList<>();
        if (bars.stream().anyMatch(bar -> !isChoice(data, bar))) {
            items.add(style.swatch("at its 5th percentile", Style.SKY));
            items.add(style.swatch("at its 95th percentile", Style.ORANGE));
        }
        if (bars.stream().anyMatch(bar -> isChoice(data, bar))) {
            items.add(style.swatch("another choice", Style.GREY));
        }
        items.add(style.stroke("95% interval", Style.INK, style.line(0.14)));
        return items;
    }

    private static void draw(XYPlot plot, SensitivityData data, Bar bar, double base, double y, Style style) {
        for (int e = 0; e < bar.ends().size(); e++) {
            End end = bar.ends().get(e);
            if (Double.isNaN(end.difference())) {
                continue;
            }
            double x = base + end.difference();
            double half = half(end);
            Color color = isChoice(data, bar) ? Style.GREY : e == 0 ? Style.SKY : Style.ORANGE;
            plot.addAnnotation(new XYBoxAnnotation(
                    Math.min(base, x),
                    y - BAR,
                    Math.max(base, x),
                    y + BAR,
                    new BasicStroke(0),
                    Style.PAPER,
                    Style.faint(color, isChoice(data, bar) ? 170 : 255)));
            plot.addAnnotation(new XYLineAnnotation(x - half, y, x + half, y, style.line(0.14), Style.INK));
        }
    }

    private static double half(End end) {
        return Double.isNaN(end.halfWidth()) ? 0 : end.halfWidth();
    }

    /** The value of each bar's outermost end on either side of the base, written beside it if there is room. */
    private record Sides(List<Bar> bars, double base, double wide) {

        /** Writes the values, and fits the range of the axis to bars, whiskers and values. */
        void label(XYPlot plot, NumberAxis x, Style style) {
            double least = base;
            double most = base;
            int left = 0;
            int right = 0;
            for (Bar bar : bars) {
                for (End end : bar.ends()) {
                    if (!Double.isNaN(end.difference())) {
                        least = Math.min(least, base + end.difference() - half(end));
                        most = Math.max(most, base + end.difference() + half(end));
                    }
                }
                left = Math.max(left, length(outermost(bar, false)));
                right = Math.max(right, length(outermost(bar, true)));
            }
            double before = (left + 2) * CHARACTER * 0.9 / wide;
            double behind = (right + 2) * CHARACTER * 0.9 / wide;
            boolean hasRoom = before + behind <= FOR_VALUES && most > least;
            double span = most > least ? most - least : 1;
            double unit = hasRoom ? span / (1 - before - behind) : span;
            double start = least - (hasRoom ? before * unit : 0.06 * span);
            x.setRange(start, hasRoom ? start + unit : most + 0.06 * span);
            if (!hasRoom) {
                return;
            }
            for (int i = 0; i < bars.size(); i++) {
                write(plot, outermost(bars.get(i), false), bars.size() - 1 - i, unit, style);
                write(plot, outermost(bars.get(i), true), bars.size() - 1 - i, unit, style);
            }
        }

        private static int length(End end) {
            return NONE.equals(end) ? 0 : Words.choice(end.shown()).length();
        }

        private void write(XYPlot plot, End end, double y, double unit, Style style) {
            if (NONE.equals(end)) {
                return;
            }
            boolean up = end.difference() > 0;
            double gap = unit * CHARACTER / wide;
            double at = base + end.difference() + (up ? half(end) + gap : -half(end) - gap);
            XYTextAnnotation text = new XYTextAnnotation(Words.choice(end.shown()), at, y);
            text.setTextAnchor(up ? TextAnchor.CENTER_LEFT : TextAnchor.CENTER_RIGHT);
            text.setFont(style.font(0.9));
            text.setPaint(Style.MUTED);
            plot.addAnnotation(text);
        }

        private static End outermost(Bar bar, boolean up) {
            Comparator<End> by = Comparator.comparingDouble(End::difference);
            return bar.ends().stream()
                    .filter(end -> up ? end.difference() > 0 : end.difference() < 0)
                    .max(up ? by : by.reversed())
                    .orElse(NONE);
        }

        private static final End NONE = new End("", Double.NaN, Double.NaN);
    }

    static Plot input(SensitivityData data, OfMetric metric, int input, Style style, double ems) {
        List<String> choices = data.inputs().get(input).choices();
        String label = Words.input(
                data.inputs().get(input).path(), data.inputs().get(input).unit());
        NumberAxis x;
        if (choices.isEmpty()) {
            x = style.axis(new AmountAxis(), label);
            x.setAutoRangeIncludesZero(false);
        } else {
            x = style.axis(TickAxis.choices(choices, ems), label);
        }
        NumberAxis y = style.axis(new AmountAxis(), metric.label());
        y.setAutoRangeIncludesZero(false);
        XYPlot plot = style.plot(x, y);
        XYSeries worlds = new XYSeries("worlds", false, true);
        for (int w = 0; w < data.worlds().size(); w++) {
            if (!Double.isNaN(metric.means().get(w))) {
                double aside = choices.isEmpty() ? 0 : SPREAD * (w * GOLDEN % 1 - 0.5);
                worlds.add(
                        data.worlds().get(w)[input] + aside,
                        metric.means().get(w).doubleValue());
            }
        }
        XYSeries means = new XYSeries("mean", false, true);
        for (MeanAt mean : metric.conditional().get(input)) {
            means.add(mean.input(), mean.mean());
        }
        XYSeriesCollection dataset = new XYSeriesCollection();
        dataset.addSeries(worlds);
        dataset.addSeries(means);
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setSeriesPaint(0, Style.faint(Style.BLUE, 90));
        renderer.setSeriesShape(0, style.dot(0.3));
        renderer.setSeriesLinesVisible(1, choices.isEmpty());
        renderer.setSeriesPaint(1, Style.VERMILION);
        renderer.setSeriesStroke(1, style.line(0.2));
        renderer.setSeriesShape(1, style.dot(0.6));
        plot.setDataset(dataset);
        plot.setRenderer(renderer);
        plot.setFixedLegendItems(Style.legend(List.of(
                style.mark(
                        choices.isEmpty() ? "mean of worlds near that value" : "mean of worlds with that choice",
                        Style.VERMILION,
                        style.dot(0.6)),
                style.mark("a world", Style.faint(Style.BLUE, 90), style.dot(0.4)))));
        return plot;
    }
}
