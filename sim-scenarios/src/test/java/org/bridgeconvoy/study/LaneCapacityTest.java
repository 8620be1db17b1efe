package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.Closure;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.control.Actuated;
import org.bridgeconvoy.bridge.control.Alternate;
import org.bridgeconvoy.bridge.control.Batches;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.DirectionControl;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.bridge.control.Timetable;
import org.bridgeconvoy.calendar.DayInterval;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaneCapacityTest {

    private static Hours hours(int from, int to) {
        return Hours.everyDay(List.of(new DayInterval(from * Nanos.HOUR, to * Nanos.HOUR)));
    }

    private static ConvoyConfig world(double kmh, double headwaySeconds, ControlRule control, Closure... closures) {
        ConvoyConfig config = Worlds.simple();
        BridgeConfig bridge = new BridgeConfig(
                944,
                Distribution.constant(kmh / 3.6),
                Distribution.constant(kmh / 3.6),
                Nanos.ofSeconds(headwaySeconds),
                0,
                1,
                Integer.MAX_VALUE,
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                List.of(closures),
                null,
                control);
        return config.withBridge(bridge);
    }

    /** Published window capacities, 944 m, 4 h: floor((W − L/v)/h) + 1. */
    @ParameterizedTest(name = "{0} km/h, headway {1} s: {2} trucks in 4 h")
    @CsvSource({"10, 28.32, 497", "10, 24.48, 575", "10, 15.48, 909", "20, 7.74, 1839"})
    void trucks_that_must_clear_within_the_window(double kmh, double headway, double trucks) {
        ConvoyConfig config = world(kmh, headway, new Timetable(hours(8, 12), hours(13, 17), LastEntry.CLEAR));

        assertThat(LaneCapacity.perDay(config, Direction.OUTBOUND)).isEqualTo(trucks);
        assertThat(LaneCapacity.perDay(config, Direction.RETURN)).isEqualTo(trucks);
    }

    @Test
    void trucks_that_need_only_enter_within_the_window() {
        // 4 h hold 240 whole minutes; a headway of 7 s leaves a rest in which one more enters.
        assertThat(LaneCapacity.perDay(
                        world(10, 60, new Timetable(hours(8, 12), hours(13, 14), LastEntry.ENTER)), Direction.OUTBOUND))
                .isEqualTo(240);
        assertThat(LaneCapacity.perDay(
                        world(10, 7, new Timetable(hours(8, 12), hours(13, 14), LastEntry.ENTER)), Direction.OUTBOUND))
                .isEqualTo(2058);
    }

    @Test
    void a_night_over_midnight_is_one_opening() {
        ConvoyConfig config = world(10, 60, new Timetable(hours(8, 12), hours(19, 29), LastEntry.ENTER));

        // Ten days hold nine whole nights, 5 h of the one before and 5 h of the last.
        assertThat(LaneCapacity.perDay(config, Direction.RETURN)).isEqualTo(600);
    }

    @Test
    void a_closure_takes_its_time_away() {
        ConvoyConfig config = world(
                10, 60, new Timetable(hours(8, 12), hours(13, 14), LastEntry.ENTER), new Closure(0, 5 * Nanos.DAY));

        assertThat(LaneCapacity.perDay(config, Direction.OUTBOUND)).isEqualTo(120);
    }

    @Test
    void a_fixed_cycle_counts_its_greens() {
        ControlRule control = new Alternate(10 * Nanos.MINUTE, 20 * Nanos.MINUTE, Direction.RETURN, hours(8, 9));
        ConvoyConfig config = world(10, 60, control);

        // 20 min return, 10 out, 20 return, 10 out.
        assertThat(LaneCapacity.perDay(config, Direction.OUTBOUND)).isEqualTo(20);
        assertThat(LaneCapacity.perDay(config, Direction.RETURN)).isEqualTo(40);
    }

    @Test
    void a_control_by_queues_could_give_all_its_hours_to_one_direction() {
        ConvoyConfig config = world(10, 60, new Actuated(0, Nanos.HOUR, Hours.always()));

        assertThat(LaneCapacity.perDay(config, Direction.OUTBOUND)).isEqualTo(1440);
    }

    @Test
    void without_a_headway_there_is_no_bound() {
        ConvoyConfig config = world(10, 0, new Timetable(hours(8, 12), hours(13, 17), LastEntry.ENTER));

        assertThat(LaneCapacity.perDay(config, Direction.OUTBOUND)).isInfinite();
    }

    @Test
    void a_control_of_ones_own_counts_the_time_that_it_can_give() {
        // Half of every span goes outbound, a third back.
        ControlRule control = (calendar, horizon) -> new ControlRule.Plan() {
            @Override
            public DirectionControl start() {
                throw new AssertionError("nothing is run");
            }

            @Override
            public long givenNanos(Direction direction, long from, long to, long crossing) {
                return (to - from) / (direction == Direction.OUTBOUND ? 2 : 3);
            }
        };
        ConvoyConfig config = world(10, 60, control);

        assertThat(LaneCapacity.perDay(config, Direction.OUTBOUND)).isEqualTo(720);
        assertThat(LaneCapacity.perDay(config, Direction.RETURN)).isEqualTo(480);
        assertThat(LaneCapacity.basis(config)).contains("can give the lane").doesNotContain(";");
    }

    @Test
    void the_basis_says_that_limits_are_not_deducted_and_that_a_headway_is_missing() {
        ConvoyConfig config = world(10, 0, new Batches(3, 3, Hours.always()));
        BridgeConfig b = config.bridge();
        BridgeConfig one = new BridgeConfig(
                b.lengthMetres(),
                b.loadedSpeed(),
                b.emptySpeed(),
                0,
                0,
                1,
                1,
                b.maxMassTonnes(),
                b.maxTruckMassTonnes(),
                List.of(),
                null,
                b.control());

        assertThat(LaneCapacity.basis(config))
                .endsWith("with the lane to itself; without a headway there is no such bound");
        assertThat(LaneCapacity.basis(config.withBridge(one)))
                .contains("; the limit of trucks or mass on the lane is not deducted; without a headway");
    }

    @Test
    void hours_that_change_count_from_the_change_on() {
        ConvoyConfig one = world(10, 60, new Timetable(hours(8, 12), hours(13, 14), LastEntry.ENTER));
        ConvoyConfig two = world(10, 60, new Timetable(hours(8, 10), hours(13, 14), LastEntry.ENTER));

        ConvoyConfig both = one.withChanges(List.of(new ConvoyConfig.Change(5 * Nanos.DAY, two)));

        assertThat(LaneCapacity.perDay(both, Direction.OUTBOUND)).isEqualTo(180);
    }
}
