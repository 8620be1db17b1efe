package org.bridgeconvoy.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.Range;
import org.jfree.data.RangeType;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.junit.jupiter.api.Test;

class AmountAxisTest {

    private static Range range(RangeType type, double... values) {
        XYSeries series = new XYSeries("values");
        for (int i = 0; i < values.length; i++) {
            series.add(i, values[i]);
        }
        AmountAxis axis = new AmountAxis();
        axis.setRangeType(type);
        axis.setAutoRangeIncludesZero(true);
        axis.setLowerMargin(0);
        axis.setUpperMargin(0);
        new XYPlot(new XYSeriesCollection(series), new NumberAxis(), axis, new XYLineAndShapeRenderer())
                .configureRangeAxes();
        return axis.getRange();
    }

    @Test
    void amounts_that_are_all_0_are_shown_from_0_to_1() {
        assertThat(range(RangeType.POSITIVE, 0, 0, 0)).isEqualTo(new Range(0, 1));
    }

    @Test
    void differences_that_are_all_0_are_shown_from_minus_1_to_1() {
        assertThat(range(RangeType.FULL, 0, 0)).isEqualTo(new Range(-1, 1));
    }

    @Test
    void other_values_have_the_range_they_need() {
        assertThat(range(RangeType.POSITIVE, 0, 0.002)).isEqualTo(new Range(0, 0.002));
        assertThat(range(RangeType.FULL, -3, 0)).isEqualTo(new Range(-3, 0));
    }
}
