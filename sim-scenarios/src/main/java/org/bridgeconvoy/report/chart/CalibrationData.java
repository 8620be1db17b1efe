package org.bridgeconvoy.report.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.experiment.calibration.Marginal;
import org.bridgeconvoy.experiment.calibration.Predicted;
import org.bridgeconvoy.report.CalibrationWords;
import org.bridgeconvoy.result.Span;
import org.bridgeconvoy.study.ObservedFit;
import org.bridgeconvoy.study.ObservedNumbers;
import org.bridgeconvoy.study.calibration.CalibrationResult;
import org.bridgeconvoy.study.calibration.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What the charts of a calibration draw: a result in memory, or the files that {@code convoy calibrate} wrote of it.
 *
 * @param name the scenario's name
 * @param start date of day 0
 * @param inputs the uncertain inputs, in their order
 * @param pairs the pairs of numbers, the most correlated first
 * @param columns the observed columns, in their order
 */
public record CalibrationData(
        String name, LocalDate start, List<Input> inputs, List<Pair> pairs, List<Column> columns) {

    /**
     * An uncertain input.
     *
     * @param path what it is called
     * @param unit unit of its values; {@code times} for a factor, empty if there is none
     * @param choices the alternatives of a choice; empty for a number
     * @param priorShares of a choice how likely each alternative was, from 0 to 1
     * @param posteriorShares how likely it is given what was observed
     * @param histogram how likely the values of a number are; null for a choice
     * @param drawn values in some worlds of the posterior, the n-th of each input in one world; empty for a choice
     * @param before what was believed, in words
     * @param after what is believed now, in words
     */
    public record Input(
            String path,
            String unit,
            List<String> choices,
            List<Double> priorShares,
            List<Double> posteriorShares,
            @Nullable Histogram histogram,
            List<Double> drawn,
            String before,
            String after) {

        /** Copies the lists. */
        public Input {
            choices = List.copyOf(choices);
            priorShares = List.copyOf(priorShares);
            posteriorShares = List.copyOf(posteriorShares);
            drawn = List.copyOf(drawn);
        }

        /** Label of an axis of its values. */
        String label() {
            return Words.input(path, unit);
        }
    }

    /**
     * Two numbers.
     *
     * @param first number of the first input, from 0
     * @param second number of the second
     * @param correlation in the posterior, from -1 to 1
     */
    public record Pair(int first, int second, double correlation) {}

    /**
     * An observed column.
     *
     * @param what its name
     * @param per what each number is of
     * @param periods of each number the median and the 90% range of the calibrated model
     */
    public record Column(String what, Span per, List<ObservedFit.Period> periods) {

        /** Copies the list. */
        public Column {
            periods = List.copyOf(periods);
        }

        /** How many observed numbers lie in their ranges. */
        long inside() {
            return periods.stream()
                    .filter(p -> p.observed() >= p.low() && p.observed() <= p.high())
                    .count();
        }
    }

    /** Copies the lists and sorts the pairs. */
    public CalibrationData {
        inputs = List.copyOf(inputs);
        pairs = pairs.stream()
                .sorted((a, b) -> Double.compare(Math.abs(b.correlation), Math.abs(a.correlation)))
                .toList();
        columns = List.copyOf(columns);
    }

    /** The data of a result. */
    public static CalibrationData of(CalibrationResult result) {
        List<Input> inputs = new ArrayList<>();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < result.inputs(); i++) {
            Marginal marginal = result.posterior().marginals().get(i);
            inputs.add(new Input(
                    result.path(i),
                    result.unit(i),
                    result.choices(i),
                    marginal.priorShares(),
                    marginal.posteriorShares(),
                    result.isChoice(i) ? null : result.histogram(i),
                    result.isChoice(i) ? List.of() : result.drawn(i),
                    CalibrationWords.before(result, i),
                    CalibrationWords.after(result, i)));
            for (int j = i + 1; j < result.inputs(); j++) {
                if (!result.isChoice(i) && !result.isChoice(j)) {
                    pairs.add(new Pair(i, j, result.correlation(i, j)));
                }
            }
        }
        return new CalibrationData(
                result.name(),
                result.start(),
                inputs,
                pairs,
                columns(result.observed(), result.posterior().check().predicted()));
    }

    /** The columns of numbers that were held out; empty if none were. */
    public static List<Column> heldOut(CalibrationResult result) {
        return columns(result.heldOut(), result.posterior().heldOut());
    }

    private static List<Column> columns(List<ObservedNumbers.Entry> entries, List<Predicted> predicted) {
        Map<String, List<ObservedFit.Period>> periods = new LinkedHashMap<>();
        Map<String, Span> spans = new LinkedHashMap<>();
        for (int i = 0; i < predicted.size(); i++) {
            ObservedNumbers.Entry entry = entries.get(i);
            Predicted p = predicted.get(i);
            spans.put(entry.what(), entry.per());
            periods.computeIfAbsent(entry.what(), what -> new ArrayList<>())
                    .add(new ObservedFit.Period(
                            entry.number(), p.observation().value(), p.median(), p.low(), p.high()));
        }
        return columns(spans, periods);
    }

    /** The columns of numbers that are sorted by their column. */
    static List<Column> columns(Map<String, Span> spans, Map<String, List<ObservedFit.Period>> periods) {
        return spans.entrySet().stream()
                .map(column -> new Column(
                        column.getKey(), column.getValue(), periods.getOrDefault(column.getKey(), List.of())))
                .toList();
    }
}
