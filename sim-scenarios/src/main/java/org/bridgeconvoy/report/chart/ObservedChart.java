package org.bridgeconvoy.report.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bridgeconvoy.result.Span;
import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jspecify.annotations.Nullable;

/**
 * Draws observed counts with the simulated ones, over the observed periods alone. Days stand apart, each with its own
 * range, and so do instants far apart; lines join hours and instants only if they follow each other.
 */
final class ObservedChart {

    /** An hour in days. */
    private static final double HOUR = 1 / 24.0;

    /**
     * How the simulated numbers are called.
     *
     * @param middle the mean or median
     * @param band what lies between low and high
     */
    record Legend(String middle, String band) {}

    /** Of a run: means, and 95% of the replications. */
    static final Legend SIMULATED = new Legend("simulated, mean", "95% of the simulated");

    /** Of a calibration: medians, and 90% of the replications of calibrated worlds. */
    static final Legend CALIBRATED = new Legend("calibrated model, median", "90% of its replications");

    /** Observed numbers whose dots would hide what was simulated, were they as large as others. */
    private static final int MANY = 250;

    private static final double DOT = 0.55;
    private static final double SMALL_DOT = 0.25;

    private final ObservedData data;
    private final Legend legend;
    private final Style style;
    private final @Nullable DayMarks marks;
    private final List<LegendItem> items = new ArrayList<>();

    private ObservedChart(ObservedData data, Legend legend, @Nullable DayMarks marks, Style style) {
        this.marks = marks;
        this.data = data;
        this.legend = legend;
        this.style = style;
    }

    /** The chart of a run, with the marks of its days. */
    static Plot of(RunData run, ObservedData data, Style style) {
        return of(run.start(), data, SIMULATED, new DayMarks(run, style), style);
    }

    /** The chart of a calibration. */
    static Plot of(LocalDate start, ObservedData data, Legend legend, Style style) {
        return of(start, data, legend, null, style);
    }

    private static Plot of(LocalDate start, ObservedData data, Legend legend, @Nullable DayMarks marks, Style style) {
        double[] days = data.days();
        double from = days.length == 0 ? 0 : Math.floor(days[0]);
        double until = days.length == 0 ? 1 : Math.floor(days[days.length - 1]) + 1;
        TickAxis axis = style.axis(TickAxis.days(start, from, until, 0), "");
        XYPlot plot = style.plot(axis, style.fromZero(data.label(), false));
        DayMarks shown = marks == null ? null : marks.ofDays(from, until);
        new ObservedChart(data, legend, shown, style).drawInto(plot);
        return plot;
    }

    private void drawInto(XYPlot plot) {
        if (marks != null) {
            marks.drawInto(plot);
        }
        if (data.per() != Span.DAY && runs().size() < data.days().length) {
            hours(plot);
        } else {
            days(plot);
        }
        XYSeries seen = new XYSeries("observed");
        for (int i = 0; i < data.days().length; i++) {
            if (!Double.isNaN(data.observed()[i])) {
                seen.add(data.days()[i], data.observed()[i]);
            }
        }
        XYLineAndShapeRenderer dots = new XYLineAndShapeRenderer(false, true);
        double size = data.days().length > MANY ? SMALL_DOT : DOT;
        dots.setSeriesShape(0, style.dot(size));
        dots.setSeriesPaint(0, Style.INK);
        int index = plot.getDataset() == null ? 0 : plot.getDatasetCount();
        plot.setDataset(index, new XYSeriesCollection(seen));
        plot.setRenderer(index, dots);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        items.add(style.mark("observed", Style.INK, style.dot(size)));
        if (marks != null) {
            marks.addTo(items);
        }
        plot.setFixedLegendItems(Style.legend(items));
    }

    private void days(XYPlot plot) {
        XYIntervalSeries series = new XYIntervalSeries("simulated");
        double[] mean = data.simulated().mean();
        for (int i = 0; i < mean.length; i++) {
            double x = data.days()[i];
            series.add(x, x, x, mean[i], data.low()[i], data.high()[i]);
        }
        XYIntervalSeriesCollection dataset = new XYIntervalSeriesCollection();
        dataset.addSeries(series);
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawXError(false);
        renderer.setCapLength(0);
        renderer.setErrorPaint(Style.faint(Style.BLUE, 110));
        renderer.setErrorStroke(style.line(0.5));
        renderer.setSeriesPaint(0, Style.BLUE);
        renderer.setSeriesShape(0, style.dot(0.5));
        plot.setDataset(dataset);
        plot.setRenderer(renderer);
        items.add(
                style.mark(legend.middle + (data.per() == Span.DAY ? " of the day" : ""), Style.BLUE, style.dot(0.5)));
        items.add(style.swatch(legend.band, Style.faint(Style.BLUE, 110)));
    }

    private void hours(XYPlot plot) {
        Lines lines = new Lines(style);
        for (int[] run : runs()) {
            double[] x = part(data.days(), run);
            lines.area(x, part(data.low(), run), part(data.high(), run), Style.faint(Style.BLUE, 70));
            lines.line("simulated", x, part(data.simulated().mean(), run), Style.BLUE, style.line(0.18));
        }
        lines.drawInto(plot);
        items.add(style.stroke(legend.middle, Style.BLUE, style.line(0.18)));
        items.add(style.swatch(legend.band, Style.faint(Style.BLUE, 70)));
    }

    private static double[] part(double[] all, int[] run) {
        return Arrays.copyOfRange(all, run[0], run[1]);
    }

    /** First index and end of each sequence of hours that follow each other. */
    List<int[]> runs() {
        List<int[]> runs = new ArrayList<>();
        double[] days = data.days();
        int first = 0;
        for (int i = 1; i <= days.length; i++) {
            if (i == days.length || days[i] - days[i - 1] > 1.5 * HOUR) {
                runs.add(new int[] {first, i});
                first = i;
            }
        }
        return runs;
    }
}
