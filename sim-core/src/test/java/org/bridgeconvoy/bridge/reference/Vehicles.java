package org.bridgeconvoy.bridge.reference;

import java.math.BigDecimal;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.TrafficStream;
import org.bridgeconvoy.bridge.demand.ArrivalPattern.Arrivals;
import org.bridgeconvoy.bridge.demand.DemandRule;
import org.bridgeconvoy.random.Streams;

/** Through traffic of one name (section 4): "vehicles that only cross". */
final class Vehicles {

    private final int index;
    private final String name;
    private final Streams streams;
    private final Arrivals arrivals;
    private long next;

    Vehicles(int index, ConvoyConfig config, Streams streams) {
        this.index = index;
        this.streams = streams;
        TrafficStream stream = config.traffic().get(index);
        name = stream.name();
        arrivals = stream.arrivals()
                .start(
                        Curve.of(config, world -> rule(config, world.traffic().get(index))),
                        streams.stream("traffic.arrivals." + name));
        next = arrivals.next();
    }

    private static DemandRule rule(ConvoyConfig atStart, TrafficStream stream) {
        return new DemandRule(
                BigDecimal.valueOf(stream.vehicles()),
                stream.perOpenHour(),
                stream.profile(),
                stream.hourFactors(),
                Curve.day(atStart.start(), stream.from()),
                Curve.day(atStart.start(), stream.until()),
                stream.hours());
    }

    long next() {
        return next;
    }

    /** "Their speeds, masses and breakdowns have streams of their own." (Section 4) */
    Crossing appear(WorldNow world, int number, long now) {
        next = arrivals.next();
        TrafficStream stream = world.config().traffic().get(index);
        double tonnes = stream.massTonnes().sample(streams.stream("traffic.mass." + name));
        double speed = (stream.speed() == null ? world.bridge().loadedSpeed() : stream.speed())
                .sample(streams.stream("traffic.speed." + name));
        Crossing crossing = Crossing.ofVehicle(stream.direction(), index, number, speed, now);
        crossing.grossMilligrams = Mass.ofTonnes(tonnes);
        return crossing;
    }
}
