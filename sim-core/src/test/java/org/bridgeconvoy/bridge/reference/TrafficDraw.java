package org.bridgeconvoy.bridge.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.config.TrafficStream;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;

/** Draws through traffic. */
final class TrafficDraw {

    private final Dice dice;
    private final LocalDate start;

    TrafficDraw(Dice dice, LocalDate start) {
        this.dice = dice;
        this.start = start;
    }

    List<TrafficStream> streams() {
        dice.note("traffic");
        List<TrafficStream> streams = new ArrayList<>();
        for (int i = dice.between(1, 3); i > 0; i--) {
            streams.add(stream("name" + i));
        }
        return streams;
    }

    private TrafficStream stream(String name) {
        List.of("traffic.direction", "traffic.rate").forEach(dice::note);
        PatternDraw pattern = new PatternDraw(dice, "traffic");
        TrafficStream.Builder stream = rate(TrafficStream.builder(name, dice.oneOf(Direction.values()))
                .arrivals(pattern.arrivals())
                .profile(pattern.profile())
                .hourFactors(pattern.hourFactors()));
        if (dice.has("traffic.from")) {
            stream.from(start.plusDays(dice.between(-1, 1)));
        }
        if (dice.has("traffic.until")) {
            stream.until(start.plusDays(dice.between(0, 2)));
        }
        if (dice.has("traffic.hours")) {
            stream.hours(HoursDraw.hours(dice));
        }
        if (dice.has("traffic.speed")) {
            stream.speedMetresPerSecond(dice.oneOf(Distribution.constant(15), Distribution.uniform(3, 20)));
        }
        if (dice.has("traffic.mass")) {
            stream.massTonnes(mass());
        }
        if (dice.has("traffic.headway")) {
            stream.headwayNanos(headway());
        }
        return stream.build();
    }

    TrafficStream.Builder rate(TrafficStream.Builder stream) {
        if (dice.has("traffic.rate vehicles/h")) {
            return stream.vehiclesPerHour(dice.oneOf(1, 6));
        }
        dice.note("traffic.rate vehicles/d");
        return stream.vehiclesPerDay(dice.oneOf(12, 48, 96));
    }

    Distribution mass() {
        return dice.oneOf(
                Distribution.constant(3),
                Distribution.uniform(1, 19),
                Distribution.discrete(new double[] {1, 19}, new double[] {0.7, 0.3}));
    }

    long headway() {
        return dice.oneOf(0, 5, 120) * Nanos.SECOND;
    }
}
