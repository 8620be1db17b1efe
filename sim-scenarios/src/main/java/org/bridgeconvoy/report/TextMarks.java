package org.bridgeconvoy.report;

import java.util.stream.Collectors;
import org.bridgeconvoy.study.Mark;
import org.bridgeconvoy.study.MetricResult;

/** The marks of a metric beside its number or its label in plain text. */
final class TextMarks {

    private TextMarks() {}

    /**
     * {@code " (grows)"}; empty if there is none. A lower bound is said by "at least" or "or more" and no chance in place of
     * the interval, so neither stands here.
     */
    static String of(MetricResult metric) {
        String words = metric.marks().stream()
                .filter(mark -> mark != Mark.LOWER_BOUND && mark != Mark.NO_CHANCE)
                .map(Mark::label)
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "" : " (" + words + ")";
    }
}
