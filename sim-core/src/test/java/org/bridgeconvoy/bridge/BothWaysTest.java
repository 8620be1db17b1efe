package org.bridgeconvoy.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bridgeconvoy.bridge.Cargo.cargo;
import static org.bridgeconvoy.bridge.Trips.assertTrips;
import static org.bridgeconvoy.bridge.World.row;
import static org.bridgeconvoy.bridge.World.station;
import static org.bridgeconvoy.bridge.World.truckClass;
import static org.bridgeconvoy.bridge.World.world;

import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.bridge.config.ConvoyRule;
import org.bridgeconvoy.bridge.config.Overrun;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.run.plan.Mass;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.ReplicationResult;
import org.junit.jupiter.api.Test;

/** Roads on both banks and loads that come back. Oracle: worked out by hand in the comments. */
class BothWaysTest {

    /** Crossing 5 min loaded, 4 min empty; a lane for each direction. */
    private static World borders() {
        return world().crossing("5 min", "4 min");
    }

    private static Distribution seconds(String span) {
        return Distribution.constant(Texts.seconds(span));
    }

    @Test
    void a_truck_goes_through_every_stage_of_a_trip_with_a_return_load() {
        // Out: loading 30 min, road 1 h, export 6 min, crossing 5 min, import 7 min, road 20 min, unloading 40 min. The
        // shirts have waited
        // since 00:30. Back: loading 50 min, road 20 min, export 8 min, crossing loaded 5 min, import 9 min, road 1 h,
        // unloading 25 min;
        // rest 10 min.
        World world = borders()
                .turnaround("10 min")
                .load(station(1, "30 min"))
                .originRoad(seconds("1 h"))
                .export(station(1, "6 min"))
                .imports(station(1, "7 min"))
                .destinationRoad(seconds("20 min"))
                .unload(station(1, "40 min"))
                .returnLoad(station(1, "50 min"))
                .returnExport(station(1, "8 min"))
                .returnImport(station(1, "9 min"))
                .returnUnload(station(1, "25 min"))
                .cargo(cargo("cloth").at("00:00"))
                .cargo(cargo("shirts").load(7).back().at("00:30"));

        assertTrips(world, """
                load_start  load_end  road_origin_out_end  export_start  export_end  outbound_queued  outbound_enter  outbound_exit
                00:00:00    00:30:00  01:30:00             01:30:00      01:36:00    01:36:00         01:36:00        01:41:00""");
        assertTrips(world, """
                import_start  import_end  road_destination_out_end  unload_start  unload_end  return_cargo  return_load  return_consigned  return_assigned
                01:41:00      01:48:00    02:08:00                  02:08:00      02:48:00    shirts        7.0          00:30:00          02:48:00""");
        assertTrips(world, """
                return_load_start  return_load_end  road_destination_back_end  return_export_start  return_export_end  return_queued  return_enter  return_exit
                02:48:00           03:38:00         03:58:00                   03:58:00             04:06:00           04:06:00       04:06:00      04:11:00""");
        assertTrips(world, """
                return_import_start  return_import_end  road_origin_back_end  return_unload_start  return_unload_end  available
                04:11:00             04:20:00           05:20:00              05:20:00             05:45:00           05:55:00""");
    }

    @Test
    void an_empty_way_back_goes_along_the_roads_and_past_the_stations_of_return_loads() {
        World world = borders()
                .originRoad(seconds("1 h"))
                .destinationRoad(seconds("20 min"))
                .returnExport(station(1, "8 min"))
                .returnUnload(station(1, "25 min"))
                .cargo(cargo("cloth").at("00:00"))
                .cargo(cargo("shirts").back());

        assertTrips(world, """
                unload_end  return_cargo  return_load  return_consigned  return_assigned  return_load_start  return_export_end
                01:25:00    -             0.0          -                 -                -                  -""");
        assertTrips(world, """
                road_destination_back_end  return_queued  return_exit  return_import_start  return_unload_end  road_origin_back_end  available
                01:45:00                   01:45:00       01:49:00     -                    -                  02:49:00              02:49:00""");
    }

    @Test
    void what_is_left_out_shows_the_instant_of_passing() {
        World world = borders()
                .destinationRoad(seconds("0 s"))
                .cargo(cargo("cloth").at("08:00"))
                .cargo(cargo("shirts").back().at("00:00"));

        assertTrips(world, """
                road_origin_out_end  outbound_exit  road_destination_out_end  return_assigned  return_load_start  return_load_end
                08:00:00             08:05:00       08:05:00                  08:05:00         08:05:00           08:05:00""");
        assertTrips(world, """
                road_destination_back_end  return_export_start  return_export_end  return_exit  return_import_end  road_origin_back_end  return_unload_end
                08:05:00                   08:05:00             08:05:00           08:10:00     08:10:00           08:10:00              08:10:00""");
    }

    @Test
    void a_road_has_no_queue_and_trucks_overtake_on_it() {
        // From 00:30 on the road takes 30 min. Truck 1 keeps its 2 h; trucks 2 and 3 drive side by side and come before
        // it.
        World world = borders()
                .trucks(3)
                .originRoad(seconds("2 h"))
                .cargo(cargo("cloth").at("00:00", "01:00", "01:00"))
                .change(
                        "00:30",
                        w -> w.withBanks(w.origin().withRoadSeconds(Distribution.constant(1800)), w.destination()));

        assertTrips(world, """
                truck  assigned  road_origin_out_end  outbound_enter  road_origin_back_end
                1      00:00:00  02:00:00             02:00:00        02:39:00
                2      01:00:00  01:30:00             01:30:00        02:09:00
                3      01:00:00  01:30:00             01:30:00        02:09:00""");
    }

    @Test
    void a_truck_waits_for_a_load_and_takes_one_that_appears_at_the_last_instant() {
        // Unloaded at 08:05 and 09:05; each waits for half an hour. The load comes at the last instant of the first.
        World world = borders()
                .trucks(2)
                .waitForLoad("30 min")
                .cargo(cargo("cloth").at("08:00", "09:00"))
                .cargo(cargo("shirts").back().at("08:35"));

        assertTrips(world, """
                truck  unload_end  return_cargo  return_consigned  return_assigned  return_queued  return_exit
                1      08:05:00    shirts        08:35:00          08:35:00         08:35:00       08:40:00
                2      09:05:00    -             -                 -                09:35:00       09:39:00""");
    }

    @Test
    void a_load_a_nanosecond_late_waits_for_the_next_truck() {
        World world = borders()
                .trucks(2)
                .waitForLoad("30 min")
                .cargo(cargo("cloth").at("08:00", "09:00"))
                .cargo(cargo("shirts").back().at(List.of(Texts.at("08:35") + 1)));

        assertTrips(world, """
                truck  unload_end  return_cargo  return_consigned      return_assigned  return_queued
                1      08:05:00    -             -                     -                08:35:00
                2      09:05:00    shirts        08:35:00.000000001    09:05:00         09:05:00""");
    }

    @Test
    void without_a_wait_a_load_of_the_same_instant_is_still_taken() {
        World world = borders()
                .cargo(cargo("cloth").at("08:00"))
                .cargo(cargo("shirts").back().at("08:05"));

        assertTrips(world, """
                unload_end  return_cargo  return_assigned
                08:05:00    shirts        08:05:00""");
    }

    @Test
    void those_whose_wait_is_over_go_back_by_number_after_those_that_are_matched() {
        // Unloading one at a time, 10 min: trucks 1, 2, 3 at 08:15, 08:25, 08:35; at 08:35 the rule becomes no wait,
        // which holds for who
        // comes then. The waits of 20 and 10 min of trucks 1 and 2, changed at 08:20, end at 08:35 too. One load
        // appears at 08:35: truck
        // 1 has been idle longest. The others go back by number, behind it.
        World world = borders()
                .trucks(3)
                .headway("1 min")
                .lanes(2)
                .unload(station(1, "10 min"))
                .waitForLoad("20 min")
                .cargo(cargo("cloth").at("08:00", "08:00", "08:00"))
                .cargo(cargo("shirts").back().at("08:35"))
                .change(
                        "08:20",
                        w -> w.toBuilder()
                                .waitForLoadSeconds(Distribution.constant(600))
                                .build())
                .change(
                        "08:35",
                        w -> w.toBuilder()
                                .waitForLoadSeconds(Distribution.constant(0))
                                .build());

        assertTrips(world, """
                truck  unload_end  return_assigned  return_queued  return_enter
                1      08:15:00    08:35:00         08:35:00       08:35:00
                2      08:25:00    -                08:35:00       08:36:00
                3      08:35:00    -                08:35:00       08:37:00""");
    }

    @Test
    void a_truck_that_may_carry_no_return_load_goes_back_at_once() {
        World world = borders()
                .fleet(truckClass("flat", 1, 0, "0 s"), truckClass("box", 1, 0, "0 s"))
                .waitForLoad("2 h")
                .cargo(cargo("cloth").at("08:00", "08:00"))
                .cargo(cargo("shirts").back().classes("box").at("09:00"));

        assertTrips(world, """
                truck  unload_end  return_cargo  return_assigned  return_queued
                1      08:05:00    -             -                08:05:00
                2      08:05:00    shirts        09:00:00         09:00:00""");
    }

    @Test
    void a_return_load_that_no_truck_takes_whole_is_split_and_the_rest_keeps_its_place() {
        // 25 t of shirts; trucks of 10 and 20 t, unloaded at 08:05: the larger takes 20 t, the other the rest. The
        // socks, listed later
        // and of the same priority, wait for the next truck.
        World world = borders()
                .fleet(
                        truckClass("small", 1, 0, "0 s").withPayloadTonnes(10),
                        truckClass("big", 1, 0, "0 s").withPayloadTonnes(20))
                .cargo(cargo("cloth").at("08:00", "08:00", "09:00"))
                .cargo(cargo("shirts").back())
                .cargo(cargo("socks").back())
                .listed(row("07:00", "shirts", 25, 0), row("07:30", "socks", 3, 0));

        assertTrips(world, """
                trip  truck  return_cargo  return_load  return_consigned  return_assigned
                1     1      shirts        5.0          07:00:00          08:05:00
                2     2      shirts        20.0         07:00:00          08:05:00
                3     1      socks         3.0          07:30:00          09:05:00""");
    }

    @Test
    void the_highest_priority_comes_back_first_and_each_bank_has_its_own_line() {
        // At 08:00 one truck: the rice, though of lower priority than what waits on the far bank. Back: the parcels
        // before the shirts.
        World world = borders()
                .cargo(cargo("rice").priority(1).at("08:00", "08:30"))
                .cargo(cargo("shirts").back().priority(2).at("07:00"))
                .cargo(cargo("parcels").back().priority(3).at("08:04"));

        assertTrips(world, """
                trip  cargo  assigned  return_cargo  return_assigned
                1     rice   08:00:00  parcels       08:05:00
                2     rice   08:30:00  shirts        08:35:00""");
    }

    @Test
    void a_return_load_weighs_on_the_bridge() {
        // 12 t empty, 15 t with cloth, 20 t with shirts; the bridge bears 30 t: two with cloth, two empty ones, but
        // none beside shirts.
        World world = borders()
                .fleet(truckClass("", 2, 12, "0 s"))
                .maxMass(30)
                .cargo(cargo("cloth").load(3).at("08:00", "08:00"))
                .cargo(cargo("shirts").load(8).back().at("08:01"));

        assertTrips(world, """
                truck  outbound_enter  unload_end  return_cargo  return_queued  return_enter  return_exit
                1      08:00:00        08:05:00    shirts        08:05:00       08:05:00      08:10:00
                2      08:00:00        08:05:00    -             08:05:00       08:10:00      08:14:00""");
    }

    @Test
    void return_loads_count_in_every_total() {
        // Cloth 10 t: consigned 08:00, unloaded 08:05, lead time 5 min. Shirts 7 t: waited from 06:00 to 08:05,
        // unloaded at 08:10, lead time
        // 2 h 10 min. Socks 2 t appear at 09:00, and nobody comes for them.
        World world = borders()
                .cargo(cargo("cloth").at("08:00"))
                .cargo(cargo("shirts").load(7).back().at("06:00"))
                .cargo(cargo("socks").load(2).back().at("09:00"));
        ReplicationResult result = world.run();

        assertThat(result.metrics().value("delivered_t_per_day")).isEqualTo(17);
        assertThat(result.metrics().value("return_t_per_day")).isEqualTo(7);
        assertThat(result.metrics().value("delivered_t_per_day.shirts")).isEqualTo(7);
        assertThat(result.metrics().value("lead_time_h")).isCloseTo((5 + 130) / 2.0 / 60, within(1e-12));
        assertThat(result.metrics().value("lead_time_h.shirts")).isCloseTo(130 / 60.0, within(1e-12));
        assertThat(result.metrics().value("wait_truck_min")).isEqualTo((0 + 125) / 2.0);
        assertThat(result.metrics().value("queue_truck_max")).isEqualTo(1);
        assertThat(result.metrics().value("queue_truck")).isCloseTo((125 + 15 * 60) / 1440.0, within(1e-12));
        assertThat(result.metrics().value("undelivered_end_t")).isEqualTo(2);
        assertThat(result.metrics().value("cycle_time_h")).isCloseTo(10 / 60.0, within(1e-12));
        assertThat(result.daily().consignedTrucks()[0]).isEqualTo(3);
        assertThat(result.daily().deliveredTrucks()[0]).isEqualTo(2);
        assertThat(Mass.toTonnes(result.daily().backlog(0))).isEqualTo(2);
    }

    @Test
    void states_and_stations_of_the_way_back_are_measured() {
        // Two trucks unloaded at 08:05 wait until 08:30 for loads; one server, 20 min each: the second waits 20 min for
        // loading. Road 15 min
        // four times for each truck.
        World world = borders()
                .trucks(2)
                .originRoad(seconds("15 min"))
                .destinationRoad(seconds("15 min"))
                .waitForLoad("1 h")
                .returnLoad(station(1, "20 min", "always", Overrun.FINISH))
                .cargo(cargo("cloth").at("07:30", "07:30"))
                .cargo(cargo("shirts").back().at("08:30", "08:30"));
        ReplicationResult result = world.run();

        assertTrips(result, """
                truck  unload_end  return_assigned  return_load_start  return_load_end  return_enter  available
                1      08:05:00    08:30:00         08:30:00           08:50:00         09:05:00      09:25:00
                2      08:05:00    08:30:00         08:50:00           09:10:00         09:25:00      09:45:00""");
        assertThat(result.metrics().value("truck_h_per_day.wait-for-load")).isCloseTo(50 / 60.0, within(1e-12));
        assertThat(result.metrics().value("truck_h_per_day.road")).isCloseTo(2.0, within(1e-12));
        assertThat(result.metrics().value("truck_h_per_day.return-load")).isCloseTo(40 / 60.0, within(1e-12));
        assertThat(result.metrics().value("truck_h_per_day.return-load.busy")).isCloseTo(20 / 60.0, within(1e-12));
        assertThat(result.metrics().value("truck_h_per_day.return-load.closed")).isZero();
        assertThat(result.metrics().value("wait_return-load_min")).isEqualTo(10);
        assertThat(result.metrics().value("queue_return-load_max")).isEqualTo(1);
        assertThat(result.metrics().value("utilisation_return-load")).isCloseTo(40 / 1440.0, within(1e-12));
    }

    @Test
    void a_world_without_roads_and_return_loads_has_none_of_their_metrics_and_instants() {
        ReplicationResult result = world().returnLoad(station(1, "20 min"))
                .waitForLoad("1 h")
                .cargo(cargo("cloth").at("08:00"))
                .run();

        assertThat(result.metrics().metrics())
                .extracting(Metric::name)
                .noneMatch(name -> name.contains("return-")
                        || name.startsWith("return_t_")
                        || name.endsWith(".road")
                        || name.contains("wait-for-load"));
        assertThat(Objects.requireNonNull(result.trips()).hasFurther()).isFalse();
    }

    @Test
    void a_rated_station_takes_what_the_return_load_weighs() {
        World world = borders()
                .returnLoad(StationConfig.rated(1, 20))
                .cargo(cargo("cloth").load(30).at("08:00"))
                .cargo(cargo("shirts").load(10).back().at("08:00"));

        assertTrips(world, """
                return_load_start  return_load_end
                08:05:00           08:35:00""");
    }

    @Test
    void a_return_convoy_waits_for_trucks_that_wait_for_a_load() {
        // Convoys of two. Truck 1 may carry nothing and goes to the yard at 08:05; truck 2 waits for a load until
        // 09:05. No lock.
        World world = borders()
                .fleet(truckClass("flat", 1, 0, "0 s"), truckClass("box", 1, 0, "0 s"))
                .waitForLoad("1 h")
                .returnConvoys(ConvoyRule.ofSize(2))
                .cargo(cargo("cloth").at("08:00", "08:00"))
                .cargo(cargo("shirts").back().classes("box"));
        ReplicationResult result = world.run();

        assertTrips(result, """
                truck  unload_end  return_queued  return_exit
                1      08:05:00    09:05:00       09:09:00
                2      08:05:00    09:05:00       09:09:00""");
        assertThat(result.lock()).isNull();
    }
}
