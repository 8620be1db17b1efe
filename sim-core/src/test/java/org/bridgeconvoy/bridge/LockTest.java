package org.bridgeconvoy.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bridgeconvoy.bridge.Cargo.cargo;
import static org.bridgeconvoy.bridge.World.bySize;
import static org.bridgeconvoy.bridge.World.station;
import static org.bridgeconvoy.bridge.World.world;

import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.bridge.config.ConvoyRule;
import org.bridgeconvoy.bridge.config.Overrun;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.DirectionControl;
import org.bridgeconvoy.bridge.control.LaneState;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.calendar.WorkCalendar;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.result.Lock;
import org.junit.jupiter.api.Test;

/** Convoys that a fleet can lock itself with are refused; a run that locks otherwise says since when and on what. */
class LockTest {

    private static World convoys(int trucks, int outbound, int inbound) {
        return world().trucks(trucks)
                .outboundConvoys(outbound == 0 ? null : ConvoyRule.ofSize(outbound))
                .returnConvoys(inbound == 0 ? null : ConvoyRule.ofSize(inbound))
                .cargo(cargo("a").trucksPerDay(60));
    }

    @Test
    void convoys_that_the_fleet_can_lock_itself_with_are_refused_with_both_sizes_and_the_trucks() {
        // 29 wait for the 30th and 34 for the 35th: 63 trucks can lock, 64 cannot.
        assertThatThrownBy(() -> convoys(40, 30, 35).model())
                .hasMessageContaining(
                        "29 trucks can wait for an outbound convoy of 30 and 34 for a return convoy of 35,"
                                + " and there are 40 trucks")
                .hasMessageContaining("at least 64 trucks");
        assertThatThrownBy(() -> convoys(63, 30, 35).model()).isInstanceOf(IllegalArgumentException.class);
        assertThat(convoys(64, 30, 35).model()).isNotNull();
        assertThatThrownBy(() -> convoys(4, 0, 5).model())
                .hasMessage(
                        "convoys.return.size: is above the 4 trucks of the fleet, so without max-wait no convoy ever"
                                + " leaves, got 5");
        assertThat(convoys(5, 0, 5).model()).isNotNull();
        assertThat(convoys(1, 1, 1).model()).isNotNull();
    }

    @Test
    void a_longest_wait_or_departures_free_a_convoy() {
        assertThat(convoys(10, 8, 0).returnConvoys(bySize(9, "1 h")).model()).isNotNull();
        assertThat(convoys(10, 8, 0)
                        .returnConvoys(new ConvoyRule(9, Long.MAX_VALUE, List.of(0L), false))
                        .model())
                .isNotNull();
        assertThat(convoys(10, 0, 0)
                        .outboundConvoys(bySize(8, "1 h"))
                        .returnConvoys(bySize(9, "1 h"))
                        .model())
                .isNotNull();
    }

    @Test
    void convoys_are_judged_after_each_change_of_the_world() {
        assertThatThrownBy(() -> convoys(70, 30, 35)
                        .change("12:00", c -> c.withFleet(List.of(TruckClass.of(63))))
                        .model())
                .hasMessageContaining("there are 63 trucks");
        assertThatThrownBy(() -> convoys(70, 30, 35)
                        .change("12:00", c -> c.withConvoys(ConvoyRule.ofSize(40), c.returnConvoys()))
                        .model())
                .hasMessageContaining("an outbound convoy of 40");
    }

    private static Lock lock(World world) {
        return Objects.requireNonNull(world.run().lock());
    }

    @Test
    void the_rest_of_a_demand_that_has_ended_waits_for_a_convoy_for_ever() {
        // 50 t in loads of 10 t from 01:00 to 05:00: two leave at 02:00, two at 04:00; the fifth waits from 05:00.
        World world = world().trucks(5)
                .outboundConvoys(ConvoyRule.ofSize(2))
                .cargo(cargo("a").trucksPerDay(24).total(50));

        assertThat(lock(world)).isEqualTo(new Lock(Texts.at("05:00"), "1 truck waits for an outbound convoy of 2"));
        // Without the total the next comes some time.
        assertThat(world().trucks(5)
                        .horizon("5.5 h")
                        .outboundConvoys(ConvoyRule.ofSize(2))
                        .cargo(cargo("a").trucksPerDay(24))
                        .run()
                        .lock())
                .isNull();
    }

    @Test
    void a_limit_that_a_change_lowers_locks_those_that_are_too_heavy() {
        // Both wait from 07:00 and 07:10 for the hours; from 07:30 the first is too heavy, at 12:00 the hours end.
        World world = world().fleet(TruckClass.of(2).withTareTonnes(15).withPayloadTonnes(25))
                .timetable("08:00-12:00", "14:00-22:00", LastEntry.ENTER)
                .cargo(cargo("a").load(25).at("07:00", "07:10"))
                .change("07:30", c -> c.withBridge(c.bridge().withLimits(Integer.MAX_VALUE, 1e6, 30)));

        assertThat(lock(world))
                .isEqualTo(
                        new Lock(
                                Texts.at("07:30"),
                                "2 trucks wait to enter the bridge, outbound: the first weighs 40.0 t, the bridge bears 30.0 t"));
    }

    /** Gives the lane to nobody, or to outbound trucks only, and looks again every hour or never. */
    private record Stubborn(boolean outbound, long every) implements ControlRule {
        @Override
        public Plan plan(WorkCalendar calendar, long horizonNanos) {
            return Plan.anytime(() -> new DirectionControl() {
                @Override
                public void decide(LaneState lane) {}

                @Override
                public boolean gives(LaneState lane, Direction direction, long crossingNanos) {
                    return outbound && direction == Direction.OUTBOUND;
                }

                @Override
                public long nextChange(LaneState lane) {
                    return every == 0 ? Long.MAX_VALUE : (lane.now() / every + 1) * every;
                }
            });
        }
    }

    @Test
    void a_control_of_ones_own_that_never_gives_the_lane_is_told() {
        for (long every : new long[] {0, Texts.span("1 h")}) {
            World none = world().trucks(3)
                    .control(new Stubborn(false, every))
                    .cargo(cargo("a").trucksPerDay(24));
            assertThat(lock(none))
                    .isEqualTo(new Lock(
                            Texts.at("03:00"),
                            "3 trucks wait to enter the bridge, outbound: the control does not give them the lane"));
            World one = world().trucks(2)
                    .control(new Stubborn(true, every))
                    .cargo(cargo("a").trucksPerDay(24));
            assertThat(lock(one))
                    .isEqualTo(new Lock(
                            Texts.at("02:01:40"),
                            "2 trucks wait to enter the bridge, return: the control does not give them the lane"));
        }
    }

    @Test
    void behind_what_does_not_end_all_wait() {
        World service = world().trucks(2)
                .load(StationConfig.timed(1, Distribution.constant(1e10)))
                .cargo(cargo("a").at("08:00", "09:00"));
        assertThat(lock(service))
                .isEqualTo(new Lock(Texts.at("09:00"), "1 truck waits for a service at load that does not end"));
        World broken = world().trucks(2)
                .breakdowns(1, Distribution.constant(1e10))
                .cargo(cargo("a").at("08:00", "08:05"));
        assertThat(lock(broken).waitingFor())
                .isEqualTo("1 truck waits to enter the bridge, outbound: a truck that does not drive on stands on it");
    }

    @Test
    void who_waits_for_an_opening_a_departure_or_the_lane_has_not_locked() {
        World night = world().trucks(3)
                .load(station(1, "30 min", "08:00-09:00", Overrun.FINISH))
                .timetable("10:00-10:01", "11:00-12:00", LastEntry.ENTER)
                .headway("2 min")
                .cargo(cargo("a").at("07:00", "07:00", "07:00"));
        assertThat(night.run().lock()).isNull();
        World departures = world().trucks(3)
                .outboundConvoys(World.byDepartures("06:00"))
                .cargo(cargo("a").at("07:00"));
        assertThat(departures.run().lock()).isNull();
        assertThat(world().trucks(1).cargo(cargo("a").at("07:00")).run().lock()).isNull();
    }
}
