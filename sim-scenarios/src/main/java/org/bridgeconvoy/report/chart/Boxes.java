package org.bridgeconvoy.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jspecify.annotations.Nullable;

/**
 * Rectangles and lines of one colour in the coordinates of the axes, of a plot that is not turned. They are one path in a vector file,
 * however many they are.
 */
@SuppressWarnings("serial") // charts are drawn, never serialised
final class Boxes extends AbstractXYAnnotation {

    private final Color color;
    private final transient @Nullable Stroke stroke;
    /** Distance of the lines of a hatching in units of the drawing; 0 for filled rectangles. */
    private final double hatch;

    private final transient List<double[]> boxes = new ArrayList<>();

    private Boxes(Color color, @Nullable Stroke stroke, double hatch) {
        this.color = color;
        this.stroke = stroke;
        this.hatch = hatch;
    }

    /** Filled rectangles. */
    static Boxes filled(Color color) {
        return new Boxes(color, null, 0);
    }

    /** Lines from corner to corner: of a rectangle without height or width, a straight one. */
    static Boxes lines(Color color, Stroke stroke) {
        return new Boxes(color, stroke, 0);
    }

    /** Rectangles filled with slanting lines. */
    static Boxes hatched(Style style) {
        return new Boxes(Style.GREY, style.line(0.06), style.em(0.8));
    }

    /** Adds a rectangle, or a line from the first corner to the second. */
    Boxes add(double x0, double y0, double x1, double y1) {
        boxes.add(new double[] {x0, y0, x1, y1});
        return this;
    }

    boolean isEmpty() {
        return boxes.isEmpty();
    }

    @Override
    public void draw(
            Graphics2D g2,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis domain,
            ValueAxis range,
            int rendererIndex,
            PlotRenderingInfo info) {
        if (boxes.isEmpty()) {
            return;
        }
        RectangleEdge bottom = Plot.resolveDomainAxisLocation(plot.getDomainAxisLocation(), PlotOrientation.VERTICAL);
        RectangleEdge left = Plot.resolveRangeAxisLocation(plot.getRangeAxisLocation(), PlotOrientation.VERTICAL);
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (double[] box : boxes) {
            double x0 = within(domain.valueToJava2D(box[0], area, bottom), area.getMinX(), area.getMaxX());
            double x1 = within(domain.valueToJava2D(box[2], area, bottom), area.getMinX(), area.getMaxX());
            double y0 = within(range.valueToJava2D(box[1], area, left), area.getMinY(), area.getMaxY());
            double y1 = within(range.valueToJava2D(box[3], area, left), area.getMinY(), area.getMaxY());
            add(path, x0, y0, x1, y1);
        }
        g2.setPaint(color);
        if (stroke == null) {
            g2.fill(path);
        } else {
            g2.setStroke(stroke);
            g2.draw(path);
        }
    }

    private void add(Path2D path, double x0, double y0, double x1, double y1) {
        if (hatch > 0) {
            hatch(path, Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1));
            return;
        }
        path.moveTo(x0, y0);
        if (stroke != null) {
            path.lineTo(x1, y1);
            return;
        }
        path.lineTo(x1, y0);
        path.lineTo(x1, y1);
        path.lineTo(x0, y1);
        path.closePath();
    }

    /** Lines along which x + y is a multiple of the distance, cut to a rectangle. */
    private void hatch(Path2D path, double left, double top, double right, double bottom) {
        for (double sum = Math.ceil((left + top) / hatch) * hatch; sum < right + bottom; sum += hatch) {
            double fromX = Math.max(left, sum - bottom);
            double toX = Math.min(right, sum - top);
            if (fromX < toX) {
                path.moveTo(fromX, sum - fromX);
                path.lineTo(toX, sum - toX);
            }
        }
    }

    private static double within(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }

    // Annotations count as equal by identity here: a chart has each once.
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
