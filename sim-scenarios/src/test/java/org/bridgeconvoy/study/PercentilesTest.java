package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.junit.jupiter.api.Test;

/** A 95th percentile of a run is that of all its observations; one of a replication is told as such. */
class PercentilesTest {

    private static Scenario dayAndNight(String... sets) {
        List<String> all = new ArrayList<>(List.of("horizon=21 d", "warm-up=7 d"));
        all.addAll(List.of(sets));
        return Objects.requireNonNull(
                new ScenarioLoader().load("day-and-night", all).scenario());
    }

    private static StudyResult run(Scenario scenario, StudyOptions options) {
        try (Workers workers = Workers.of(2)) {
            return Study.run(scenario, options, workers, Progress.NONE);
        }
    }

    /** Consigned to unloaded in hours, of what was unloaded in the window, from the trips. */
    private static List<Double> leadTimes(List<ReplicationResult> replications) {
        List<Double> hours = new ArrayList<>();
        for (ReplicationResult replication : replications) {
            TripTable trips = Objects.requireNonNull(replication.trips());
            for (int i = 0; i < trips.size(); i++) {
                long unloaded = trips.time(i, TripTime.UNLOAD_END);
                if (unloaded >= 7 * Nanos.DAY) {
                    hours.add((unloaded - trips.time(i, TripTime.CONSIGNED)) / (double) Nanos.HOUR);
                }
            }
        }
        Collections.sort(hours);
        return hours;
    }

    @Test
    void the_percentile_of_a_run_is_that_of_all_its_trips() {
        StudyResult result = run(dayAndNight(), new StudyOptions(1, 6, 0, 6, false, false, false, Target.NONE));
        List<Double> hours = leadTimes(result.replications());
        double rank = 0.95 * (hours.size() - 1);
        double low = hours.get((int) rank);
        double expected = low + (rank - (int) rank) * (hours.get((int) rank + 1) - low);
        MetricResult p95 = result.metric("lead_time_h_p95");

        assertThat(p95.value()).isCloseTo(expected, within(1e-9));
        assertThat(p95.n()).isEqualTo(hours.size());
        assertThat(p95.min()).isCloseTo(hours.get(0), within(1e-9));
        assertThat(p95.max()).isCloseTo(hours.get(hours.size() - 1), within(1e-9));
        assertThat(p95.low()).isLessThanOrEqualTo(p95.value());
        assertThat(p95.high()).isGreaterThanOrEqualTo(p95.value());
        assertThat(hours).anyMatch(h -> Math.abs(h - p95.low()) < 1e-9);
        assertThat(p95.sd()).isNaN();
    }

    @Test
    void one_replication_has_a_percentile_and_no_interval() {
        MetricResult p95 = run(dayAndNight(), StudyOptions.of(1, 1).bare()).metric("lead_time_h_p95");

        assertThat(p95.value()).isPositive();
        assertThat(p95.halfWidth()).isNaN();
        assertThat(p95.marks()).containsExactly(Mark.UNSURE_FEW);
    }

    @Test
    void observations_are_not_kept_once_they_are_put_together() {
        StudyResult result = run(dayAndNight(), StudyOptions.of(1, 2).bare());

        assertThat(result.replications())
                .allMatch(r -> r.evidence().observations().isEmpty());
    }

    @Test
    void a_comparison_compares_percentiles_of_a_replication() {
        ComparisonResult compared;
        try (Workers workers = Workers.of(2)) {
            compared = CompareScenarios.run(
                    List.of("a", "b"),
                    List.of(dayAndNight(), dayAndNight("fleet.trucks=80")),
                    StudyOptions.of(1, 4),
                    workers,
                    Progress.NONE);
        }
        ComparisonResult.Row row = compared.rows().stream()
                .filter(r -> r.metric().name().equals("lead_time_h_p95"))
                .findFirst()
                .orElseThrow();
        double difference = row.results().get(1).value() - row.results().get(0).value();

        assertThat(row.results().get(0).isOfReplication()).isTrue();
        assertThat(row.results().get(0).n()).isEqualTo(4);
        assertThat(row.differences().get(0).estimate().mean()).isCloseTo(difference, within(1e-9));
    }

    @Test
    void precision_looks_at_the_interval_that_is_printed() {
        Target target = new Target("lead_time_h_p95", 0.02);
        StudyResult result = run(dayAndNight(), new StudyOptions(1, 10, 0, 0, false, false, false, target));
        MetricResult p95 = result.metric("lead_time_h_p95");

        assertThat(result.warnings()).noneMatch(w -> w.contains("half-width"));
        assertThat(p95.halfWidth()).isLessThan(0.02 * p95.value());
    }

    /** The built-in scenario without any random number. */
    private static Scenario fixed() {
        return dayAndNight(
                "demand.garment-materials.arrivals=even",
                "demand.garment-materials.load=24 t",
                "demand.construction.arrivals=even",
                "demand.construction.load=40 t",
                "origin.loading.time=20 min",
                "origin.customs.time=5 min",
                "destination.customs.time=10 min",
                "destination.unloading.time=30 min",
                "fleet.turnaround=20 min");
    }

    @Test
    void a_run_without_random_numbers_ends_at_the_first_look_for_precision() {
        Target target = new Target("lead_time_h", 0.02);
        StudyResult result = run(fixed(), new StudyOptions(1, 10, 0, 0, false, false, false, target));

        assertThat(result.replications()).hasSize(30);
        assertThat(result.warnings()).anyMatch(w -> w.startsWith("no chance in it") && w.contains("30 were run"));
    }

    @Test
    void a_run_without_random_numbers_has_no_chance_in_it() {
        StudyResult fixed = run(fixed(), StudyOptions.of(1, 3).bare());

        assertThat(fixed.metric("delivered_t_per_day").marks()).containsExactly(Mark.NO_CHANCE);
        assertThat(fixed.metric("lead_time_h").marks()).containsExactly(Mark.NO_CHANCE);
        assertThat(fixed.metric("lead_time_h_p95").halfWidth()).isNotNaN();
        assertThat(run(dayAndNight(), StudyOptions.of(1, 3).bare()).metrics())
                .noneMatch(m -> m.marks().contains(Mark.NO_CHANCE));
    }

    @Test
    void counts_that_fixed_demand_fixes_have_no_chance_in_them_but_waits_do() {
        StudyResult listed = run(
                dayAndNight(
                        "demand.garment-materials.arrivals=even",
                        "demand.garment-materials.load=24 t",
                        "demand.construction.arrivals=even",
                        "demand.construction.load=40 t"),
                StudyOptions.of(1, 3).bare());

        assertThat(listed.metrics().stream()
                        .filter(m -> m.marks().contains(Mark.NO_CHANCE))
                        .map(MetricResult::sd))
                .allMatch(sd -> sd == 0);
        assertThat(listed.metric("wait_load_min").marks()).doesNotContain(Mark.NO_CHANCE);
    }

    @Test
    void a_list_that_repeats_in_each_replication_has_no_chance_in_its_counts() {
        Scenario listed = Objects.requireNonNull(
                new ScenarioLoader().loadText("listed", """
                        scenario: listed
                        start: 2025-03-03
                        horizon: 10 d
                        bridge: {length: 900 m, speed: 10 km/h, control: {timetable: {outbound: "08:00-16:00", return: "18:00-23:00"}}}
                        fleet: {trucks: 20, payload: 20 t}
                        origin: {loading: {servers: 2, time: "triangular(10 min, 20 min, 40 min)"}}
                        consignments: |
                          time,cargo,tonnes
                          2025-03-04T06:00,steel,60
                          2025-03-05T06:00,steel,60
                        """, List.of()).scenario());

        StudyResult result = run(listed, StudyOptions.of(1, 3).bare());

        assertThat(result.metric("outbound_trucks_per_day").marks()).containsExactly(Mark.NO_CHANCE);
        assertThat(result.metric("delivered_t_per_day").marks()).containsExactly(Mark.NO_CHANCE);
        assertThat(result.metric("wait_load_min").marks()).doesNotContain(Mark.NO_CHANCE);
    }
}
