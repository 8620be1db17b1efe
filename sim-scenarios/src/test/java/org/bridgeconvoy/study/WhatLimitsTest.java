package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.Closure;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.ConvoyRule;
import org.bridgeconvoy.bridge.config.Overrun;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.control.Alternate;
import org.bridgeconvoy.bridge.control.Batches;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.bridge.control.Timetable;
import org.bridgeconvoy.bridge.demand.DailyArrivals;
import org.bridgeconvoy.bridge.demand.EvenArrivals;
import org.bridgeconvoy.bridge.demand.PoissonArrivals;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.study.WhatLimits.Relaxed;
import org.bridgeconvoy.study.WhatLimits.Verdict;
import org.junit.jupiter.api.Test;

/**
 * Worlds whose limit is known by construction. 60 truckloads of 40 t a day; each truck makes one round a day, out by day and
 * back by night.
 */
class WhatLimitsTest {

    private static final long SEED = 11;

    private static ConvoyConfig world() {
        return Worlds.lasting(Worlds.simple(), 28, 7);
    }

    private static WhatLimits limits(ConvoyConfig config, int replications) {
        try (Workers workers = Workers.of(2)) {
            List<ReplicationResult> base =
                    Replications.run(new BridgeModel(config), SEED, 1, replications, workers, () -> {});
            return LimitFinder.find(
                    config, base, SEED, workers.runner(), new Phases(Progress.NONE, List.of(Elimination.PHASE)));
        }
    }

    private static StationConfig constant(int servers, double minutes) {
        return StationConfig.timed(servers, Distribution.constant(60 * minutes));
    }

    @Test
    void demand_limits_where_everything_else_suffices() {
        WhatLimits limits = limits(world(), 6);

        assertThat(limits.verdict()).isEqualTo(Verdict.DEMAND);
        assertThat(limits.tried()).isEmpty();
        assertThat(limits.answer()).isEqualTo("demand");
    }

    @Test
    void a_run_that_locks_is_not_said_to_deliver_what_is_consigned() {
        ConvoyConfig config = world().withConvoys(ConvoyRule.ofSize(30), null).toBuilder()
                .demand(CargoStream.builder("gravel")
                        .loadTonnes(40)
                        .trucksPerDay(60)
                        .totalTonnes(800)
                        .build())
                .build();

        // 20 truckloads wait for a convoy of 30 for ever: nothing grows in the window, and nothing is delivered.
        assertThat(limits(config, 2).reason())
                .startsWith("trucks wait for ever (see the warning), so not all that is consigned is delivered;");
    }

    @Test
    void trucks_limit_where_forty_make_a_round_each_a_day() {
        WhatLimits limits = limits(world().withFleet(List.of(Worlds.trucks(40))), 6);

        assertThat(limits.answer()).isEqualTo("fleet.trucks");
        // Four more trucks, a round of 40 t a day each.
        assertThat(limits.limiting()).satisfies(r -> assertThat(r.gain()).isBetween(155.0, 165.0));
    }

    @Test
    void a_station_limits_where_one_bay_loads_forty_eight_a_day() {
        ConvoyConfig config =
                world().withBanks(Worlds.bank(Worlds.station(1, 30, Hours.always())), world().destination());

        assertThat(limits(config, 6).answer()).isEqualTo("origin.loading.servers");
    }

    @Test
    void a_stations_hours_limit_where_it_opens_for_two_hours() {
        StationConfig bays = StationConfig.timed(20, Distribution.constant(60 * 60))
                .withHours(Worlds.hours(8, 10))
                .withOverrun(Overrun.PAUSE);
        ConvoyConfig config = world().withBanks(Worlds.bank(bays), world().destination());

        // 40 a day; 60 with an hour more, 44 with two bays more.
        assertThat(limits(config, 6).answer()).isEqualTo("origin.loading.hours");
    }

    @Test
    void the_window_limits_where_it_is_shorter_than_the_queue() {
        ConvoyConfig config = world().withBridge(
                        Worlds.bridge(60, new Timetable(Worlds.hours(8, 8.75), Worlds.hours(19, 29), LastEntry.ENTER)));

        assertThat(limits(config, 6).answer()).isEqualTo("bridge.control.timetable.outbound");
    }

    @Test
    void the_headway_limits_where_both_windows_are_full() {
        ConvoyConfig config = world().withBridge(
                        Worlds.bridge(1200, new Timetable(Worlds.hours(6, 18), Worlds.hours(18, 30), LastEntry.ENTER)));

        assertThat(limits(config, 6).answer()).isEqualTo("bridge.headway");
    }

    @Test
    void none_alone_limits_where_two_constraints_bind_at_once() {
        ConvoyConfig config = Worlds.demanding(world(), Worlds.stream(60, new EvenArrivals()))
                .withBanks(Worlds.bank(constant(1, 36)), Worlds.bank(constant(1, 36)));

        WhatLimits limits = limits(config, 2);

        assertThat(limits.answer()).as(limits.toString()).isEqualTo("none alone");
        assertThat(limits.tried()).isNotEmpty();
    }

    @Test
    void one_replication_cannot_name_a_constraint() {
        WhatLimits limits = limits(world().withFleet(List.of(Worlds.trucks(40))), 1);

        assertThat(limits.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(limits.reason()).contains("at least 2 replications");
    }

    @Test
    void replications_that_agree_to_the_last_bit_need_no_chance() {
        ConvoyConfig config = Worlds.demanding(world(), Worlds.stream(60, new EvenArrivals()))
                .withFleet(List.of(Worlds.trucks(40)))
                .withBanks(Worlds.bank(constant(6, 30)), Worlds.bank(constant(6, 30)));

        WhatLimits limits = limits(config, 2);

        assertThat(limits.answer()).isEqualTo("fleet.trucks");
        assertThat(limits.limiting()).satisfies(r -> {
            assertThat(r.gain()).isEqualTo(160);
            assertThat(r.halfWidth()).isZero();
        });
    }

    @Test
    void a_finite_need_is_judged_by_the_days_to_clear_it() {
        CargoStream need = Worlds.finite(0, 20_000, 20_000, new PoissonArrivals());
        ConvoyConfig config =
                Worlds.lasting(Worlds.demanding(world(), need), 28, 0).withFleet(List.of(Worlds.trucks(40)));

        WhatLimits limits = limits(config, 3);

        assertThat(limits.objective()).isEqualTo("days_to_clear.relief");
        assertThat(limits.answer()).isEqualTo("fleet.trucks");
        // 500 truckloads, 40 a day: 12.5 days; 44 a day: 11.4 days.
        assertThat(limits.limiting()).satisfies(r -> assertThat(r.gain()).isBetween(0.5, 1.5));
    }

    @Test
    void a_finite_need_that_is_met_as_it_arises_is_limited_by_demand() {
        CargoStream need = Worlds.finite(30, 0, 20_000, new PoissonArrivals());
        ConvoyConfig config = Worlds.lasting(Worlds.demanding(world(), need), 28, 0);

        WhatLimits limits = limits(config, 3);

        assertThat(limits.objective()).isEqualTo("days_to_clear.relief");
        assertThat(limits.answer()).isEqualTo("demand");
    }

    @Test
    void a_finite_need_that_nobody_clears_is_judged_by_the_tonnes_delivered() {
        CargoStream need = Worlds.finite(0, 200_000, 200_000, new PoissonArrivals());
        ConvoyConfig config =
                Worlds.lasting(Worlds.demanding(world(), need), 28, 0).withFleet(List.of(Worlds.trucks(40)));

        WhatLimits limits = limits(config, 3);

        assertThat(limits.objective()).isEqualTo("delivered_t_per_day");
        assertThat(limits.answer()).isEqualTo("fleet.trucks");
    }

    @Test
    void one_replication_says_neither_demand_nor_growth() {
        assertThat(limits(world(), 1).answer()).isEqualTo("undecided");
    }

    /** Trucks without stations, with more cargo than the bridge passes. */
    private static ConvoyConfig crowded(int trucks, double tare, double load, double perDay, BridgeConfig bridge) {
        return ConvoyConfig.builder()
                .start(LocalDate.of(2024, 9, 2))
                .horizonNanos(14 * Nanos.DAY)
                .warmUpNanos(7 * Nanos.DAY)
                .bridge(bridge)
                .fleet(TruckClass.of(trucks).withPayloadTonnes(40).withTareTonnes(tare))
                .demand(CargoStream.builder("c")
                        .loadTonnes(load)
                        .trucksPerDay(perDay)
                        .arrivals(new EvenArrivals())
                        .build())
                .build();
    }

    private static BridgeConfig bridge(
            double metres, double kmh, double headway, double clearance, ControlRule control) {
        return BridgeConfig.builder()
                .lengthMetres(metres)
                .speedMetresPerSecond(kmh / 3.6)
                .headwayNanos(Nanos.ofSeconds(headway))
                .clearanceNanos(Nanos.ofSeconds(clearance))
                .control(control)
                .build();
    }

    private static Relaxed tried(WhatLimits limits, String constraint) {
        return limits.tried().stream()
                .filter(r -> r.constraint().equals(constraint))
                .findFirst()
                .orElseThrow(() -> new AssertionError(constraint + " was not tried: " + limits));
    }

    @Test
    void batches_limit_where_the_lane_clears_after_every_three_trucks() {
        // Loading and unloading take an hour, so queues stand on both sides.
        ConvoyConfig config = crowded(1000, 15, 40, 1200, bridge(944, 20, 5, 60, new Batches(3, 3))).toBuilder()
                .origin(Worlds.bank(constant(100, 60)))
                .destination(Worlds.bank(constant(100, 60)))
                .build();

        WhatLimits limits = limits(config, 2);

        // A batch of three takes 2 * 5 + 169.92 + 60 s, one of four 5 s more: 540.2 and 705.5 trucks of 40 t a day.
        assertThat(limits.answer()).as(limits.toString()).isEqualTo("bridge.control.batches");
        assertThat(tried(limits, "bridge.control.batches").gain()).isCloseTo(6614, within(30.0));
        // A tenth more speed saves 15.45 s of 239.92 s, a tenth less clearance 6 s, a tenth less headway 1 s.
        assertThat(tried(limits, "bridge.speed").gain()).isCloseTo(1487, within(30.0));
        assertThat(tried(limits, "bridge.clearance").gain()).isCloseTo(554, within(30.0));
        assertThat(tried(limits, "bridge.headway").gain()).isCloseTo(90, within(30.0));
    }

    @Test
    void a_gain_below_one_in_a_hundred_is_tried_and_not_listed() {
        ConvoyConfig config = crowded(3000, 15, 40, 9000, bridge(944, 20, 5, 60, new Batches(100, 100)));

        WhatLimits limits = limits(config, 2);

        // 6 s of 99 * 5 + 169.92 + 60 s are 0.8%.
        Relaxed clearance = tried(limits, "bridge.clearance");
        assertThat(clearance.significant()).isTrue();
        assertThat(clearance.gain()).isBetween(0.004 * 476_000, 0.0099 * 476_000);
        assertThat(limits.answer()).as(limits.toString()).isEqualTo("bridge.headway");
        assertThat(limits.shared()).isEmpty();
    }

    @Test
    void greens_limit_where_each_lets_two_trucks_in() {
        BridgeConfig bridge = bridge(100, 40, 3, 0, new Alternate(12 * Nanos.SECOND, 12 * Nanos.SECOND));
        ConvoyConfig config = crowded(150, 0, 1, 30_000, bridge).toBuilder()
                .horizonNanos(12 * Nanos.HOUR)
                .warmUpNanos(4 * Nanos.HOUR)
                .build();

        WhatLimits limits = limits(config, 2);

        // Of 12 s, 6 s go to the other side's last truck: two enter, 7200 a day. Of 15 s, three: 8640 a day.
        assertThat(limits.answer()).as(limits.toString()).isEqualTo("bridge.control.alternate");
        assertThat(limits.limiting()).satisfies(r -> {
            assertThat(r.change()).isEqualTo("12 s to 15 s");
            assertThat(r.gain()).isCloseTo(1440, within(20.0));
        });
    }

    @Test
    void the_mass_on_the_lane_limits_where_it_lets_one_truck_on_at_a_time() {
        Timetable hours = new Timetable(Worlds.hours(7, 13), Worlds.hours(14, 22), LastEntry.CLEAR);
        BridgeConfig bridge =
                bridge(944, 20, 5, 60, hours).toBuilder().maxMassTonnes(60).build();

        WhatLimits limits = limits(crowded(1000, 15, 40, 200, bridge), 2);

        // 6 h hold 127 crossings of 169.92 s of one truck, and of two abreast 254, more than the 200 a day that there
        // are.
        assertThat(limits.answer()).as(limits.toString()).isEqualTo("bridge.max-mass");
        assertThat(limits.limiting()).satisfies(r -> {
            assertThat(r.change()).isEqualTo("60 to 110 t");
            assertThat(r.gain()).isGreaterThan(2900);
        });
    }

    @Test
    void closures_limit_where_they_take_most_of_the_window() {
        Timetable hours = new Timetable(Worlds.hours(7, 13), Worlds.hours(14, 22), LastEntry.CLEAR);
        BridgeConfig bridge = bridge(944, 20, 30, 60, hours).toBuilder()
                .closures(List.of(new Closure(10 * Nanos.DAY, 32 * Nanos.DAY)))
                .build();

        WhatLimits limits = limits(Worlds.lasting(crowded(300, 15, 40, 100, bridge), 35, 7), 2);

        assertThat(limits.answer()).as(limits.toString()).isEqualTo("bridge.closures");
        assertThat(limits.limiting()).satisfies(r -> assertThat(r.gain()).isGreaterThan(1000));
    }

    @Test
    void two_constraints_that_gain_the_same_share_the_answer() {
        // One bay loads 40 of the 41 truckloads of a day; a second bay, or a tenth less time, loads them all.
        ConvoyConfig config = Worlds.demanding(world(), Worlds.stream(41, new DailyArrivals(6 * Nanos.HOUR)))
                .withBanks(Worlds.bank(constant(1, 36)), Worlds.bank(constant(20, 30)));

        WhatLimits limits = limits(config, 3);

        assertThat(limits.answer()).as(limits.toString()).isEqualTo("shared");
        assertThat(limits.shared())
                .extracting(Relaxed::constraint)
                .containsExactlyInAnyOrder("origin.loading.servers", "origin.loading.time");
        assertThat(limits.shared()).allSatisfy(r -> assertThat(r.gain()).isEqualTo(40));
        assertThat(limits.title()).isEqualTo("shared by servers of loading and time of loading");
    }

    @Test
    void a_station_at_a_hundred_and_one_percent_of_its_capacity_limits() {
        // Five bays load 120 a day, and 121.2 come.
        ConvoyConfig config = crowded(3000, 15, 40, 121.2, bridge(944, 20, 20, 60, new Batches(50, 50))).toBuilder()
                .horizonNanos(28 * Nanos.DAY)
                .origin(Worlds.bank(constant(5, 60)))
                .destination(Worlds.bank(constant(50, 60)))
                .build();

        WhatLimits limits = limits(config, 3);

        assertThat(limits.verdict()).as(limits.toString()).isNotEqualTo(Verdict.DEMAND);
        assertThat(limits.tried().get(0).constraint()).startsWith("origin.loading.");
        assertThat(limits.tried().get(0).gain()).isCloseTo(48, within(8.0));
    }

    @Test
    void a_convoy_that_hardly_ever_fills_is_tried_without() {
        // Of 40 trucks 30 go out at once; 35 never wait on the other side, so these go back after two days.
        ConvoyRule out = ConvoyRule.ofSize(30);
        ConvoyRule back = ConvoyRule.ofSize(35).withMaxWaitNanos(2 * Nanos.DAY);
        ConvoyConfig config = crowded(40, 0, 25, 60, bridge(400, 20, 0, 0, new Batches(20, 20)))
                .withConvoys(out, back);

        WhatLimits limits = limits(config, 2);

        assertThat(limits.tried().stream()
                        .filter(r -> r.constraint().startsWith("convoys."))
                        .map(r -> r.constraint() + " " + r.change()))
                .containsExactlyInAnyOrder(
                        "convoys.outbound size 30 to 27",
                        "convoys.outbound left out",
                        "convoys.return size 35 to 32, max-wait 172800 s to 155520 s",
                        "convoys.return left out");
        // Without either all of the 60 a day are delivered, instead of 15.
        assertThat(limits.answer()).as(limits.toString()).isEqualTo("shared");
        assertThat(limits.shared().subList(0, 2)).allSatisfy(r -> {
            assertThat(r.change()).isEqualTo("left out");
            assertThat(r.gain()).isCloseTo(45 * 25, within(75.0));
        });
    }

    @Test
    void the_answer_is_the_same_with_any_number_of_threads() {
        ConvoyConfig config = world().withFleet(List.of(Worlds.trucks(40)));
        List<WhatLimits> found = new ArrayList<>();
        for (int threads : new int[] {1, 3}) {
            try (Workers workers = Workers.of(threads)) {
                List<ReplicationResult> base =
                        Replications.run(new BridgeModel(config), SEED, 1, 20, workers, () -> {});
                found.add(LimitFinder.find(
                        config, base, SEED, workers.runner(), new Phases(Progress.NONE, List.of(Elimination.PHASE))));
            }
        }

        assertThat(found.get(0)).isEqualTo(found.get(1));
        // What cannot gain is dropped after eight replications at the latest; the contenders get all.
        assertThat(found.get(0).tried()).extracting(Relaxed::replications).contains(8, 20);
    }
}
