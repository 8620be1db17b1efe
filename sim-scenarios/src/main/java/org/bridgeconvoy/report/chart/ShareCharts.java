package org.bridgeconvoy.report.chart;

import java.awt.Color;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.bridgeconvoy.result.Activity;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TripTime;
import org.jfree.chart.LegendItem;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.TextAnchor;

/** Draws charts of shares: where a truck's day goes, and how long trucks wait. */
final class ShareCharts {

    /** Shorter waits lie on the left edge: one minute, and five seconds where there are vehicles that wait for a signal. */
    private static final double LEAST_MINUTE = 1;

    private static final double LEAST_OF_VEHICLES = 5.0 / 60;

    /** Room for the names of stages left of the bars and for a value right of them, in text sizes. */
    private static final double NAMES_EMS = 12;

    /** Room for a value right of its bar, in ems. */
    private static final double VALUE_EMS = 6;
    /** Ticks of the axis of waits, in minutes. */
    private static final double[] MINUTES = {1, 5, 15, 60, 240, 720, 1440, 2880, 10080, 43200};

    private static final double[] FROM_SECONDS = {5.0 / 60, 0.25, 1, 5, 15, 60, 240, 720, 1440, 2880, 10080, 43200};
    private static final List<String> FROM_SECONDS_LABELS =
            List.of("≤5 s", "15 s", "1 min", "5 min", "15 min", "1 h", "4 h", "12 h", "1 d", "2 d", "7 d", "30 d");
    private static final List<String> MINUTE_LABELS =
            List.of("≤1 min", "5 min", "15 min", "1 h", "4 h", "12 h", "1 d", "2 d", "7 d", "30 d");

    /** Colours of the causes. Neighbours differ for every colour vision and in grey; {@code PaletteTest} checks it. */
    static final Map<String, Color> CAUSES = new LinkedHashMap<>();

    static {
        CAUSES.put(Activity.IDLE.text(), new Color(0xe4e8e8));
        CAUSES.put(Activity.SERVED.text(), new Color(0x075b45));
        CAUSES.put(Activity.CLOSED.text(), new Color(0xbdbdbd));
        CAUSES.put(Activity.BUSY.text(), new Color(0xd27900));
        CAUSES.put(Activity.CONVOY.text(), new Color(0xdcaccd));
        CAUSES.put(Activity.CONTROL.text(), new Color(0x317cb9));
        CAUSES.put(Activity.CLEARING.text(), new Color(0x9ad7f5));
        CAUSES.put(Activity.HEADWAY.text(), new Color(0x78590f));
        CAUSES.put(Activity.LIMIT.text(), new Color(0xf4e15c));
        CAUSES.put(Activity.CLOSURE.text(), new Color(0x5f6765));
        CAUSES.put(Activity.BREAKDOWN.text(), new Color(0xff936f));
    }

    private ShareCharts() {}

    /** Hours of a truck's day by stage, stacked by cause. */
    static Plot states(StateData data, Style style, double ems) {
        int rows = data.stages().size();
        double[] places = new double[rows];
        for (int s = 0; s < rows; s++) {
            places[s] = rows - 1 - s;
        }
        TickAxis stages =
                style.axis(TickAxis.at(reversed(places), i -> data.stages().get(rows - 1 - i), -0.6, rows - 0.4), "");
        stages.setTickMarksVisible(false);
        double room = Math.max(10, ems - NAMES_EMS);
        double longest = IntStream.range(0, rows).mapToDouble(data::total).max().orElse(0);
        TickAxis hours = hours(longest, Math.max(0.14, VALUE_EMS / Math.max(1, room - VALUE_EMS)), style);
        XYPlot plot = style.plot(stages, hours);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setDomainGridlinesVisible(false);
        Bars bars =
                new Bars(places, DoubleStream.generate(() -> 0.7).limit(rows).toArray(), null);
        List<LegendItem> items = new ArrayList<>();
        for (int c = 0; c < data.causes().size(); c++) {
            Color color = CAUSES.getOrDefault(data.causes().get(c), Style.GREY);
            bars.add(data.causes().get(c), data.hours()[c], color);
            items.add(style.swatch(data.causes().get(c), color));
        }
        bars.drawInto(plot, style);
        double gap = 0.01 * longest;
        for (int s = 0; s < rows; s++) {
            XYTextAnnotation text =
                    new XYTextAnnotation(hoursAndMinutes(data.total(s)), places[s], data.total(s) + gap);
            text.setFont(style.font(0.94));
            text.setPaint(Style.INK);
            text.setTextAnchor(TextAnchor.CENTER_LEFT);
            plot.addAnnotation(text);
        }
        plot.setFixedLegendItems(Style.legend(items));
        return plot;
    }

    /** An axis of hours with ticks up to the longest bar, at most 24 h, and room for the values behind the bars. */
    private static TickAxis hours(double longest, double margin, Style style) {
        double step = longest > 12 ? 4 : longest > 5 ? 2 : longest > 2 ? 1 : longest > 0.6 ? 0.25 : 0.05;
        int ticks = (int) Math.min(Math.round(24 / step), Math.ceil(longest / step - 1e-9)) + 1;
        double[] places = IntStream.range(0, ticks).mapToDouble(i -> i * step).toArray();
        double upper = Math.max(step, longest) * (1 + margin);
        return style.axis(TickAxis.at(places, i -> Words.number(places[i]), 0, upper), "hours of a truck's day");
    }

    private static double[] reversed(double[] x) {
        double[] reversed = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            reversed[i] = x[x.length - 1 - i];
        }
        return reversed;
    }

    /** {@code 3 h 20 min}, {@code 4 min}, {@code under 1 min}. */
    static String hoursAndMinutes(double hours) {
        long minutes = Math.round(hours * 60);
        if (minutes == 0) {
            return "under 1 min";
        }
        if (minutes < 60) {
            return minutes + " min";
        }
        return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }

    static Plot waits(WaitData data, String users, Style style) {
        boolean vehicles = data.stages().stream().anyMatch(line -> line.stage() == null);
        double least = vehicles ? LEAST_OF_VEHICLES : LEAST_MINUTE;
        double longest = data.stages().stream()
                .mapToDouble(s -> s.minutes()[s.minutes().length - 1])
                .max()
                .orElse(60);
        double upper = Math.log10(Math.max(vehicles ? 5 : 60, longest) * 1.1);
        double lower = Math.log10(least);
        double[] ticks = Arrays.stream(vehicles ? FROM_SECONDS : MINUTES)
                .map(Math::log10)
                .filter(v -> v <= upper)
                .toArray();
        List<String> labels = vehicles ? FROM_SECONDS_LABELS : MINUTE_LABELS;
        TickAxis minutes = style.axis(
                TickAxis.at(ticks, labels::get, lower - 0.02 * (upper - lower), upper), "waited no longer than");
        NumberAxis share = style.fromZero("share of " + users, false);
        share.setRange(0, 1.02);
        share.setTickUnit(
                new NumberTickUnit(0.25, new DecimalFormat("0%", DecimalFormatSymbols.getInstance(Locale.ROOT))));
        XYPlot plot = style.plot(minutes, share);
        Lines lines = new Lines(style);
        List<LegendItem> items = new ArrayList<>();
        for (int s = 0; s < data.stages().size(); s++) {
            WaitData.Line stage = data.stages().get(s);
            double[][] steps = steps(stage.minutes(), least, upper);
            String label = stage.label() + ": " + Words.minutes(stage.median()) + ", " + Words.minutes(stage.p95());
            items.add(lines.line(label, steps[0], steps[1], color(data, s), style.dashed(0.2, dash(data, s))));
        }
        lines.drawInto(plot);
        marks(plot, style, data, least);
        items.add(style.mark("median, then 95th percentile", Style.INK, style.dot(0.6)));
        plot.setFixedLegendItems(Style.legend(items));
        return plot;
    }

    private static void marks(XYPlot plot, Style style, WaitData data, double least) {
        org.jfree.data.xy.XYSeriesCollection marks = new org.jfree.data.xy.XYSeriesCollection();
        org.jfree.chart.renderer.xy.XYLineAndShapeRenderer dots =
                new org.jfree.chart.renderer.xy.XYLineAndShapeRenderer(false, true);
        for (int s = 0; s < data.stages().size(); s++) {
            org.jfree.data.xy.XYSeries series = new org.jfree.data.xy.XYSeries(s);
            WaitData.Line stage = data.stages().get(s);
            series.add(place(stage.median(), least), 0.5);
            series.add(place(stage.p95(), least), 0.95);
            marks.addSeries(series);
            dots.setSeriesPaint(s, color(data, s));
            dots.setSeriesShape(s, style.dot(0.6));
        }
        int index = plot.getDatasetCount();
        plot.setDataset(index, marks);
        plot.setRenderer(index, dots);
    }

    private static Color color(WaitData data, int line) {
        Stage stage = data.stages().get(line).stage();
        return stage == null ? Style.SERIES.get(ofTraffic(data, line) % Style.SERIES.size()) : color(stage);
    }

    /** Names of traffic are dotted and dashed otherwise than the stages before them. */
    private static int dash(WaitData data, int line) {
        Stage stage = data.stages().get(line).stage();
        return stage == null ? ofTraffic(data, line) + (line == ofTraffic(data, line) ? 0 : 4) : dash(stage);
    }

    /** The place of a line among those of traffic, which stand behind the stages. */
    private static int ofTraffic(WaitData data, int line) {
        return line
                - (int) data.stages().stream().filter(l -> l.stage() != null).count();
    }

    /** A stage has the colour that it has over the day; with a return load, that of the same work on the way out. */
    static Color color(Stage stage) {
        return switch (stage) {
            case TRUCK -> Style.INK;
            case LOAD, RETURN_LOAD -> Style.ORANGE;
            case EXPORT, RETURN_EXPORT -> Style.GREEN;
            case OUTBOUND -> Style.BLUE;
            case IMPORT, RETURN_IMPORT -> Style.PURPLE;
            case UNLOAD, RETURN_UNLOAD -> Style.SKY;
            case RETURN -> Style.VERMILION;
        };
    }

    /** The dash pattern of a stage: neighbours in a trip differ, and so do two stages of the same colour. */
    private static int dash(Stage stage) {
        return switch (stage) {
            case RETURN_LOAD -> 2;
            case RETURN_EXPORT, RETURN_IMPORT -> 0;
            case RETURN_UNLOAD -> 3;
            default ->
                (int) Arrays.stream(Stage.values())
                        .filter(other -> other.compareTo(stage) < 0
                                && !TripTime.begins(other).isFurther())
                        .count();
        };
    }

    private static double place(double minutes, double least) {
        return Math.log10(Math.max(least, minutes));
    }

    /** The distribution function as a staircase of at most some hundred points; the share at the left edge waited no longer than {@code least}. */
    static double[][] steps(double[] sorted, double least, double upper) {
        int points = Math.min(sorted.length, 150);
        // The first two points rise at the left edge, so that a median of 0 lies on the curve.
        double[] x = new double[points + 3];
        double[] y = new double[points + 3];
        x[0] = Math.log10(least);
        x[1] = x[0];
        int atLeft = 0;
        while (atLeft < sorted.length && sorted[atLeft] <= least) {
            atLeft++;
        }
        y[1] = atLeft / (double) sorted.length;
        for (int i = 0; i < points; i++) {
            int rank = (int) ((i + 1L) * sorted.length / points) - 1;
            x[i + 2] = place(sorted[rank], least);
            y[i + 2] = Math.max(y[1], (rank + 1) / (double) sorted.length);
        }
        x[points + 2] = upper;
        y[points + 2] = 1;
        return new double[][] {x, y};
    }
}
