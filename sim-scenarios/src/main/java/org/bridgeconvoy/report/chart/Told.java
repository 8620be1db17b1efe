package org.bridgeconvoy.report.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jspecify.annotations.Nullable;

/**
 * What a panel tells that {@link Boxes} or other annotations draw, or that is drawn in other places than it is told. A dataset without a
 * point: it draws nothing and leaves the axes as they are, and {@link PlotReader} finds it. The series of a panel with one are told by it
 * alone.
 */
@SuppressWarnings("serial") // charts are drawn, never serialised
final class Told extends XYSeriesCollection {

    private final ChartTable.Reading reading;
    private final String at;
    private final String value;
    private final double[] places;
    private final transient List<String> texts;
    private final transient List<@Nullable Color> colors = new ArrayList<>();

    /**
     * Nothing told yet.
     *
     * @param reading how a reader finds a value
     * @param at label of the places; may be empty
     * @param value label of the values
     * @param places places on the axis along which the panel is read
     * @param texts the places in words
     */
    Told(ChartTable.Reading reading, String at, String value, double[] places, List<String> texts) {
        this.reading = reading;
        this.at = at;
        this.value = value;
        this.places = places.clone();
        this.texts = List.copyOf(texts);
    }

    /** Adds a series, a value for each place; NaN where there is none. A series without a colour is no line of the drawing. */
    Told add(String name, @Nullable Color color, double[] values) {
        return add(name, color, values, null, null);
    }

    /** Adds a series with the ends of its intervals. */
    Told add(String name, @Nullable Color color, double[] values, double @Nullable [] low, double @Nullable [] high) {
        int i = getSeriesCount();
        addSeries(new XYSeries(
                low == null || high == null
                        ? ChartSeries.of(i, name, places, values)
                        : ChartSeries.of(i, name, places, values, low, high)));
        colors.add(color);
        return this;
    }

    /** Adds this to a plot, behind what it has. */
    void addTo(XYPlot plot) {
        XYLineAndShapeRenderer silent = new XYLineAndShapeRenderer(false, false);
        for (int i = 0; i < colors.size(); i++) {
            silent.setSeriesPaint(i, colors.get(i));
        }
        int index = plot.getDataset() == null ? 0 : plot.getDatasetCount();
        plot.setDataset(index, this);
        plot.setRenderer(index, silent);
    }

    ChartTable.Reading reading() {
        return reading;
    }

    String at() {
        return at;
    }

    String value() {
        return value;
    }

    /** A place in words, by its number. */
    String text(int i) {
        return texts.get(i);
    }

    // A dataset is itself, whatever it holds.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
