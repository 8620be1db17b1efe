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

    /** Marks of an axis of days. */
    DayMarks(RunData run, Style style) {
        this(run, style, 0, 1);
    }

    private DayMarks(RunData run, Style style, int day, double units) {
        this.run = run;
        this.style = style;
        this.day = day;
        this.units = units;
    }

    /** Marks of an axis of hours since 00:00 of a day. */
    DayMarks ofDay(int shown) {
        return new DayMarks(run, style, shown, 24);
    }

    /** Place on the axis of a time in days since the start. */
    private double place(double days) {
        return (days - day) * units;
    }

    /** The horizon in days. */
    private double end() {
        return run.horizonNanos() / (double) Nanos.DAY;
    }

    /** The spans that lie at least in part within the run. */
    private List<WorldFacts.Span> within(List<WorldFacts.Span> spans) {
        return spans.stream().filter(s -> s.until() > 0 && s.from() < end()).toList();
    }

    private List<Double> changes() {
        return run.world().changes().stream().filter(at -> at < end()).toList();
    }

    /** Adds the marks to a plot. */
    void drawInto(XYPlot plot) {
        shade(plot, 0, run.warmUpNanos() / (double) Nanos.DAY, Style.NIGHT);
        within(run.world().holidays()).forEach(s -> shade(plot, s.from(), s.until(), Style.HOLIDAY));
        within(run.world().closures()).forEach(s -> shade(plot, s.from(), s.until(), Style.CLOSURE));
        for (double at : changes()) {
            plot.addDomainMarker(new ValueMarker(place(at), Style.INK, style.dashed(0.12, 1)), Layer.BACKGROUND);
        }
    }

    private void shade(XYPlot plot, double from, double until, Color color) {
        double begin = Math.max(0, from);
        double end = Math.min(until, end());
        if (begin < end) {
            IntervalMarker marker = new IntervalMarker(place(begin), place(end), color);
            marker.setAlpha(1);
            plot.addDomainMarker(marker, Layer.BACKGROUND);
        }
    }

    /** Adds the marks that occur to a legend. */
    void addTo(List<LegendItem> items) {
        if (run.warmUpNanos() > 0) {
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
