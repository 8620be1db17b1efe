package org.bridgeconvoy.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.bridgeconvoy.bridge.Cargo.cargo;
import static org.bridgeconvoy.bridge.Trips.assertTrips;
import static org.bridgeconvoy.bridge.Vehicles.assertVehicles;
import static org.bridgeconvoy.bridge.Vehicles.at;
import static org.bridgeconvoy.bridge.World.station;
import static org.bridgeconvoy.bridge.World.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bridgeconvoy.bridge.config.Feasibility;
import org.bridgeconvoy.bridge.config.TrafficStream;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.bridge.control.Timetable;
import org.bridgeconvoy.bridge.demand.EvenArrivals;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TrafficTable;
import org.bridgeconvoy.result.TrafficTime;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.result.TruckState;
import org.junit.jupiter.api.Test;

/** Through traffic: vehicles that only cross, beside trucks and alone. Worked by hand; the bridge is 1000 m, trucks take 100 s. */
class TrafficTest {

    private static final Distribution FAST = Distribution.constant(20);

    /** Vehicles alone: no trucks, no demand. */
    private static World alone() {
        return world().fleet();
    }

    @Test
    void expected_vehicles_are_those_that_accrue_before_the_end() {
        // One day. Three an hour from 08:00 to 10:00 are 6; half a vehicle of an even stream never appears.
        BridgeModel model = alone().traffic(
                        TrafficStream.builder("cars", Direction.OUTBOUND)
                                .vehiclesPerHour(3)
                                .hours(Hours.daily("08:00-10:00"))
                                .build(),
                        TrafficStream.builder("carts", Direction.RETURN)
                                .vehiclesPerDay(0.5)
                                .arrivals(new EvenArrivals())
                                .build())
                .model();

        assertThat(model.expectedVehicles(0)).isEqualTo(6);
        assertThat(model.expectedVehicles(1)).isZero();
    }

    @Test
    void vehicles_and_trucks_share_a_queue_and_each_keeps_its_own_headway() {
        // Trucks keep 20 s, cars 5 s; a car takes 50 s. At 08:00 the car appears (phase 3) before a truck is matched
        // (phase 4). The second car would cross in 50 s but follows the truck: it leaves 5 s behind it.
        World world = world().headway("20 s")
                .cargo(cargo("cloth").at("08:00"))
                .traffic(at("cars", Direction.OUTBOUND, "08:00", "08:00:10", "08:03")
                        .speedMetresPerSecond(FAST)
                        .headwayNanos(Texts.span("5 s"))
                        .build());
        BridgeRun run = world.begin();
        ReplicationResult result = run.finish();

        assertTrips(result, """
                truck  outbound_queued  outbound_enter  outbound_exit  return_enter
                1      08:00:00         08:00:20        08:02:00       08:02:00""");
        assertVehicles(result, """
                vehicle  name  direction  queued    enter     exit
                1        cars  outbound   08:00:00  08:00:00  08:00:50
                2        cars  outbound   08:00:10  08:00:25  08:02:05
                3        cars  outbound   08:03:00  08:03:00  08:03:50""");
        assertThat(run.truckNanos(TruckState.OUTBOUND_HEADWAY)).isEqualTo(Texts.span("20 s"));
    }

    @Test
    void what_holds_the_vehicle_in_front_holds_the_trucks_behind_it() {
        // A closure until 08:10. The car in front follows a headway of its own of 60 s behind the car before it, so the
        // truck behind it is held by the headway until 08:11, though its own is 0.
        World world = world().closure("08:00", "08:10")
                .cargo(cargo("cloth").at("08:02"))
                .traffic(at("cars", Direction.OUTBOUND, "08:00", "08:01")
                        .headwayNanos(Texts.span("60 s"))
                        .build());
        BridgeRun run = world.begin();

        assertTrips(run.finish(), """
                truck  outbound_queued  outbound_enter
                1      08:02:00         08:11:00""");
        assertThat(run.truckNanos(TruckState.OUTBOUND_CLOSURE)).isEqualTo(Texts.span("8 min"));
        assertThat(run.truckNanos(TruckState.OUTBOUND_HEADWAY)).isEqualTo(Texts.span("60 s"));
        assertThat(run.queueLength(Stage.OUTBOUND)).isZero();
    }

    @Test
    void at_one_instant_trucks_that_arrive_come_first_then_vehicles_in_the_order_of_the_traffic() {
        // The truck leaves export at 08:10 (phase 1); vans are named first; a truck that is matched at 08:10 comes
        // last.
        World world = world().trucks(2)
                .headway("10 s")
                .export(station(1, "10 min"))
                .cargo(cargo("cloth").at("08:00"))
                .traffic(
                        at("vans", Direction.OUTBOUND, "08:10").build(),
                        at("cars", Direction.OUTBOUND, "08:10").build(),
                        at("back", Direction.RETURN, "08:10").build());
        ReplicationResult result = world.run();

        assertTrips(result, """
                truck  outbound_queued  outbound_enter
                1      08:10:00         08:10:00""");
        assertVehicles(result, """
                vehicle  name  direction  queued    enter
                1        vans  outbound   08:10:00  08:10:10
                2        cars  outbound   08:10:00  08:10:20
                3        back  return     08:10:00  08:10:00""");
    }

    @Test
    void a_truck_that_is_matched_at_the_instant_joins_behind_the_vehicle() {
        World world = world().headway("10 s")
                .cargo(cargo("cloth").at("08:00"))
                .traffic(at("cars", Direction.OUTBOUND, "08:00").build());

        for (BridgeRun run : List.of(world.begin(), world.begin(new BridgeObserver() {}))) {
            ReplicationResult result = run.finish();
            assertTrips(result, """
                    truck  outbound_enter
                    1      08:00:10""");
            assertVehicles(result, """
                    vehicle  enter
                    1        08:00:00""");
        }
    }

    @Test
    void limits_count_trucks_and_vehicles() {
        // At most 2 on the lane and 20 t: a truck of 10 t and a lorry of 9.5 t fit together, a car of 1.5 t does not.
        World world = world().maxTrucks(3)
                .maxMass(20)
                .cargo(cargo("cloth").at("08:00"))
                .traffic(
                        at("lorries", Direction.OUTBOUND, "08:00:10")
                                .massTonnes(Distribution.constant(9.5))
                                .build(),
                        at("cars", Direction.OUTBOUND, "08:00:20").build());

        assertVehicles(world.run(), """
                vehicle  name     enter     exit
                1        lorries  08:00:10  08:01:50
                2        cars     08:01:40  08:03:20""");
        assertVehicles(world.maxTrucks(1).run(), """
                vehicle  name     enter     exit
                1        lorries  08:01:40  08:03:20
                2        cars     08:03:20  08:05:00""");
    }

    @Test
    void batches_and_turns_count_vehicles() {
        // Batches of 2: two of the three cars, the return car (100 s after the second entered), then the third car.
        World world = alone().clearance("30 s")
                .batches(2, 2, "always")
                .traffic(
                        at("out", Direction.OUTBOUND, "08:00", "08:00", "08:00").build(),
                        at("back", Direction.RETURN, "08:00").build());
        ReplicationResult result = world.run();

        assertVehicles(result, """
                vehicle  name  enter     exit
                1        out   08:00:00  08:01:40
                2        out   08:00:00  08:01:40
                3        out   08:04:20  08:06:00
                4        back  08:02:10  08:03:50""");
        assertThat(result.metric("bridge_turns_per_day")).isEqualTo(2);
        assertThat(result.metric("bridge_occupied_outbound")).isEqualTo(200.0 / 86400);
        assertThat(result.metric("bridge_occupied_return")).isEqualTo(100.0 / 86400);
    }

    @Test
    void metrics_of_traffic_count_the_window() {
        // Warm-up until 12:00. Headway 1 h by hand: entries 11:00, 12:00, 13:00, 14:00 of those that came at 11:00,
        // 11:30,
        // 11:45 and 12:30. In the window began three: waits of 30, 75 and 90 min. Two wait from 12:30 on, and one from
        // 12:00.
        World world = alone().horizon("36 h")
                .warmUp("12 h")
                .headway("1 h")
                .traffic(at("cars", Direction.OUTBOUND, "11:00", "11:30", "11:45", "12:30")
                        .build());
        ReplicationResult result = world.run();

        assertThat(result.metrics().metrics().stream().map(Metric::name))
                .containsExactly(
                        "bridge_occupied_outbound",
                        "bridge_occupied_return",
                        "traffic_per_day.cars",
                        "wait_traffic_min.cars",
                        "wait_traffic_p95_min.cars",
                        "queue_traffic_max.cars");
        assertThat(result.metric("traffic_per_day.cars")).isEqualTo(3);
        assertThat(result.metric("wait_traffic_min.cars")).isEqualTo(65);
        // Between the second and the third of three: at 1.9 of 2.
        assertThat(result.metric("wait_traffic_p95_min.cars")).isCloseTo(75 + 0.9 * 15, within(1e-9));
        assertThat(result.metric("queue_traffic_max.cars")).isEqualTo(2);
        // Of those that joined in the window, the one at 12:30.
        assertThat(result.trafficWaitMinutes()).isEqualTo(90);
    }

    @Test
    void who_still_waits_at_the_horizon_has_waited_until_then() {
        World world = alone().horizon("10 h")
                .headway("1 h")
                .traffic(at("cars", Direction.OUTBOUND, "09:00", "09:30", "09:45")
                        .build());
        // 09:30 waits to 10:00, which is the horizon: nothing happens at it.
        assertThat(world.run().trafficWaitMinutes()).isEqualTo((0 + 30 + 15) / 3.0);
        assertThat(world.run().metric("wait_traffic_min.cars")).isZero();
    }

    @Test
    void rates_headways_and_masses_may_change() {
        // 24 a day, evenly: on the hour. From 02:30 on 48 a day and a headway of 40 min: 0.5 is accrued at 02:30, so
        // 02:45, 03:15,
        // 03:45 appear.
        TrafficStream cars = TrafficStream.builder("cars", Direction.OUTBOUND)
                .vehiclesPerDay(24)
                .arrivals(new EvenArrivals())
                .build();
        World world = alone().horizon("4 h")
                .traffic(cars)
                .change(
                        "02:30",
                        w -> w.withTraffic(List.of(cars.toBuilder()
                                .vehiclesPerDay(48)
                                .headwayNanos(Texts.span("40 min"))
                                .build())));

        assertVehicles(world.run(), """
                vehicle  queued    enter     exit
                1        01:00:00  01:00:00  01:01:40
                2        02:00:00  02:00:00  02:01:40
                3        02:45:00  02:45:00  02:46:40
                4        03:15:00  03:25:00  03:26:40
                5        03:45:00  -         -""");
    }

    @Test
    void hours_give_a_rate_an_hour_while_they_are_open() {
        World world = alone().traffic(TrafficStream.builder("cars", Direction.RETURN)
                .vehiclesPerHour(2)
                .hours(Texts.hours("08:00-09:30"))
                .arrivals(new EvenArrivals())
                .build());

        assertVehicles(world.run(), """
                vehicle  queued    enter
                1        08:30:00  08:30:00
                2        09:00:00  09:00:00
                3        09:30:00  09:30:00""");
    }

    @Test
    void a_lowered_limit_holds_a_lorry_that_is_too_heavy_and_the_lane_turns_without_it() {
        // From 07:00 to 09:00 the bridge bears 5 t: the lorry of 8 t waits, and counts as nobody for the turn.
        World world = alone().horizon("1 d")
                .actuated("0 s", "1 h", "always")
                .traffic(
                        at("lorries", Direction.OUTBOUND, "08:00")
                                .massTonnes(Distribution.constant(8))
                                .build(),
                        at("cars", Direction.RETURN, "08:10").build())
                .change(
                        "07:00",
                        w -> w.withBridge(
                                w.bridge().toBuilder().maxTruckMassTonnes(5).build()))
                .change("09:00", w -> w);

        assertVehicles(world.run(), """
                vehicle  name     queued    enter
                1        lorries  08:00:00  09:00:00
                2        cars     08:10:00  08:10:00""");
    }

    @Test
    void a_vehicle_that_breaks_down_holds_all_and_trucks_keep_their_own_chances() {
        // Everyone stands 10 min: the car drawn at some fraction f of its 100 s, then the truck behind it enters once
        // it drives on.
        World world = world().breakdowns(1, Distribution.constant(600))
                .cargo(cargo("cloth").at("08:00:05"))
                .traffic(at("cars", Direction.OUTBOUND, "08:00").build());
        List<String> heard = new ArrayList<>();
        ReplicationResult result = world.begin(new BridgeObserver() {
                    @Override
                    public void reached(long now, TrafficTime instant, VehicleView vehicle) {
                        heard.add(instant.column() + " " + vehicle.name() + vehicle.number());
                    }

                    @Override
                    public void stopped(long now, VehicleView vehicle, double metres) {
                        assertThat(metres)
                                .isCloseTo((now - Texts.at("08:00")) / 1e9 * 10, within(1e-6))
                                .isBetween(0.0, 1000.0);
                        heard.add("stopped");
                    }

                    @Override
                    public void droveOn(long now, VehicleView vehicle, double metres) {
                        heard.add("drove on");
                    }
                })
                .finish();

        assertThat(heard).containsExactly("queued cars1", "enter cars1", "stopped", "drove on", "exit cars1");
        assertThat(Objects.requireNonNull(result.vehicles()).time(0, TrafficTime.EXIT))
                .isEqualTo(Texts.at("08:11:40"));
        List<TrafficTable.Breakdown> stood =
                Objects.requireNonNull(result.vehicles()).breakdowns();
        assertThat(stood)
                .singleElement()
                .satisfies(b -> assertThat(b.droveOnNanos() - b.stoppedNanos()).isEqualTo(600_000_000_000L));
        ReplicationResult without = world.traffic().run();
        assertThat(stop(result)).isEqualTo(stop(without));
    }

    /** How long after its entry the truck stopped on the way out. */
    private static long stop(ReplicationResult result) {
        var trips = Objects.requireNonNull(result.trips());
        return trips.breakdowns().get(0).stoppedNanos() - trips.time(0, TripTime.OUTBOUND_ENTER);
    }

    @Test
    void trucks_keep_their_speeds_whatever_else_crosses() {
        World world = world().lanes(2)
                .bridge(1000, Distribution.uniform(5, 15), Distribution.uniform(5, 15))
                .trucks(3)
                .cargo(cargo("cloth").at("08:00", "09:00", "10:00"));
        String before = times(world.run());
        String after = times(world.traffic(TrafficStream.builder("cars", Direction.OUTBOUND)
                        .vehiclesPerDay(20)
                        .hours(Texts.hours("00:00-06:00"))
                        .massTonnes(Distribution.uniform(1, 3))
                        .build())
                .run());

        assertThat(after).isEqualTo(before);
    }

    private static String times(ReplicationResult result) {
        var trips = Objects.requireNonNull(result.trips());
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < trips.size(); i++) {
            for (var time : TripTime.values()) {
                text.append(trips.time(i, time)).append(' ');
            }
        }
        return text.toString();
    }

    @Test
    void a_run_of_vehicles_alone_has_no_trips_and_its_lane_can_be_looked_at() {
        World world = alone().headway("10 s")
                .traffic(at("cars", Direction.OUTBOUND, "08:00", "08:00", "08:00")
                        .build());
        BridgeRun run = world.begin();
        run.runUntil(Texts.at("08:00:05"));

        assertThat(run.vehiclesWaiting(Direction.OUTBOUND)).isEqualTo(2);
        assertThat(run.laneState().queueLength(Direction.OUTBOUND)).isEqualTo(2);
        assertThat(run.laneState().trucksOnLane(Direction.OUTBOUND)).isEqualTo(1);
        assertThat(run.finish().trips()).isNull();
    }

    @Test
    void a_lock_behind_a_vehicle_is_reported() {
        // The car stands for longer than the clock runs, at 08:00 plus some seconds.
        World world = world().breakdowns(1, Distribution.constant(1e12))
                .cargo(cargo("cloth").at("08:05"))
                .traffic(at("cars", Direction.OUTBOUND, "08:00", "08:06").build());

        assertThat(world.run().lock()).isNotNull().satisfies(lock -> {
            assertThat(lock.waitingFor())
                    .isEqualTo("1 truck and 1 vehicle wait to enter the bridge, outbound: one that does not drive on"
                            + " stands on it");
            assertThat(lock.sinceNanos()).isEqualTo(Texts.at("08:06"));
        });
    }

    @Test
    void what_can_never_enter_is_refused() {
        TrafficStream.Builder lorries = TrafficStream.builder("lorries", Direction.OUTBOUND);
        assertThatThrownBy(() -> alone().maxMass(20)
                        .traffic(lorries.massTonnes(Distribution.lognormal(10, 5))
                                .build())
                        .model())
                .hasMessageContaining(
                        "traffic.lorries.mass: a vehicle of 'lorries' can weigh Infinity t and could never enter:"
                                + " bridge.max-mass is 20.0 t");
        assertThatThrownBy(() -> alone().timetable("08:00-08:02", "09:00-09:02", LastEntry.CLEAR)
                        .traffic(TrafficStream.builder("slow", Direction.RETURN)
                                .speedMetresPerSecond(Distribution.constant(5))
                                .build())
                        .model())
                .hasMessageContaining("traffic.slow.speed: hours in which nothing can clear");
    }

    @Test
    void a_control_that_serves_only_the_direction_in_use_is_enough() {
        World world = alone().lanes(1).control(new Timetable(Texts.hours("08:00-09:00"), Hours.weekly(Map.of())));
        assertThat(Feasibility.check(
                        world.traffic(at("out", Direction.OUTBOUND, "08:00").build())
                                .config()))
                .isEmpty();
        assertThatThrownBy(() -> world.traffic(
                                at("back", Direction.RETURN, "08:00").build())
                        .model())
                .hasMessageContaining("the control never gives the lane to return vehicles");
    }

    @Test
    void with_traffic_alone_there_is_nothing_for_trucks() {
        TrafficStream cars = at("cars", Direction.OUTBOUND, "08:00").build();
        assertThatThrownBy(() -> world().traffic(cars).config())
                .hasMessage("fleet must be left out with traffic alone: nothing is there to carry");
        assertThatThrownBy(() -> alone().traffic(cars, cars).config())
                .hasMessage("names in traffic must differ, got [cars, cars]");
        assertThat(Feasibility.check(
                        alone().traffic(cars).load(station(1, "1 h")).config()))
                .extracting(Feasibility.Finding::message)
                .containsExactly("with traffic alone there are no trucks, so no truck uses its stations; leave it out");
    }
}
