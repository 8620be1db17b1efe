package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.result.Metric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Oracle: intervals worked out by hand. */
class MetTest {

    private static Met met(String bound, boolean chance, double... values) {
        Metric metric = Metric.find(SuchThat.parse(bound).metric()).orElseThrow();
        PointStore.Values point = new PointStore.Values(
                List.of(metric), List.of(values), Collections.singletonList(null), chance, chance);
        return Met.of(SuchThat.parse(bound), point, 40 * Nanos.DAY);
    }

    /** Mean 100, sd 2, n 4: t = 3.182, half-width 3.182 x 2 / 2 = 3.182. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        ">= 96.8, YES",
        ">= 96.9, CANNOT_TELL",
        ">= 103.1, CANNOT_TELL",
        ">= 103.2, NO",
        "<= 103.2, YES",
        "<= 103.1, CANNOT_TELL",
        "<= 96.8, NO",
        "< 103.2, YES",
        "> 96.8, YES"
    })
    void a_bound_on_the_mean_is_met_by_the_whole_interval_or_by_none_of_it(String bound, Met expected) {
        double d = Math.sqrt(3);
        assertThat(met("delivered_t_per_day " + bound, true, 100 - d, 100 + d, 100 - d, 100 + d))
                .isEqualTo(expected);
    }

    /** Wilson with n = 30: 30 of 30 gives from 0.886; 29 of 30 from 0.833 to 0.994; 20 of 30 from 0.488 to 0.808. */
    @ParameterizedTest(name = "{0} of 30 in {1}%: {2}")
    @CsvSource({
        "30, 88, YES",
        "30, 89, CANNOT_TELL",
        "29, 83, YES",
        "29, 90, CANNOT_TELL",
        "20, 81, NO",
        "20, 80, CANNOT_TELL",
        "20, 48, YES"
    })
    void a_bound_on_replications_is_judged_by_the_interval_of_their_share(int hits, int percent, Met expected) {
        double[] values = new double[30];
        Arrays.fill(values, 0, hits, 200);

        assertThat(met("delivered_t_per_day >= 150 in " + percent + "% of replications", true, values))
                .isEqualTo(expected);
    }

    /** Of days to clear, one that does not clear counts as the 40 days of the run: mean 25, no chance, no interval. */
    @Test
    void a_replication_that_does_not_clear_counts_as_the_horizon_and_meets_no_bound() {
        assertThat(met("days_to_clear.c <= 25", false, 10, Double.NaN)).isEqualTo(Met.YES);
        assertThat(met("days_to_clear.c <= 24.9", false, 10, Double.NaN)).isEqualTo(Met.NO);
        double[] never = new double[30];
        Arrays.fill(never, Double.NaN);
        assertThat(met("days_to_clear.c <= 100 in 50% of replications", true, never))
                .isEqualTo(Met.NO);
    }

    @Test
    void a_metric_that_is_not_there_or_has_no_interval_cannot_be_told() {
        assertThat(met("delivered_t_per_day >= 1", true, 100)).isEqualTo(Met.CANNOT_TELL);
        PointStore.Values none = new PointStore.Values(List.of(), List.of(), List.of(), true, true);
        assertThat(Met.of(SuchThat.parse("lead_time_h <= 5"), none, 1)).isEqualTo(Met.CANNOT_TELL);
    }

    @Test
    void bounds_together_are_met_if_each_is() {
        assertThat(Met.YES.and(Met.YES)).isEqualTo(Met.YES);
        assertThat(Met.YES.and(Met.CANNOT_TELL)).isEqualTo(Met.CANNOT_TELL);
        assertThat(Met.CANNOT_TELL.and(Met.YES)).isEqualTo(Met.CANNOT_TELL);
        assertThat(Met.CANNOT_TELL.and(Met.NO)).isEqualTo(Met.NO);
        assertThat(Met.NO.and(Met.YES)).isEqualTo(Met.NO);
    }
}
