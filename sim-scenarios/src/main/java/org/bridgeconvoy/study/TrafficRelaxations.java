package org.bridgeconvoy.study;

import java.util.List;
import java.util.function.UnaryOperator;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.TrafficStream;

/** Relaxation of through traffic: fewer vehicles of every name. */
final class TrafficRelaxations {

    private TrafficRelaxations() {}

    /** Adds the relaxation if any world of a list has through traffic. */
    static void addTo(RelaxationList list) {
        list.firstWith(config -> config.traffic().stream().anyMatch(stream -> stream.vehicles() > 0))
                .ifPresent(first -> list.add(
                        "traffic", "through traffic", "all rates a tenth less", each(TrafficRelaxations::fewer)));
    }

    private static TrafficStream fewer(TrafficStream stream) {
        double vehicles = stream.vehicles() * (1 - RelaxationList.SHARE);
        TrafficStream.Builder fewer = stream.toBuilder();
        return (stream.perOpenHour() ? fewer.vehiclesPerHour(vehicles) : fewer.vehiclesPerDay(vehicles)).build();
    }

    /** Changes every stream of a world. */
    static UnaryOperator<ConvoyConfig> each(UnaryOperator<TrafficStream> change) {
        return config -> {
            List<TrafficStream> changed = config.traffic().stream().map(change).toList();
            return config.withTraffic(changed);
        };
    }
}
