package org.bridgeconvoy.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bridgeconvoy.bridge.Cargo.cargo;
import static org.bridgeconvoy.bridge.Trips.assertTrips;
import static org.bridgeconvoy.bridge.World.bySize;
import static org.bridgeconvoy.bridge.World.exclusive;
import static org.bridgeconvoy.bridge.World.station;
import static org.bridgeconvoy.bridge.World.truckClass;
import static org.bridgeconvoy.bridge.World.world;

import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Trucks that were loaded before a change lowered what the bridge bears. Worked out by hand: a light truck weighs 5 t and carries 5
 * t, a heavy one weighs 15 t and carries 25 t; a crossing takes 100 s, the clearance is 20 s.
 */
class LoweredLimitsTest {

    private static TruckClass light(int trucks) {
        return truckClass("light", trucks, 5, "0 s").withPayloadTonnes(5);
    }

    private static TruckClass heavy(int trucks) {
        return truckClass("heavy", trucks, 15, "0 s").withPayloadTonnes(25);
    }

    /** The limit of one truck, or, which comes to the same for one that is alone on the lane, of the lane. */
    private static UnaryOperator<ConvoyConfig> bears(double tonnes, boolean oneTruck) {
        double none = Double.POSITIVE_INFINITY;
        return c -> c.withBridge(
                c.bridge().withLimits(Integer.MAX_VALUE, oneTruck ? none : tonnes, oneTruck ? tonnes : none));
    }

    @ParameterizedTest(name = "limit of one truck: {0}")
    @ValueSource(booleans = {true, false})
    void a_truck_above_the_limit_of_the_moment_waits_and_enters_as_soon_as_the_limit_lets_it(boolean oneTruck) {
        // Loaded at 07:00, 40 t each; from 07:30 to 09:00 the bridge bears 30 t. Outbound from 08:00.
        World world = world().fleet(heavy(3))
                .headway("15 s")
                .timetable("08:00-12:00", "14:00-22:00", LastEntry.ENTER)
                .cargo(cargo("a").load(25).at("07:00", "07:00", "07:00"))
                .change("07:30", bears(30, oneTruck))
                .change("09:00", bears(oneTruck ? 40 : 120, oneTruck));

        assertTrips(world, """
                truck  load  outbound_queued  outbound_enter
                1      25.0  07:00:00         09:00:00
                2      25.0  07:00:00         09:00:15
                3      25.0  07:00:00         09:00:30""");
        // Held by the control until 08:00, then by the limit; three trucks, an hour each.
        assertThat(world.metric("truck_h_per_day.outbound.control")).isEqualTo(3);
        assertThat(world.metric("truck_h_per_day.outbound.limit")).isEqualTo(3);
    }

    @ParameterizedTest(name = "limit of one truck: {0}")
    @ValueSource(booleans = {true, false})
    void for_turning_a_queue_whose_first_is_too_heavy_counts_as_empty(boolean oneTruck) {
        // Trucks 1 and 2 go out and wait to return from 08:31:40 and 08:31:50. Truck 3 joins during the closure, which
        // keeps
        // it from entering; since 08:15 it is too heavy. So the lane turns at 08:31:40, not after the 60 s of
        // max-green;
        // and at 08:50, with the limit, it turns back at once.
        World world = world().fleet(light(2), heavy(1))
                .headway("10 s")
                .clearance("20 s")
                .actuated("0 s", "60 s", "always")
                .closure("08:05", "08:20")
                .unload(station(2, "30 min"))
                .cargo(cargo("a").load(5).at("08:00", "08:00"))
                .cargo(cargo("b").load(25).at("08:06"))
                .change("08:15", bears(30, oneTruck))
                .change("08:50", bears(40, oneTruck));

        assertTrips(world, """
                truck  outbound_queued  outbound_enter  return_queued  return_enter
                1      08:00:00         08:00:00        08:31:40       08:31:40
                2      08:00:00         08:00:10        08:31:50       08:31:50
                3      08:06:00         08:50:00        09:21:40       09:21:40""");
    }

    @Test
    void it_waits_from_when_the_limit_lets_it() {
        // Twelve trucks wait to return as the closure ends at 08:40. Truck 13 is too heavy from 08:15 to 08:40:25: so
        // the
        // return green begins at 08:40 and ends 60 s after 08:40:25, with the ninth entry at 08:41:20. That truck is
        // over
        // at 08:43:00, truck 13 enters at 08:43:20 and is over at 08:45:00; then the other three.
        World world = world().fleet(light(12), heavy(1))
                .headway("10 s")
                .clearance("20 s")
                .actuated("0 s", "60 s", "always")
                .closure("08:05", "08:40")
                .unload(station(13, "30 min"))
                .cargo(cargo("a").load(5).at(Collections.nCopies(12, Texts.at("08:00"))))
                .cargo(cargo("b").load(25).at("08:06"))
                .change("08:15", bears(30, true))
                .change("08:40:25", bears(40, true));

        assertTrips(world, """
                truck  outbound_enter  return_enter
                1      08:00:00        08:40:00
                2      08:00:10        08:40:10
                3      08:00:20        08:40:20
                4      08:00:30        08:40:30
                5      08:00:40        08:40:40
                6      08:00:50        08:40:50
                7      08:01:00        08:41:00
                8      08:01:10        08:41:10
                9      08:01:20        08:41:20
                10     08:01:30        08:45:20
                11     08:01:40        08:45:30
                12     08:01:50        08:45:40
                13     08:43:20        09:15:00""");
    }

    @Test
    void an_exclusive_convoy_whose_next_truck_is_too_heavy_no_longer_holds_the_lane() {
        // Convoys of two, 60 s apart. Truck 3 of the second enters at 08:11:00; truck 4 behind it is too heavy from
        // 08:11:30.
        // Truck 1 waits to return from 08:11:40: the lane turns, is empty at 08:12:40 and cleared at 08:13:00. Truck 4
        // counts
        // as nobody, so truck 2 follows.
        World world = world().fleet(light(3), heavy(1))
                .headway("60 s")
                .clearance("20 s")
                .batches(1, 1, "always")
                .outboundConvoys(exclusive(bySize(2, "20 h")))
                .unload(station(2, "10 min"))
                .cargo(cargo("a").load(5).at("08:00", "08:00", "08:11"))
                .cargo(cargo("b").load(25).at("08:11"))
                .change("08:11:30", bears(30, true));

        assertTrips(world, """
                truck  outbound_enter  return_enter
                1      08:00:00        08:13:00
                2      08:01:00        08:14:00
                3      08:11:00        08:22:40
                4      -               -""");
    }

    @Test
    void a_lower_payload_holds_for_the_next_load() {
        World world = world().fleet(heavy(1))
                .cargo(cargo("a").load(25).at("08:00", "08:00", "09:00"))
                .change("08:01", c -> c.withFleet(List.of(heavy(1).withPayloadTonnes(10))));

        // The second has appeared whole and is taken in parts; the third is cut.
        assertTrips(world, """
                load  assigned
                25.0  08:00:00
                10.0  08:03:20
                10.0  08:06:40
                5.0   08:10:00
                10.0  09:00:00""");
    }

    @Test
    void the_mass_on_the_lane_is_what_entered_it_whatever_the_tare_becomes() {
        // Two of 40 t enter at 08:00:00 and 08:00:10. From 08:00:30 an empty truck weighs 30 t: the third, 55 t, enters
        // as soon
        // as no more than 45 t are left, at 08:01:50, when both are over.
        World world = world().fleet(heavy(3))
                .headway("10 s")
                .maxMass(100)
                .cargo(cargo("a").load(25).at("08:00", "08:00", "08:00:40"))
                .change(
                        "08:00:30",
                        c -> c.withFleet(List.of(heavy(3).withTareTonnes(30)))
                                .withBridge(c.bridge().withLimits(Integer.MAX_VALUE, 85, 1e9)));

        assertTrips(world, """
                truck  outbound_enter
                1      08:00:00
                2      08:00:10
                3      08:01:50""");
    }
}
