package org.bridgeconvoy.report.chart;

import java.awt.Color;
import java.util.List;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.study.WorldFacts;
import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;

/** Marks behind the data of charts over days: the warm-up, holidays of a bank, closures of the bridge, changes. */
final class DayMarks {

    private final RunData run;
    private final Style style;
    /** The day at whose 00:00 the axis is 0. */
    private final int day;
    /** Units of the axis in a day: 1, or 24 for an axis of hours. */
    private final double units;
    /** Ends of the axis, in days since the start. */
    private final double from;

    private final double until;

    /** Marks of an axis of all days of a run. */
    DayMarks(RunData run, Style style) {
        this(run, style, 0, 1, 0, Double.POSITIVE_INFINITY);
    }

    private DayMarks(RunData run, Style style, int day, double units, double from, double until) {
        this.run = run;
        this.style = style;
        this.day = day;
        this.units = units;
        this.from = Math.max(0, from);
        this.until = Math.min(until, run.horizonNanos() / (double) Nanos.DAY);
    }

    /** Marks of an axis of hours since 00:00 of a day. */
    DayMarks ofDay(int shown, double fromHour, double untilHour) {
        return new DayMarks(run, style, shown, 24, shown + fromHour / 24, shown + untilHour / 24);
    }

    /** Marks of an axis of some days of a run. */
    DayMarks ofDays(double first, double last) {
        return new DayMarks(run, style, 0, 1, first, last);
    }

    /** Place on the axis of a time in days since the start. */
    private double place(double days) {
        return (days - day) * units;
    }

    /** The spans that lie at least in part on the axis. */
    private List<WorldFacts.Span> within(List<WorldFacts.Span> spans) {
        return spans.stream().filter(s -> s.until() > from && s.from() < until).toList();
    }

    private List<Double> changes() {
        return run.world().changes().stream()
                .filter(at -> at >= from && at < until)
                .toList();
    }

    private double warmUp() {
        return run.warmUpNanos() / (double) Nanos.DAY;
    }

    /** Adds the marks to a plot. */
    void drawInto(XYPlot plot) {
        shade(plot, 0, warmUp(), Style.NIGHT);
        within(run.world().holidays()).forEach(s -> shade(plot, s.from(), s.until(), Style.HOLIDAY));
        within(run.world().closures()).forEach(s -> shade(plot, s.from(), s.until(), Style.CLOSURE));
        for (double at : changes()) {
            plot.addDomainMarker(new ValueMarker(place(at), Style.INK, style.dashed(0.12, 1)), Layer.BACKGROUND);
        }
    }

    private void shade(XYPlot plot, double first, double last, Color color) {
        double begin = Math.max(from, first);
        double end = Math.min(until, last);
        if (begin < end) {
            IntervalMarker marker = new IntervalMarker(place(begin), place(end), color);
            marker.setAlpha(1);
            plot.addDomainMarker(marker, Layer.BACKGROUND);
        }
    }

    /** Adds the marks that occur to a legend. */
    void addTo(List<LegendItem> items) {
        if (warmUp() > from) {
            items.add(style.swatch("warm-up, not measured", Style.NIGHT));
        }
        if (!within(run.world().holidays()).isEmpty()) {
            items.add(style.swatch("holiday of a bank", Style.HOLIDAY));
        }
        if (!within(run.world().closures()).isEmpty()) {
            items.add(style.swatch("bridge closed", Style.CLOSURE));
        }
        if (!changes().isEmpty()) {
            items.add(style.stroke("change of the world", Style.INK, style.dashed(0.12, 1)));
        }
    }
}
