package org.bridgeconvoy.report.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.bridgeconvoy.report.chart.Charts;
import org.bridgeconvoy.report.chart.SweepData;

/**
 * A small chart that nobody sees, drawn once, when this class is initialised: so it is whole before any other thread draws,
 * and the classes that draw are never initialised by two threads at once.
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

    /** Returns when it has been drawn. */
    static void drawn() {
        // Calling this has initialised the class.
    }
}
