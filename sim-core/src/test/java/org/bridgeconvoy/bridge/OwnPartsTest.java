package org.bridgeconvoy.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.bridgeconvoy.bridge.Cargo.cargo;
import static org.bridgeconvoy.bridge.Trips.assertTrips;
import static org.bridgeconvoy.bridge.World.station;
import static org.bridgeconvoy.bridge.World.world;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.station.Discipline;
import org.bridgeconvoy.bridge.station.OwnStage;
import org.bridgeconvoy.bridge.station.TruckView;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.flow.Flow;
import org.bridgeconvoy.flow.Resource;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.Stage;
import org.junit.jupiter.api.Test;

/** Orders of service and stages of one's own. Oracle: trips by hand. */
class OwnPartsTest {

    /** Three wait as the station opens: 30, 10 and 20 t at 60 t/h. */
    private static World threeLoads(Discipline discipline) {
        StationConfig bays =
                StationConfig.rated(1, 60).withHours(Texts.hours("08:00-17:00")).withDiscipline(discipline);
        return world().trucks(3)
                .load(bays)
                .cargo(cargo("long").load(30).at("06:00").priority(1))
                .cargo(cargo("short").load(10).at("06:10"))
                .cargo(cargo("urgent").load(20).at("06:20").priority(2));
    }

    @Test
    void first_come_first_served_is_the_order_of_joining() {
        assertTrips(threeLoads(Discipline.FIRST_COME), """
                cargo   load_start  load_end
                long    08:00:00    08:30:00
                short   08:30:00    08:40:00
                urgent  08:40:00    09:00:00""");
    }

    @Test
    void shortest_first_serves_the_least_load_at_a_rate_first() {
        assertTrips(threeLoads(Discipline.SHORTEST_FIRST), """
                cargo   load_start  load_end
                long    08:30:00    09:00:00
                short   08:00:00    08:10:00
                urgent  08:10:00    08:30:00""");
    }

    @Test
    void priority_first_serves_the_cargo_of_the_highest_priority_first() {
        assertTrips(threeLoads(Discipline.PRIORITY_FIRST), """
                cargo   load_start  load_end
                long    08:20:00    08:50:00
                short   08:50:00    09:00:00
                urgent  08:00:00    08:20:00""");
    }

    @Test
    void equal_ranks_keep_the_order_of_joining() {
        assertTrips(threeLoads((truck, seconds) -> 7), """
                cargo   load_start  load_end
                long    08:00:00    08:30:00
                short   08:30:00    08:40:00
                urgent  08:40:00    09:00:00""");
    }

    @Test
    void an_order_of_ones_own_sees_the_truck() {
        assertTrips(threeLoads((truck, seconds) -> -truck.number()), """
                cargo   load_start  load_end
                long    08:30:00    09:00:00
                short   08:20:00    08:30:00
                urgent  08:00:00    08:20:00""");
    }

    @Test
    void a_rank_that_is_no_number_is_refused() {
        assertThatThrownBy(() -> threeLoads((truck, seconds) -> Double.NaN).run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a discipline must give a rank, got NaN for truck 1 at ");
    }

    @Test
    void a_change_of_the_order_puts_those_that_wait_in_the_new_one() {
        World world = threeLoads(Discipline.FIRST_COME).change("07:00", c -> withOrder(c, Discipline.SHORTEST_FIRST));
        assertTrips(world, """
                cargo   load_start  load_end
                long    08:30:00    09:00:00
                short   08:00:00    08:10:00
                urgent  08:10:00    08:30:00""");

        World back = threeLoads(Discipline.SHORTEST_FIRST).change("07:00", c -> withOrder(c, Discipline.FIRST_COME));
        assertTrips(back, """
                cargo   load_start  load_end
                long    08:00:00    08:30:00
                short   08:30:00    08:40:00
                urgent  08:40:00    09:00:00""");
    }

    private static ConvoyConfig withOrder(ConvoyConfig config, Discipline discipline) {
        StationConfig loading =
                StationConfig.rated(1, 60).withHours(Texts.hours("08:00-17:00")).withDiscipline(discipline);
        return config.withBanks(config.origin().withHandling(loading), config.destination());
    }

    private static OwnStage scales(Stage after) {
        return new OwnStage("scales", after, (sim, streams) -> {
            Resource scales = new Resource("scales", 1);
            return Flow.<TruckView>of()
                    .seize(scales)
                    .delay(10 * Nanos.MINUTE)
                    .release(scales)
                    .build();
        });
    }

    private static World twoTrucks(OwnStage... stages) {
        return world().trucks(2)
                .crossing("5 min", "5 min")
                .load(station(2, "30 min"))
                .unload(station(2, "30 min"))
                .ownStages(stages)
                .cargo(cargo("cloth").at("08:00", "08:00"));
    }

    @Test
    void a_stage_behind_the_customs_holds_a_truck_before_the_bridge() {
        assertTrips(twoTrucks(scales(Stage.EXPORT)), """
                truck  load_end  export_end  outbound_queued  outbound_exit  unload_start
                1      08:30:00  08:30:00    08:40:00         08:45:00       08:45:00
                2      08:30:00  08:30:00    08:50:00         08:55:00       08:55:00""");
    }

    @Test
    void a_stage_may_stand_anywhere_in_the_trip_and_several_behind_one_another() {
        World world = twoTrucks(scales(Stage.TRUCK), scales(Stage.UNLOAD), scales(Stage.RETURN), scales(Stage.RETURN));
        assertTrips(world, """
                truck  assigned  load_start  load_end  unload_end  return_queued  return_exit  available
                1      08:00:00  08:10:00    08:40:00  09:15:00    09:25:00       09:30:00     09:50:00
                2      08:00:00  08:20:00    08:50:00  09:25:00    09:35:00       09:40:00     10:00:00""");
    }

    @Test
    void a_stage_of_ones_own_is_a_state_of_its_own_in_the_sum_of_all_hours() {
        ReplicationResult result = twoTrucks(scales(Stage.EXPORT)).run();

        // One is weighed for 10 minutes, the other one waits for that and is weighed too.
        assertThat(result.metric("truck_h_per_day.own")).isEqualTo(0.5);
        double sum = 0;
        for (Metric metric : result.metrics().metrics()) {
            sum += metric.name().startsWith("truck_h_per_day.") ? result.metric(metric.name()) : 0;
        }
        assertThat(sum).isCloseTo(48, within(1e-9));
        assertThat(twoTrucks().run().metrics().metrics())
                .noneMatch(metric -> metric.name().equals("truck_h_per_day.own"));
    }

    @Test
    void observers_hear_of_stages_of_ones_own() {
        List<String> heard = new ArrayList<>();
        twoTrucks(scales(Stage.EXPORT))
                .begin(new BridgeObserver() {
                    @Override
                    public void ownStage(long now, String stage, TruckView truck, boolean inside) {
                        heard.add(Texts.instant(now) + " " + stage + " " + truck.number() + (inside ? " in" : " out"));
                    }
                })
                .finish();

        assertThat(heard)
                .containsExactly(
                        "08:30:00 scales 1 in",
                        "08:30:00 scales 2 in",
                        "08:40:00 scales 1 out",
                        "08:50:00 scales 2 out");
    }
}
