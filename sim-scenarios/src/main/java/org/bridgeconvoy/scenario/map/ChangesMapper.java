package org.bridgeconvoy.scenario.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bridgeconvoy.bridge.config.BankConfig;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.scenario.key.Place;
import org.bridgeconvoy.scenario.key.ReadingContext;
import org.bridgeconvoy.scenario.key.Shape;
import org.bridgeconvoy.scenario.key.Tree;
import org.bridgeconvoy.scenario.text.Invalid;
import org.bridgeconvoy.scenario.text.Node;
import org.jspecify.annotations.Nullable;

/** Reads the changes of a scenario during the run. A change is the tree with all values set so far, mapped again. */
final class ChangesMapper {

    /** Most changes of a scenario. */
    private static final int MOST = 1_000;

    /** Parts of a file that a change may set. */
    private static final List<String> PARTS =
            List.of("bridge", "convoys", "fleet", "origin", "destination", "demand", "traffic");

    private final Node.Fields root;
    private final ReadingContext reading;

    /** The tree that each change makes, in order of time. */
    private final List<Node.Fields> trees = new ArrayList<>();

    ChangesMapper(Node.Fields root, ReadingContext reading) {
        this.root = root;
        this.reading = reading;
    }

    /** The configuration with its changes; null, with a problem added, if a change is wrong. */
    @Nullable
    ConvoyConfig withChanges(ConvoyConfig world, Place place) {
        int before = reading.problems().count();
        List<ConvoyConfig.Change> changes = new ArrayList<>();
        List<Place> items = place.items();
        if (items.size() > MOST) {
            place.problem("must have at most " + MOST + " entries, got " + items.size());
            return null;
        }
        Node.Fields tree = root;
        long last = 0;
        for (Place item : items) {
            if (!item.checkKeys()) {
                continue;
            }
            long at = item.get("at").positiveNanos(last + 1);
            if (at <= last) {
                item.get("at")
                        .problem("must be later than the change before it, got "
                                + item.get("at").text());
            }
            last = Math.max(at, last);
            tree = withSet(tree, item.get("set"), reading, PARTS);
            ConvoyConfig changed =
                    reading.problems().count() > before ? null : new ScenarioMapper(tree, reading, world).world();
            if (changed != null && isSameStructure(world, changed, item)) {
                changes.add(new ConvoyConfig.Change(at, changed));
                trees.add(tree);
            }
        }
        return place.make(before, () -> world.withChanges(changes));
    }

    /**
     * The tree of the configuration that holds after a change; the changes count from 1, and 0 gives the tree at the
     * start.
     */
    Node.Fields tree(int change) {
        return change == 0 ? root : trees.get(change - 1);
    }

    /**
     * The tree with the values of a map from paths to values.
     *
     * @param parts top-level keys below which values may be set; empty for all
     */
    static Node.Fields withSet(Node.Fields tree, Place set, ReadingContext reading, List<String> parts) {
        if (!(set.node() instanceof Node.Fields fields)) {
            if (set.isPresent()) {
                set.problem("must be a map from paths to values such as {bridge.headway: 20 s}");
            }
            return tree;
        }
        Node.Fields changed = tree;
        for (Map.Entry<String, Node.Entry> entry : fields.entries().entrySet()) {
            String path = entry.getKey();
            String part = path.split("\\.", -1)[0];
            try {
                if (!parts.isEmpty()
                        && !parts.contains(part)
                        && Shape.child(reading.shapes().scenario(), part) != null) {
                    throw new Invalid("'" + part + "' cannot change during a run, only " + String.join(", ", parts));
                }
                changed = Tree.set(
                        changed,
                        path,
                        entry.getValue().value(),
                        reading.shapes().scenario());
            } catch (Invalid e) {
                reading.problems().add(entry.getValue().keyPosition(), e.text());
            }
        }
        return changed;
    }

    /**
     * Whether a change keeps what must hold for the whole run: cargoes, traffic, classes, stations and clocks.
     * Otherwise it is a problem.
     */
    private boolean isSameStructure(ConvoyConfig world, ConvoyConfig changed, Place item) {
        String differs = "";
        if (!names(world.demand()).equals(names(changed.demand()))) {
            differs = "the cargoes " + names(world.demand());
        } else if (!directions(world.demand()).equals(directions(changed.demand()))) {
            differs = "the direction of each cargo";
        } else if (!traffic(world).equals(traffic(changed))) {
            differs = "the names, directions and arrivals of traffic " + traffic(world);
        } else if (!classes(world).equals(classes(changed))) {
            differs = "the classes of trucks " + classes(world);
        } else if (!stations(world.origin()).equals(stations(changed.origin()))
                || !stations(world.destination()).equals(stations(changed.destination()))) {
            differs = "which stations there are";
        } else if (!world.origin().timeZone().equals(changed.origin().timeZone())
                || !world.destination().timeZone().equals(changed.destination().timeZone())) {
            differs = "the clocks of the banks";
        }
        if (!differs.isEmpty()) {
            reading.problems().add(item.get("set").position(), "a change must not alter " + differs);
        }
        return differs.isEmpty();
    }

    private static List<String> names(List<CargoStream> demand) {
        return demand.stream().map(CargoStream::cargo).toList();
    }

    private static List<Direction> directions(List<CargoStream> demand) {
        return demand.stream().map(CargoStream::direction).toList();
    }

    private static List<String> traffic(ConvoyConfig world) {
        return world.traffic().stream()
                .map(s -> s.name() + " " + s.direction().label() + " " + s.arrivals())
                .toList();
    }

    private static List<String> classes(ConvoyConfig world) {
        return world.fleet().stream().map(TruckClass::name).toList();
    }

    private static List<Boolean> stations(BankConfig bank) {
        return Stream.of(bank.handling(), bank.customs(), bank.returnHandling(), bank.returnCustoms())
                .map(Objects::nonNull)
                .toList();
    }
}
