package org.bridgeconvoy.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.study.Answered;
import org.bridgeconvoy.study.Expected.Outcome;
import org.bridgeconvoy.study.MetricResult;
import org.bridgeconvoy.study.StudyResult;
import org.jspecify.annotations.Nullable;

/**
 * The number that a report is about.
 *
 * @param says what it is, for people
 * @param value its estimate; of an answer with {@code against}, that of this scenario
 * @param unit unit for people; empty for a share
 * @param answer the answer that it belongs to; null for a number that no answer asks for
 */
public record Headline(
        String says,
        MetricResult value,
        String unit,
        @Nullable Answered answer) {

    /**
     * Chooses the number: of the answers with an expectation the first that is not met, else the first that cannot be told, else the first;
     * without an expectation the first answer; without answers the days until the last cargo is delivered, tonnes a day, or the wait of
     * vehicles. Empty if the result has none of these.
     */
    public static Optional<Headline> of(StudyResult result) {
        Optional<Answered> asked = asked(result.answers());
        return asked.isPresent()
                ? asked.map(a -> new Headline(a.label(), a.value(), a.unit(), a))
                : metric(result).map(m -> new Headline(says(m), m, m.metric().unit(), null));
    }

    private static Optional<Answered> asked(List<Answered> answers) {
        for (Outcome outcome : List.of(Outcome.NO, Outcome.CANNOT_BE_TOLD, Outcome.YES)) {
            for (Answered answer : answers) {
                if (answer.expected() != null && answer.expected().outcome() == outcome) {
                    return Optional.of(answer);
                }
            }
        }
        return answers.stream().findFirst();
    }

    private static Optional<MetricResult> metric(StudyResult result) {
        return result.metricsOf(MetricFamily.DAYS_TO_CLEAR).stream()
                .filter(m -> !Double.isNaN(m.estimate().mean()))
                .max(Comparator.comparingDouble((MetricResult m) -> m.estimate().mean()))
                .or(() -> result.findMetric(MetricFamily.DELIVERED_T_PER_DAY))
                .or(() ->
                        result.metricsOf(MetricFamily.WAIT_TRAFFIC_MIN).stream().findFirst());
    }

    private static String says(MetricResult metric) {
        return metric.countsNotCleared()
                ? "days until all is delivered: " + metric.metric().part()
                : metric.metric().text();
    }
}
