package org.bridgeconvoy.report.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.bridgeconvoy.report.chart.Charts;
import org.bridgeconvoy.report.chart.SweepData;

/**
 * Draws a small invisible chart while this class is initialized. Class initialization runs once and blocks other
 * threads, so no two threads initialize the classes that draw at the same time.
 */
final class FirstChart {

    static {
        double[][] values = {{1, 2, 3}};
        SweepData.Axis axis = new SweepData.Axis("x", "", List.of("1", "2", "3"), values[0]);
        SweepData data = new SweepData("x", "y", "", axis, SweepData.Axis.none(), values, values);
        try {
            Charts.responseCurves(data).inline("first", 340, 180, 11);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FirstChart() {}

    /** Returns once the chart is drawn. The call initializes the class. */
    static void drawn() {
        // Nothing to do: see above.
    }
}
