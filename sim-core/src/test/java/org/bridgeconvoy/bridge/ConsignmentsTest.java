package org.bridgeconvoy.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.Consignment;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.bridge.control.Timetable;
import org.bridgeconvoy.bridge.demand.EvenArrivals;
import org.bridgeconvoy.bridge.station.TruckView;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.TripTime;
import org.junit.jupiter.api.Test;

/** Listed consignments. Oracle: reckoned by hand; a crossing takes 100 s, and nothing else takes time. */
class ConsignmentsTest {

    private static ConvoyConfig world(int trucks, CargoStream[] demand, Consignment... consignments) {
        return ConvoyConfig.builder()
                .start(LocalDate.of(2024, 9, 2))
                .horizonNanos(2 * Nanos.DAY)
                .bridge(BridgeConfig.builder()
                        .lengthMetres(1000)
                        .speedMetresPerSecond(10)
                        .lanes(2)
                        .control(new Timetable(Hours.always(), Hours.always(), LastEntry.ENTER))
                        .build())
                .fleet(TruckClass.of(trucks).withPayloadTonnes(10))
                .demand(demand)
                .consignments(List.of(consignments))
                .build();
    }

    private static CargoStream[] cargoes(String... names) {
        CargoStream[] streams = new CargoStream[names.length];
        for (int i = 0; i < names.length; i++) {
            streams[i] = CargoStream.builder(names[i]).loadTonnes(1).build();
        }
        return streams;
    }

    private static Consignment at(long hours, String cargo, double tonnes, int priority) {
        return new Consignment(hours * Nanos.HOUR, cargo, tonnes, priority);
    }

    private static ReplicationResult run(ConvoyConfig config, BridgeObserver... observers) {
        return new BridgeModel(config).start(Streams.of(1, 1), observers).finish();
    }

    private static List<String> assigned(ConvoyConfig config) {
        List<String> assigned = new ArrayList<>();
        run(config, new BridgeObserver() {
            @Override
            public void reached(long now, TripTime instant, TruckView truck) {
                if (instant == TripTime.ASSIGNED) {
                    assigned.add(now / Nanos.SECOND + " " + truck.cargo() + " " + truck.loadTonnes());
                }
            }
        });
        return assigned;
    }

    @Test
    void thousands_that_wait_are_taken_in_the_order_in_which_they_appeared() {
        int count = 5_000;
        List<Consignment> listed = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            double tonnes = 1 + k % 9;
            listed.add(new Consignment(k * Nanos.SECOND, "steel", tonnes, 0));
            expected.add(200 * k + " steel " + tonnes);
        }
        ConvoyConfig config = world(1, cargoes("steel"), listed.toArray(new Consignment[0])).toBuilder()
                .horizonNanos(count * 200L * Nanos.SECOND)
                .build();

        assertThat(assigned(config)).isEqualTo(expected);
        // The k-th is assigned at 200 k s, and delivered 100 s later.
        double meanLeadSeconds = 199 * (count - 1) / 2.0 + 100;
        assertThat(run(config).metric("lead_time_h")).isCloseTo(meanLeadSeconds / 3600, within(1e-9));
    }

    @Test
    void more_than_a_truck_carries_goes_in_full_truckloads_and_the_rest() {
        ConvoyConfig config = world(5, cargoes("steel"), at(1, "steel", 25, 0));

        assertThat(assigned(config)).containsExactly("3600 steel 10.0", "3600 steel 10.0", "3600 steel 5.0");
        ReplicationResult result = run(config);
        assertThat(result.daily().consignedTrucks()).containsExactly(1, 0);
        assertThat(result.daily().deliveredTrucks()).containsExactly(3, 0);
        assertThat(result.metric("delivered_t_per_day")).isEqualTo(12.5);
        // Only listed, so it comes to an end: the third truck leaves the bridge after 1 h and 100 s.
        assertThat(result.metric("days_to_clear.steel")).isEqualTo(3700 / 86400.0);
    }

    @Test
    void priority_goes_first_then_time_then_the_order_of_the_list() {
        ConvoyConfig config = world(
                1,
                cargoes("steel", "grain"),
                at(2, "grain", 3, 0),
                at(1, "grain", 1, 0),
                at(1, "steel", 2, 0),
                at(1, "grain", 4, 7));

        // The truck is taken at 1:00 by what is first of all; it is idle again every 200 s.
        assertThat(assigned(config))
                .containsExactly("3600 grain 4.0", "3800 grain 1.0", "4000 steel 2.0", "7200 grain 3.0");
    }

    @Test
    void rows_of_one_instant_follow_their_stream_and_those_of_other_cargoes_come_last_in_the_order_of_the_list() {
        CargoStream[] demand = {
            CargoStream.builder("ore")
                    .loadTonnes(1)
                    .trucksPerDay(1)
                    .arrivals(new EvenArrivals())
                    .build(),
            CargoStream.builder("coal")
                    .loadTonnes(2)
                    .trucksPerDay(1)
                    .arrivals(new EvenArrivals())
                    .build(),
            CargoStream.builder("steel").loadTonnes(1).build(),
            CargoStream.builder("grain").loadTonnes(1).build()
        };
        // The streams draw at 24:00 of the first day.
        ConvoyConfig config = world(
                9,
                demand,
                at(24, "grain", 6, 0),
                at(24, "steel", 7, 0),
                at(24, "ore", 3, 0),
                at(24, "grain", 8, 0),
                at(24, "coal", 4, 0),
                at(24, "ore", 5, 0));

        assertThat(assigned(config))
                .containsExactly(
                        "86400 ore 1.0",
                        "86400 ore 3.0",
                        "86400 ore 5.0",
                        "86400 coal 2.0",
                        "86400 coal 4.0",
                        "86400 grain 6.0",
                        "86400 steel 7.0",
                        "86400 grain 8.0");
    }

    @Test
    void what_is_listed_adds_to_what_a_stream_of_the_same_cargo_draws() {
        CargoStream even = CargoStream.builder("steel")
                .loadTonnes(10)
                .trucksPerDay(2)
                .arrivals(new EvenArrivals())
                .build();
        ConvoyConfig config = world(5, new CargoStream[] {even}, at(12, "steel", 4, 0), at(30, "steel", 6, 0));

        // Drawn at 12:00 and 24:00 of the first day and 12:00 of the second; the last midnight is the horizon.
        assertThat(assigned(config))
                .containsExactly(
                        "43200 steel 10.0",
                        "43200 steel 4.0",
                        "86400 steel 10.0",
                        "108000 steel 6.0",
                        "129600 steel 10.0");
        assertThat(run(config).metrics().metrics()).noneMatch(m -> m.name().startsWith("days_to_clear"));
    }

    @Test
    void what_lies_beyond_the_horizon_does_not_appear_and_is_not_cleared() {
        ConvoyConfig config = world(5, cargoes("steel"), at(1, "steel", 5, 0), at(48, "steel", 5, 0));

        assertThat(assigned(config)).containsExactly("3600 steel 5.0");
        assertThat(run(config).metric("days_to_clear.steel")).isNaN();
    }

    @Test
    void what_is_listed_goes_on_through_a_change() {
        ConvoyConfig config = world(5, cargoes("steel"), at(1, "steel", 15, 0), at(30, "steel", 15, 0));
        ConvoyConfig stronger = config.withFleet(List.of(TruckClass.of(5).withPayloadTonnes(20)));

        assertThat(assigned(config.withChanges(List.of(new ConvoyConfig.Change(Nanos.DAY, stronger)))))
                .containsExactly("3600 steel 10.0", "3600 steel 5.0", "108000 steel 15.0");
    }

    @Test
    void a_cargo_that_the_demand_does_not_name_is_refused() {
        assertThatThrownBy(() -> world(1, cargoes("steel"), at(1, "stele", 5, 0)))
                .hasMessage("a consignment's cargo must be one of the demand [steel], got 'stele'");
        assertThatThrownBy(() -> at(1, "steel", 0, 0)).hasMessage("a consignment must be > 0 t, got 0.0 t");
        assertThatThrownBy(() -> at(-1, "steel", 1, 0)).hasMessageContaining("before the start");
    }
}
