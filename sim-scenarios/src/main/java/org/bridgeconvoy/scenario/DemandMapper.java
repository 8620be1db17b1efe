package org.bridgeconvoy.scenario;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.DemandRate;
import org.bridgeconvoy.bridge.demand.ArrivalPattern;
import org.bridgeconvoy.bridge.demand.DailyArrivals;
import org.bridgeconvoy.bridge.demand.DayFactor;
import org.bridgeconvoy.bridge.demand.EvenArrivals;
import org.bridgeconvoy.bridge.demand.PoissonArrivals;
import org.bridgeconvoy.bridge.demand.Ramp;
import org.bridgeconvoy.bridge.demand.Series;
import org.bridgeconvoy.bridge.demand.Surge;
import org.bridgeconvoy.bridge.demand.WeekdayFactors;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.random.Distribution;
import org.jspecify.annotations.Nullable;

/** Reads the demand. */
final class DemandMapper {

    private static final int MOST_STREAMS = 1_000;

    private final LocalDate start;

    DemandMapper(LocalDate start) {
        this.start = start;
    }

    /** The streams that have no problem. */
    List<CargoStream> streams(Place place) {
        List<CargoStream> streams = new ArrayList<>();
        if (!(place.node() instanceof Node.Fields fields)) {
            if (place.isPresent()) {
                place.problem("must be a map from the names of cargoes to their streams");
            }
            return streams;
        }
        if (fields.entries().isEmpty()) {
            place.problem("must have at least one stream");
        } else if (fields.entries().size() > MOST_STREAMS) {
            place.problem("must have at most " + MOST_STREAMS + " streams, got "
                    + fields.entries().size());
            return streams;
        }
        for (String cargo : fields.entries().keySet()) {
            Names.check(place, "cargo", cargo);
            CargoStream stream = stream(cargo, place.get(cargo));
            if (stream != null) {
                streams.add(stream);
            }
        }
        return streams;
    }

    private @Nullable CargoStream stream(String cargo, Place place) {
        int before = place.reading().problems().count();
        if (!place.checkKeys()) {
            return null;
        }
        int priority = (int) place.get("priority").whole(Integer.MIN_VALUE, Integer.MAX_VALUE, 0);
        Distribution load = load(place.get("load"));
        double backlog = place.get("backlog").quantity(Dimension.MASS, true, 0);
        double total = place.get("total").quantity(Dimension.MASS, false, Double.POSITIVE_INFINITY);
        if (!place.get("rate").isPresent() && !(backlog > 0)) {
            place.problem("needs a rate such as '100 trucks/d' or '4000 t/d', or a backlog");
        }
        DemandRate rate = place.get("rate").read(DemandMapper::rate, new DemandRate.Trucks(0));
        LocalDate from = place.get("from").read(Times::date, LocalDate.MIN);
        LocalDate until = place.get("until").read(Times::date, LocalDate.MAX);
        if (from.isAfter(until)) {
            place.get("until")
                    .problem("must not be before " + place.get("from").path() + " (" + from + "), got " + until);
        }
        Hours hours = HoursReader.read(place.get("hours"));
        List<DayFactor> profile = profile(place.get("profile"));
        ArrivalPattern arrivals = arrivals(place);
        return place.make(
                before,
                () -> new CargoStream(
                        cargo, priority, load, rate, from, until, hours, profile, arrivals, backlog, total));
    }

    private static Distribution load(Place place) {
        Distribution load = place.distribution(Dimension.MASS, Distribution.constant(1));
        if (!(load.mean() > 0)) {
            place.problem("must be above 0 t on average, got " + place.text());
            return Distribution.constant(1);
        }
        return load;
    }

    private static DemandRate rate(String text) throws Invalid {
        Quantity quantity = Quantity.parse(text, Dimension.DEMAND_RATE);
        double perDay = quantity.asDouble();
        if (perDay < 0) {
            throw new Invalid("must be >= 0 " + quantity.unit() + ", got " + text.strip());
        }
        if (perDay > 1e7) {
            throw new Invalid("must be at most 10000000 a day, got " + text.strip());
        }
        return quantity.unit().startsWith("trucks") ? new DemandRate.Trucks(perDay) : new DemandRate.Tonnes(perDay);
    }

    private static ArrivalPattern arrivals(Place place) {
        String pattern = place.get("arrivals").choice("poisson");
        Place at = place.get("at");
        if (pattern.equals("daily")) {
            if (!at.isPresent()) {
                place.get("arrivals").problem("daily needs the time of the release, such as at: \"06:00\"");
            }
            return new DailyArrivals(at.read(Times::timeOfDay, 0L));
        }
        if (at.isPresent()) {
            at.problem("goes only with arrivals: daily, got arrivals: " + pattern);
        }
        return pattern.equals("even") ? new EvenArrivals() : new PoissonArrivals();
    }

    private List<DayFactor> profile(Place place) {
        List<DayFactor> factors = new ArrayList<>();
        if (place.isPresent() && place.checkKeys()) {
            add(factors, weekdays(place.get("weekdays")));
            add(factors, ramp(place.get("ramp")));
            add(factors, surge(place.get("surge")));
            add(factors, series(place.get("series")));
        }
        return factors;
    }

    private static void add(List<DayFactor> factors, @Nullable DayFactor factor) {
        if (factor != null) {
            factors.add(factor);
        }
    }

    private static @Nullable DayFactor weekdays(Place place) {
        if (!place.isPresent()) {
            return null;
        }
        if (!(place.node() instanceof Node.Fields fields)) {
            place.problem("must be a map from days to factors such as {sat: 0.5, sun: 0}");
            return null;
        }
        Map<DayOfWeek, Double> factors = new EnumMap<>(DayOfWeek.class);
        fields.entries().forEach((key, entry) -> {
            List<DayOfWeek> days = Days.parse(key).orElse(List.of());
            if (days.isEmpty()) {
                place.reading()
                        .problems()
                        .add(
                                entry.keyMark(),
                                place.path() + " has the unknown day " + Texts.shown(key) + "; days are "
                                        + String.join(", ", Days.NAMES) + " and ranges such as mon-fri");
                return;
            }
            if (!place.get(key).isPresent()) {
                return;
            }
            double factor = place.get(key).real(0, Double.MAX_VALUE, 1);
            for (DayOfWeek day : days) {
                if (factors.put(day, factor) != null) {
                    place.reading()
                            .problems()
                            .add(entry.keyMark(), place.path() + " gives '" + Days.name(day) + "' twice");
                }
            }
        });
        return new WeekdayFactors(factors);
    }

    private static @Nullable DayFactor ramp(Place place) {
        int before = place.reading().problems().count();
        if (!place.isPresent() || !place.checkKeys()) {
            return null;
        }
        double from = place.get("from").real(0, Double.MAX_VALUE, 1);
        double to = place.get("to").real(0, Double.MAX_VALUE, 1);
        long start = place.get("start").nanos(0);
        long over = place.get("over").nanos(0);
        return place.make(before, () -> new Ramp(from, to, start, over));
    }

    private static @Nullable DayFactor surge(Place place) {
        int before = place.reading().problems().count();
        if (!place.isPresent() || !place.checkKeys()) {
            return null;
        }
        long start = place.get("start").nanos(0);
        long rise = place.get("rise").nanos(0);
        double peak = place.get("peak").real(0, Double.MAX_VALUE, 1);
        long halfLife = place.get("half-life").positiveNanos(1);
        return place.make(before, () -> new Surge(start, rise, peak, halfLife));
    }

    /** A file, or a map from days or dates to factors: the form that a resolved scenario uses. */
    private @Nullable DayFactor series(Place place) {
        if (!place.isPresent()) {
            return null;
        }
        if (!(place.node() instanceof Node.Fields fields)) {
            return place.<DayFactor>find(file ->
                            new Series(new DataFiles(place.reading()).series(file.strip(), place.mark(), start)))
                    .orElse(null);
        }
        SortedMap<Integer, Double> series = new TreeMap<>();
        for (Map.Entry<String, Node.Entry> entry : fields.entries().entrySet()) {
            try {
                boolean date = entry.getKey().indexOf('-') > 0;
                int day = DataFiles.day(entry.getKey(), date, start);
                String text = entry.getValue().value() instanceof Node.Scalar scalar ? scalar.text() : "";
                if (series.put(day, DataFiles.factor(text)) != null) {
                    throw new Invalid("gives a day twice, got " + Texts.shown(entry.getKey()));
                }
            } catch (Invalid e) {
                place.reading().problems().add(entry.getValue().keyMark(), place.path() + " " + e.text());
            }
        }
        return new Series(series);
    }
}
