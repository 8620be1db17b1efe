package org.bridgeconvoy.report.chart;

import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.report.chart.CalibrationData.Input;
import org.bridgeconvoy.study.calibration.Histogram;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws charts of a calibration. */
final class CalibrationDrawings {

    /** Part of an axis beyond what was believed. */
    private static final double MARGIN = 0.04;

    private CalibrationDrawings() {}

    static Plot input(Input input, Style style, double ems) {
        return input.histogram() == null ? choices(input, style, ems) : numbers(input, input.histogram(), style);
    }

    private static Plot numbers(Input input, Histogram histogram, Style style) {
        NumberAxis x = style.axis(new AmountAxis(), input.label());
        x.setRange(histogram.from(), histogram.until());
        XYPlot plot = style.plot(x, style.fromZero("probability of a bin, %", false));
        plot.setDataset(0, bars(histogram));
        XYBarRenderer renderer = flat();
        renderer.setSeriesPaint(0, Style.faint(Style.BLUE, 150));
        plot.setRenderer(0, renderer);
        plot.setDataset(1, new XYSeriesCollection(outline(histogram)));
        XYLineAndShapeRenderer line = new XYLineAndShapeRenderer(true, false);
        line.setSeriesPaint(0, Style.INK);
        line.setSeriesStroke(0, style.line(0.16));
        plot.setRenderer(1, line);
        plot.setFixedLegendItems(Style.legend(List.of(
                style.stroke("before: believed", Style.INK, style.line(0.16)),
                style.swatch("after: given what was observed", Style.faint(Style.BLUE, 150)))));
        return plot;
    }

    private static XYBarRenderer flat() {
        XYBarRenderer renderer = new XYBarRenderer(0.06);
        renderer.setShadowVisible(false);
        renderer.setBarPainter(new StandardXYBarPainter());
        return renderer;
    }

    private static double edge(Histogram histogram, int bin) {
        return histogram.from()
                + bin
                        * (histogram.until() - histogram.from())
                        / histogram.before().size();
    }

    private static XYIntervalSeriesCollection bars(Histogram histogram) {
        XYIntervalSeries series = new XYIntervalSeries("after");
        for (int i = 0; i < histogram.after().size(); i++) {
            double left = edge(histogram, i);
            double right = edge(histogram, i + 1);
            double y = histogram.after().get(i);
            series.add((left + right) / 2, left, right, y, y, y);
        }
        XYIntervalSeriesCollection dataset = new XYIntervalSeriesCollection();
        dataset.addSeries(series);
        return dataset;
    }

    private static XYSeries outline(Histogram histogram) {
        XYSeries series = new XYSeries(0, false, true);
        series.add(histogram.from(), 0);
        for (int i = 0; i < histogram.before().size(); i++) {
            series.add(edge(histogram, i), histogram.before().get(i).doubleValue());
            series.add(edge(histogram, i + 1), histogram.before().get(i).doubleValue());
        }
        series.add(histogram.until(), 0);
        return series;
    }

    private static Plot choices(Input input, Style style, double ems) {
        TickAxis x = style.axis(TickAxis.choices(input.choices(), ems), input.path());
        XYPlot plot = style.plot(x, style.fromZero("probability, %", false));
        plot.setDomainGridlinesVisible(false);
        XYIntervalSeriesCollection dataset = new XYIntervalSeriesCollection();
        dataset.addSeries(side("before", input.priorShares(), -0.35));
        dataset.addSeries(side("after", input.posteriorShares(), 0));
        XYBarRenderer renderer = flat();
        renderer.setSeriesPaint(0, Style.GREY);
        renderer.setSeriesPaint(1, Style.BLUE);
        plot.setDataset(dataset);
        plot.setRenderer(renderer);
        plot.setFixedLegendItems(Style.legend(List.of(
                style.swatch("before: believed", Style.GREY),
                style.swatch("after: given what was observed", Style.BLUE))));
        return plot;
    }

    private static XYIntervalSeries side(String name, List<Double> shares, double left) {
        XYIntervalSeries series = new XYIntervalSeries(name);
        for (int k = 0; k < shares.size(); k++) {
            double y = 100 * shares.get(k);
            series.add(k + left + 0.175, k + left, k + left + 0.35, y, y, y);
        }
        return series;
    }

    static Plot pair(Input first, Input second, Style style) {
        NumberAxis x = style.axis(new AmountAxis(), first.label());
        NumberAxis y = style.axis(new AmountAxis(), second.label());
        Histogram across = Objects.requireNonNull(first.histogram(), "a pair is of numbers");
        Histogram up = Objects.requireNonNull(second.histogram(), "a pair is of numbers");
        fit(x, across);
        fit(y, up);
        XYPlot plot = style.plot(x, y);
        plot.addAnnotation(new XYBoxAnnotation(
                across.from(), up.from(), across.until(), up.until(), style.dashed(0.1, 1), Style.MUTED));
        XYSeries points = new XYSeries("worlds", false, true);
        for (int i = 0; i < first.drawn().size(); i++) {
            points.add(first.drawn().get(i), second.drawn().get(i));
        }
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setSeriesShape(0, style.dot(0.35));
        renderer.setSeriesPaint(0, Style.faint(Style.BLUE, 110));
        plot.setDataset(new XYSeriesCollection(points));
        plot.setRenderer(renderer);
        plot.setFixedLegendItems(Style.legend(List.of(
                style.mark("a world", Style.faint(Style.BLUE, 110), style.dot(0.4)),
                style.stroke("believed before", Style.MUTED, style.dashed(0.1, 1)))));
        return plot;
    }

    /** Fits an axis to what was believed, with a margin. */
    private static void fit(NumberAxis axis, Histogram histogram) {
        double margin = MARGIN * (histogram.until() - histogram.from());
        axis.setRange(histogram.from() - margin, histogram.until() + margin);
    }
}
