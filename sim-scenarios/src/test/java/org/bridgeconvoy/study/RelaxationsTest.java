package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.bridge.config.Breakdowns;
import org.bridgeconvoy.bridge.config.Closure;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.ConvoyRule;
import org.bridgeconvoy.bridge.config.ServiceTime;
import org.bridgeconvoy.bridge.config.Shift;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.control.Actuated;
import org.bridgeconvoy.bridge.control.Alternate;
import org.bridgeconvoy.bridge.control.Batches;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.bridge.control.Timetable;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.LongerHours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.calendar.WorkCalendar;
import org.bridgeconvoy.random.Distribution;
import org.junit.jupiter.api.Test;

class RelaxationsTest {

    private static Relaxation relaxation(ConvoyConfig config, String constraint) {
        return Relaxations.of(config).found().stream()
                .filter(r -> r.constraint().equals(constraint))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no relaxation of " + constraint));
    }

    private static List<String> constraints(ConvoyConfig config) {
        return Relaxations.of(config).found().stream()
                .map(Relaxation::constraint)
                .toList();
    }

    @Test
    void only_constraints_that_can_bind_are_relaxed() {
        assertThat(constraints(Worlds.simple()))
                .containsExactly(
                        "bridge.headway",
                        "bridge.clearance",
                        "bridge.speed",
                        "bridge.control.timetable.outbound",
                        "bridge.control.timetable.return",
                        "fleet.trucks",
                        "origin.loading.servers",
                        "origin.loading.time",
                        "destination.unloading.servers",
                        "destination.unloading.time");
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
                .satisfies(s -> assertThat(s.shifts().get(0).servers()).isEqualTo(7));
    }

    @Test
    void shifts_gain_a_server_each_and_are_longer_at_the_ends_of_their_union() {
        ConvoyConfig simple = Worlds.simple();
        StationConfig station = Worlds.station(1, 30, Hours.always())
                .withShifts(
                        new Shift(Worlds.hours(6, 14), 2),
                        new Shift(Worlds.hours(14, 22), 12),
                        new Shift(Worlds.hours(8, 16), 2));
        ConvoyConfig shifts = simple.withBanks(simple.origin().withHandling(station), simple.destination());

        Relaxation servers = relaxation(shifts, "origin.loading.servers");
        assertThat(servers.change()).isEqualTo("2 to 3, 12 to 13");
        assertThat(Objects.requireNonNull(servers.world().origin().handling()).shifts())
                .extracting(Shift::servers)
                .containsExactly(3, 13, 3);

        Relaxation hours = relaxation(shifts, "origin.loading.hours");
        assertThat(hours.change()).isEqualTo("half an hour more at each end");
        assertThat(Objects.requireNonNull(hours.world().origin().handling()).shifts())
                .containsExactly(
                        new Shift(Worlds.hours(5.5, 14), 2),
                        new Shift(Worlds.hours(14, 22.5), 12),
                        new Shift(Worlds.hours(8, 16), 2));

        StationConfig always = station.withShifts(new Shift(Hours.always(), 1), new Shift(Worlds.hours(14, 22), 12));
        assertThat(constraints(simple.withBanks(simple.origin().withHandling(always), simple.destination())))
                .contains("origin.loading.servers")
                .doesNotContain("origin.loading.hours");
    }

    @Test
    void more_trucks_keep_the_mix_of_classes() {
        List<TruckClass> fleet = List.of(Worlds.trucks(60), Worlds.trucks(30), Worlds.trucks(0), Worlds.trucks(10));

        assertThat(FleetRelaxations.withMoreTrucks(fleet, 10))
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
        assertThat(LongerHours.overlap(relaxed.inbound(), Worlds.hours(19.5, 20)))
                .isTrue();
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
        assertThat(Relaxations.of(narrow).notTried()).anySatisfy(n -> {
            assertThat(n.constraint()).isEqualTo("bridge.control.timetable.outbound");
            assertThat(n.reason()).contains("never gives the lane to return trucks");
        });
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
    void the_red_of_a_cycle_and_the_extension_of_a_green_fall_by_a_tenth_where_there_are_any() {
        Alternate cycle = new Alternate(Nanos.HOUR, Nanos.HOUR, Direction.OUTBOUND, Hours.always());
        assertThat(constraints(Worlds.simple().withBridge(Worlds.bridge(60, cycle))))
                .doesNotContain("bridge.control.alternate.red");
        Relaxation red = relaxation(
                Worlds.simple().withBridge(Worlds.bridge(60, cycle.withRed(50 * Nanos.SECOND))),
                "bridge.control.alternate.red");
        assertThat(red.change()).isEqualTo("50 s to 45 s");
        assertThat(red.world().bridge().control()).isEqualTo(cycle.withRed(45 * Nanos.SECOND));

        Actuated greens = new Actuated(Nanos.MINUTE, Nanos.HOUR, Hours.always());
        assertThat(constraints(Worlds.simple().withBridge(Worlds.bridge(60, greens))))
                .doesNotContain("bridge.control.actuated.extension");
        Relaxation extension = relaxation(
                Worlds.simple().withBridge(Worlds.bridge(60, greens.withExtension(20 * Nanos.SECOND))),
                "bridge.control.actuated.extension");
        assertThat(extension.change()).isEqualTo("20 s to 18 s");
        assertThat(extension.world().bridge().control()).isEqualTo(greens.withExtension(18 * Nanos.SECOND));
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
        ConvoyConfig wide = config.withBridge(config.bridge().withLimits(5, 400, 60));
        assertThat(Relaxations.of(wide).notTried())
                .containsExactly(
                        new WhatLimits.NotTried("bridge.max-truck-mass", "no truck is so heavy that it binds"));
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

    @Test
    void convoys_are_also_left_out() {
        ConvoyConfig config = Worlds.simple()
                .withConvoys(ConvoyRule.ofSize(30), ConvoyRule.ofSize(1).withMaxWaitNanos(0));

        assertThat(Relaxations.of(config).found().stream()
                        .filter(r -> r.constraint().startsWith("convoys"))
                        .map(r -> r.constraint() + ": " + r.change()))
                .containsExactly(
                        "convoys.outbound: size 30 to 27", "convoys.outbound: left out", "convoys.return: left out");
    }

    @Test
    void a_mass_limit_rises_until_one_more_of_the_heaviest_trucks_fits() {
        TruckClass heavy = new TruckClass("", 10, 40, 15, Distribution.constant(0));
        ConvoyConfig config = Worlds.simple().withFleet(List.of(heavy));
        ConvoyConfig one = config.withBridge(config.bridge().withLimits(5, 60, Double.POSITIVE_INFINITY));
        ConvoyConfig twenty = config.withBridge(config.bridge().withLimits(50, 1100, Double.POSITIVE_INFINITY));

        // 55 t each: two need 110 t; a tenth more than 1100 t holds two more.
        assertThat(relaxation(one, "bridge.max-mass").world().bridge().maxMassTonnes())
                .isEqualTo(110);
        assertThat(relaxation(one, "bridge.max-mass").change()).isEqualTo("60 to 110 t");
        assertThat(relaxation(twenty, "bridge.max-mass").world().bridge().maxMassTonnes())
                .isEqualTo(1210, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void a_green_gets_longer_by_a_tenth_and_by_at_least_one_more_truck() {
        ConvoyConfig brief =
                Worlds.simple().withBridge(Worlds.bridge(5, new Alternate(12 * Nanos.SECOND, 100 * Nanos.SECOND)));

        assertThat(relaxation(brief, "bridge.control.alternate.outbound").change())
                .isEqualTo("12 s to 17 s");
        assertThat(relaxation(brief, "bridge.control.alternate.return").change())
                .isEqualTo("100 s to 110 s");
        assertThat(relaxation(brief, "bridge.control.alternate")
                        .world()
                        .bridge()
                        .control())
                .isEqualTo(new Alternate(17 * Nanos.SECOND, 110 * Nanos.SECOND));
    }

    @Test
    void batches_grow_by_at_least_one_truck() {
        ConvoyConfig config = Worlds.simple().withBridge(Worlds.bridge(5, new Batches(3, 20)));

        assertThat(relaxation(config, "bridge.control.batches").change()).isEqualTo("3 to 4, 20 to 22");
        assertThat(relaxation(config, "bridge.control.batches.outbound")
                        .world()
                        .bridge()
                        .control())
                .isEqualTo(new Batches(4, 20));
    }

    @Test
    void closures_and_breakdowns_go() {
        ConvoyConfig config = Worlds.simple();
        ConvoyConfig halted = config.withBridge(config.bridge().toBuilder()
                .closures(List.of(new Closure(0, Nanos.DAY)))
                .breakdowns(new Breakdowns(0.1, Distribution.constant(600)))
                .build());

        assertThat(relaxation(halted, "bridge.closures").world().bridge().closures())
                .isEmpty();
        assertThat(relaxation(halted, "bridge.breakdowns").world().bridge().breakdowns())
                .isNull();
    }

    @Test
    void times_fall_by_a_tenth_and_rates_and_speed_rise_by_one() {
        ConvoyConfig config = Worlds.simple()
                .withBanks(
                        Worlds.bank(StationConfig.rated(2, 60)),
                        Worlds.bank(StationConfig.timed(2, Distribution.uniform(600, 1200))))
                .withFleet(List.of(Worlds.trucks(9).withTurnaroundSeconds(Distribution.constant(3600))));

        assertThat(relaxation(config, "origin.loading.rate").world().origin().handling())
                .satisfies(s -> assertThat(((ServiceTime.Rated) s.service()).tonnesPerHour())
                        .isEqualTo(66, org.assertj.core.data.Offset.offset(1e-9)));
        assertThat(relaxation(config, "destination.unloading.time")
                        .world()
                        .destination()
                        .handling())
                .satisfies(s -> assertThat(
                                ((ServiceTime.Timed) s.service()).seconds().mean())
                        .isEqualTo(810, org.assertj.core.data.Offset.offset(1e-9)));
        assertThat(relaxation(config, "fleet.turnaround")
                        .world()
                        .fleet()
                        .get(0)
                        .turnaroundSeconds()
                        .mean())
                .isEqualTo(3240);
        assertThat(relaxation(config, "bridge.speed")
                        .world()
                        .bridge()
                        .loadedSpeed()
                        .mean())
                .isEqualTo(11 / 3.6, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void a_control_of_ones_own_names_what_can_be_relaxed() {
        ControlRule silent = (calendar, horizon) -> ControlRule.Plan.anytime(() -> {
            throw new AssertionError("nothing is run");
        });
        ControlRule faster = new Batches(9, 9);
        ControlRule naming = new ControlRule() {
            @Override
            public Plan plan(WorkCalendar calendar, long horizonNanos) {
                return silent.plan(calendar, horizonNanos);
            }

            @Override
            public List<Relaxed> relaxed(Step step) {
                return List.of(new Relaxed("toll.booths", "toll booths", "1 to " + step.more(1), faster));
            }
        };

        assertThat(relaxation(Worlds.simple().withBridge(Worlds.bridge(60, naming)), "bridge.control.toll.booths"))
                .satisfies(r -> {
                    assertThat(r.name()).isEqualTo("toll booths");
                    assertThat(r.world().bridge().control()).isSameAs(faster);
                });
        assertThat(Relaxations.of(Worlds.simple().withBridge(Worlds.bridge(60, silent)))
                        .notTried())
                .extracting(WhatLimits.NotTried::constraint)
                .containsExactly("bridge.control");
    }

    @Test
    void a_control_that_comes_later_is_relaxed_then() {
        ConvoyConfig later = Worlds.simple().withBridge(Worlds.bridge(60, new Batches(3, 3)));
        ConvoyConfig config = Worlds.simple().withChanges(List.of(new ConvoyConfig.Change(Nanos.DAY, later)));

        ConvoyConfig relaxed =
                relaxation(config, "bridge.control.batches.outbound").world();

        assertThat(relaxed.bridge().control()).isEqualTo(config.bridge().control());
        assertThat(relaxed.changes().get(0).world().bridge().control()).isEqualTo(new Batches(4, 3));
    }
}
