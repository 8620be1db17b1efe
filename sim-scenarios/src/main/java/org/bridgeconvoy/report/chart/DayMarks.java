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

    DayMarks(RunData run, Style style) {
        this.run = run;
        this.style = style;
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
            plot.addDomainMarker(new ValueMarker(at, Style.INK, style.dashed(0.12, 1)), Layer.BACKGROUND);
        }
    }

    private void shade(XYPlot plot, double from, double until, Color color) {
        double begin = Math.max(0, from);
        double end = Math.min(until, end());
        if (begin < end) {
            IntervalMarker marker = new IntervalMarker(begin, end, color);
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
