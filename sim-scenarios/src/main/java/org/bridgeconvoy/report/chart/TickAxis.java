package org.bridgeconvoy.report.chart;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A number axis with ticks at round positions (whole days, hours, given values) whose labels never overlap. */
@SuppressWarnings("serial") // charts are drawn, never serialised
final class TickAxis extends HouseAxis {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    /** Distances of ticks in days, from fine to coarse. */
    private static final double[] DAY_STEPS = {1, 2, 7, 14, 28, 56, 91, 182, 364, 728, 1820, 3640, 18200};
    /** Distances of ticks in hours, from fine to coarse. */
    private static final double[] HOUR_STEPS = {1 / 12.0, 0.25, 0.5, 1, 2, 3, 4, 6, 12};

    /** Characters of the labels of all choices together, for each em of the drawing's width. */
    private static final double CHOICES = 1.6;

    /** Characters that the label of a choice has at least. */
    private static final int LEAST_CHOICE = 6;

    /** Rows that an axis of rows has place for at least. */
    private static final int LEAST_ROWS = 3;

    /** Least size of the labels of rows, as a part of the usual one. */
    private static final double LEAST_TEXT = 0.6;

    /** Distance of each of two lines of text from the middle of a row. */
    private static final double HALF_LINE = 0.21;

    /** A tick with its label. */
    private record Tick(double value, String label) {}

    /** Sets of ticks from fine to coarse. The axis draws the first set whose labels fit. */
    private final transient List<List<Tick>> candidates;

    /** A place on the axis in words. */
    private interface Place {
        String words(double at, double width);
    }

    private final transient Place place;

    /** Lines of text of each row; 0 if this is no axis of rows. */
    private int linesOfRow;

    private TickAxis(List<List<Tick>> candidates, double lower, double upper) {
        this(candidates, lower, upper, (at, width) -> nearest(candidates.get(0), at));
    }

    private TickAxis(List<List<Tick>> candidates, double lower, double upper, Place place) {
        this.candidates = candidates;
        this.place = place;
        setRange(lower, upper);
        setAutoRange(false);
    }

    /** A date as the axes of days write it. */
    static String date(LocalDate date) {
        return date.format(DAY);
    }

    /**
     * An axis of days since a date.
     *
     * @param offset position of a label in its day: 0.5 labels the day, 0 its beginning
     */
    static TickAxis days(LocalDate start, double lower, double upper, double offset) {
        DateTimeFormatter format = upper - lower > 366 ? DAY_OF_YEAR : DAY;
        DoubleFunction<String> label = v -> start.plusDays((long) Math.floor(v)).format(format);
        return stepped(DAY_STEPS, lower, upper, offset, label, (at, width) -> dates(start, at, width, format));
    }

    /** The days around a place: {@code 23 Oct}, {@code 21 Oct to 27 Oct}; an instant between days as {@code 23 Oct, 24:00}. */
    private static String dates(LocalDate start, double at, double width, DateTimeFormatter format) {
        long first = (long) Math.floor(at - width / 2 + 1e-9);
        long last = (long) Math.ceil(at + width / 2 - 1e-9) - 1;
        if (width == 0) {
            double hours = 24 * (at - Math.floor(at));
            boolean isMiddle = Math.abs(hours - 12) < 1e-6;
            if (hours < 1e-6) {
                return start.plusDays((long) at - 1).format(format) + ", 24:00";
            }
            String day = start.plusDays((long) Math.floor(at)).format(format);
            return isMiddle ? day : day + ", " + timeOfDay(hours);
        }
        String from = start.plusDays(first).format(format);
        return first >= last ? from : from + " to " + start.plusDays(last).format(format);
    }

    /** An axis of hours since 00:00, labelled with the time of day; a stretch in words is {@code 08:00 to 09:00}. */
    static TickAxis hours(double lower, double upper) {
        return stepped(
                HOUR_STEPS,
                lower,
                upper,
                0,
                TickAxis::timeOfDay,
                (at, width) ->
                        width == 0 ? timeOfDay(at) : timeOfDay(at - width / 2) + " to " + timeOfDay(at + width / 2));
    }

    /** {@code 08:30}; hours beyond a day are of another day. */
    static String timeOfDay(double hours) {
        return Words.time((int) Math.round(hours * 60));
    }

    /**
     * A place in words: a date, a time of day, or the label of the nearest tick.
     *
     * @param width length of the stretch around the place; 0 for an instant, of which the middle of a day stands for the day
     */
    String words(double at, double width) {
        return place.words(at, width);
    }

    private static String nearest(List<Tick> ticks, double at) {
        Tick nearest = ticks.get(0);
        for (Tick tick : ticks) {
            nearest = Math.abs(tick.value - at) < Math.abs(nearest.value - at) ? tick : nearest;
        }
        return nearest.label;
    }

    /** An axis with a set of ticks for each step that gives at most 200 of them. */
    private static TickAxis stepped(
            double[] steps, double lower, double upper, double offset, DoubleFunction<String> label, Place place) {
        List<List<Tick>> candidates = new ArrayList<>();
        for (double step : steps) {
            List<Tick> ticks = new ArrayList<>();
            for (double v = Math.ceil(lower / step) * step; v + offset <= upper + 1e-9; v += step) {
                ticks.add(new Tick(v + offset, label.apply(v)));
            }
            if (ticks.size() <= 200) {
                candidates.add(ticks);
            }
        }
        return new TickAxis(candidates, lower, upper, place);
    }

    /**
     * An axis with ticks at given values. If their labels do not fit, only every second, third … value has one.
     *
     * @param label label of a value, by its index
     */
    static TickAxis at(double[] values, IntFunction<String> label, double lower, double upper) {
        List<List<Tick>> candidates = new ArrayList<>();
        for (int every = 1; every <= Math.max(1, values.length); every++) {
            List<Tick> ticks = new ArrayList<>();
            for (int i = 0; i < values.length; i += every) {
                ticks.add(new Tick(values[i], label.apply(i)));
            }
            candidates.add(ticks);
        }
        return new TickAxis(candidates, lower, upper);
    }

    /**
     * An upright axis of rows at 0, 1, 2 … that each have a label; where rows are low, the labels are small.
     *
     * @param label label of a row, by its number
     */
    static TickAxis rows(int rows, IntFunction<String> label) {
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            ticks.add(new Tick(i, label.apply(i)));
        }
        return ofRows(ticks, rows, 1);
    }

    /**
     * An upright axis of rows at 0, 1, 2 … with two lines of text each.
     *
     * @param upper upper line of a row, by its number
     * @param lower lower line of a row, by its number
     */
    static TickAxis rows(int rows, IntFunction<String> upper, IntFunction<String> lower) {
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            ticks.add(new Tick(i - HALF_LINE, lower.apply(i)));
            ticks.add(new Tick(i + HALF_LINE, upper.apply(i)));
        }
        return ofRows(ticks, rows, 2);
    }

    private static TickAxis ofRows(List<Tick> ticks, int rows, int lines) {
        double aside = Math.max(0, LEAST_ROWS - rows) / 2.0; // one row alone would be as high as the drawing
        TickAxis axis = new TickAxis(List.of(ticks), -0.6 - aside, rows - 0.4 + aside);
        axis.linesOfRow = lines;
        axis.setTickMarksVisible(false);
        return axis;
    }

    @Override
    public AxisSpace reserveSpace(Graphics2D g2, Plot plot, Rectangle2D plotArea, RectangleEdge edge, AxisSpace space) {
        if (linesOfRow > 0) {
            double line = linesOfRow * g2.getFontMetrics(getTickLabelFont()).getHeight();
            double row = (plotArea.getHeight() - OTHER_AXIS / linesOfRow * line) / (getUpperBound() - getLowerBound());
            if (row < line) {
                float size = (float) (getTickLabelFont().getSize2D() * Math.max(LEAST_TEXT, row / line));
                setTickLabelFont(getTickLabelFont().deriveFont(size));
            }
        }
        return super.reserveSpace(g2, plot, plotArea, edge, space);
    }

    /** An axis with a tick for each of a few alternatives, at 0, 1, 2 …; each has its label, cut if the drawing is narrow. */
    static TickAxis choices(List<String> choices, double ems) {
        int n = choices.size();
        int most = Math.max(LEAST_CHOICE, (int) (ems * CHOICES / n));
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            ticks.add(new Tick(i, Words.cut(Words.choice(choices.get(i)), most)));
        }
        return new TickAxis(List.of(ticks), -0.6, n - 0.4);
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
        boolean flat = RectangleEdge.isTopOrBottom(edge);
        FontMetrics metrics = g2.getFontMetrics(getTickLabelFont());
        List<Tick> chosen = candidates.get(candidates.size() - 1);
        for (List<Tick> ticks : candidates) {
            if (fits(ticks, dataArea, edge, metrics, flat)) {
                chosen = ticks;
                break;
            }
        }
        TextAnchor anchor = flat ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        List<NumberTick> ticks = new ArrayList<>();
        for (Tick tick : chosen) {
            ticks.add(new NumberTick(tick.value, tick.label, anchor, TextAnchor.CENTER, 0.0));
        }
        return ticks;
    }

    /** Whether the labels of these ticks do not overlap. */
    private boolean fits(List<Tick> ticks, Rectangle2D area, RectangleEdge edge, FontMetrics metrics, boolean flat) {
        double end = Double.NEGATIVE_INFINITY;
        double gap = metrics.stringWidth("n");
        for (Tick tick : ticks) {
            double at = flat ? valueToJava2D(tick.value, area, edge) : -valueToJava2D(tick.value, area, edge);
            double half = (flat ? metrics.stringWidth(tick.label) : metrics.getHeight()) / 2.0;
            if (at - half < end + (flat ? gap : 0)) {
                return false;
            }
            end = at + half;
        }
        return true;
    }
}
