package org.bridgeconvoy.study.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.experiment.calibration.Observation;
import org.bridgeconvoy.experiment.calibration.Predicted;
import org.bridgeconvoy.result.Span;
import org.bridgeconvoy.study.ObservedNumbers;
import org.junit.jupiter.api.Test;

/** Forecasts by hand. */
class ForecastTest {

    private static final LocalDate START = LocalDate.of(2025, 6, 14);

    private static ObservedNumbers.Entry queue(int hour, double length) {
        return new ObservedNumbers.Entry("queue_export", Span.INSTANT, hour * 3600, "hour " + hour, length);
    }

    private static Predicted predicted(ObservedNumbers.Entry entry, double low, double median, double high) {
        return new Predicted(new Observation(entry.what(), entry.label(), entry.value()), low, median, high, 0, 100);
    }

    @Test
    void errors_are_those_of_the_median_and_of_the_mean_at_the_hour_of_the_week() {
        int week = 7 * 24;
        // At 05:00 of the first day of the week 10 and 20; at 06:00 40. The mean of all is 70/3.
        List<ObservedNumbers.Entry> used = List.of(queue(5, 10), queue(5 + week, 20), queue(6, 40));
        List<ObservedNumbers.Entry> later = List.of(
                queue(5 + 2 * week, 18), queue(6 + 2 * week, 30), queue(7 + 2 * week, 20), queue(8 + 2 * week, 1));
        List<Predicted> predicted = new ArrayList<>();
        predicted.add(predicted(later.get(0), 10, 14, 18));
        predicted.add(predicted(later.get(1), 31, 36, 40));
        predicted.add(predicted(later.get(2), 21, 22, 30));
        predicted.add(predicted(later.get(3), Double.NaN, Double.NaN, Double.NaN));

        Forecast forecast = Forecast.of(START, used, later, predicted).get(0);

        assertThat(forecast.what()).isEqualTo("queue_export");
        assertThat(forecast.numbers()).isEqualTo(4);
        assertThat(forecast.inside()).isEqualTo(1);
        assertThat(forecast.error()).isEqualTo((4 + 6 + 2) / 3.0);
        // 15, 40 and, of an hour without numbers, the mean of all; the last number has no median and counts in neither.
        assertThat(forecast.naiveError()).isEqualTo((3 + 10 + (70 / 3.0 - 20)) / 3);
        assertThat(Forecast.of(START, used, List.of(), List.of())).isEmpty();
    }
}
