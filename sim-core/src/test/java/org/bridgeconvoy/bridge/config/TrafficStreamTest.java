package org.bridgeconvoy.bridge.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.BridgeObserver;
import org.bridgeconvoy.bridge.VehicleView;
import org.bridgeconvoy.bridge.control.Actuated;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.demand.EvenArrivals;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.TrafficTime;
import org.junit.jupiter.api.Test;

class TrafficStreamTest {

    @Test
    void vehicles_of_a_stream_with_defaults_are_cars_that_an_observer_hears() {
        List<String> heard = new ArrayList<>();
        ConvoyConfig world = ConvoyConfig.builder()
                .start(LocalDate.EPOCH)
                .horizonNanos(90 * Nanos.MINUTE)
                .bridge(BridgeConfig.builder()
                        .lengthMetres(100)
                        .speedMetresPerSecond(10)
                        .control(new Actuated(0, Nanos.MINUTE))
                        .build())
                .traffic(TrafficStream.builder("cars", Direction.RETURN)
                        .vehiclesPerHour(1)
                        .arrivals(new EvenArrivals())
                        .build())
                .build();
        new BridgeModel(world)
                .start(Streams.of(1, 1), new BridgeObserver() {
                    @Override
                    public void reached(long now, TrafficTime instant, VehicleView vehicle) {
                        heard.add(now / Nanos.SECOND + " " + instant.column() + " " + vehicle.name() + " "
                                + vehicle.number() + " " + vehicle.direction().label() + " " + vehicle.massTonnes());
                    }
                })
                .finish();

        assertThat(heard)
                .containsExactly(
                        "3600 queued cars 1 return 1.5", "3600 enter cars 1 return 1.5", "3610 exit cars 1 return 1.5");
    }
}
