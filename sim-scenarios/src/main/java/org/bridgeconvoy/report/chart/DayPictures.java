package org.bridgeconvoy.report.chart;

import java.awt.Color;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.bridgeconvoy.result.Stage;
import org.jfree.chart.LegendItem;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYZDataset;
import org.jspecify.annotations.Nullable;

/** Draws the day of trucks as rows, and the week as a map of weekdays and hours. */
final class DayPictures {

    private static final double BAR = 0.4;

    /** Width in text sizes from which on the cells of a map have place for their numbers. */
    private static final double WIDE_EMS = 40;

    /** Part of the greatest value above which a cell is dark. */
    private static final double DARK = 0.5;

    private DayPictures() {}

    /** A plot for {@link Boxes} alone. A panel of a combined plot has null for the axis that the panels share. */
    static XYPlot bare(Style style, @Nullable TickAxis domain, TickAxis range) {
        XYPlot plot = style.plot(domain, range);
        plot.setNoDataMessage(null);
        plot.setRenderer(new XYLineAndShapeRenderer());
        return plot;
    }

    static Plot gantt(RunData run, GanttData data, Style style) {
        int rows = data.rows().size();
        TickAxis hours = style.axis(TickAxis.hours(data.fromHour(), data.untilHour()), "time of day at the origin");
        TickAxis trips = style.axis(
                TickAxis.at(new double[0], i -> "", -0.7, Math.max(rows, 3) - 0.3),
                "a row a truck, the first back on top");
        trips.setTickMarksVisible(false);
        XYPlot plot = bare(style, hours, trips);
        plot.setRangeGridlinesVisible(false);
        DayMarks marks = new DayMarks(run, style).ofDay(data.day(), data.fromHour(), data.untilHour());
        marks.drawInto(plot);
        List<Boxes> boxes = new ArrayList<>();
        List<LegendItem> items = new ArrayList<>();
        Boxes whole = Boxes.filled(Style.GRID);
        boxes.add(whole);
        for (int i = 0; i < rows; i++) {
            GanttData.Row row = data.rows().get(i);
            double y = Math.max(rows, 3) - 1 - i;
            double from = row.from();
            for (GanttData.Part part : row.parts()) {
                if (part.waits() && part.stage().isCrossing()) {
                    add(whole, data, from, part.from(), y);
                    from = part.until();
                }
            }
            add(whole, data, from, row.until(), y);
        }
        for (Stage stage : Stage.values()) {
            for (boolean waits : new boolean[] {true, false}) {
                part(data, stage, waits, rows, boxes, items, style);
            }
        }
        boxes.forEach(plot::addAnnotation);
        told(run, data).addTo(plot);
        items.add(style.swatch("waits at a station, roads", Style.GRID));
        marks.addTo(items);
        plot.setFixedLegendItems(Style.legend(items));
        return plot;
    }

    /** {@code 08:30}, or {@code 16:08 on 22 Oct} on another day than the one that is shown. */
    private static String instant(RunData run, GanttData data, double hour) {
        int minutes = (int) Math.round(60 * hour);
        int day = Math.floorDiv(minutes, 24 * 60);
        return Words.time(minutes)
                + (day == 0 ? "" : " on " + TickAxis.date(run.start().plusDays(data.day() + day)));
    }

    /** Minutes of each row by what its truck does, in the order of a trip. */
    private static Told told(RunData run, GanttData data) {
        int rows = data.rows().size();
        int top = Math.max(rows, 3) - 1;
        Told told = new Told(
                ChartTable.Reading.Y,
                "",
                "min",
                IntStream.range(0, rows).mapToDouble(i -> top - i).toArray(),
                data.rows().stream()
                        .map(row -> "truck " + row.truck() + ", " + instant(run, data, row.from()) + " to "
                                + instant(run, data, row.until()))
                        .toList());
        for (Stage stage : Stage.values()) {
            for (boolean waits : new boolean[] {true, false}) {
                double[] minutes = data.rows().stream()
                        .mapToDouble(row -> row.parts().stream()
                                .filter(part -> part.stage() == stage && part.waits() == waits)
                                .mapToDouble(part -> 60 * (part.until() - part.from()))
                                .sum())
                        .toArray();
                if (Arrays.stream(minutes).anyMatch(m -> m > 0)) {
                    told.add(
                            (waits ? "waits: " : "") + stage.text(),
                            waits && !stage.isCrossing() ? Style.GRID : ShareCharts.color(stage),
                            minutes);
                }
            }
        }
        return told;
    }

    private static void part(
            GanttData data,
            Stage stage,
            boolean waits,
            int rows,
            List<Boxes> boxes,
            List<LegendItem> items,
            Style style) {
        if (waits && !stage.isCrossing()) {
            return; // the light grey below all parts
        }
        Color color = waits ? Style.faint(ShareCharts.color(stage), 95) : ShareCharts.color(stage);
        Boxes all = Boxes.filled(color);
        for (int i = 0; i < rows; i++) {
            double y = Math.max(rows, 3) - 1 - i;
            for (GanttData.Part part : data.rows().get(i).parts()) {
                if (part.stage() == stage && part.waits() == waits) {
                    add(all, data, part.from(), part.until(), y);
                }
            }
        }
        if (!all.isEmpty()) {
            boxes.add(all);
            items.add(style.swatch((waits ? "waits: " : "") + stage.text(), color));
        }
    }

    private static void add(Boxes boxes, GanttData data, double from, double until, double y) {
        double begin = Math.max(data.fromHour(), from);
        double end = Math.min(data.untilHour(), until);
        if (begin < end) {
            boxes.add(begin, y - BAR, end, y + BAR);
        }
    }

    static Plot week(RunData run, WeekData data, Style style, double ems) {
        List<Integer> rows = new ArrayList<>();
        for (int d = data.days().length - 1; d >= 0; d--) {
            if (data.days()[d] > 0) {
                rows.add(d);
            }
        }
        TickAxis hours =
                style.axis(TickAxis.hours(0, 24), run.hasTrucks() ? "time of day at the origin" : "time of day");
        TickAxis days = style.axis(
                TickAxis.rows(
                        rows.size(),
                        i -> DayOfWeek.of(rows.get(i) + 1).getDisplayName(TextStyle.SHORT, Locale.ENGLISH)),
                "");
        XYPlot plot = bare(style, hours, days);
        plot.setRangeGridlinesVisible(false);
        plot.setDomainGridlinesVisible(false);
        Color[] scale = StudyCharts.SCALE;
        Boxes[] boxes = new Boxes[scale.length];
        for (int k = 0; k < scale.length; k++) {
            boxes[k] = Boxes.filled(scale[k]);
        }
        List<XYTextAnnotation> numbers = new ArrayList<>();
        double most = Math.max(data.most(), 1e-9);
        for (int i = 0; i < rows.size(); i++) {
            for (int h = 0; h < 24; h++) {
                double value = data.median()[rows.get(i)][h];
                if (!Double.isNaN(value)) {
                    int k = (int) Math.min(scale.length - 1.0, value / most * scale.length);
                    boxes[k].add(h + 0.02, i - 0.47, h + 0.98, i + 0.47);
                    if (ems >= WIDE_EMS && rows.size() > 1) {
                        numbers.add(number(value, most, h + 0.5, i, style));
                    }
                }
            }
        }
        for (Boxes each : boxes) {
            plot.addAnnotation(each);
        }
        numbers.forEach(plot::addAnnotation);
        plot.setDataset(cells(data, rows));
        plot.setRenderer(new XYLineAndShapeRenderer(false, false));
        plot.setFixedLegendItems(Style.legend(List.of(
                style.swatch("0", scale[0]),
                style.swatch(Words.number(data.most()) + " waiting, median of the days", scale[scale.length - 1]))));
        return plot;
    }

    /** The map as it is told: an hour of a weekday is read in its middle. */
    private static DefaultXYZDataset cells(WeekData data, List<Integer> rows) {
        double[][] cells = new double[3][24 * rows.size()];
        for (int i = 0; i < cells[0].length; i++) {
            cells[0][i] = i % 24 + 0.5;
            cells[1][i] = Math.floorDiv(i, 24);
            cells[2][i] = data.median()[rows.get(i / 24)][i % 24];
        }
        DefaultXYZDataset dataset = new DefaultXYZDataset();
        dataset.addSeries("cells", cells);
        return dataset;
    }

    private static XYTextAnnotation number(double value, double most, double x, double y, Style style) {
        XYTextAnnotation text = new XYTextAnnotation(Long.toString(Math.round(value)), x, y);
        text.setFont(style.font(0.8));
        text.setPaint(value > DARK * most ? StudyCharts.ON_DARK : StudyCharts.ON_LIGHT);
        return text;
    }
}
