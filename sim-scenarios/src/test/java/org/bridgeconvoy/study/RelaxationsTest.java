package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.ConvoyRule;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.control.Actuated;
import org.bridgeconvoy.bridge.control.Alternate;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.bridge.control.Timetable;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;
import org.junit.jupiter.api.Test;

class RelaxationsTest {

    private static Relaxation relaxation(ConvoyConfig config, String constraint) {
        return Relaxations.of(config).stream()
                .filter(r -> r.constraint().equals(constraint))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no relaxation of " + constraint));
    }

    private static List<String> constraints(ConvoyConfig config) {
        return Relaxations.of(config).stream().map(Relaxation::constraint).toList();
    }

    @Test
    void only_constraints_that_can_bind_are_relaxed() {
        assertThat(constraints(Worlds.simple()))
                .containsExactly(
                        "bridge.headway",
                        "bridge.control.timetable.outbound",
                        "bridge.control.timetable.return",
                        "fleet.trucks",
                        "origin.loading.servers",
                        "destination.unloading.servers");
    }

    @Test
    void headway_falls_by_a_tenth() {
        assertThat(relaxation(Worlds.simple(), "bridge.headway")
                        .world()
                        .bridge()
                        .headwayNanos())
                .isEqualTo(54 * Nanos.SECOND);
    }

    @Test
    void counts_rise_by_a_tenth_and_by_at_least_one() {
        assertThat(relaxation(Worlds.simple(), "fleet.trucks").world().trucks()).isEqualTo(110);
        assertThat(relaxation(Worlds.simple(), "fleet.trucks").change()).isEqualTo("100 to 110");
        ConvoyConfig one = Worlds.simple().withFleet(List.of(Worlds.trucks(1)));
        assertThat(relaxation(one, "fleet.trucks").world().trucks()).isEqualTo(2);
        assertThat(relaxation(one, "origin.loading.servers").world().origin().handling())
                .satisfies(s -> assertThat(s.servers()).isEqualTo(7));
    }

    @Test
    void more_trucks_keep_the_mix_of_classes() {
        List<TruckClass> fleet = List.of(Worlds.trucks(60), Worlds.trucks(30), Worlds.trucks(0), Worlds.trucks(10));

        assertThat(Relaxations.withMoreTrucks(fleet, 10))
                .extracting(TruckClass::trucks)
                .containsExactly(66, 33, 0, 11);
    }

    @Test
    void longer_hours_of_one_direction_are_taken_from_the_other_on_one_lane() {
        ConvoyConfig close = Worlds.simple()
                .withBridge(
                        Worlds.bridge(60, new Timetable(Worlds.hours(8, 19), Worlds.hours(19, 29), LastEntry.ENTER)));

        Timetable relaxed = (Timetable) relaxation(close, "bridge.control.timetable.outbound")
                .world()
                .bridge()
                .control();

        assertThat(relaxed.outbound()).isEqualTo(Worlds.hours(7.5, 19.5));
        assertThat(LongerHours.overlap(relaxed.outbound(), relaxed.inbound())).isFalse();
        assertThat(LaneCapacity.perDay(close.withBridge(Worlds.bridge(60, relaxed)), Direction.RETURN))
                .isEqualTo(9.5 * 60);
    }

    @Test
    void hours_that_do_not_meet_are_left_to_the_other_direction() {
        Timetable relaxed = (Timetable) relaxation(Worlds.simple(), "bridge.control.timetable.return")
                .world()
                .bridge()
                .control();

        assertThat(relaxed.outbound()).isEqualTo(Worlds.hours(8, 18));
    }

    @Test
    void a_relaxation_that_leaves_the_other_direction_no_time_is_left_out() {
        ConvoyConfig narrow = Worlds.simple()
                .withBridge(
                        Worlds.bridge(60, new Timetable(Worlds.hours(8, 12), Worlds.hours(12, 12.5), LastEntry.ENTER)));

        assertThat(constraints(narrow)).doesNotContain("bridge.control.timetable.outbound");
    }

    @Test
    void other_controls_are_relaxed_in_greens_or_hours() {
        ConvoyConfig cycle = Worlds.simple()
                .withBridge(Worlds.bridge(
                        60, new Alternate(Nanos.HOUR, 2 * Nanos.HOUR, Direction.OUTBOUND, Hours.always())));
        Alternate relaxed = (Alternate) relaxation(cycle, "bridge.control.alternate.return")
                .world()
                .bridge()
                .control();
        assertThat(relaxed.inboundNanos()).isEqualTo(132 * Nanos.MINUTE);
        assertThat(relaxed.outboundNanos()).isEqualTo(Nanos.HOUR);

        ConvoyConfig always =
                Worlds.simple().withBridge(Worlds.bridge(60, new Actuated(0, Nanos.HOUR, Hours.always())));
        assertThat(constraints(always)).doesNotContain("bridge.control.actuated.hours");
        ConvoyConfig byDay =
                Worlds.simple().withBridge(Worlds.bridge(60, new Actuated(0, Nanos.HOUR, Worlds.hours(8, 18))));
        Actuated longer = (Actuated) relaxation(byDay, "bridge.control.actuated.hours")
                .world()
                .bridge()
                .control();
        assertThat(longer.hours()).isEqualTo(Worlds.hours(7.5, 18.5));
    }

    @Test
    void convoys_leave_sooner() {
        ConvoyRule rule = new ConvoyRule(20, Nanos.HOUR, List.of(9 * Nanos.HOUR, 13 * Nanos.HOUR), true);
        ConvoyConfig config = Worlds.simple().withConvoys(rule, null);

        ConvoyRule relaxed = relaxation(config, "convoys.outbound").world().outboundConvoys();

        // The longest gap is that from 13:00 to 09:00 of the next day.
        assertThat(relaxed)
                .isEqualTo(new ConvoyRule(
                        18, 54 * Nanos.MINUTE, List.of(9 * Nanos.HOUR, 13 * Nanos.HOUR, 23 * Nanos.HOUR), true));
        assertThat(constraints(config)).doesNotContain("convoys.return");
    }

    @Test
    void a_mass_limit_is_relaxed_only_if_it_can_bind() {
        TruckClass light = new TruckClass("", 10, 30, 15, Distribution.constant(0));
        ConvoyConfig config = Worlds.simple().withFleet(List.of(light));
        ConvoyConfig limited = config.withBridge(config.bridge().withLimits(5, 400, 44));

        assertThat(constraints(config)).contains("fleet.payload").doesNotContain("bridge.max-truck-mass");
        assertThat(constraints(limited))
                .contains("bridge.max-trucks", "bridge.max-mass", "bridge.max-truck-mass", "fleet.payload");
        assertThat(relaxation(limited, "bridge.max-trucks").world().bridge().maxTrucks())
                .isEqualTo(6);
        assertThat(relaxation(limited, "fleet.payload").world().fleet().get(0).payloadTonnes())
                .isEqualTo(33.0, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void worlds_that_come_later_are_relaxed_too() {
        ConvoyConfig later = Worlds.simple().withFleet(List.of(Worlds.trucks(50)));
        ConvoyConfig config = Worlds.simple().withChanges(List.of(new ConvoyConfig.Change(Nanos.DAY, later)));

        ConvoyConfig relaxed = relaxation(config, "fleet.trucks").world();

        assertThat(relaxed.trucks()).isEqualTo(110);
        assertThat(relaxed.changes().get(0).world().trucks()).isEqualTo(55);
    }
}
