package org.bridgeconvoy.report;

import java.util.Optional;
import org.bridgeconvoy.experiment.PairedDifference;
import org.bridgeconvoy.result.DailyColumn;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.study.Answered;
import org.bridgeconvoy.study.DayRange;
import org.bridgeconvoy.study.StudyResult;
import org.bridgeconvoy.words.RoundedNumber;
import org.jspecify.annotations.Nullable;

/**
 * How single days differ, to stand beside a mean: 95 of 100 whole open days of the window, all replications together, lie from low to high
 * ({@link DayRange}). An interval of a mean is no such range: more replications make it narrower, but not the days.
 */
public final class SingleDays {

    /** Trucks by which interpolation between two days with one count may miss it. */
    private static final double ROUNDING = 1e-9;

    private SingleDays() {}

    /**
     * {@code single open days go from 91 to 157 (95 of 100)} for a metric that is a count or mass a day; empty for others, and if all
     * these days are alike.
     */
    public static Optional<String> words(StudyResult result, MetricFamily family) {
        return column(family)
                .flatMap(column -> result.days().stream()
                        .filter(range -> range.column() == column && range.low() < range.high())
                        .findFirst())
                .map(SingleDays::words);
    }

    /** The words for the number that a report of the result is about; empty if it is no number a day, or of another world than the days. */
    public static Optional<String> words(StudyResult result) {
        return Headline.of(result)
                .filter(headline -> isOfScenario(headline.answer()))
                .flatMap(headline -> words(result, headline.value().metric().family()));
    }

    /** The words for an answer; empty as above. */
    public static Optional<String> words(StudyResult result, Answered answer) {
        return isOfScenario(answer) ? words(result, answer.value().metric().family()) : Optional.empty();
    }

    private static boolean isOfScenario(@Nullable Answered answer) {
        PairedDifference difference = answer == null ? null : answer.difference();
        return difference == null && (answer == null || answer.of().isEmpty());
    }

    private static Optional<DailyColumn> column(MetricFamily family) {
        return switch (family) {
            case OUTBOUND_TRUCKS_PER_DAY, OUTBOUND_TRUCKS_PER_OPEN_DAY -> Optional.of(DailyColumn.OUTBOUND_TRUCKS);
            case RETURN_TRUCKS_PER_DAY -> Optional.of(DailyColumn.RETURN_TRUCKS);
            case DELIVERED_T_PER_DAY -> Optional.of(DailyColumn.DELIVERED_T);
            default -> Optional.empty();
        };
    }

    private static String words(DayRange range) {
        return "single open days go from " + low(range) + " to " + high(range) + " (95 of 100)";
    }

    /** The low end as people use it: trucks are whole and rounded down, so that the range still holds 95 of 100 days. */
    static String low(DayRange range) {
        return RoundedNumber.alone(range.column().countsTrucks() ? Math.floor(range.low() + ROUNDING) : range.low());
    }

    /** The high end as people use it: trucks are whole and rounded up. */
    static String high(DayRange range) {
        return RoundedNumber.alone(range.column().countsTrucks() ? Math.ceil(range.high() - ROUNDING) : range.high());
    }
}
