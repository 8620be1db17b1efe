package org.bridgeconvoy.report.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bridgeconvoy.result.Activity;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.words.Numbers;
import org.jfree.chart.LegendItem;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.TextAnchor;

/** Draws charts of shares: where a truck's day goes, and how long trucks wait. */
final class ShareCharts {

    /** Unit of the axis of waits, in minutes: five seconds where there are vehicles that wait for a signal. */
    private static final double LEAST_MINUTE = 1;

    private static final double LEAST_OF_VEHICLES = 5.0 / 60;

    /** Room for the names of stages left of the bars and for a value right of them, in text sizes. */
    private static final double NAMES_EMS = 12;

    private static final double BAR = 0.36;

    /** Half the height of the box of a row of waits. */
    private static final double BOX = 0.26;

    /** Most characters of the name of a row. */
    private static final int LONGEST = 24;

    /** Room for two times right of a row of waits, in ems. */
    private static final double WORDS_EMS = 11;

    /** Room for a value right of its bar, in ems. */
    private static final double VALUE_EMS = 6;
    /** Ticks of the axis of waits, in minutes. */
    private static final double[] MINUTES = {0, 1, 5, 15, 60, 240, 720, 1440, 2880, 10080, 43200};

    private static final double[] FROM_SECONDS = {0, 0.25, 1, 5, 15, 60, 240, 720, 1440, 2880, 10080, 43200};
    private static final List<String> FROM_SECONDS_LABELS =
            List.of("0", "15 s", "1 min", "5 min", "15 min", "1 h", "4 h", "12 h", "1 d", "2 d", "7 d", "30 d");
    private static final List<String> MINUTE_LABELS =
            List.of("0", "1 min", "5 min", "15 min", "1 h", "4 h", "12 h", "1 d", "2 d", "7 d", "30 d");

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

    /** Hours of a trip by stage, stacked by cause, each stage beginning where the one before ends, and their sum. */
    static Plot states(TripHours data, Style style, double ems) {
        int stages = data.stages().size();
        int rows = stages + 1;
        double whole = data.total();
        TickAxis names = style.axis(
                TickAxis.rows(rows, i -> i == 0 ? data.whole() : data.stages().get(rows - 1 - i)), "");
        double room = Math.max(10, ems - NAMES_EMS);
        TickAxis hours = hours(whole, Math.max(0.14, VALUE_EMS / Math.max(1, room - VALUE_EMS)), data.axis(), style);
        XYPlot plot = DayPictures.bare(style, hours, names);
        plot.setRangeGridlinesVisible(false);
        Boxes links = Boxes.lines(Style.MUTED, style.line(0.06));
        List<LegendItem> items = new ArrayList<>();
        for (int c = 0; c < data.causes().size(); c++) {
            Color color = CAUSES.getOrDefault(data.causes().get(c), Style.GREY);
            Boxes boxes = Boxes.filled(color);
            for (int s = 0; s < stages; s++) {
                double begin = data.begins(s);
                for (int before = 0; before < c; before++) {
                    begin += data.hours()[before][s];
                }
                boxes.add(begin, rows - 1 - s - BAR, begin + data.hours()[c][s], rows - 1 - s + BAR);
            }
            plot.addAnnotation(boxes);
            items.add(style.swatch(data.causes().get(c), color));
        }
        plot.addAnnotation(Boxes.filled(Style.MUTED).add(0, -BAR, whole, BAR));
        for (int s = 0; s < rows; s++) {
            double end = s == stages ? whole : data.begins(s) + data.hoursOf(s);
            if (s < stages) {
                links.add(end, rows - 1 - s - BAR, end, rows - 2 - s + BAR);
            }
            String words = hoursAndMinutes(s == stages ? whole : data.hoursOf(s));
            plot.addAnnotation(behind(words, end + 0.01 * whole, rows - 1 - s, style));
        }
        plot.addAnnotation(links);
        told(data).addTo(plot);
        plot.setFixedLegendItems(Style.legend(items));
        return plot;
    }

    /** Minutes of each stage by cause, and together; the last row is the sum. */
    private static Told told(TripHours data) {
        int stages = data.stages().size();
        List<String> rows = new ArrayList<>(data.stages());
        rows.add(data.whole());
        Told told = new Told(
                ChartTable.Reading.Y,
                "",
                data.minutes(),
                IntStream.rangeClosed(0, stages).mapToDouble(s -> stages - s).toArray(),
                rows);
        for (int c = 0; c < data.causes().size(); c++) {
            double[] minutes = Arrays.stream(data.hours()[c]).map(h -> 60 * h).toArray();
            double[] withSum = Arrays.copyOf(minutes, stages + 1);
            withSum[stages] = Arrays.stream(minutes).sum();
            String cause = data.causes().get(c);
            told.add(cause, CAUSES.getOrDefault(cause, Style.GREY), withSum);
        }
        return told.add(
                "together",
                null,
                IntStream.rangeClosed(0, stages)
                        .mapToDouble(s -> 60 * (s == stages ? data.total() : data.hoursOf(s)))
                        .toArray());
    }

    private static XYTextAnnotation behind(String words, double x, double y, Style style) {
        XYTextAnnotation text = new XYTextAnnotation(words, x, y);
        text.setFont(style.font(0.94));
        text.setPaint(Style.INK);
        text.setTextAnchor(TextAnchor.CENTER_LEFT);
        return text;
    }

    /** An axis of hours with ticks up to the longest bar, and room for the values behind the bars. */
    private static TickAxis hours(double longest, double margin, String label, Style style) {
        double step = longest > 240
                ? 48
                : longest > 60
                        ? 12
                        : longest > 12 ? 4 : longest > 5 ? 2 : longest > 2 ? 1 : longest > 0.6 ? 0.25 : 0.05;
        int ticks = (int) Math.max(2, Math.floor(longest / step + 1e-9) + 1);
        double[] places = IntStream.range(0, ticks).mapToDouble(i -> i * step).toArray();
        double upper = Math.max(step, longest) * (1 + margin);
        return style.axis(TickAxis.at(places, i -> Words.number(places[i]), 0, upper), label);
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

    /** Waits as one row a stage: how many wait at all, half of the waits as a box, 90% as a line, the median. */
    static Plot waits(WaitData data, Style style, double ems) {
        int rows = data.stages().size();
        boolean vehicles = data.stages().stream().anyMatch(line -> line.stage() == null);
        double unit = vehicles ? LEAST_OF_VEHICLES : LEAST_MINUTE;
        double longest =
                data.stages().stream().mapToDouble(WaitData.Line::p95).max().orElse(60);
        double upper = place(Math.max(vehicles ? 5 : 60, longest), unit);
        double text = Math.min(0.5, WORDS_EMS / Math.max(10, ems - NAMES_EMS));
        double[] ticks = Arrays.stream(vehicles ? FROM_SECONDS : MINUTES)
                .map(minutes -> place(minutes, unit))
                .filter(v -> v <= upper)
                .toArray();
        List<String> labels = vehicles ? FROM_SECONDS_LABELS : MINUTE_LABELS;
        TickAxis minutes = style.axis(TickAxis.at(ticks, labels::get, 0, upper / (1 - text)), "wait");
        TickAxis names = style.axis(
                TickAxis.rows(rows, i -> Words.cut(line(data, i).label(), LONGEST), i -> noWait(line(data, i))), "");
        XYPlot plot = DayPictures.bare(style, minutes, names);
        plot.setRangeGridlinesVisible(false);
        Boxes lines = Boxes.lines(Style.INK, style.line(0.1));
        Boxes medians = Boxes.lines(Style.INK, style.line(0.3));
        for (int i = 0; i < rows; i++) {
            WaitData.Line line = line(data, i);
            double low = place(Stats.quantile(line.minutes(), 0.05), unit);
            double p95 = place(line.p95(), unit);
            double median = place(line.median(), unit);
            lines.add(low, i, p95, i).add(p95, i - 0.12, p95, i + 0.12).add(low, i - 0.12, low, i + 0.12);
            medians.add(median, i - BOX, median, i + BOX);
            double from = place(Stats.quantile(line.minutes(), 0.25), unit);
            double until = place(Stats.quantile(line.minutes(), 0.75), unit);
            Color color = line.stage() == null
                    ? Style.SERIES.get(ofTraffic(data, rows - 1 - i) % Style.SERIES.size())
                    : color(line.stage());
            plot.addAnnotation(Boxes.filled(color).add(from, i - BOX, until, i + BOX));
            plot.addAnnotation(behind(
                    Words.minutes(line.median()) + "; " + Words.minutes(line.p95()),
                    Math.max(p95, median) + 0.015 * upper,
                    i,
                    style));
        }
        plot.addAnnotation(lines);
        plot.addAnnotation(medians);
        told(data).addTo(plot);
        plot.setFixedLegendItems(Style.legend(List.of(
                style.stroke("median", Style.INK, style.line(0.3)),
                style.swatch("half of the waits", Style.GREY),
                style.stroke("90% of the waits", Style.INK, style.line(0.1)),
                style.stroke("numbers: median; 95th percentile", Style.PAPER, style.line(0.1)))));
        return plot;
    }

    private static Told told(WaitData data) {
        int rows = data.stages().size();
        Told told = new Told(
                ChartTable.Reading.Y,
                "",
                "min",
                IntStream.range(0, rows).mapToDouble(i -> i).toArray(),
                IntStream.range(0, rows).mapToObj(i -> line(data, i).label()).toList());
        for (double level : new double[] {0.05, 0.25, 0.5, 0.75, 0.95}) {
            told.add(
                    level == 0.5 ? "median" : Numbers.fixed(100 * level, 0) + "th percentile",
                    null,
                    IntStream.range(0, rows)
                            .mapToDouble(i -> Stats.quantile(line(data, i).minutes(), level))
                            .toArray());
        }
        return told.add(
                "no wait, %",
                null,
                IntStream.range(0, rows)
                        .mapToDouble(i -> 100 * shareWithout(line(data, i)))
                        .toArray());
    }

    private static double shareWithout(WaitData.Line line) {
        return Arrays.stream(line.minutes()).filter(m -> m <= 0).count() / (double) line.minutes().length;
    }

    /** The line of a row, counted from below. */
    private static WaitData.Line line(WaitData data, int row) {
        return data.stages().get(data.stages().size() - 1 - row);
    }

    /** {@code 38% no wait}. */
    static String noWait(WaitData.Line line) {
        return Numbers.fixed(100 * shareWithout(line), 0) + "% no wait";
    }

    /** The place of a line among those of traffic, which stand behind the stages. */
    private static int ofTraffic(WaitData data, int line) {
        return line
                - (int) data.stages().stream().filter(l -> l.stage() != null).count();
    }

    /** Place of a wait on the axis: 0 is 0, waits far above the unit lie on a logarithmic scale. */
    private static double place(double minutes, double unit) {
        return Math.log1p(Math.max(0, minutes) / unit);
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
}
