package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.Overrun;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.bridge.control.Timetable;
import org.bridgeconvoy.bridge.demand.EvenArrivals;
import org.bridgeconvoy.bridge.demand.PoissonArrivals;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.result.ReplicationResult;
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
            return LimitFinder.find(config, base, SEED, workers, () -> {});
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

        assertThat(limits.metric()).isEqualTo("days_to_clear.relief");
        assertThat(limits.answer()).isEqualTo("fleet.trucks");
        // 500 truckloads, 40 a day: 12.5 days; 44 a day: 11.4 days.
        assertThat(limits.limiting()).satisfies(r -> assertThat(r.gain()).isBetween(0.5, 1.5));
    }

    @Test
    void a_finite_need_that_is_met_as_it_arises_is_limited_by_demand() {
        CargoStream need = Worlds.finite(30, 0, 20_000, new PoissonArrivals());
        ConvoyConfig config = Worlds.lasting(Worlds.demanding(world(), need), 28, 0);

        WhatLimits limits = limits(config, 3);

        assertThat(limits.metric()).isEqualTo("days_to_clear.relief");
        assertThat(limits.answer()).isEqualTo("demand");
    }

    @Test
    void a_finite_need_that_nobody_clears_is_judged_by_the_tonnes_delivered() {
        CargoStream need = Worlds.finite(0, 200_000, 200_000, new PoissonArrivals());
        ConvoyConfig config =
                Worlds.lasting(Worlds.demanding(world(), need), 28, 0).withFleet(List.of(Worlds.trucks(40)));

        WhatLimits limits = limits(config, 3);

        assertThat(limits.metric()).isEqualTo("delivered_t_per_day");
        assertThat(limits.answer()).isEqualTo("fleet.trucks");
    }
}
