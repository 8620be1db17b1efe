package org.bridgeconvoy.report.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.TextAnchor;

/** Draws the use of stations, each against its own capacity, and of the lane over the hours of the day. */
final class UseCharts {

    /** Room above the capacity, for the name of the station. */
    private static final double ROOM = 1.9;

    /** Width in text sizes below which the words beside the first hour of the second clock reach to its third tick. */
    private static final double WIDE_EMS = 40;

    private UseCharts() {}

    static Plot use(RunData run, UseData data, Style style, double ems) {
        CombinedDomainXYPlot all = HourCharts.combined(style, 0, 24, run.users());
        all.setGap(style.em(0.35));
        double ahead = run.world().destinationAheadHours();
        if (ahead != 0 && !Double.isNaN(ahead) && !data.stations().isEmpty()) {
            all.add(clock(ahead, style, ems), 2);
        }
        boolean isAnyClosed = false;
        for (int s = 0; s < data.stations().size(); s++) {
            int look = Math.max(0, HourCharts.STATIONS.indexOf(data.stations().get(s)));
            Color color = HourCharts.STATION_COLORS.get(look % HourCharts.STATION_COLORS.size());
            all.add(station(data, s, color, style), 5);
            isAnyClosed |= hasClosed(data.open()[s]);
        }
        List<LegendItem> items = new ArrayList<>();
        all.add(lane(data.outbound(), data.openOutbound(), "lane, outbound", Style.OUTBOUND, style), 5);
        all.add(lane(data.back(), data.openBack(), "lane, return", Style.RETURN, style), 5);
        isAnyClosed |= hasClosed(data.openOutbound()) || hasClosed(data.openBack());
        if (!data.stations().isEmpty()) {
            items.add(style.swatch("trucks in service", Style.faint(Style.GREY, 150)));
            items.add(style.stroke("servers", Style.INK, style.line(0.1)));
        }
        items.add(style.swatch("share of the time in which the lane is in use", Style.faint(Style.BLUE, 110)));
        if (isAnyClosed) {
            items.add(style.swatch("closed on every day (hatched)", Style.PAPER));
        }
        all.setFixedLegendItems(Style.legend(items));
        return all;
    }

    /** The clock of the destination above the panels; its axis below is that of the origin. */
    private static XYPlot clock(double ahead, Style style, double ems) {
        int next = ems < WIDE_EMS ? 12 : 8;
        XYPlot plot = DayPictures.bare(style, null, hidden(style));
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        for (int hour = 0; hour <= 24; hour += hour == 0 ? next : 4) {
            int minutes = (int) Math.round((hour + ahead) * 60);
            // A space keeps the last hour off the edge, where it would be cut.
            String words = Words.time(minutes) + (hour == 0 ? " at the destination" : hour == 24 ? " " : "");
            XYTextAnnotation text = new XYTextAnnotation(words, hour, 0.5);
            text.setFont(style.font(0.94));
            text.setPaint(Style.MUTED);
            text.setTextAnchor(
                    hour == 0 ? TextAnchor.CENTER_LEFT : hour == 24 ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER);
            plot.addAnnotation(text);
        }
        return plot;
    }

    private static TickAxis hidden(Style style) {
        TickAxis axis = style.axis(TickAxis.at(new double[0], i -> "", 0, 1), "");
        axis.setTickMarksVisible(false);
        axis.setAxisLineVisible(false);
        return axis;
    }

    private static XYPlot station(UseData data, int s, Color color, Style style) {
        double[] duty = data.onShift()[s];
        double capacity = data.servers()[s];
        for (double servers : duty) {
            capacity = Math.max(capacity, servers);
        }
        double busiest = 0;
        for (double n : data.inService()[s]) {
            busiest = Math.max(busiest, n);
        }
        boolean isKnown = capacity > 0;
        double top = Math.max(capacity, isKnown ? busiest : Math.max(1, Math.ceil(busiest)));
        XYPlot plot = panel(top, Words.number(top), style);
        hatch(plot, data.open()[s], top, style);
        Lines lines = new Lines(style).steps();
        lines.area(data.hours(), new double[data.hours().length], data.inService()[s], Style.faint(color, 150));
        lines.line("", data.hours(), data.inService()[s], color, style.line(0.12));
        Told told = told(data.label(s)).add("trucks in service", color, data.inService()[s]);
        if (duty.length > 0) {
            lines.line("", data.hours(), duty, Style.INK, style.line(0.1));
            told.add("servers", Style.INK, duty);
        }
        lines.drawInto(plot);
        told.addTo(plot);
        if (duty.length == 0 && isKnown) {
            plot.addAnnotation(Boxes.lines(Style.INK, style.line(0.1)).add(0, capacity, 24, capacity));
        }
        style.name(plot, data.label(s));
        return plot;
    }

    private static XYPlot lane(double[] share, double[] open, String label, Color color, Style style) {
        XYPlot plot = panel(1, "100%", style);
        hatch(plot, open, 1, style);
        Lines lines = new Lines(style).steps();
        double[] hours = DayGrid.hours();
        lines.area(hours, new double[share.length], share, Style.faint(color, 110));
        lines.line("", hours, share, color, style.line(0.12));
        lines.drawInto(plot);
        told(label)
                .add(
                        "in use, % of the time",
                        color, Arrays.stream(share).map(s -> 100 * s).toArray())
                .addTo(plot);
        style.name(plot, label);
        return plot;
    }

    /** What a panel tells, by slots of ten minutes. */
    private static Told told(String panel) {
        double[] hours = DayGrid.hours();
        double half = 12.0 / DayGrid.SLOTS;
        return new Told(
                ChartTable.Reading.X,
                "",
                panel,
                hours,
                Arrays.stream(hours)
                        .mapToObj(h -> TickAxis.timeOfDay(h - half) + " to " + TickAxis.timeOfDay(h + half))
                        .toList());
    }

    /** A panel from 0 to its capacity, with room above. */
    private static XYPlot panel(double top, String label, Style style) {
        double[] ticks = {0, top};
        NumberAxis axis = style.axis(TickAxis.at(ticks, i -> i == 0 ? "0" : label, 0, ROOM * top), "");
        return style.plot(null, axis);
    }

    /** Hatches the slots of the day in which a station is closed on every measured day. */
    private static void hatch(XYPlot plot, double[] open, double top, Style style) {
        Boxes closed = Boxes.hatched(style);
        double slot = 24.0 / DayGrid.SLOTS;
        int from = -1;
        for (int i = 0; i <= open.length; i++) {
            boolean isClosed = i < open.length && open[i] <= 0;
            if (isClosed && from < 0) {
                from = i;
            } else if (!isClosed && from >= 0) {
                closed.add(from * slot, 0, i * slot, top);
                from = -1;
            }
        }
        if (!closed.isEmpty()) {
            plot.addAnnotation(closed);
        }
    }

    private static boolean hasClosed(double[] open) {
        for (double share : open) {
            if (share <= 0) {
                return true;
            }
        }
        return false;
    }
}
