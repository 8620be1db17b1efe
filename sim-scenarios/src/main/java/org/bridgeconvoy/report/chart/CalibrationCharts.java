package org.bridgeconvoy.report.chart;

import java.util.List;
import org.bridgeconvoy.report.chart.CalibrationData.Column;
import org.bridgeconvoy.report.chart.CalibrationData.Input;
import org.bridgeconvoy.report.chart.CalibrationData.Pair;
import org.bridgeconvoy.words.Numbers;

/** Charts of a calibration: each input before and after, pairs of inputs, and what the calibrated model gives beside what was observed. */
public final class CalibrationCharts {

    /** Names of the charts, as {@code convoy chart} takes them. */
    public static final List<String> NAMES = List.of("observed", "input", "pair");

    private CalibrationCharts() {}

    /** An input before and after. */
    public static ConvoyChart input(CalibrationData data, Input input) {
        return new ConvoyChart(
                data.name() + ": " + input.path() + ", before and after",
                "how likely values are, before (believed) and after (given what was observed)",
                "After: " + input.after() + ". Before: " + input.before() + ".",
                (style, ems) -> CalibrationDrawings.input(input, style, ems));
    }

    /** Two inputs against each other: a point is a world of the posterior. */
    public static ConvoyChart pair(CalibrationData data, Pair pair) {
        Input first = data.inputs().get(pair.first());
        Input second = data.inputs().get(pair.second());
        return new ConvoyChart(
                data.name() + ": " + first.path() + " and " + second.path(),
                "a point is a world that agrees with what was observed; the frame is what was believed before",
                "Correlation " + Numbers.signed(pair.correlation(), 2) + ".",
                (style, ems) -> CalibrationDrawings.pair(first, second, style));
    }

    /** What was observed in a column beside what the calibrated model gives. */
    public static ConvoyChart observed(CalibrationData data, Column column) {
        ObservedData observed = ObservedData.of(column.what(), column.per(), column.periods());
        return new ConvoyChart(
                data.name() + ": " + observed.label() + ", observed and calibrated",
                "what was observed, and the 90% range of single replications of calibrated worlds",
                column.inside() + " of " + column.periods().size() + " lie in the range.",
                (style, ems) -> ObservedChart.of(data.start(), observed, ObservedChart.CALIBRATED, style));
    }

    /** What was observed in a column and not used beside what the calibrated model predicts. */
    public static ConvoyChart heldOut(CalibrationData data, Column column) {
        ObservedData observed = ObservedData.of(column.what(), column.per(), column.periods());
        return new ConvoyChart(
                data.name() + ": " + observed.label() + ", observed and predicted",
                "what was observed and not used, and the 90% range of single replications of calibrated worlds",
                column.inside() + " of " + column.periods().size() + " lie in the range.",
                (style, ems) -> ObservedChart.of(data.start(), observed, ObservedChart.CALIBRATED, style));
    }

    /** What an observed column counts, with its unit: {@code Outbound trucks per day}. */
    public static String label(Column column) {
        String label =
                ObservedData.of(column.what(), column.per(), column.periods()).label();
        return Character.toUpperCase(label.charAt(0)) + label.substring(1);
    }
}
