package org.bridgeconvoy.report.chart;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** A number axis whose label breaks into lines where it is longer than the axis; JFreeChart lets it run over its neighbours. */
@SuppressWarnings("serial") // charts are drawn, never serialised
class HouseAxis extends NumberAxis {

    /** Heights of a line that the other axis takes of the area of the plot. */
    static final double OTHER_AXIS = 2.5;

    private transient List<String> lines = List.of();

    @Override
    public AxisSpace reserveSpace(Graphics2D g2, Plot plot, Rectangle2D plotArea, RectangleEdge edge, AxisSpace space) {
        FontMetrics metrics = g2.getFontMetrics(getLabelFont());
        double length =
                (isUpright(edge) ? plotArea.getHeight() : plotArea.getWidth()) - OTHER_AXIS * metrics.getHeight();
        lines = getLabel() == null ? List.of() : lines(getLabel(), length, metrics);
        return super.reserveSpace(g2, plot, plotArea, edge, space);
    }

    private static boolean isUpright(RectangleEdge edge) {
        return RectangleEdge.isLeftOrRight(edge);
    }

    /** The words in lines that are not longer than a length; of a longer word, such as a path, its end. */
    static List<String> lines(String label, double length, FontMetrics metrics) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String each : label.split(" ", -1)) {
            String word = each;
            for (int most = each.length() - 1; most > 2 && metrics.stringWidth(word) > length; most--) {
                word = Words.end(each, most);
            }
            if (line.length() > 0 && metrics.stringWidth(line + " " + word) > length) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    @Override
    protected Rectangle2D getLabelEnclosure(Graphics2D g2, RectangleEdge edge) {
        Rectangle2D one = super.getLabelEnclosure(g2, edge);
        double more = Math.max(0, lines.size() - 1)
                * g2.getFontMetrics(getLabelFont()).getHeight();
        return isUpright(edge)
                ? new Rectangle2D.Double(one.getX(), one.getY(), one.getWidth() + more, one.getHeight())
                : new Rectangle2D.Double(one.getX(), one.getY(), one.getWidth(), one.getHeight() + more);
    }

    @Override
    protected AxisState drawLabel(
            String label,
            Graphics2D g2,
            Rectangle2D plotArea,
            Rectangle2D dataArea,
            RectangleEdge edge,
            AxisState state) {
        if (lines.size() < 2) {
            return super.drawLabel(label, g2, plotArea, dataArea, edge, state);
        }
        // Of a label on the left or on top the last line is next to the axis.
        boolean isBackwards = RectangleEdge.LEFT.equals(edge) || RectangleEdge.TOP.equals(edge);
        RectangleInsets insets = getLabelInsets();
        for (int i = 0; i < lines.size(); i++) {
            setLabelInsets(between(insets, edge, i > 0, i < lines.size() - 1), false);
            super.drawLabel(lines.get(isBackwards ? lines.size() - 1 - i : i), g2, plotArea, dataArea, edge, state);
        }
        setLabelInsets(insets, false);
        return state;
    }

    /** The insets without those between lines. */
    private static RectangleInsets between(
            RectangleInsets insets, RectangleEdge edge, boolean isBefore, boolean isBehind) {
        boolean top = RectangleEdge.BOTTOM.equals(edge) ? isBefore : RectangleEdge.TOP.equals(edge) && isBehind;
        boolean bottom = RectangleEdge.BOTTOM.equals(edge) ? isBehind : RectangleEdge.TOP.equals(edge) && isBefore;
        boolean left = RectangleEdge.RIGHT.equals(edge) ? isBefore : RectangleEdge.LEFT.equals(edge) && isBehind;
        boolean right = RectangleEdge.RIGHT.equals(edge) ? isBehind : RectangleEdge.LEFT.equals(edge) && isBefore;
        return new RectangleInsets(
                top ? 0 : insets.getTop(),
                left ? 0 : insets.getLeft(),
                bottom ? 0 : insets.getBottom(),
                right ? 0 : insets.getRight());
    }
}
