package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bridgeconvoy.bridge.config.BankConfig;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.random.Distribution;
import org.junit.jupiter.api.Test;

/** What is relaxed of roads and return loads. Oracle: each value by hand. */
class BothWaysRelaxationsTest {

    private static ConvoyConfig world() {
        ConvoyConfig simple = Worlds.simple();
        BankConfig origin = simple.origin()
                .withRoadSeconds(Distribution.constant(1000))
                .withReturnCustoms(StationConfig.timed(2, Distribution.constant(300)));
        BankConfig destination =
                simple.destination().withReturnHandling(StationConfig.timed(3, Distribution.constant(600)));
        List<CargoStream> demand = List.of(
                simple.demand().get(0),
                CargoStream.builder("shirts")
                        .loadTonnes(5)
                        .trucksPerDay(10)
                        .direction(Direction.RETURN)
                        .build());
        return simple.toBuilder()
                .origin(origin)
                .destination(destination)
                .demand(demand)
                .waitForLoadSeconds(Distribution.constant(600))
                .build();
    }

    private static List<Relaxation> of(String constraint) {
        RelaxationList list = new RelaxationList(world());
        FleetRelaxations.addTo(list);
        StationRelaxations.addTo(list);
        return list.found().stream()
                .filter(r -> r.constraint().equals(constraint))
                .toList();
    }

    @Test
    void a_road_is_a_tenth_shorter() {
        assertThat(of("origin.road"))
                .extracting(r -> r.world().origin().roadSeconds())
                .containsExactly(Distribution.constant(900));
        assertThat(of("destination.road")).isEmpty();
    }

    @Test
    void the_wait_for_a_load_goes_both_ways() {
        assertThat(of("fleet.wait-for-load"))
                .extracting(r -> Math.round(r.world().waitForLoadSeconds().mean()))
                .containsExactly(540L, 660L);
    }

    @Test
    void the_stations_of_return_loads_have_one_server_more() {
        assertThat(of("destination.loading.servers"))
                .extracting(r -> r.world().destination().returnHandling())
                .allSatisfy(s -> assertThat(s).isEqualTo(StationConfig.timed(4, Distribution.constant(600))))
                .hasSize(1);
        assertThat(of("origin.import.servers")).hasSize(1);
        assertThat(of("destination.export.servers")).isEmpty();
    }
}
