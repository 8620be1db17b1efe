package org.bridgeconvoy.report.chart;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.bridgeconvoy.experiment.sensitivity.ConditionalMean;
import org.bridgeconvoy.experiment.sensitivity.InputIndices;
import org.bridgeconvoy.experiment.sensitivity.IntervalEstimate;
import org.bridgeconvoy.experiment.sensitivity.TornadoBar;
import org.bridgeconvoy.study.sensitivity.MetricSensitivity;
import org.bridgeconvoy.study.sensitivity.SensitivityResult;
import org.jfree.chart.LegendItem;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws charts of what is not known. */
final class SensitivityDrawings {

    /** Points that a cumulative curve has at most. */
    private static final int STEPS = 200;
    /** Worlds that are drawn as points at most. */
    private static final int POINTS = 250;
    /** Half of the height of a bar. */
    private static final double BAR = 0.3;

    private static final double PERCENT = 100;
    /** Least share that the axis of shares reaches. */
    private static final double LEAST_SHOWN = 0.1;

    private static final int LABEL = 34;

    private SensitivityDrawings() {}

    static Plot expect(MetricSensitivity metric, Style style) {
        NumberAxis x = style.axis(new AmountAxis(), label(metric));
        x.setAutoRangeIncludesZero(false);
        NumberAxis y = style.axis(new NumberAxis(), "share below, %");
        y.setRange(0, PERCENT);
        XYPlot plot = style.plot(x, y);
        XYSeriesCollection dataset = new XYSeriesCollection();
        dataset.addSeries(cumulative("worlds", metric.analysis().drawnMeans()));
        dataset.addSeries(cumulative("replications", metric.analysis().replications()));
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setSeriesPaint(0, Style.BLUE);
        renderer.setSeriesStroke(0, style.line(0.2));
        renderer.setSeriesPaint(1, Style.GREY);
        renderer.setSeriesStroke(1, style.dashed(0.14, 1));
        plot.addDomainMarker(
                new IntervalMarker(metric.expected().p5(), metric.expected().p95(), Style.faint(Style.BLUE, 30)));
        plot.addDomainMarker(new ValueMarker(metric.base().mean(), Style.VERMILION, style.line(0.14)));
        plot.setDataset(dataset);
        plot.setRenderer(renderer);
        plot.setFixedLegendItems(Style.legend(List.of(
                style.stroke("worlds: what is not known", Style.BLUE, style.line(0.2)),
                style.stroke("replications: with chance", Style.GREY, style.dashed(0.14, 1)),
                style.stroke("as in the file", Style.VERMILION, style.line(0.14)))));
        return plot;
    }

    private static String label(MetricSensitivity metric) {
        return metric.metric().name()
                + (metric.metric().unit().isEmpty()
                        ? ""
                        : ", " + metric.metric().unit());
    }

    private static XYSeries cumulative(String name, double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        XYSeries series = new XYSeries(name, false, true);
        int steps = Math.min(STEPS, sorted.length);
        for (int k = 0; k < steps; k++) {
            int i = steps == 1 ? 0 : (int) ((long) k * (sorted.length - 1) / (steps - 1));
            series.add(sorted[i], PERCENT * (i + 1) / sorted.length);
        }
        return series;
    }

    static Plot sobol(SensitivityResult result, MetricSensitivity metric, Style style) {
        List<InputIndices> sorted = metric.sorted();
        int rows = sorted.size();
        NumberAxis x = style.axis(new AmountAxis(), "share of the variance between worlds, %");
        double most = sorted.stream()
                .flatMapToDouble(i -> DoubleStream.of(
                        i.first().interval95().high(), i.main().interval95().high()))
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        x.setRange(-2, PERCENT * Math.max(most, LEAST_SHOWN) * 1.05);
        XYPlot plot = style.plot(
                x, names(result, sorted.stream().mapToInt(InputIndices::input).toArray(), style));
        plot.setRangeGridlinesVisible(false);
        XYIntervalSeriesCollection dataset = new XYIntervalSeriesCollection();
        XYIntervalSeries first = new XYIntervalSeries("first-order");
        XYIntervalSeries total = new XYIntervalSeries("total");
        boolean both = result.design().independent();
        for (int i = 0; i < rows; i++) {
            InputIndices index = sorted.get(i);
            add(first, index.first(), rows - 1 - i + (both ? 0.14 : 0));
            index.total().ifPresent(t -> add(total, t, rows - 1 - sorted.indexOf(index) - 0.14));
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
        List<LegendItem> items = new ArrayList<>(List.of(style.mark("first-order index", Style.BLUE, style.dot(0.6))));
        if (both) {
            items.add(style.mark("total index", Style.VERMILION, style.square(0.55)));
        }
        items.add(style.stroke("95% interval", Style.INK, style.line(0.12)));
        plot.setFixedLegendItems(Style.legend(items));
        return plot;
    }

    private static void add(XYIntervalSeries series, IntervalEstimate index, double y) {
        if (Double.isFinite(index.value())) {
            double x = PERCENT * Math.max(index.value(), 0);
            series.add(
                    x,
                    Math.min(PERCENT * index.interval95().low(), x),
                    Math.max(PERCENT * index.interval95().high(), x),
                    y,
                    y,
                    y);
        }
    }

    /** The axis of inputs, the first on top. */
    private static TickAxis names(SensitivityResult result, int[] inputs, Style style) {
        int rows = inputs.length;
        double[] places = new double[rows];
        Arrays.setAll(places, i -> i);
        TickAxis axis = style.axis(
                TickAxis.at(places, i -> Words.cut(result.path(inputs[rows - 1 - i]), LABEL), -0.6, rows - 0.4), "");
        axis.setTickMarksVisible(false);
        return axis;
    }

    static Plot tornado(SensitivityResult result, MetricSensitivity metric, Style style) {
        List<TornadoBar> bars = metric.tornado().stream()
                .sorted(Comparator.comparingDouble(bar -> -bar.width()))
                .toList();
        int rows = bars.size();
        double base = metric.base().mean();
        NumberAxis x = style.axis(new AmountAxis(), label(metric));
        XYPlot plot = style.plot(
                x, names(result, bars.stream().mapToInt(TornadoBar::input).toArray(), style));
        plot.setRangeGridlinesVisible(false);
        double least = base;
        double most = base;
        for (int i = 0; i < rows; i++) {
            double y = rows - 1 - i;
            List<TornadoBar.End> ends = bars.get(i).ends();
            for (int e = 0; e < ends.size(); e++) {
                double difference = ends.get(e).difference().estimate().mean();
                if (Double.isNaN(difference)) {
                    continue;
                }
                double end = base + difference;
                double half = Double.isNaN(ends.get(e).difference().halfWidth())
                        ? 0
                        : ends.get(e).difference().halfWidth();
                boolean choice = !result.choices(bars.get(i).input()).isEmpty();
                var color = choice ? Style.GREY : e == 0 ? Style.SKY : Style.ORANGE;
                plot.addAnnotation(new XYBoxAnnotation(
                        Math.min(base, end),
                        y - BAR,
                        Math.max(base, end),
                        y + BAR,
                        new BasicStroke(0),
                        Style.PAPER,
                        color));
                plot.addAnnotation(new XYLineAnnotation(end - half, y, end + half, y, style.line(0.14), Style.INK));
                least = Math.min(least, end - half);
                most = Math.max(most, end + half);
            }
        }
        double margin = most > least ? (most - least) * 0.06 : 1;
        x.setRange(least - margin, most + margin);
        plot.addDomainMarker(new ValueMarker(base, Style.INK, style.line(0.14)));
        XYSeriesCollection places = new XYSeriesCollection(new XYSeries("base"));
        places.getSeries(0).add(base, rows - 1);
        plot.setDataset(places);
        plot.setRenderer(new XYLineAndShapeRenderer(false, false));
        plot.setFixedLegendItems(Style.legend(List.of(
                style.swatch("at its 5th percentile", Style.SKY),
                style.swatch("at its 95th", Style.ORANGE),
                style.swatch("another choice", Style.GREY),
                style.stroke("95% interval", Style.INK, style.line(0.14)))));
        return plot;
    }

    static Plot input(SensitivityResult result, MetricSensitivity metric, int input, Style style) {
        List<String> choices = result.choices(input);
        String unit = result.unit(input);
        String label = result.path(input) + (unit.isEmpty() ? "" : ", " + unit);
        NumberAxis x;
        if (choices.isEmpty()) {
            x = style.axis(new AmountAxis(), label);
            x.setAutoRangeIncludesZero(false);
        } else {
            double[] places = new double[choices.size()];
            Arrays.setAll(places, i -> i);
            x = style.axis(
                    TickAxis.at(places, i -> Words.cut(choices.get(i), LABEL), -0.5, choices.size() - 0.5), label);
        }
        NumberAxis y = style.axis(new NumberAxis(), label(metric));
        y.setAutoRangeIncludesZero(false);
        XYPlot plot = style.plot(x, y);
        XYSeries worlds = new XYSeries("worlds", false, true);
        List<double[]> points = result.design().points();
        long all = result.worlds();
        long k = 0;
        for (int row = 0; row < result.design().rows(); row++) {
            for (int w = 0; w < result.design().worldsPerRow(); w++) {
                int point = result.design().point(row, w);
                double mean = metric.analysis().point(point).mean();
                long drawn = k++ * POINTS / all;
                if ((all <= POINTS || k * POINTS / all > drawn) && !Double.isNaN(mean)) {
                    worlds.add(points.get(point)[input], mean);
                }
            }
        }
        XYSeries means = new XYSeries("mean", false, true);
        for (ConditionalMean mean : metric.analysis().conditionalMeans(input)) {
            means.add(mean.input(), mean.mean());
        }
        XYSeriesCollection dataset = new XYSeriesCollection();
        dataset.addSeries(means);
        dataset.addSeries(worlds);
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setSeriesLinesVisible(0, choices.isEmpty());
        renderer.setSeriesPaint(0, Style.VERMILION);
        renderer.setSeriesStroke(0, style.line(0.2));
        renderer.setSeriesShape(0, style.dot(0.6));
        renderer.setSeriesPaint(1, Style.faint(Style.BLUE, 90));
        renderer.setSeriesShape(1, style.dot(0.3));
        plot.setDataset(dataset);
        plot.setRenderer(renderer);
        plot.setFixedLegendItems(Style.legend(List.of(
                style.mark("mean of worlds near that value", Style.VERMILION, style.dot(0.6)),
                style.mark("a world", Style.faint(Style.BLUE, 90), style.dot(0.4)))));
        return plot;
    }
}
