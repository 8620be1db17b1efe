package org.bridgeconvoy.report.chart;

import org.jspecify.annotations.Nullable;

/**
 * What a series of a drawing tells: its name and its values as they are, not as steps or stacks are drawn. It is the key of the series in
 * JFreeChart, so that {@link PlotReader} finds it in a finished plot.
 */
final class ChartSeries implements Comparable<ChartSeries> {

    private final int index;
    private final String name;
    private final double[] at;
    private final double[] value;
    private final double @Nullable [] low;
    private final double @Nullable [] high;
    private final double width;

    private ChartSeries(
            int index,
            String name,
            double[] at,
            double[] value,
            double @Nullable [] low,
            double @Nullable [] high,
            double width) {
        this.index = index;
        this.name = name;
        this.at = at;
        this.value = value;
        this.low = low;
        this.high = high;
        this.width = width;
    }

    /**
     * A series without intervals.
     *
     * @param index place among the series of its dataset
     * @param name what the values are, as in the legend; empty for a series that tells nothing
     * @param at places on the axis along which the chart is read
     * @param value a value for each place; NaN where there is none
     */
    static ChartSeries of(int index, String name, double[] at, double[] value) {
        return new ChartSeries(index, name, at, value, null, null, 0);
    }

    /** A series with intervals, NaN where there is none. */
    static ChartSeries of(int index, String name, double[] at, double[] value, double[] low, double[] high) {
        return new ChartSeries(index, name, at, value, low, high, 0);
    }

    /** A copy whose values are of a stretch of the axis around each place, such as a week. */
    ChartSeries wide(double width) {
        return new ChartSeries(index, name, at, value, low, high, width);
    }

    String name() {
        return name;
    }

    double[] at() {
        return at.clone();
    }

    double[] value() {
        return value.clone();
    }

    double @Nullable [] low() {
        return low == null ? null : low.clone();
    }

    double @Nullable [] high() {
        return high == null ? null : high.clone();
    }

    double width() {
        return width;
    }

    @Override
    public int compareTo(ChartSeries other) {
        return Integer.compare(index, other.index);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ChartSeries that && index == that.index;
    }

    @Override
    public int hashCode() {
        return index;
    }

    @Override
    public String toString() {
        return name;
    }
}
