package org.bridgeconvoy.scenario.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.control.Alternate;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.demand.DayFactor;
import org.bridgeconvoy.bridge.demand.Ramp;
import org.bridgeconvoy.bridge.demand.Surge;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.calendar.WorkCalendar;
import org.bridgeconvoy.scenario.LoadResult;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How single parts are written, what cannot be, and where two configurations differ. */
class WrittenPartsTest {

    /** A run over the end of daylight saving: on 2024-10-27 the clock shows 02:00 to 03:00 twice. */
    private static final String WARSAW = """
            scenario: warsaw
            start: 2024-10-26
            horizon: 4 d
            bridge: {length: 1 km, speed: 20 km/h, control: {alternate: {outbound: 20 min, return: 20 min}}}
            fleet: {trucks: 3}
            origin: {time-zone: Europe/Warsaw}
            demand: {steel: {load: 40 t, rate: 10 trucks/d}, wool: {load: 4 t, rate: 1 t/d}}
            """;

    private static ConvoyConfig read(String text) {
        LoadResult loaded = new ScenarioLoader().loadText("x.yaml", text, List.of());
        assertThat(loaded.problems()).as(text).isEmpty();
        return Objects.requireNonNull(loaded.scenario()).config();
    }

    private static ConvoyConfig withProfile(DayFactor... factors) {
        ConvoyConfig config = read(WARSAW);
        CargoStream steel = config.demand().get(0).toBuilder().profile(factors).build();
        return config.toBuilder().demand(List.of(steel, config.demand().get(1))).build();
    }

    @Test
    void a_consignment_has_the_time_of_the_wall_clock_and_a_duration_where_that_is_shown_twice() {
        ConvoyConfig config = read(WARSAW + """
                consignments: |
                  time,cargo,tonnes
                  2024-10-26T06:00,steel,40
                  2024-10-27T02:30+02:00,steel,41
                  2024-10-27T02:30+01:00,steel,42
                  2024-10-28T06:00,steel,43
                """);

        String text = ScenarioWriter.text("written", config);

        // 27.5 hours after the start the clock shows 02:30 for the second time.
        assertThat(text).contains("""
                consignments: |
                  time,cargo,tonnes
                  2024-10-26T06:00,steel,40
                  2024-10-27T02:30,steel,41
                  1650 min,steel,42
                  2024-10-28T06:00,steel,43
                """);
        assertThat(read(text)).isEqualTo(config);
    }

    @Test
    void a_priority_stands_in_the_table_only_where_it_is_not_that_of_the_cargo() {
        String table = "consignments: |\n  time,cargo,tonnes,priority\n  2024-10-26T06:00,steel,40,PRIORITY\n";

        assertThat(ScenarioWriter.text("written", read(WARSAW + table.replace("PRIORITY", "0"))))
                .contains("  time,cargo,tonnes\n  2024-10-26T06:00,steel,40\n");
        assertThat(ScenarioWriter.text("written", read(WARSAW + table.replace("PRIORITY", "2"))))
                .contains(table.replace("PRIORITY", "2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "day,delivered_t,outbound_trucks\n  0,5,\n  2,6,7\n",
                "date,outbound_trucks\n  2024-10-27,5\n  2024-10-28,6.5\n",
                "time,return_trucks\n  2024-10-27T01:00,5\n  2024-10-27T03:00,6\n",
                "utc,outbound_trucks\n  2024-10-27T00:00,5\n  2024-10-27T01:00,6\n",
                "utc,outbound_trucks,queue_outbound\n  2024-10-27T00:00,5,1\n  2024-10-27T01:00,6,\n",
                "time,queue_outbound,wait_return_min\n  2024-10-27T01:10:05,5,\n  2024-10-28T03:00,6,12.5\n"
            })
    void what_was_observed_is_written_by_the_clock_of_its_table(String table) {
        ConvoyConfig config = read(WARSAW + "observed: |\n  " + table);

        String text = ScenarioWriter.text("written", config);

        assertThat(text).contains("observed: |\n  " + table);
        assertThat(read(text)).isEqualTo(config);
    }

    @Test
    void factors_that_a_file_would_read_in_another_order_or_only_once_are_refused() {
        Ramp ramp = new Ramp(1, 2, 0, Nanos.DAY);
        Surge surge = new Surge(0, Nanos.DAY, 3, Nanos.DAY);

        assertThat(read(ScenarioWriter.text("written", withProfile(ramp, surge))))
                .isEqualTo(withProfile(ramp, surge));
        for (ConvoyConfig refused : List.of(withProfile(surge, ramp), withProfile(ramp, ramp))) {
            assertThatThrownBy(() -> ScenarioWriter.text("written", refused))
                    .hasMessageContaining("demand.steel.profile: the factors [")
                    .hasMessageContaining("a file has each once, in the order [weekdays, ramp, surge, series]");
        }
    }

    /** A control of one's own. */
    private record Mine(int number) implements ControlRule {
        @Override
        public Plan plan(WorkCalendar calendar, long horizonNanos) {
            return new Alternate(Nanos.HOUR, Nanos.HOUR).plan(calendar, horizonNanos);
        }
    }

    @Test
    void a_part_that_no_world_of_the_run_can_say_is_named_once() {
        ConvoyConfig config = read(WARSAW);
        ConvoyConfig mine = config.toBuilder()
                .bridge(config.bridge().withControl(new Mine(1)))
                .build();
        ConvoyConfig changed = mine.withChanges(List.of(new ConvoyConfig.Change(Nanos.DAY, mine)));

        assertThatThrownBy(() -> ScenarioWriter.text("written", changed))
                .hasMessage("no scenario file can say\n  bridge.control: a control of one's own ("
                        + Mine.class.getName() + "), which a file cannot hold");
    }

    @Test
    void the_first_part_in_which_two_configurations_differ_is_named() {
        ConvoyConfig config = read(WARSAW);
        ConvoyConfig slow =
                config.toBuilder().bridge(config.bridge().withHeadwayNanos(7)).build();
        ConvoyConfig heavy = config.toBuilder()
                .demand(List.of(
                        config.demand().get(0),
                        config.demand().get(1).toBuilder().priority(3).build()))
                .build();
        ConvoyConfig less =
                config.toBuilder().demand(List.of(config.demand().get(0))).build();

        assertThat(Difference.between(config, read(WARSAW))).isEmpty();
        assertThat(Difference.between(config, slow)).isEqualTo("bridge.headwayNanos is '7', not '0'");
        assertThat(Difference.between(config, heavy)).isEqualTo("demand.1.priority is '3', not '0'");
        assertThat(Difference.between(config, less))
                .startsWith("demand is '[CargoStream")
                .contains(", not '[CargoStream");
    }

    @Test
    void of_the_world_of_a_change_only_what_the_model_heeds_counts() {
        ConvoyConfig config = read(WARSAW);
        ConvoyConfig later =
                config.toBuilder().bridge(config.bridge().withHeadwayNanos(7)).build();
        ConvoyConfig one = config.withChanges(List.of(new ConvoyConfig.Change(Nanos.DAY, later)));
        ConvoyConfig other = config.withChanges(List.of(new ConvoyConfig.Change(
                Nanos.DAY, later.toBuilder().costPerDay(12).currency("CNY").build())));
        ConvoyConfig third = config.withChanges(List.of(new ConvoyConfig.Change(Nanos.DAY, config)));

        assertThat(Difference.between(one, other)).isEmpty();
        assertThat(Difference.between(one, third)).isEqualTo("changes.0.world.bridge.headwayNanos is '0', not '7'");
        assertThat(read(ScenarioWriter.text("written", other))).isEqualTo(one);
    }

    @Test
    void what_is_lost_in_a_file_is_told() {
        ConvoyConfig config = read(WARSAW).toBuilder().currency("CNY").build();

        assertThatThrownBy(() -> ScenarioWriter.text("written", config))
                .hasMessage("no scenario file can say this configuration: read back, currency is '', not 'CNY'");
    }
}
