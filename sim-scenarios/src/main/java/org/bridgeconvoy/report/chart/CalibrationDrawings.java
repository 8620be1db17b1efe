package org.bridgeconvoy.report.chart;

import java.util.Arrays;
import java.util.List;
import org.bridgeconvoy.experiment.calibration.Marginal;
import org.bridgeconvoy.experiment.input.Input;
import org.bridgeconvoy.study.calibration.CalibrationResult;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws charts of a calibration. */
final class CalibrationDrawings {

    /** Bins of a histogram over the range of the prior. */
    private static final int BINS = 40;

    private static final int PRIOR_POINTS = 4000;

    /** Points of a pair at most. */
    private static final int POINTS = 300;

    private static final int LABEL = 24;

    /** The prior is drawn between these probabilities, so that a long tail does not press all else together. */
    private static final double CUT = 0.002;

    private CalibrationDrawings() {}

    static Plot input(CalibrationResult result, int input, Style style) {
        Marginal marginal = result.posterior().marginals().get(input);
        return marginal.priorShares().isEmpty()
                ? numbers(result, input, style)
                : choices(result, input, marginal, style);
    }

    private static Plot numbers(CalibrationResult result, int input, Style style) {
        Input believed = result.posterior().marginals().get(input).input();
        double[] before = new double[PRIOR_POINTS];
        for (int i = 0; i < before.length; i++) {
            before[i] = believed.at((i + 0.5) / before.length);
        }
        double[] after = values(result, input);
        double[] range = range(result, input);
        boolean isWhole = believed.kind() == Input.Kind.WHOLE;
        // Bins of whole numbers hold equally many of them.
        double width = isWhole ? Math.ceil((range[1] - range[0] + 1) / BINS) : (range[1] - range[0]) / BINS;
        double from = isWhole ? range[0] - 0.5 : range[0];
        int bins = isWhole ? (int) Math.ceil((range[1] + 0.5 - from) / width) : BINS;
        double until = from + bins * width;
        NumberAxis x = style.axis(new AmountAxis(), label(result, input));
        x.setRange(from, until);
        NumberAxis y = style.axis(new NumberAxis(), "probability of a bin, %");
        XYPlot plot = style.plot(x, y);
        plot.setDataset(0, bars("after", after, from, until, bins));
        XYBarRenderer renderer = flat();
        renderer.setSeriesPaint(0, Style.faint(Style.BLUE, 150));
        plot.setRenderer(0, renderer);
        plot.setDataset(1, new XYSeriesCollection(outline(before, from, until, bins)));
        XYLineAndShapeRenderer line = new XYLineAndShapeRenderer(true, false);
        line.setSeriesPaint(0, Style.INK);
        line.setSeriesStroke(0, style.line(0.16));
        plot.setRenderer(1, line);
        plot.setFixedLegendItems(Style.legend(List.of(
                style.stroke("before", Style.INK, style.line(0.16)),
                style.swatch("after", Style.faint(Style.BLUE, 150)))));
        return plot;
    }

    private static XYBarRenderer flat() {
        XYBarRenderer renderer = new XYBarRenderer(0.06);
        renderer.setShadowVisible(false);
        renderer.setBarPainter(new StandardXYBarPainter());
        return renderer;
    }

    private static double[] counts(double[] values, double from, double until, int bins) {
        double[] counts = new double[bins];
        for (double value : values) {
            int bin = (int) Math.floor((value - from) / (until - from) * bins);
            if (bin >= 0 && bin < bins || value == until) {
                counts[Math.min(bin, bins - 1)] += 100.0 / values.length;
            }
        }
        return counts;
    }

    private static XYIntervalSeriesCollection bars(String name, double[] values, double from, double until, int bins) {
        double[] counts = counts(values, from, until, bins);
        double width = (until - from) / bins;
        XYIntervalSeries series = new XYIntervalSeries(name);
        for (int i = 0; i < bins; i++) {
            double left = from + i * width;
            series.add(left + width / 2, left, left + width, counts[i], counts[i], counts[i]);
        }
        XYIntervalSeriesCollection dataset = new XYIntervalSeriesCollection();
        dataset.addSeries(series);
        return dataset;
    }

    private static XYSeries outline(double[] values, double from, double until, int bins) {
        double[] counts = counts(values, from, until, bins);
        double width = (until - from) / bins;
        XYSeries series = new XYSeries("before", false, true);
        series.add(from, 0);
        for (int i = 0; i < bins; i++) {
            series.add(from + i * width, counts[i]);
            series.add(from + (i + 1) * width, counts[i]);
        }
        series.add(until, 0);
        return series;
    }

    private static Plot choices(CalibrationResult result, int input, Marginal marginal, Style style) {
        int n = marginal.priorShares().size();
        double[] places = new double[n];
        Arrays.setAll(places, i -> i);
        TickAxis x = style.axis(TickAxis.at(places, i -> Words.cut(result.shown(input, i), LABEL), -0.6, n - 0.4), "");
        XYPlot plot = style.plot(x, style.axis(new NumberAxis(), "probability, %"));
        XYIntervalSeriesCollection dataset = new XYIntervalSeriesCollection();
        dataset.addSeries(side("before", marginal.priorShares(), -0.35));
        dataset.addSeries(side("after", marginal.posteriorShares(), 0));
        XYBarRenderer renderer = flat();
        renderer.setSeriesPaint(0, Style.GREY);
        renderer.setSeriesPaint(1, Style.BLUE);
        plot.setDataset(dataset);
        plot.setRenderer(renderer);
        plot.setFixedLegendItems(
                Style.legend(List.of(style.swatch("before", Style.GREY), style.swatch("after", Style.BLUE))));
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

    static Plot pair(CalibrationResult result, int first, int second, Style style) {
        NumberAxis x = style.axis(new AmountAxis(), label(result, first));
        NumberAxis y = style.axis(new AmountAxis(), label(result, second));
        double[] rangeOfX = range(result, first);
        double[] rangeOfY = range(result, second);
        x.setRange(rangeOfX[0], rangeOfX[1]);
        y.setRange(rangeOfY[0], rangeOfY[1]);
        XYPlot plot = style.plot(x, y);
        XYSeries points = new XYSeries("worlds", false, true);
        List<double[]> worlds = result.posterior().worlds();
        int n = Math.min(POINTS, worlds.size());
        for (int i = 0; i < n; i++) {
            double[] world = worlds.get((int) ((long) i * worlds.size() / n));
            points.add(world[first], world[second]);
        }
        XYItemRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setSeriesShape(0, style.square(0.3));
        renderer.setSeriesPaint(0, Style.faint(Style.BLUE, 110));
        plot.setDataset(new XYSeriesCollection(points));
        plot.setRenderer(renderer);
        return plot;
    }

    static double correlation(CalibrationResult result, int first, int second) {
        double[] a = values(result, first);
        double[] b = values(result, second);
        double meanOfA = Arrays.stream(a).average().orElse(0);
        double meanOfB = Arrays.stream(b).average().orElse(0);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanOfA) * (b[i] - meanOfB);
            aa += (a[i] - meanOfA) * (a[i] - meanOfA);
            bb += (b[i] - meanOfB) * (b[i] - meanOfB);
        }
        return aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
    }

    private static double[] values(CalibrationResult result, int input) {
        return result.posterior().worlds().stream().mapToDouble(w -> w[input]).toArray();
    }

    /** From the least to the greatest value of the prior but for its tails, and of the posterior. */
    private static double[] range(CalibrationResult result, int input) {
        Input believed = result.posterior().marginals().get(input).input();
        double[] after = values(result, input);
        double low = Math.min(believed.at(CUT), Arrays.stream(after).min().orElseThrow());
        double high = Math.max(believed.at(1 - CUT), Arrays.stream(after).max().orElseThrow());
        return new double[] {low, high > low ? high : low + 1};
    }

    private static String label(CalibrationResult result, int input) {
        String unit = result.unit(input);
        return result.path(input) + (unit.isEmpty() ? "" : unit.equals("times") ? ", factor" : ", " + unit);
    }
}
