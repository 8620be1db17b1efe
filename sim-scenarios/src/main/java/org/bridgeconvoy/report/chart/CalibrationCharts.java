package org.bridgeconvoy.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bridgeconvoy.experiment.calibration.Predicted;
import org.bridgeconvoy.report.CalibrationWords;
import org.bridgeconvoy.report.Numbers;
import org.bridgeconvoy.result.Span;
import org.bridgeconvoy.study.ObservedFit;
import org.bridgeconvoy.study.calibration.CalibrationResult;

/** Charts of a calibration: each input before and after, pairs of inputs, and what the calibrated model gives beside what was observed. */
public final class CalibrationCharts {

    private CalibrationCharts() {}

    /** An input before and after. */
    public static ConvoyChart input(CalibrationResult result, int input) {
        return new ConvoyChart(
                result.path(input),
                "how likely values are, before (believed) and after (given what was observed)",
                "After: " + CalibrationWords.after(result, input) + ". Before: "
                        + CalibrationWords.before(result, input) + ".",
                (style, ems) -> CalibrationDrawings.input(result, input, style));
    }

    /** Two inputs against each other: a point is a world of the posterior. */
    public static ConvoyChart pair(CalibrationResult result, int first, int second) {
        double correlation = CalibrationDrawings.correlation(result, first, second);
        return new ConvoyChart(
                result.path(first) + " and " + result.path(second),
                "a point is a world that agrees with what was observed; the frame is what was believed before",
                "Correlation " + Numbers.signed(correlation, 2) + ".",
                (style, ems) -> CalibrationDrawings.pair(result, first, second, style));
    }

    /** Correlation of two inputs in the posterior, from -1 to 1. */
    public static double correlation(CalibrationResult result, int first, int second) {
        return CalibrationDrawings.correlation(result, first, second);
    }

    /** Names of the observed columns, in their order. */
    public static List<String> columns(CalibrationResult result) {
        return result.observed().stream().map(e -> e.what()).distinct().toList();
    }

    /** What was observed in a column beside what the calibrated model gives. */
    public static ConvoyChart predicted(CalibrationResult result, String column) {
        List<Predicted> all = result.posterior().check().predicted();
        int[] places = IntStream.range(0, all.size())
                .filter(i -> result.observed().get(i).what().equals(column))
                .toArray();
        Span per = result.observed().get(places[0]).per();
        List<ObservedFit.Period> periods = new ArrayList<>();
        int inside = 0;
        for (int i : places) {
            Predicted p = all.get(i);
            inside += p.isInside() ? 1 : 0;
            periods.add(new ObservedFit.Period(
                    result.observed().get(i).number(), p.observation().value(), p.median(), p.low(), p.high()));
        }
        ObservedData data = ObservedData.of(column, per, periods);
        return new ConvoyChart(
                Character.toUpperCase(data.label().charAt(0)) + data.label().substring(1),
                "what was observed, and the 90% range of single replications of calibrated worlds",
                inside + " of " + places.length + " lie in the range.",
                (style, ems) -> ObservedChart.of(result.start(), data, ObservedChart.CALIBRATED, style));
    }
}
