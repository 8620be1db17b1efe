package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.Consignment;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.DemandRate;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.bridge.control.Timetable;
import org.bridgeconvoy.bridge.demand.ArrivalPattern;
import org.bridgeconvoy.bridge.demand.EvenArrivals;
import org.bridgeconvoy.bridge.demand.PoissonArrivals;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.study.WhatLimits.Relaxed;
import org.bridgeconvoy.study.WhatLimits.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Worlds whose headroom follows from a hand calculation. Growth counts above 0.25% of what is consigned, so a constraint that passes c
 * trucks a day of r is passed at the factor c ÷ r ÷ 0.9975.
 */
class HeadroomTest {

    private static final long SEED = 5;

    /** 28 days, 7 of them warm-up; 100 trucks, one bay that loads 48 a day, an outbound window of 600 trucks. */
    private static ConvoyConfig bay(CargoStream... demand) {
        StationConfig bay = StationConfig.timed(1, Distribution.constant(30 * 60));
        StationConfig docks = StationConfig.timed(10, Distribution.constant(30 * 60));
        return Worlds.demanding(Worlds.lasting(Worlds.simple(), 28, 7), demand)
                .withBanks(Worlds.bank(bay), Worlds.bank(docks));
    }

    private static CargoStream even(double trucksPerDay) {
        return Worlds.stream(trucksPerDay, new EvenArrivals());
    }

    private static @Nullable Headroom find(ConvoyConfig config, int replications, int threads, Progress progress) {
        try (Workers workers = Workers.of(threads)) {
            List<ReplicationResult> base =
                    Replications.run(new BridgeModel(config), SEED, 1, replications, workers, () -> {});
            Phases phases = new Phases(progress, List.of(HeadroomSearch.PHASE, Elimination.PHASE));
            return HeadroomSearch.find(config, base, SEED, workers, phases);
        }
    }

    private static Headroom headroom(ConvoyConfig config) {
        return Objects.requireNonNull(find(config, 2, 2, Progress.NONE));
    }

    private static WhatLimits then(Headroom headroom) {
        return Objects.requireNonNull(headroom.then());
    }

    @Test
    void demand_grows_up_to_the_capacity_of_a_station() {
        Headroom headroom = headroom(bay(even(30)));

        // 48 / 30 = 1.6; without chance the interval is one step wide.
        assertThat(headroom.factor()).isEqualTo(1.6);
        assertThat(headroom.low()).isEqualTo(1.6);
        assertThat(headroom.high()).isEqualTo(1.61);
        assertThat(headroom.isAtLeast()).isFalse();
        // 52.8 a day: a second bay and a tenth less time (53.3 a day) both pass all of it.
        assertThat(headroom.thenAt()).isEqualTo(1.76);
        assertThat(then(headroom).verdict()).isEqualTo(Verdict.SHARED);
        assertThat(then(headroom).shared())
                .extracting(Relaxed::constraint)
                .containsExactlyInAnyOrder("origin.loading.servers", "origin.loading.time");
    }

    @Test
    void demand_grows_up_to_the_hours_of_the_lane() {
        ConvoyConfig config = Worlds.demanding(Worlds.lasting(Worlds.simple(), 28, 7), even(60))
                .withFleet(List.of(Worlds.trucks(400)))
                .withBridge(
                        Worlds.bridge(60, new Timetable(Worlds.hours(8, 10), Worlds.hours(19, 29), LastEntry.ENTER)))
                .withBanks(
                        bay(even(1)).origin().withHandling(null),
                        bay(even(1)).destination().withHandling(null));

        Headroom headroom = headroom(config);

        // A truck a minute from 8:00 to 9:59 makes 120 a day.
        assertThat(headroom.factor()).isEqualTo(2.0);
        // 132 a day: an hour more or a headway of 54 s (134 a day) would do.
        assertThat(then(headroom).shared())
                .extracting(Relaxed::constraint)
                .containsExactlyInAnyOrder("bridge.control.timetable.outbound", "bridge.headway");
    }

    @Test
    void a_total_grows_until_it_is_cleared_more_than_two_days_late() {
        ConvoyConfig config = bay(Worlds.finite(30, 0, 20_000, new EvenArrivals())).toBuilder()
                .warmUpNanos(0)
                .build();

        // All is consigned on day 17, and may be cleared until day 19 ends. The bay begins at 0:27 and loads 48 a day.
        // 895 truckloads are
        // loaded on day 19 at 15:57 and pass before 18:00, 900 are loaded at 18:27 and cross on the next day.
        assertThat(headroom(config).factor()).isEqualTo(1.79);
    }

    @Test
    void a_backlog_that_is_worked_off_at_the_end_is_beyond_the_headroom() {
        CargoStream stream =
                even(30).toBuilder().until(LocalDate.of(2024, 9, 15)).build();

        // 420 f truckloads in 14 days. The bay begins at 0:15 and loads 1,331 by the last time at which a truck can
        // cross, 18:00 on day 27:
        // f = 3.17. Nothing grows, as nothing is consigned any more.
        assertThat(headroom(bay(stream)).factor()).isEqualTo(3.17);
    }

    @Test
    void little_demand_grows_to_more_than_four_times() {
        Headroom headroom = headroom(bay(even(10)));

        assertThat(headroom.isAtLeast()).isTrue();
        assertThat(headroom.factor()).isEqualTo(4);
        assertThat(headroom.low()).isEqualTo(4);
        assertThat(headroom.high()).isNaN();
        assertThat(headroom.then()).isNull();
        assertThat(headroom.refused()).isEmpty();
    }

    @Test
    void a_station_used_to_the_full_leaves_no_headroom() {
        Headroom headroom = headroom(bay(even(48)));

        assertThat(headroom.factor()).isEqualTo(1);
        assertThat(headroom.low()).isEqualTo(1);
        assertThat(headroom.high()).isEqualTo(1.01);
    }

    @Test
    void the_search_ends_where_a_larger_consignment_could_never_cross() {
        List<Consignment> listed = new ArrayList<>();
        for (int day = 0; day < 28; day++) {
            listed.add(new Consignment(day * Nanos.DAY, "cloth", 30, 0));
        }
        ConvoyConfig config = bay(even(0)).toBuilder()
                .fleet(TruckClass.of(100).withTareTonnes(15))
                .bridge(Worlds.bridge(60, new Timetable(Worlds.hours(8, 18), Worlds.hours(19, 29))).toBuilder()
                        .maxMassTonnes(60)
                        .build())
                .consignments(listed)
                .build();

        Headroom headroom = headroom(config);

        // 15 t of tare and 1.5 times 30 t.
        assertThat(headroom.isAtLeast()).isTrue();
        assertThat(headroom.factor()).isEqualTo(1.5);
        assertThat(headroom.refused()).startsWith("bridge.max-mass: ");
    }

    @Test
    void chance_gives_an_interval_that_does_not_depend_on_the_threads() {
        ConvoyConfig config = bay(Worlds.stream(30, new PoissonArrivals()));

        Headroom one = Objects.requireNonNull(find(config, 12, 1, Progress.NONE));

        assertThat(find(config, 12, 3, Progress.NONE)).isEqualTo(one);
        assertThat(one.low()).isLessThanOrEqualTo(one.factor());
        assertThat(one.high()).isGreaterThan(one.factor());
        // At 0.9 of the capacity the mean queue of M/D/1 is 4 truckloads, at 1.01 of it 6.7 more are left after 14
        // days.
        assertThat(one.factor()).isBetween(1.6 * 0.9, 1.6 * 1.02);
    }

    @Test
    void without_an_interval_or_demand_there_is_no_headroom() {
        assertThat(find(bay(even(30)), 1, 1, Progress.NONE)).isNull();
        assertThat(find(bay(even(0)), 2, 1, Progress.NONE)).isNull();
    }

    @Test
    void the_plan_never_grows_and_is_done() {
        List<Long> plans = new ArrayList<>();
        List<Long> done = new ArrayList<>();

        find(bay(even(30)), 4, 1, (phase, d, planned) -> {
            if (phase.name().equals(HeadroomSearch.PHASE)) {
                plans.add(-planned);
                done.add(d);
            }
        });

        assertThat(plans).isSorted();
        assertThat(done).isSorted();
        assertThat(done.get(done.size() - 1)).isEqualTo(-plans.get(plans.size() - 1));
    }

    @Test
    void the_factor_multiplies_every_kind_of_demand_in_every_world() {
        ArrivalPattern even = new EvenArrivals();
        CargoStream out = Worlds.finite(30, 400, 2_000, even);
        CargoStream back = Worlds.stream(1, even).toBuilder()
                .direction(org.bridgeconvoy.bridge.control.Direction.RETURN)
                .rate(new DemandRate.TonnesPerHour(8))
                .build();
        ConvoyConfig later = bay(out.toBuilder().tonnesPerDay(100).build(), back);
        ConvoyConfig config = bay(out, back).toBuilder()
                .consignments(List.of(new Consignment(0, "relief", 90, 3)))
                .changes(new ConvoyConfig.Change(Nanos.DAY, later))
                .build();

        ConvoyConfig more = MoreDemand.times(1.5, config);

        assertThat(more.demand().get(0).rate()).isEqualTo(new DemandRate.Trucks(45));
        assertThat(more.demand().get(0).backlogTonnes()).isEqualTo(600);
        assertThat(more.demand().get(0).totalTonnes()).isEqualTo(3_000);
        assertThat(more.demand().get(1).rate()).isEqualTo(new DemandRate.TonnesPerHour(12));
        assertThat(more.demand().get(1).totalTonnes()).isInfinite();
        assertThat(more.consignments()).containsExactly(new Consignment(0, "relief", 135, 3));
        assertThat(more.changes().get(0).world().demand().get(0).rate()).isEqualTo(new DemandRate.Tonnes(150));
        assertThat(MoreDemand.times(1.79, config).demand().get(0).totalTonnes()).isEqualTo(3_580);
    }
}
