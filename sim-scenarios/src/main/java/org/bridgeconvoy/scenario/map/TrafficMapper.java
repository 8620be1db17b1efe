package org.bridgeconvoy.scenario.map;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.config.TrafficStream;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.demand.ArrivalPattern;
import org.bridgeconvoy.bridge.demand.DayFactor;
import org.bridgeconvoy.bridge.demand.HourFactor;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.scenario.key.Place;
import org.bridgeconvoy.scenario.text.Dimension;
import org.bridgeconvoy.scenario.text.Invalid;
import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.Quantity;
import org.jspecify.annotations.Nullable;

/** Reads the streams of through traffic. */
final class TrafficMapper {

    /** Most streams: each has metrics of its own. */
    private static final int MOST_NAMES = 1_000;

    /** Most vehicles a day of a stream. */
    private static final double MOST_A_DAY = 1e7;

    private static final int HOURS_A_DAY = 24;

    private final DemandMapper streams;
    private final double length;

    /**
     * A mapper for a run that starts on a date.
     *
     * @param length length of the bridge in metres, against which the speeds are checked
     */
    TrafficMapper(LocalDate start, double length) {
        streams = new DemandMapper(start, List.of());
        this.length = length;
    }

    /** Streams without problems, in the order of the file. */
    List<TrafficStream> traffic(Place place) {
        List<TrafficStream> traffic = new ArrayList<>();
        if (!(place.node() instanceof Node.Fields fields)) {
            if (place.isPresent()) {
                place.problem("must be a map from the names of through traffic to its streams");
            }
            return traffic;
        }
        if (fields.entries().isEmpty() || fields.entries().size() > MOST_NAMES) {
            place.problem("must have from 1 to " + MOST_NAMES + " streams, got "
                    + fields.entries().size());
            return traffic;
        }
        for (String name : fields.entries().keySet()) {
            Names.check(place, "traffic", name);
            TrafficStream stream = stream(name, place.get(name));
            if (stream != null) {
                traffic.add(stream);
            }
        }
        return traffic;
    }

    /** One stream; null, with a problem added, if it is wrong. */
    private @Nullable TrafficStream stream(String name, Place place) {
        int before = place.reading().problems().count();
        if (!place.checkKeys()) {
            return null;
        }
        Place where = place.get("direction");
        Direction direction =
                where.<String>read(where::word, "outbound").equals("return") ? Direction.RETURN : Direction.OUTBOUND;
        Rate rate = place.get("rate").read(TrafficMapper::rate, new Rate(0, false));
        LocalDate from = DemandMapper.from(place);
        LocalDate until = DemandMapper.until(place);
        Hours hours = HoursReader.read(place.get("hours"));
        List<DayFactor> profile = streams.profile(place.get("profile"));
        List<HourFactor> hourFactors = DemandMapper.hourFactors(place.get("profile"));
        ArrivalPattern arrivals = streams.arrivals(place);
        Distribution speed = place.get("speed").isPresent() ? BridgeMapper.speed(place.get("speed"), length) : null;
        Distribution mass = DistributionReader.at(place.get("mass"), Dimension.MASS);
        long headway =
                place.get("headway").isPresent() ? place.get("headway").nanos(0) : TrafficStream.HEADWAY_OF_BRIDGE;
        if (arrivals == null) {
            return null;
        }
        TrafficStream.Builder stream = TrafficStream.builder(name, direction)
                .from(from)
                .until(until)
                .hours(hours)
                .profile(profile)
                .arrivals(arrivals)
                .speedMetresPerSecond(speed)
                .massTonnes(mass)
                .headwayNanos(headway);
        return place.make(
                before,
                () -> (rate.perOpenHour()
                                ? stream.vehiclesPerHour(rate.vehicles())
                                : stream.vehiclesPerDay(rate.vehicles()))
                        .hourFactors(hourFactors.toArray(HourFactor[]::new))
                        .build());
    }

    /** Vehicles a day, or an open hour. */
    private record Rate(double vehicles, boolean perOpenHour) {}

    private static Rate rate(String text) throws Invalid {
        Quantity quantity = Quantity.parse(text, Dimension.TRAFFIC_RATE);
        double perDay = quantity.asDouble();
        if (perDay < 0) {
            throw new Invalid("must be >= 0 " + quantity.unit() + ", got " + text.strip());
        }
        if (perDay > MOST_A_DAY) {
            throw new Invalid("must be at most 10000000 a day, got " + text.strip());
        }
        boolean perHour = quantity.unit().endsWith("/h");
        return new Rate(perHour ? perDay / HOURS_A_DAY : perDay, perHour);
    }
}
