package org.bridgeconvoy.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.calendar.LocalClock;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.calendar.TimeZone;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.result.Better;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.result.MetricGroup;
import org.bridgeconvoy.result.MetricPart;
import org.bridgeconvoy.result.Prominence;
import org.bridgeconvoy.result.ReplicationResult;
import org.junit.jupiter.api.Test;

/** The vocabulary of results and the clocks of zones, as a modeler's own report would use them. */
class VocabularyTest {

    @Test
    void every_metric_of_a_run_is_defined_by_the_catalogue() {
        List<ReplicationResult> results = new Experiment(1, 2).run(new BridgeModel(BridgeOfYourOwn.world()));

        List<String> names =
                results.get(0).metrics().metrics().stream().map(Metric::name).toList();
        assertThat(names).contains("delivered_t_per_day", "wait_load_min", "truck_h_per_day.idle");
        assertThat(names).allSatisfy(name -> {
            Metric metric = Metric.find(name).orElseThrow();
            assertThat(metric.name()).isEqualTo(name);
            assertThat(metric.family().definition()).endsWith(".");
        });
    }

    /** The directions are those of the contract's words: more gets through, less waits. */
    @Test
    void a_report_tells_which_way_is_better_and_groups_what_belongs_together() {
        MetricFamily delivered = family("delivered_t_per_day");
        assertThat(delivered.better()).isEqualTo(Better.MORE);
        assertThat(delivered.group()).isEqualTo(MetricGroup.THROUGHPUT);
        assertThat(delivered.prominence()).isEqualTo(Prominence.HEADLINE);
        assertThat(delivered.part()).isEqualTo(MetricPart.NONE);

        MetricFamily wait = family("wait_export_p95_min");
        assertThat(wait.better()).isEqualTo(Better.LESS);
        assertThat(wait.group()).isEqualTo(MetricGroup.WAIT);
        assertThat(wait.part()).isEqualTo(MetricPart.STAGE);
        assertThat(wait.isPercentile()).isTrue();

        assertThat(Arrays.stream(MetricFamily.values()).collect(Collectors.groupingBy(byGroup())))
                .containsKeys(MetricGroup.values());
    }

    /** On 30 March 2025 Poland's clocks went from 02:00 to 03:00: 01:00 UTC. */
    @Test
    void a_clock_of_a_zone_shows_no_time_that_is_skipped() {
        TimeZone warsaw = TimeZone.of("Europe/Warsaw");
        LocalDate start = LocalDate.of(2025, 3, 30);
        LocalClock clock = LocalClock.of(warsaw, start, LocalClock.reference(warsaw, start));

        assertThat(clock.shows(150 * Nanos.MINUTE)).isFalse();
        assertThat(clock.firstShowing(150 * Nanos.MINUTE)).isEqualTo(2 * Nanos.HOUR);
        assertThat(clock.aheadNanos(2 * Nanos.HOUR)).isEqualTo(Nanos.HOUR);
    }

    private static MetricFamily family(String name) {
        return Metric.find(name).orElseThrow().family();
    }

    private static Function<MetricFamily, MetricGroup> byGroup() {
        return MetricFamily::group;
    }
}
