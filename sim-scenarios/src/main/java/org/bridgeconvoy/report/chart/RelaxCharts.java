package org.bridgeconvoy.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jfree.chart.LegendItem;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.TextAnchor;

/** Draws what each constraint relaxed alone changes. */
final class RelaxCharts {

    private static final double BAR = 0.3;

    /** Part of the largest gain below which the whole interval of a gain counts as none. */
    private static final double LEAST = 0.01;

    /** Most characters of a name and of a change. */
    private static final int LONGEST = 30;

    /** Room for the names, and the width of a character, in text sizes. */
    private static final double NAMES_EMS = 14;

    private static final double CHARACTER = 0.5;

    /** Distance of a text from its bar, as a part of the axis. */
    private static final double GAP = 0.015;

    /** Width in text sizes from which on a drawing has place for what was changed. */
    private static final double WIDE_EMS = 40;

    private RelaxCharts() {}

    static Plot relax(RelaxData data, Style style, double ems) {
        int rows = data.rows().size();
        IntFunction<RelaxData.Row> row = i -> data.rows().get(rows - 1 - i);
        TickAxis names =
                style.axis(TickAxis.rows(rows, i -> Words.cut(row.apply(i).name(), LONGEST)), "");
        NumberAxis gain = style.axis(new AmountAxis(), words(data.unit()));
        double reach = reach(data);
        double low =
                data.rows().stream().mapToDouble(r -> r.gain() - half(r)).min().orElse(0);
        double from = Math.max(-reach, Math.min(0, low));
        double width = Math.max(LONGEST / 2.0, ems - NAMES_EMS);
        double until = from;
        for (RelaxData.Row each : data.rows()) {
            double text = Math.min(0.75, (text(data, each, ems).length() + 2) * CHARACTER / width);
            until = Math.max(until, (Math.min(reach, end(each)) - text * from) / (1 - text));
        }
        gain.setRange(1.1 * from, until > from ? until : from + 1);
        XYPlot plot = style.plot(gain, names);
        plot.setNoDataMessage(null);
        plot.setRangeGridlinesVisible(false);
        plot.setRenderer(new org.jfree.chart.renderer.xy.XYLineAndShapeRenderer());
        bars(data, plot, style);
        values(data, plot, style, ems);
        told(data).addTo(plot);
        plot.setFixedLegendItems(Style.legend(items(data, style)));
        return plot;
    }

    /** What a gain is, for people: {@code days sooner}. */
    static String words(String unit) {
        return switch (unit) {
            case "d" -> "days sooner";
            case "t/d" -> "more tonnes a day";
            case "min" -> "minutes less of waiting";
            default -> "gain, " + unit;
        };
    }

    private static void bars(RelaxData data, XYPlot plot, Style style) {
        int rows = data.rows().size();
        double reach = reach(data);
        Boxes told = Boxes.filled(Style.BLUE);
        Boxes untold = Boxes.filled(Style.GREY);
        Boxes whiskers = Boxes.lines(Style.INK, style.line(0.12));
        for (int i = 0; i < rows; i++) {
            RelaxData.Row row = data.rows().get(i);
            double y = rows - 1 - i;
            (row.told() ? told : untold).add(0, y - BAR, row.gain(), y + BAR);
            if (!Double.isNaN(row.halfWidth())) {
                double[] ends = {row.gain() - row.halfWidth(), row.gain() + row.halfWidth()};
                whiskers.add(Math.max(-reach, ends[0]), y, Math.min(reach, ends[1]), y);
                for (double end : ends) {
                    // An end that is cut off has no cap.
                    if (Math.abs(end) <= reach) {
                        whiskers.add(end, y - BAR / 2, end, y + BAR / 2);
                    }
                }
            }
        }
        plot.addAnnotation(told);
        plot.addAnnotation(untold);
        plot.addAnnotation(whiskers);
        plot.addAnnotation(Boxes.lines(Style.INK, style.line(0.1)).add(0, -0.6, 0, rows - 0.4));
    }

    /** Gains that can be told from 0 and the others, each a series. */
    private static Told told(RelaxData data) {
        int rows = data.rows().size();
        Told told = new Told(
                ChartTable.Reading.Y,
                "",
                words(data.unit()),
                IntStream.range(0, rows).mapToDouble(i -> rows - 1 - i).toArray(),
                data.rows().stream().map(r -> r.name() + ": " + r.change()).toList());
        for (boolean isTold : new boolean[] {true, false}) {
            if (data.rows().stream().anyMatch(r -> r.told() == isTold)) {
                told.add(
                        isTold ? "gain" : "cannot be told from 0",
                        isTold ? Style.BLUE : Style.GREY,
                        each(data, r -> r.told() == isTold ? r.gain() : Double.NaN),
                        each(data, r -> r.gain() - r.halfWidth()),
                        each(data, r -> r.gain() + r.halfWidth()));
            }
        }
        return told;
    }

    private static double[] each(RelaxData data, ToDoubleFunction<RelaxData.Row> value) {
        return data.rows().stream().mapToDouble(value).toArray();
    }

    private static void values(RelaxData data, XYPlot plot, Style style, double ems) {
        int rows = data.rows().size();
        for (int i = 0; i < rows; i++) {
            RelaxData.Row row = data.rows().get(i);
            XYTextAnnotation text = new XYTextAnnotation(
                    text(data, row, ems),
                    Math.min(reach(data), end(row))
                            + GAP * plot.getDomainAxis().getRange().getLength(),
                    rows - 1 - i);
            text.setFont(style.font(0.94));
            text.setPaint(row.told() ? Style.INK : Style.MUTED);
            text.setTextAnchor(TextAnchor.CENTER_LEFT);
            plot.addAnnotation(text);
        }
    }

    /** How far from 0 is drawn: as far as what can be told from 0; without any, three times the greatest gain. Wider intervals are cut off. */
    private static double reach(RelaxData data) {
        double told = data.rows().stream()
                .filter(RelaxData.Row::told)
                .mapToDouble(RelaxCharts::end)
                .max()
                .orElse(0);
        double most =
                data.rows().stream().mapToDouble(r -> Math.abs(r.gain())).max().orElse(0);
        return told > 0 ? Math.max(told, most) : most > 0 ? 3 * most : 1;
    }

    private static double half(RelaxData.Row row) {
        return Double.isNaN(row.halfWidth()) ? 0 : row.halfWidth();
    }

    /** Right end of what is drawn of a row. */
    private static double end(RelaxData.Row row) {
        return Math.max(0, row.gain() + half(row));
    }

    /** What stands behind a bar: the gain and, in a drawing wide enough, what was changed. */
    private static String text(RelaxData data, RelaxData.Row row, double ems) {
        return value(data, row) + (ems < WIDE_EMS ? "" : " (" + Words.cut(row.change(), LONGEST) + ")");
    }

    /** {@code +530 ± 60}; {@code no gain} or {@code not told from 0} where the interval holds 0. */
    static String value(RelaxData data, RelaxData.Row row) {
        if (!row.told()) {
            double most =
                    data.rows().stream().mapToDouble(RelaxData.Row::gain).max().orElse(0);
            return end(row) <= LEAST * most ? "no gain" : "not told from 0";
        }
        return Words.difference(row.gain(), row.halfWidth());
    }

    private static List<LegendItem> items(RelaxData data, Style style) {
        List<LegendItem> items = new ArrayList<>();
        if (data.rows().stream().anyMatch(RelaxData.Row::told)) {
            items.add(style.swatch("gains", Style.BLUE));
        }
        if (data.rows().stream().anyMatch(r -> !r.told())) {
            items.add(style.swatch("cannot be told from 0", Style.GREY));
        }
        boolean cut = data.rows().stream().anyMatch(r -> Math.abs(r.gain()) + half(r) > reach(data));
        items.add(style.stroke(
                "interval; all hold together with 95%" + (cut ? "; without a cap: goes on" : ""),
                Style.INK,
                style.line(0.12)));
        return items;
    }
}
