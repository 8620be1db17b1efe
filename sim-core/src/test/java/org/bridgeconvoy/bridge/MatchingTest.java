package org.bridgeconvoy.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.bridgeconvoy.bridge.Cargo.cargo;
import static org.bridgeconvoy.bridge.Trips.assertTrips;
import static org.bridgeconvoy.bridge.World.row;
import static org.bridgeconvoy.bridge.World.world;

import java.util.List;
import java.util.stream.LongStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.ReplicationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who takes which consignment, and how much of it. Worked out by hand: a trip takes 200 s and nothing else takes time. */
class MatchingTest {

    private static TruckClass of(String name, int trucks, double payload) {
        return TruckClass.of(trucks).withName(name).withPayloadTonnes(payload);
    }

    @Test
    void of_the_trucks_that_carry_it_whole_the_one_idle_longest_takes_it() {
        // Truck 1 carries 10 t, 2 and 3 carry 30 t. Only 2 and 3 carry 20 t whole; 2 has the lower number, then it is
        // idle for a shorter time than 3. What 10 t carry whole goes to truck 1, which is idle longest.
        World world = world().fleet(of("small", 1, 10), of("large", 2, 30))
                .cargo(cargo("a"))
                .listed(row("08:00", "a", 20, 0), row("09:00", "a", 20, 0), row("10:00", "a", 8, 0));

        assertTrips(world, """
                truck  load  assigned
                2      20.0  08:00:00
                3      20.0  09:00:00
                1      8.0   10:00:00""");
    }

    @Test
    void if_none_carries_it_whole_the_one_that_carries_most_takes_what_it_can_and_the_rest_stays() {
        // 45 t: truck 3 takes 30 t, then truck 1 10 t (2 carries as much and has the higher number), then truck 2 the
        // last 5 t.
        World world = world().fleet(of("small", 2, 10), of("large", 1, 30))
                .cargo(cargo("a"))
                .listed(row("08:00", "a", 45, 0));

        assertTrips(world, """
                truck  load  consigned  assigned
                3      30.0  08:00:00   08:00:00
                1      10.0  08:00:00   08:00:00
                2      5.0   08:00:00   08:00:00""");
        ReplicationResult result = world.run();
        assertThat(result.daily().consignedTrucks()).containsExactly(1);
        assertThat(result.daily().deliveredTrucks()).containsExactly(3);
        // Cleared with the last part, at 08:01:40.
        assertThat(result.metric("days_to_clear.a")).isEqualTo((8 * 3600 + 100) / 86400.0);
    }

    @Test
    void a_rest_keeps_its_time_its_priority_and_its_place() {
        // One truck of 10 t. 25 t of priority 0 at 08:00; 4 t of the same priority at 08:01 come behind its rest, 7 t
        // of
        // priority 1 at 08:02 before it.
        World world = world().fleet(of("", 1, 10))
                .cargo(cargo("a"))
                .cargo(cargo("b"))
                .listed(row("08:00", "a", 25, 0), row("08:01", "b", 4, 0), row("08:02", "b", 7, 1));

        assertTrips(world, """
                cargo  load  consigned  assigned
                a      10.0  08:00:00   08:00:00
                b      7.0   08:02:00   08:03:20
                a      10.0  08:00:00   08:06:40
                a      5.0   08:00:00   08:10:00
                b      4.0   08:01:00   08:13:20""");
        // Each part waits for itself: 0, 80, 400, 600 and 740 s. The first consignment waits until its last part is
        // taken.
        assertThat(world.metric("wait_truck_min")).isCloseTo(1820 / 5.0 / 60, within(1e-12));
        assertThat(world.metric("queue_truck")).isCloseTo((600 + 740 + 80) / 86400.0, within(1e-12));
        assertThat(world.metric("queue_truck_max")).isEqualTo(3);
    }

    @Test
    void a_truck_that_comes_back_takes_of_the_rest_what_it_can() {
        // 30 t and 40 t at 08:00, trucks of 12.5 t and 20 t: no part is lost.
        World world = world().fleet(of("a", 1, 12.5), of("b", 1, 20))
                .cargo(cargo("x"))
                .listed(row("08:00", "x", 30, 0), row("08:00", "x", 40, 0));

        assertTrips(world, """
                truck  load  assigned
                2      20.0  08:00:00
                1      10.0  08:00:00
                2      20.0  08:03:20
                1      12.5  08:03:20
                1      7.5   08:06:40""");
        assertThat(world.metric("undelivered_end_t")).isZero();
    }

    @Test
    void a_cargo_goes_only_on_trucks_of_its_classes() {
        // Milk goes on tankers (truck 2) only; at 08:00 the first milk takes it, gravel takes truck 1, the second milk
        // waits for the tanker though truck 3 is idle, and does not keep the gravel behind it waiting.
        World world = world().fleet(of("flat", 1, 20), of("tanker", 1, 20), of("spare", 1, 20))
                .cargo(cargo("milk").load(20).classes("tanker").at("08:00", "08:00"))
                .cargo(cargo("gravel").load(20).classes("flat", "tanker").at("08:00", "08:01"));

        assertTrips(world, """
                truck  cargo   consigned  assigned
                2      milk    08:00:00   08:00:00
                1      gravel  08:00:00   08:00:00
                2      milk    08:00:00   08:03:20
                1      gravel  08:01:00   08:03:20""");
    }

    @Test
    void a_drawn_load_is_cut_to_the_largest_truck_that_may_carry_it() {
        // The large class may not carry milk, and the third has no truck.
        World world = world().fleet(of("small", 1, 8), of("large", 1, 30), of("none", 0, 50))
                .cargo(cargo("milk").load(25).classes("small", "none").at("08:00"))
                .cargo(cargo("ore").load(40).at("09:00"));

        assertTrips(world, """
                truck  cargo  load
                1      milk   8.0
                2      ore    30.0""");
        assertThat(world.run().daily().consigned(0)).isEqualTo(38_000_000_000L);
    }

    @Test
    void a_rate_in_tonnes_is_divided_by_the_load_as_cut_at_the_start_to_a_truck_that_may_carry_it() {
        // 160 t/d in loads of 20 t, cut to the 16 t of the small: ten a day. From 12:00 on the small carry 8 t: as
        // many truckloads, of 8 t each.
        World world = world().fleet(of("small", 9, 16), of("large", 9, 40))
                .cargo(cargo("a").load(20).tonnesPerDay(160).classes("small"));
        assertThat(world.run().daily().consigned(0)).isEqualTo(9 * 16_000_000_000L); // the tenth comes at 24:00

        world.change("12:00", c -> c.withFleet(List.of(of("small", 9, 8), of("large", 9, 40))));
        // 02:24, ..., 09:36 are of 16 t, and 12:00, ..., 21:36 of 8 t.
        assertThat(world.run().daily().consigned(0)).isEqualTo((4 * 16 + 5 * 8) * 1_000_000_000L);
        assertThat(world.run().daily().consignedTrucks()).containsExactly(9);
    }

    @Test
    void a_truck_that_can_carry_nothing_at_the_moment_is_not_matched() {
        // From 07:00 to 09:00 the bridge bears 12 t, as much as the empty truck: its load of 08:00 waits, and is not
        // cut.
        World world = world().fleet(of("", 1, 20).withTareTonnes(12))
                .maxTruckMass(40)
                .cargo(cargo("a").load(15).at("08:00"))
                .change("07:00", c -> c.withBridge(c.bridge().withLimits(Integer.MAX_VALUE, 1e9, 12)))
                .change("09:00", c -> c.withBridge(c.bridge().withLimits(Integer.MAX_VALUE, 1e9, 40)));

        assertTrips(world, """
                load  consigned  assigned
                15.0  08:00:00   09:00:00""");
    }

    @Test
    void a_change_lets_other_classes_carry_what_waits() {
        // The tanker is out for 200 s; from 08:01 on the flat may carry milk, too, in the order of appearing.
        World world = world().fleet(of("flat", 1, 20), of("tanker", 1, 20))
                .cargo(cargo("milk").load(5).classes("tanker").at("08:00", "08:00", "08:00:30"));
        ConvoyConfig all = world().fleet(of("flat", 1, 20), of("tanker", 1, 20))
                .cargo(cargo("milk").load(5).at("08:00", "08:00", "08:00:30"))
                .config();
        world.change("08:01", c -> c.toBuilder().demand(all.demand()).build());

        assertTrips(world, """
                truck  consigned  assigned
                2      08:00:00   08:00:00
                1      08:00:00   08:01:00
                2      08:00:30   08:03:20""");
    }

    @Test
    void another_priority_holds_for_what_appears_from_then_on() {
        World world = world().trucks(1)
                .cargo(cargo("a").at("08:00", "08:00", "08:02"))
                .cargo(cargo("b").priority(1).at("08:01", "08:02"));
        ConvoyConfig other = world().trucks(1)
                .cargo(cargo("a").priority(2).at("08:00", "08:00", "08:02"))
                .cargo(cargo("b").priority(1).at("08:01", "08:02"))
                .config();
        world.change("08:01:30", c -> c.toBuilder().demand(other.demand()).build());

        assertTrips(world, """
                cargo  consigned  assigned
                a      08:00:00   08:00:00
                a      08:02:00   08:03:20
                b      08:01:00   08:06:40
                b      08:02:00   08:10:00
                a      08:00:00   08:13:20""");
    }

    @Test
    void milligrams_are_kept() {
        // 1 t on trucks of a third of a tonne, 333,333,333 mg: three full ones and 1 mg.
        World world = world().fleet(of("", 2, 1 / 3.0)).cargo(cargo("a")).listed(row("08:00", "a", 1, 0));

        ReplicationResult result = world.run();
        assertThat(result.daily().deliveredTrucks()).containsExactly(4);
        assertThat(result.daily().delivered(0)).isEqualTo(1_000_000_000L);
        assertTrips(world, """
                load
                0.333333333
                0.333333333
                0.333333333
                1.0E-9""");
    }

    @Test
    void a_class_that_the_fleet_does_not_have_is_refused() {
        assertThatThrownBy(() -> world().fleet(of("small", 1, 10))
                        .cargo(cargo("a").classes("smal"))
                        .config())
                .hasMessage("demand.a.classes must be some of the fleet's [small], got 'smal'");
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 100);
    }

    /** Payloads, limits and numbers of trucks that rise and fall, over loads of one to fifty truckloads. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_match_is_the_contracts_and_no_milligram_is_lost_while_the_world_changes(long seed) {
        Case c = new Case(seed, RandomWorlds.changing(seed));
        ReplicationResult alone =
                new BridgeModel(c.config, r -> true).newReplicator().replicate(Streams.of(c.seed, 1));

        c.that(InvariantsTest.text(alone).equals(InvariantsTest.text(c.result)), "the same without an observer");
        Invariants.checkMasses(c);
    }

    @Test
    void changing_worlds_split_consignments_often() {
        long splits = seeds().map(seed -> new Case(seed, RandomWorlds.changing(seed)).matching.splits)
                .sum();
        assertThat(splits).isGreaterThan(1000);
    }
}
