package org.bridgeconvoy.report.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bridgeconvoy.calendar.Nanos;
import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jspecify.annotations.Nullable;

/** Draws charts over the days of a run: throughput and backlog. */
final class DayCharts {

    /** Multiple of the greatest mean above which intervals are cut off, so that the means stay readable. */
    static final double HIGHEST = 1.5;

    /** Most cargoes whose time of complete delivery has its own entry in the legend. */
    private static final int MOST_CLEARED = 3;
    /** Most days for which each end of a day is a dot. */
    private static final int MOST_DOTS = 14;

    private static final String CUT_OFF = ", cut off at the top";

    private DayCharts() {}

    /** Trucks and tonnes per day as stacked bars. */
    static Plot throughput(RunData run, ThroughputData data, Style style) {
        TickAxis days = days(run, style, data.binDays() == 1 ? 0.5 : 0);
        CombinedDomainXYPlot both = new CombinedDomainXYPlot(days);
        style.dress(both);
        both.setGap(style.em(0.9));
        CargoGroups groups = CargoGroups.of(run);
        DayMarks marks = new DayMarks(run, style);
        boolean trucksTogether = data.trucks().length < data.cargoes().size();
        Bars trucks = bars(data, data.trucks(), data.totalTrucks(), trucksTogether ? null : groups);
        Bars tonnes = bars(data, data.tonnes(), data.totalTonnes(), groups);
        String single = data.binDays() == 1 ? "single days" : "single spans of " + data.binDays() + " days";
        trucks.apart(data.trucksApart(), single);
        tonnes.apart(data.tonnesApart(), single);
        both.add(stack(trucks, marks, style, "trucks a day"));
        both.add(stack(tonnes, marks, style, "tonnes a day"));
        List<LegendItem> items = new ArrayList<>();
        for (int c = 0; c < groups.count(); c++) {
            items.add(style.swatch(groups.label(c), groups.color(c)));
        }
        if (trucksTogether) {
            items.add(style.swatch("trucks of all cargo", Style.GREY));
        }
        if (run.replications() > 1) {
            boolean cut = trucks.isCut() || tonnes.isCut();
            items.add(style.stroke("95% interval of the mean" + (cut ? CUT_OFF : ""), Style.INK, style.line(0.12)));
            items.add(style.swatch(
                    "80% of " + single + (trucks.isApartCut() || tonnes.isApartCut() ? CUT_OFF : ""), Bars.APART));
        }
        if (data.lastIsShort()) {
            items.add(style.swatch("faint: a part of the last " + (data.binDays() == 1 ? "day" : "days"), Style.PAPER));
        }
        marks.addTo(items);
        both.setFixedLegendItems(Style.legend(items));
        return both;
    }

    /** Bars by group of cargoes; one part for all cargo if {@code groups} is null. */
    private static Bars bars(ThroughputData data, double[][] rows, Band total, @Nullable CargoGroups groups) {
        double[] widths = Arrays.stream(data.lengths()).map(days -> 0.84 * days).toArray();
        Bars bars = new Bars(data.middles(), widths, total.size() > 0 ? total : null);
        if (data.lastIsShort()) {
            bars.lastIsFaint();
        }
        double[][] stacked = groups == null ? rows : groups.sum(rows);
        for (int c = 0; c < stacked.length; c++) {
            bars.add(
                    groups == null ? "all cargo" : groups.label(c),
                    stacked[c],
                    groups == null ? Style.GREY : groups.color(c));
        }
        return bars;
    }

    /** A panel of stacked bars. */
    private static XYPlot stack(Bars bars, DayMarks marks, Style style, String label) {
        XYPlot plot = style.plot(null, style.fromZero(label, false));
        plot.setDomainGridlinesVisible(false);
        marks.drawInto(plot);
        bars.drawInto(plot, style);
        return plot;
    }

    /** Backlogs as lines with intervals. */
    static Plot backlog(RunData run, BacklogData data, Style style) {
        TickAxis days = days(run, style, 0);
        // Leaves room for the whole of the last dot.
        days.setRange(0, 1.01 * days.getUpperBound());
        CombinedDomainXYPlot both = new CombinedDomainXYPlot(days);
        style.dress(both);
        both.setGap(style.em(0.9));
        List<LegendItem> items = new ArrayList<>();
        DayMarks marks = new DayMarks(run, style);
        CargoGroups groups = CargoGroups.of(run);
        boolean waits = Arrays.stream(data.total().mean()).anyMatch(v -> v > 0);
        if (waits) {
            both.add(amounts(data, data.byCargo(), data.total(), "t waiting for a truck", groups, marks, style, items));
            items.clear();
        }
        XYPlot open = amounts(
                data,
                data.undeliveredByCargo(),
                data.undelivered(),
                "t not yet delivered",
                groups,
                marks,
                style,
                items);
        both.add(open);
        if (groups.count() > Style.SERIES.size()) {
            items.add(style.stroke(groups.label(groups.count() - 1) + ": in all cargo", Style.PAPER, style.line(0.1)));
        }
        if (run.replications() > 1) {
            items.add(style.swatch("95% interval of the mean", Style.faint(Style.INK, 60)));
        }
        addCleared(run, open, style, data, groups, items);
        marks.addTo(items);
        both.setFixedLegendItems(Style.legend(items));
        return both;
    }

    /** Marks the mean day on which each cargo was delivered completely. */
    private static void addCleared(
            RunData run, XYPlot open, Style style, BacklogData data, CargoGroups groups, List<LegendItem> items) {
        int row = 0;
        for (BacklogData.Clears clears : data.clears()) {
            int cargo = data.cargoes().indexOf(clears.cargo());
            if (!Double.isNaN(clears.days().mean()) && groups.isAlone(cargo)) {
                LegendItem item = cleared(run, open, style, clears, groups.color(groups.of(cargo)), row++);
                if (data.clears().size() <= MOST_CLEARED) {
                    items.add(item);
                }
            }
        }
        if (row > 0 && data.clears().size() > MOST_CLEARED) {
            items.add(style.stroke("all of a cargo delivered, in its colour", Style.INK, style.dashed(0.15, 1)));
        }
    }

    /** What is not yet delivered here and in a variant, each as a median with its band. */
    static Plot course(RunData run, CourseData data, Style style) {
        TickAxis days = days(run, style, 0);
        XYPlot plot = style.plot(days, style.fromZero("t not yet delivered", false));
        DayMarks marks = new DayMarks(run, style);
        marks.drawInto(plot);
        double[] ends = new double[data.here()[1].length];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = i + run.partOfDay(i);
        }
        Lines lines = new Lines(style);
        lines.area(ends, data.there()[0], data.there()[2], Style.faint(Style.BLUE, 60));
        lines.area(ends, data.here()[0], data.here()[2], Style.faint(Style.VERMILION, 70));
        List<LegendItem> items = new ArrayList<>();
        items.add(lines.line(Words.cut(data.against(), 24), ends, data.there()[1], Style.BLUE, style.dashed(0.2, 1)));
        items.add(lines.line(Words.cut(run.name(), 24), ends, data.here()[1], Style.VERMILION, style.line(0.2)));
        items.add(style.swatch("90% of the replications", Style.faint(Style.GREY, 90)));
        lines.drawInto(plot);
        if (data.madeUpDay() < days.getUpperBound()) {
            plot.addDomainMarker(
                    new org.jfree.chart.plot.ValueMarker(data.madeUpDay(), Style.INK, style.dashed(0.15, 2)));
            items.add(
                    style.stroke("made up for, " + TickAxis.date(madeUp(run, data)), Style.INK, style.dashed(0.15, 2)));
        }
        marks.addTo(items);
        plot.setFixedLegendItems(Style.legend(items));
        return plot;
    }

    /** The date by whose end a scenario has caught up with its variant. */
    static java.time.LocalDate madeUp(RunData run, CourseData data) {
        return run.start().plusDays((long) Math.max(0, Math.ceil(data.madeUpDay()) - 1));
    }

    /** A panel of lines over the ends of the days; each end is a dot if there are few days. */
    private static XYPlot amounts(
            BacklogData data,
            List<Band> rows,
            Band total,
            String label,
            CargoGroups groups,
            DayMarks marks,
            Style style,
            List<LegendItem> items) {
        XYPlot plot = style.plot(null, style.fromZero(label, false));
        marks.drawInto(plot);
        Lines lines = new Lines(style)
                .noHigherThan(HIGHEST * Arrays.stream(total.mean()).max().orElse(0));
        if (data.days().length <= MOST_DOTS) {
            lines.dots();
        }
        double[] days = data.days();
        if (rows.size() > 1) {
            for (int c = 0; c < rows.size(); c++) {
                if (groups.isAlone(c)) {
                    int g = groups.of(c);
                    items.add(lines.banded(groups.label(g), days, rows.get(c), groups.color(g), g + 1));
                }
            }
        }
        String all = rows.size() > 1 ? "all cargo" : data.cargoes().get(0);
        items.add(lines.banded(all, days, total, Style.INK, 0));
        lines.drawInto(plot);
        return plot;
    }

    /**
     * Marks the day on which one cargo was delivered completely, with its interval; returns the entry of the legend.
     */
    private static LegendItem cleared(
            RunData run, XYPlot plot, Style style, BacklogData.Clears clears, Color color, int row) {
        double half = clears.days().halfWidth95();
        if (half > 0) {
            IntervalMarker interval = new IntervalMarker(
                    clears.days().mean() - half, clears.days().mean() + half, Style.faint(color, 60));
            interval.setAlpha(1);
            plot.addDomainMarker(interval, Layer.BACKGROUND);
        }
        org.jfree.chart.plot.ValueMarker mark =
                new org.jfree.chart.plot.ValueMarker(clears.days().mean());
        mark.setPaint(color);
        mark.setStroke(style.dashed(0.15, 1 + row));
        plot.addDomainMarker(mark, Layer.FOREGROUND);
        String text = clears.cargo() + " all delivered: day "
                + Words.number(clears.days().mean()) + ", "
                + TickAxis.date(
                        run.start().plusDays((long) Math.floor(clears.days().mean())))
                + (clears.notCleared() > 0
                        ? " (at least; not in " + clears.notCleared() + " of " + run.replications() + ")"
                        : "");
        return style.stroke(text, color, style.dashed(0.15, 1 + row));
    }

    /**
     * The axis of the days.
     *
     * @param offset position of a label in its day: 0.5 for the middle, 0 for the beginning
     */
    private static TickAxis days(RunData run, Style style, double offset) {
        double upper = Math.max(1, Math.ceil(run.horizonNanos() / (double) Nanos.DAY - 1e-9));
        TickAxis axis = style.axis(TickAxis.days(run.start(), 0, upper, offset), "");
        axis.setTickMarksVisible(offset == 0);
        return axis;
    }
}
