package org.bridgeconvoy.scenario.map;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.DemandRate;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.demand.ArrivalPattern;
import org.bridgeconvoy.bridge.demand.DayFactor;
import org.bridgeconvoy.bridge.demand.HourFactor;
import org.bridgeconvoy.bridge.module.ArrivalModule;
import org.bridgeconvoy.bridge.module.Setting;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.scenario.key.Place;
import org.bridgeconvoy.scenario.text.Dimension;
import org.bridgeconvoy.scenario.text.Invalid;
import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.Quantity;
import org.bridgeconvoy.scenario.text.Texts;
import org.bridgeconvoy.scenario.text.Times;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cargo streams of the demand, and the parts that they share with through traffic: dates, profiles and
 * arrivals.
 */
final class DemandMapper {

    /** Most cargoes: each has metrics and columns of its own. */
    static final int MOST_STREAMS = 1_000;

    private static final BigDecimal HOURS_A_DAY = BigDecimal.valueOf(24);

    private final LocalDate start;
    /** Names of the classes of trucks. */
    private final List<String> fleet;

    /** A mapper for a run that starts on a date, with trucks of these classes. */
    DemandMapper(LocalDate start, List<String> classes) {
        this.start = start;
        fleet = classes;
    }

    /** Streams without problems, in the order of the file. */
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

    /** One stream; null, with a problem added, if it is wrong. */
    private @Nullable CargoStream stream(String cargo, Place place) {
        int before = place.reading().problems().count();
        if (!place.checkKeys()) {
            return null;
        }
        int priority = (int) place.get("priority").whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
        Distribution load = load(place.get("load"));
        double backlog = place.get("backlog").quantity(Dimension.MASS, true);
        double total = place.get("total").quantity(Dimension.MASS, false, Double.POSITIVE_INFINITY);
        if (!place.get("rate").isPresent() && !(backlog > 0)) {
            place.problem("needs a rate such as '100 trucks/d' or '4000 t/d', or a backlog");
        }
        DemandRate rate = place.get("rate").read(DemandMapper::rate, new DemandRate.Trucks(0));
        LocalDate from = from(place);
        LocalDate until = until(place);
        Hours hours = HoursReader.read(place.get("hours"));
        List<DayFactor> profile = profile(place.get("profile"));
        List<HourFactor> hourFactors = hourFactors(place.get("profile"));
        List<String> classes = classes(place.get("classes"));
        Direction direction = place.get("direction").choice().equals("return") ? Direction.RETURN : Direction.OUTBOUND;
        ArrivalPattern arrivals = arrivals(place);
        return arrivals == null
                ? null
                : place.make(
                        before,
                        () -> CargoStream.builder(cargo)
                                .priority(priority)
                                .loadTonnes(load)
                                .rate(rate)
                                .from(from)
                                .until(until)
                                .hours(hours)
                                .profile(profile)
                                .hourFactors(hourFactors.toArray(HourFactor[]::new))
                                .arrivals(arrivals)
                                .backlogTonnes(backlog)
                                .totalTonnes(total)
                                .classes(classes.toArray(String[]::new))
                                .direction(direction)
                                .build());
    }

    /** First date on which a stream accrues; {@link LocalDate#MIN} if the file gives none. */
    static LocalDate from(Place stream) {
        return stream.get("from").read(Times::date, LocalDate.MIN);
    }

    /**
     * Last date on which a stream accrues; {@link LocalDate#MAX} if the file gives none. A date before the first is a
     * problem.
     */
    static LocalDate until(Place stream) {
        LocalDate from = from(stream);
        LocalDate until = stream.get("until").read(Times::date, LocalDate.MAX);
        if (from.isAfter(until)) {
            stream.get("until")
                    .problem("must not be before " + stream.get("from").path() + " (" + from + "), got " + until);
        }
        return until;
    }

    /** Classes of trucks that may carry the cargo; empty for all. */
    private List<String> classes(Place place) {
        List<String> names = new ArrayList<>();
        if (place.isPresent() && fleet.equals(List.of(""))) {
            place.problem("needs fleet.classes, which this fleet does not have");
            return names;
        }
        for (Place item : place.items()) {
            String name = item.string("");
            if (fleet.contains(name)) {
                names.add(name);
            } else if (!name.isEmpty() && !fleet.isEmpty()) {
                item.problem("must be one of fleet.classes (" + Texts.or(fleet) + "), got " + Texts.shown(name)
                        + Texts.didYouMean(name, fleet));
            }
        }
        if (place.isPresent() && place.items().isEmpty()) {
            place.problem("must name at least one class; left out, all trucks may carry it");
        }
        return names;
    }

    /** Tonnes of a truckload, whose mean must be above 0. */
    private static Distribution load(Place place) {
        Distribution load = DistributionReader.at(place, Dimension.MASS, Distribution.constant(1));
        if (!(load.mean() > 0)) {
            place.problem("must be above 0 t on average, got " + place.text());
            return Distribution.constant(1);
        }
        return load;
    }

    /** Truckloads or tonnes, a day or an open hour, by the unit. */
    private static DemandRate rate(String text) throws Invalid {
        Quantity quantity = Quantity.parse(text, Dimension.DEMAND_RATE);
        double perDay = quantity.asDouble();
        if (perDay < 0) {
            throw new Invalid("must be >= 0 " + quantity.unit() + ", got " + text.strip());
        }
        if (perDay > 1e7) {
            throw new Invalid("must be at most 10000000 a day, got " + text.strip());
        }
        boolean trucks = quantity.unit().startsWith("trucks");
        if (quantity.unit().endsWith("/h")) {
            double perHour =
                    quantity.value().divide(HOURS_A_DAY, MathContext.DECIMAL128).doubleValue();
            return trucks ? new DemandRate.TrucksPerHour(perHour) : new DemandRate.TonnesPerHour(perHour);
        }
        return trucks ? new DemandRate.Trucks(perDay) : new DemandRate.Tonnes(perDay);
    }

    /** Factors within hours of the clock, in the order of the file. Hours that overlap are a problem. */
    static List<HourFactor> hourFactors(Place profile) {
        Map<String, HourFactor> factors = new LinkedHashMap<>();
        if (!profile.isMap() || !profile.get("hours").isPresent()) {
            return List.of();
        }
        Place place = profile.get("hours");
        if (!(place.node() instanceof Node.Fields fields)) {
            place.problem("must be a map from hours to factors such as {\"07:00-10:00\": 2}");
            return List.of();
        }
        for (String key : fields.entries().keySet()) {
            if (!place.get(key).isPresent()) {
                continue;
            }
            double factor = place.get(key).real(0, Double.MAX_VALUE, 1);
            try {
                HourFactor read = new HourFactor(Times.interval(key), factor);
                refuseOverlap(factors, key, read);
                factors.put(key, read);
            } catch (Invalid e) {
                place.reading().problems().add(place.keyPosition(key), place.path() + " " + e.text());
            }
        }
        return List.copyOf(factors.values());
    }

    /** Rejects hours that overlap hours read before. */
    private static void refuseOverlap(Map<String, HourFactor> factors, String key, HourFactor read) throws Invalid {
        for (Map.Entry<String, HourFactor> other : factors.entrySet()) {
            if (other.getValue().overlaps(read)) {
                throw new Invalid("must not overlap, got " + other.getKey() + " and " + key);
            }
        }
    }

    /**
     * The arrival pattern of a stream; null, with a problem added, if it is wrong. The file gives the name of a module,
     * or a map from its name to its settings. The time of {@code daily} may also stand beside the name, under
     * {@code at}.
     */
    @Nullable
    ArrivalPattern arrivals(Place stream) {
        Place place = stream.get("arrivals");
        Place at = stream.get("at");
        boolean named = !place.isMap();
        String name = named ? place.choice() : ModuleSettings.only(place).orElse("");
        ArrivalModule module = place.reading().modules().arrivals().get(name);
        if (module == null) {
            return null;
        }
        if (at.isPresent() && !(named && name.equals("daily"))) {
            at.problem(
                    named
                            ? "goes only with arrivals: daily, got arrivals: " + name
                            : "goes only with arrivals: daily written as a word, got a map");
        }
        if (!named) {
            return ModuleSettings.make(module.settings(), place.get(name), start, module::create);
        }
        if (name.equals("daily")) {
            int before = place.reading().problems().count();
            if (!at.isPresent()) {
                place.problem("daily needs the time of the release, such as at: \"06:00\"");
                return null;
            }
            return ModuleSettings.makeAmong(module.settings(), stream, start, before, module::create);
        }
        List<String> missing = module.settings().stream()
                .filter(Setting::isRequired)
                .map(Setting::key)
                .toList();
        if (!missing.isEmpty()) {
            place.problem(name + " needs settings: write arrivals: {" + name + ": {" + String.join(": …, ", missing)
                    + ": …}}");
            return null;
        }
        return ModuleSettings.make(module.settings(), place.get(name), start, module::create);
    }

    /** Factors of the day, one for each module that the profile names. */
    List<DayFactor> profile(Place place) {
        List<DayFactor> factors = new ArrayList<>();
        if (place.isPresent() && place.checkKeys()) {
            place.reading().modules().profiles().forEach((name, module) -> {
                if (place.get(name).isPresent()) {
                    DayFactor factor = ModuleSettings.make(module.settings(), place.get(name), start, module::create);
                    if (factor != null) {
                        factors.add(factor);
                    }
                }
            });
        }
        return factors;
    }
}
