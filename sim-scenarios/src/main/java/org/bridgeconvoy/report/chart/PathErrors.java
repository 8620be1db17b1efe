package org.bridgeconvoy.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.IntervalXYDataset;
import org.jfree.data.xy.XYDataset;

/** Draws the upright intervals of a series, without points between them, as one path, which keeps a vector file small. */
@SuppressWarnings("serial") // charts are drawn, never serialised
final class PathErrors extends XYErrorRenderer {

    private transient Path2D path = new Path2D.Double();

    PathErrors() {
        setDrawXError(false);
        setDefaultShapesVisible(false);
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
        if (pass != 0) {
            return;
        }
        IntervalXYDataset intervals = (IntervalXYDataset) dataset;
        if (item == 0) {
            path = new Path2D.Double();
        }
        double x = domain.valueToJava2D(intervals.getXValue(series, item), area, plot.getDomainAxisEdge());
        double low = range.valueToJava2D(intervals.getStartYValue(series, item), area, plot.getRangeAxisEdge());
        double high = range.valueToJava2D(intervals.getEndYValue(series, item), area, plot.getRangeAxisEdge());
        double cap = getCapLength() / 2;
        path.moveTo(x, low);
        path.lineTo(x, high);
        for (double end : new double[] {low, high}) {
            path.moveTo(x - cap, end);
            path.lineTo(x + cap, end);
        }
        if (item == intervals.getItemCount(series) - 1) {
            g2.setPaint(getErrorPaint());
            g2.setStroke(getErrorStroke());
            g2.draw(path);
        }
    }
}
