package org.bridgeconvoy.report.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/** The name of a panel in its upper left or right corner. JFreeChart's annotation with a title fails without a collection of entities. */
@SuppressWarnings("serial") // charts are drawn, never serialised
final class PanelName extends AbstractXYAnnotation {

    private static final double MARGIN = 0.4;

    private final String name;
    private final Font font;
    private final boolean isRight;

    PanelName(String name, Font font, boolean isRight) {
        this.name = name;
        this.font = font;
        this.isRight = isRight;
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
        double margin = MARGIN * font.getSize2D();
        double width = g2.getFontMetrics(font).stringWidth(name);
        g2.setFont(font);
        g2.setPaint(Style.INK);
        g2.drawString(
                name,
                (float) (isRight ? area.getMaxX() - margin - width : area.getMinX() + margin),
                (float) area.getMinY() + font.getSize2D());
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
