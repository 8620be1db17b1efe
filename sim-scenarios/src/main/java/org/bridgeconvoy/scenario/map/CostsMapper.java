package org.bridgeconvoy.scenario.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.calendar.WorkCalendar;
import org.bridgeconvoy.scenario.key.Place;
import org.bridgeconvoy.scenario.key.ReadingContext;
import org.bridgeconvoy.scenario.key.Shape;
import org.bridgeconvoy.scenario.key.Tree;
import org.bridgeconvoy.scenario.text.Invalid;
import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.Position;
import org.bridgeconvoy.scenario.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Reads the costs of a scenario, a map from paths to what one unit costs a day, and works out what the world costs a day. The key {@code currency}
 * names the currency. The unit is a
 * piece of a count, an open hour of hours, a server-hour of shifts. What changes during the run is averaged over the window.
 */
final class CostsMapper {

    /** The key that names the currency; no path, for it is no part of a file. */
    private static final String CURRENCY = "currency";

    /** Parts of a file in which something can cost. */
    private static final Set<String> PARTS = Set.of("bridge", "fleet", "origin", "destination");

    private final ConvoyConfig world;
    private final ChangesMapper changes;
    private final ReadingContext reading;

    /**
     * A mapper of costs.
     *
     * @param world the world with its changes
     * @param changes the trees of the world at the start and after each change
     */
    CostsMapper(ConvoyConfig world, ChangesMapper changes, ReadingContext reading) {
        this.world = world;
        this.changes = changes;
        this.reading = reading;
    }

    /** The world with its cost a day; as it is, with problems added, if a cost is wrong. */
    ConvoyConfig withCosts(Place costs) {
        if (!costs.isPresent()) {
            return world;
        }
        if (!(costs.node() instanceof Node.Fields fields)
                || fields.entries().keySet().stream().allMatch(CURRENCY::equals)) {
            costs.problem("must be a map from paths to costs a day such as {fleet.trucks: 90}");
            return world;
        }
        double sum = 0;
        int before = reading.problems().count();
        String currency =
                costs.get(CURRENCY).<String>find(CostsMapper::currency).orElse("");
        for (Map.Entry<String, Node.Entry> entry : fields.entries().entrySet()) {
            String path = entry.getKey();
            if (path.equals(CURRENCY)) {
                continue;
            }
            double each = costs.get(path).<Double>find(CostsMapper::amount).orElse(0.0);
            if (isCostly(path, entry.getValue().keyPosition())) {
                sum += each * unitsPerDay(path, entry.getValue().keyPosition());
            }
        }
        return reading.problems().count() > before
                ? world
                : world.toBuilder().costPerDay(sum).currency(currency).build();
    }

    private static String currency(String text) throws Invalid {
        if (!text.strip().matches("[\\p{L}\\p{Sc}][\\p{L}\\p{Sc}. -]{0,19}")) {
            throw new Invalid(
                    "must be a word of at most 20 letters or currency signs such as CNY, got " + Texts.shown(text));
        }
        return text.strip();
    }

    private static double amount(String text) throws Invalid {
        if (!text.strip().matches("\\d{1,15}(\\.\\d{1,15})?")) {
            throw new Invalid("must be a number from 0 without a currency, got " + Texts.shown(text));
        }
        return Double.parseDouble(text.strip());
    }

    /** Whether the value at a path can cost something; if not, a problem is added. */
    private boolean isCostly(String path, Position position) {
        Shape shape = reading.shapes().at(path);
        if (shape == null) {
            reading.problems().add(position, "costs: unknown path " + Texts.shown(path) + nearest(path));
            return false;
        }
        boolean counts = shape instanceof Shape.Plain plain && plain.kind() == Shape.Kind.COUNT;
        boolean shifts = shape instanceof Shape.ListOf && path.endsWith(".shifts");
        boolean hours = shape instanceof Shape.OpeningHours && !(parent(path) instanceof Shape.OpeningHours);
        boolean within = PARTS.contains(path.split("\\.", -1)[0]) && !path.contains(".shifts.");
        if (!within || !(counts || shifts || hours)) {
            reading.problems()
                    .add(
                            position,
                            "costs: " + path
                                    + " cannot cost anything; what can are numbers of trucks and servers, hours of"
                                    + " stations and directions, and shifts");
            return false;
        }
        return true;
    }

    private @Nullable Shape parent(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? null : reading.shapes().at(path.substring(0, dot));
    }

    private String nearest(String path) {
        List<String> paths = new ArrayList<>();
        Tree.collect(reading.shapes().scenario(), changes.tree(0), "", paths, 0);
        return Texts.nearest(path, paths)
                .map(near -> ", did you mean '" + near + "'?")
                .orElse("");
    }

    /** Units at a path, averaged over the window. */
    private double unitsPerDay(String path, Position position) {
        double units = 0;
        int phases = world.changes().size() + 1;
        for (int phase = 0; phase < phases; phase++) {
            long begin = phase == 0 ? 0 : world.changes().get(phase - 1).atNanos();
            long end = phase + 1 == phases
                    ? world.horizonNanos()
                    : world.changes().get(phase).atNanos();
            long from = Math.max(begin, world.warmUpNanos());
            long to = Math.min(end, world.horizonNanos());
            Place place = place(path, changes.tree(phase), position);
            if (place != null && from < to) {
                units += new Window(
                                phase == 0
                                        ? world
                                        : world.changes().get(phase - 1).world(),
                                from,
                                to)
                        .units(place, path);
            }
        }
        return units / ((world.horizonNanos() - world.warmUpNanos()) / (double) Nanos.DAY);
    }

    /** The value at a path, or its default; null, with a problem added, if nothing there can have one. */
    private @Nullable Place place(String path, Node.Fields tree, Position position) {
        Place place = new Place("", tree, tree.position(), reading.shapes().scenario(), reading);
        String[] keys = path.split("\\.", -1);
        for (int i = 0; i < keys.length; i++) {
            if (i == keys.length - 1 && !place.isPresent()) {
                reading.problems().add(position, "costs: this scenario has no " + place.path());
                return null;
            }
            boolean station = keys[i].equals("servers") || keys[i].equals("hours");
            if (i == keys.length - 1
                    && station
                    && place.known().contains("shifts")
                    && place.get("shifts").isPresent()) {
                reading.problems()
                        .add(position, "costs: " + place.path() + " has shifts, cost " + place.path() + ".shifts");
                return null;
            }
            place = place.get(keys[i]);
        }
        Place value = place.orDefault();
        if (!value.isPresent()) {
            reading.problems().add(position, "costs: this scenario has no " + path);
            return null;
        }
        return value;
    }

    /** A part of the run in which the world does not change. */
    private record Window(ConvoyConfig world, long from, long to) {

        /** Pieces × days, or open hours, or server-hours. */
        double units(Place place, String path) {
            if (path.endsWith(".shifts")) {
                double serverHours = 0;
                for (Place shift : place.items()) {
                    serverHours += count(shift.get("servers")) * openHours(HoursReader.read(shift.get("hours")), path);
                }
                return serverHours;
            }
            if (place.reading().shapes().at(path) instanceof Shape.OpeningHours) {
                return openHours(HoursReader.read(place), path);
            }
            return count(place) * ((to - from) / (double) Nanos.DAY);
        }

        /** A number that has been read before. */
        private static long count(Place place) {
            return place.withFallback(String.valueOf(place.text())).whole(0, ReadingContext.MAX_COUNT, 0);
        }

        private double openHours(Hours hours, String path) {
            WorkCalendar calendar = switch (path.split("\\.", -1)[0]) {
                case "origin" -> world.originCalendar();
                case "destination" -> world.destinationCalendar();
                default -> world.bridgeCalendar();
            };
            return calendar.openings(hours, world.horizonNanos()).openNanos(from, to) / (double) Nanos.HOUR;
        }
    }
}
