package org.bridgeconvoy.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.bridgeconvoy.observe.Observations;
import org.junit.jupiter.api.Test;

/** Oracle: the names and units of the contract, and what was put in. */
class ResultValuesTest {

    private static final Metric COST = Metric.of(MetricFamily.COST);
    private static final Metric CYCLE = Metric.of(MetricFamily.CYCLE_TIME_H);
    private static final MetricValues VALUES = new MetricValues(List.of(CYCLE, COST), new double[] {4.5, 120});
    private static final DailyTable DAYS = new DailyTable(
            List.of("cloth"),
            List.of(new DailyTable.Cargo(
                    new long[] {0, 20_000_000_000L}, new long[] {0, 10_000_000_000L}, new long[] {0, 5_000_000_000L})),
            new int[] {0, 1},
            new int[] {0, 2},
            new int[] {0, 3},
            new int[] {0, 4},
            new int[] {0, 5});

    @Test
    void a_column_of_a_day_is_found_by_its_label_and_read_in_trucks_or_tonnes() {
        assertThat(DAYS.days()).isEqualTo(2);
        assertThat(Arrays.stream(DailyColumn.values()).map(c -> c.value(DAYS, 1)))
                .containsExactly(1.0, 20.0, 2.0, 3.0, 10.0, 4.0, 5.0, 5.0);
        for (DailyColumn column : DailyColumn.values()) {
            assertThat(DailyColumn.find(column.label())).contains(column);
            assertThat(column.countsTrucks()).isEqualTo(column.label().endsWith("_trucks"));
        }
        assertThat(DailyColumn.find("delivered")).isEmpty();
    }

    @Test
    void a_value_is_found_by_its_metric_or_its_name() {
        assertThat(VALUES.value(COST)).isEqualTo(120);
        assertThat(VALUES.value("cycle_time_h")).isEqualTo(4.5);
        assertThat(VALUES).hasToString("cycle_time_h=4.5, cost=120.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VALUES.value("costs"))
                .withMessage("no metric 'costs'");
    }

    @Test
    void evidence_is_read_by_the_place_of_its_metric() {
        Observations waits = Observations.of(new double[] {1, 2}, 3, 1);
        Evidence evidence = new Evidence(Arrays.asList(null, waits), new long[] {0, 6}, true, false);
        assertThat(evidence.observations(0)).isNull();
        assertThat(evidence.observations(1)).isSameAs(waits);
        assertThat(evidence.unfinished(1)).isEqualTo(6);
        Evidence less = evidence.withoutObservations();
        assertThat(less.observations(1)).isNull();
        assertThat(less.unfinished(1)).isEqualTo(6);
        assertThat(less.chance()).isTrue();
        assertThat(less.chanceInDemand()).isFalse();
        assertThat(Evidence.NONE.observations(4)).isNull();
        assertThat(Evidence.NONE.unfinished(4)).isZero();
    }

    @Test
    void a_copy_of_a_result_differs_in_what_was_asked_for() {
        Observations waits = Observations.of(new double[] {1}, 0, 1);
        Evidence evidence = new Evidence(List.of(waits), new long[] {2}, true, true);
        Lock lock = new Lock(7, "the bridge");
        ReplicationResult result = new ReplicationResult(3, VALUES, DAYS, null, 99, evidence, lock);
        TripTable trips = new TripTable.Builder().build();

        ReplicationResult with = result.withTrips(trips);
        assertThat(with.trips()).isSameAs(trips);
        assertThat(with.metric(MetricFamily.COST)).isEqualTo(120);
        assertThat(with.metric("cycle_time_h")).isEqualTo(4.5);
        assertThat(with.evidence()).isEqualTo(evidence);
        ReplicationResult without = with.withoutObservations();
        assertThat(without.evidence().observations(0)).isNull();
        assertThat(without.evidence().unfinished(0)).isEqualTo(2);
        assertThat(without.trips()).isSameAs(trips);
        assertThat(without.lock()).isEqualTo(lock);
        assertThat(without.replication()).isEqualTo(3);
        assertThat(without.events()).isEqualTo(99);
    }

    @Test
    void a_metric_is_told_by_its_name_and_may_have_a_unit_of_its_own() {
        Metric hours = COST.withUnit("EUR");
        assertThat(hours.unit()).isEqualTo("EUR");
        assertThat(hours.withNote("noted").unit()).isEqualTo("EUR");
        assertThat(hours)
                .isEqualTo(COST)
                .isNotEqualTo(CYCLE)
                .isNotEqualTo("cost")
                .hasToString("cost");
        assertThat(COST.withNote("noted").note()).isEqualTo("noted");
        assertThat(COST.note()).isEmpty();
    }

    @Test
    void the_name_over_all_parts_leaves_the_part_out() {
        assertThat(MetricFamily.COST.nameOfAll()).isEqualTo("cost");
        assertThat(MetricFamily.DELIVERED_T_PER_DAY_OF_CARGO.nameOfAll()).isEqualTo("delivered_t_per_day");
        assertThat(MetricFamily.WAIT_MIN.nameOfAll()).isEqualTo("wait_STAGE_min");
    }

    @Test
    void a_truck_joins_a_queue_where_the_road_before_it_ends() {
        assertThat(TripTime.joins(Stage.EXPORT, false).column()).isEqualTo("load_end");
        assertThat(TripTime.joins(Stage.EXPORT, true).column()).isEqualTo("road_origin_out_end");
        assertThat(TripTime.joins(Stage.UNLOAD, false).column()).isEqualTo("import_end");
        assertThat(TripTime.joins(Stage.UNLOAD, true).column()).isEqualTo("road_destination_out_end");
    }

    @Test
    void a_control_is_told_by_its_kind_and_part() {
        assertThat(new Control(Control.Kind.HOUR_SQUARED, "cloth")).hasToString("hour_squared.cloth");
        assertThat(new Control(Control.Kind.SERVICE, "load").name()).isEqualTo("service.load");
        assertThat(Arrays.stream(Control.Kind.values()).map(Control.Kind::unit))
                .containsExactly("t", "truckloads", "h", "h2", "vehicles", "h", "h2", "h");
    }

    @Test
    void words_are_those_of_the_catalogue() {
        assertThat(Activity.CLOSED.label()).isEqualTo("closed");
        assertThat(Activity.CLOSED.text()).isEqualTo("station closed");
        assertThat(TruckState.LOAD_CLOSED.where()).isEqualTo("loading");
        assertThat(TruckState.IDLE.where()).isEqualTo("no consignment");
        assertThat(Stage.IMPORT.text()).isEqualTo("import customs");
        assertThat(MetricGroup.WAIT.text()).isEqualTo("Waiting");
        assertThat(Span.HOUR.label()).isEqualTo("hour");
        assertThat(Span.find("day").nanos()).isEqualTo(86_400_000_000_000L);
    }
}
