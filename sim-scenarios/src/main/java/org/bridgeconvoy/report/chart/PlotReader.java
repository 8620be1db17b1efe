package org.bridgeconvoy.report.chart;

import java.awt.Color;
import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.data.xy.IntervalXYDataset;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYZDataset;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a finished plot what it tells, so that every chart answers without a second description of itself. A series tells if its key
 * is a {@link ChartSeries} with a name, or a text; other keys are decoration.
 */
final class PlotReader {

    private PlotReader() {}

    /** The numbers of a plot. */
    static ChartTable table(Plot plot) {
        return new ChartTable(panels(plot).stream().map(PlotReader::panel).toList());
    }

    private static List<XYPlot> panels(Plot plot) {
        List<XYPlot> panels = new ArrayList<>();
        List<?> all = plot instanceof CombinedDomainXYPlot shared
                ? shared.getSubplots()
                : plot instanceof CombinedRangeXYPlot beside ? beside.getSubplots() : List.of(plot);
        for (Object one : all) {
            if (one instanceof XYPlot panel) {
                panels.add(panel);
            }
        }
        return panels;
    }

    /**
     * Where the panels of a plot were drawn: for each left, top, width and height, then the ends of the horizontal and of the upright axis,
     * as a list of lists in JSON.
     */
    static String areas(Plot plot, PlotRenderingInfo info) {
        StringJoiner all = new StringJoiner(",", "[", "]");
        List<XYPlot> panels = panels(plot);
        for (int i = 0; i < panels.size(); i++) {
            boolean isOne = info.getSubplotCount() == 0;
            Rectangle2D area =
                    isOne ? info.getDataArea() : info.getSubplotInfo(i).getDataArea();
            XYPlot panel = panels.get(i);
            boolean isTurned = PlotOrientation.HORIZONTAL.equals(panel.getOrientation());
            ValueAxis x = isTurned ? panel.getRangeAxis() : panel.getDomainAxis();
            ValueAxis y = isTurned ? panel.getDomainAxis() : panel.getRangeAxis();
            StringJoiner one = new StringJoiner(",", "[", "]");
            DoubleStream.of(area.getX(), area.getY(), area.getWidth(), area.getHeight())
                    .forEach(v -> one.add(Double.toString(Math.round(10 * v) / 10.0)));
            DoubleStream.of(x.getLowerBound(), x.getUpperBound(), y.getLowerBound(), y.getUpperBound())
                    .forEach(v -> one.add(Double.toString(v)));
            all.add(one.toString());
        }
        return all.toString();
    }

    private static ChartTable.Panel panel(XYPlot plot) {
        Told told = told(plot);
        if (told != null) {
            return panel(plot, told);
        }
        boolean isTurned = PlotOrientation.HORIZONTAL.equals(plot.getOrientation());
        boolean isRows =
                !isTurned && plot.getRangeAxis() instanceof TickAxis && !(plot.getDomainAxis() instanceof TickAxis);
        ValueAxis along = isRows ? plot.getRangeAxis() : plot.getDomainAxis();
        ValueAxis across = isRows ? plot.getDomainAxis() : plot.getRangeAxis();
        List<ChartTable.Series> all = new ArrayList<>();
        boolean isMap = false;
        for (int d = 0; d < plot.getDatasetCount(); d++) {
            XYDataset data = plot.getDataset(d);
            XYItemRenderer renderer = plot.getRenderer(d);
            if (data instanceof XYZDataset cells) {
                all.addAll(rows(cells, along, across));
                isMap = true;
            } else if (data != null) {
                for (int s = 0; s < data.getSeriesCount(); s++) {
                    ChartSeries series = series(data, s, isRows);
                    if (series != null) {
                        all.add(told(
                                series,
                                i -> words(along, series.at()[i], series.width()),
                                isPercent(across) ? 100 : 1,
                                paint(renderer, s)));
                    }
                }
            }
        }
        ChartTable.Reading reading = isMap
                ? ChartTable.Reading.CELL
                : isTurned || isRows
                        ? ChartTable.Reading.Y
                        : all.stream().allMatch(PlotReader::isRising) ? ChartTable.Reading.X : ChartTable.Reading.POINT;
        return new ChartTable.Panel(
                reading, label(along), isPercent(across) ? label(across) + ", %" : label(across), all);
    }

    private static @Nullable Told told(XYPlot plot) {
        for (int d = 0; d < plot.getDatasetCount(); d++) {
            if (plot.getDataset(d) instanceof Told told) {
                return told;
            }
        }
        return null;
    }

    /** What a panel tells in words. */
    private static ChartTable.Panel panel(XYPlot plot, Told told) {
        XYItemRenderer renderer = plot.getRenderer(plot.indexOf(told));
        List<ChartTable.Series> all = new ArrayList<>();
        for (int s = 0; s < told.getSeriesCount(); s++) {
            if (told.getSeriesKey(s) instanceof ChartSeries series) {
                all.add(told(series, told::text, 1, paint(renderer, s)));
            }
        }
        return new ChartTable.Panel(told.reading(), told.at(), told.value(), all);
    }

    private static String label(@Nullable ValueAxis axis) {
        return axis == null || axis.getLabel() == null ? "" : axis.getLabel();
    }

    private static boolean isRising(ChartTable.Series series) {
        List<Double> at = series.at();
        return IntStream.range(1, at.size()).allMatch(i -> at.get(i) > at.get(i - 1));
    }

    /** The series that a key tells, or that a dataset holds under a text; null for decoration. */
    private static @Nullable ChartSeries series(XYDataset data, int s, boolean isRows) {
        Comparable<?> key = data.getSeriesKey(s);
        if (key instanceof ChartSeries told) {
            return told.name().isEmpty() ? null : told;
        }
        if (!(key instanceof String name) || data.getItemCount(s) == 0) {
            return null;
        }
        int n = data.getItemCount(s);
        double[] x =
                IntStream.range(0, n).mapToDouble(i -> data.getXValue(s, i)).toArray();
        double[] y =
                IntStream.range(0, n).mapToDouble(i -> data.getYValue(s, i)).toArray();
        if (data instanceof IntervalXYDataset intervals) {
            double[] low = IntStream.range(0, n)
                    .mapToDouble(i -> isRows ? intervals.getStartXValue(s, i) : intervals.getStartYValue(s, i))
                    .toArray();
            double[] high = IntStream.range(0, n)
                    .mapToDouble(i -> isRows ? intervals.getEndXValue(s, i) : intervals.getEndYValue(s, i))
                    .toArray();
            boolean any = IntStream.range(0, n).anyMatch(i -> high[i] > low[i]);
            if (any) {
                return ChartSeries.of(s, name, isRows ? y : x, isRows ? x : y, low, high);
            }
        }
        return ChartSeries.of(s, name, isRows ? y : x, isRows ? x : y);
    }

    /** Whether an axis writes shares as percentages. */
    private static boolean isPercent(@Nullable ValueAxis axis) {
        return axis instanceof NumberAxis numbers
                && !(axis instanceof TickAxis)
                && numbers.getTickUnit().valueToString(1).equals("100%");
    }

    /**
     * A series as it is told.
     *
     * @param place a place in words, by its number
     * @param factor of the values: 100 for percentages
     */
    private static ChartTable.Series told(
            ChartSeries series, IntFunction<String> place, double factor, @Nullable Paint paint) {
        double[] at = series.at();
        double[] value = series.value();
        double[] low = series.low();
        double[] high = series.high();
        int[] used = IntStream.range(0, at.length)
                .filter(i -> !Double.isNaN(value[i]))
                .toArray();
        return new ChartTable.Series(
                series.name(),
                color(paint),
                Double.NaN,
                chosen(at, used, 1),
                IntStream.of(used).mapToObj(place).toList(),
                chosen(value, used, factor),
                low == null ? null : chosen(low, used, factor),
                high == null ? null : chosen(high, used, factor));
    }

    private static List<Double> chosen(double[] values, int[] used, double factor) {
        return IntStream.of(used).mapToObj(i -> factor * values[i]).toList();
    }

    /** The cells of a map, a series for each row from the top. */
    private static List<ChartTable.Series> rows(XYZDataset data, ValueAxis columns, ValueAxis rows) {
        Map<Double, List<Integer>> byRow = new TreeMap<>(Comparator.reverseOrder());
        for (int i = 0; i < data.getItemCount(0); i++) {
            byRow.computeIfAbsent(data.getYValue(0, i), y -> new ArrayList<>()).add(i);
        }
        List<ChartTable.Series> all = new ArrayList<>();
        byRow.forEach((y, items) -> all.add(new ChartTable.Series(
                words(rows, y, 0),
                "",
                y,
                items.stream().map(i -> data.getXValue(0, i)).toList(),
                items.stream().map(i -> words(columns, data.getXValue(0, i), 1)).toList(),
                items.stream().map(i -> data.getZValue(0, i)).toList(),
                null,
                null)));
        return all;
    }

    private static String words(@Nullable ValueAxis axis, double at, double width) {
        return axis instanceof TickAxis ticks ? ticks.words(at, width) : Words.number(at);
    }

    private static @Nullable Paint paint(@Nullable XYItemRenderer renderer, int series) {
        return renderer == null ? null : renderer.getSeriesPaint(series);
    }

    private static String color(@Nullable Paint paint) {
        return paint instanceof Color color ? PageColors.color(color) : "";
    }
}
