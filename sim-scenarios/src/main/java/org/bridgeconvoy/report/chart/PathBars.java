package org.bridgeconvoy.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.IntervalXYDataset;
import org.jfree.data.xy.XYDataset;

/** Draws the bars of each series, of a plot that is not turned, as one path, which keeps a vector file small. */
@SuppressWarnings("serial") // charts are drawn, never serialised
final class PathBars extends XYBarRenderer {

    private transient Path2D path = new Path2D.Double();

    PathBars() {
        setUseYInterval(true);
        setShadowVisible(false);
    }

    @Override
    public void drawItem(
            Graphics2D g2,
            XYItemRendererState state,
            Rectangle2D area,
            PlotRenderingInfo info,
            XYPlot plot,
            ValueAxis domain,
            ValueAxis range,
            XYDataset dataset,
            int series,
            int item,
            CrosshairState crosshair,
            int pass) {
        IntervalXYDataset bars = (IntervalXYDataset) dataset;
        if (item == 0) {
            path = new Path2D.Double();
        }
        double x0 = domain.valueToJava2D(bars.getStartXValue(series, item), area, plot.getDomainAxisEdge());
        double x1 = domain.valueToJava2D(bars.getEndXValue(series, item), area, plot.getDomainAxisEdge());
        double y0 = range.valueToJava2D(bars.getStartYValue(series, item), area, plot.getRangeAxisEdge());
        double y1 = range.valueToJava2D(bars.getEndYValue(series, item), area, plot.getRangeAxisEdge());
        path.append(
                new Rectangle2D.Double(Math.min(x0, x1), Math.min(y0, y1), Math.abs(x1 - x0), Math.abs(y1 - y0)),
                false);
        if (item == bars.getItemCount(series) - 1) {
            g2.setPaint(getItemPaint(series, item));
            g2.fill(path);
            if (isDrawBarOutline()) {
                g2.setStroke(getItemOutlineStroke(series, item));
                g2.setPaint(getItemOutlinePaint(series, item));
                g2.draw(path);
            }
        }
    }
}
