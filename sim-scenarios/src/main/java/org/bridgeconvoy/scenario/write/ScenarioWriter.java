package org.bridgeconvoy.scenario.write;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.Consignment;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.ConvoyConfig.Change;
import org.bridgeconvoy.scenario.LoadResult;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.YamlText;

/**
 * Writes a configuration as the text of a scenario file: a world that was built in Java becomes a file that {@code convoy run} takes.
 *
 * <pre>{@code
 * Files.writeString(Path.of("mine.yaml"), ScenarioWriter.text("mine", config));
 * ConvoyConfig back = new ScenarioLoader().load("mine.yaml", List.of()).scenario().config(); // equals config
 * }</pre>
 *
 * <p>The text gives what differs from the defaults. Times and numbers keep every digit; durations stand in the largest unit of which they are a
 * multiple, distributions in base units. Listed consignments and observed numbers stand within the file. A scenario that was loaded from a
 * file has its text already: {@link org.bridgeconvoy.scenario.Scenario#resolvedText}.
 */
public final class ScenarioWriter {

    private ScenarioWriter() {}

    /**
     * The text of a configuration. It is read again before it is returned, so that it always gives an equal configuration. What the model
     * ignores in the world of a change (its own changes, goals, observed numbers and costs) is not kept.
     *
     * @param name name of the scenario: letters, digits, blanks and the signs - _ +
     * @param config the configuration
     * @return a scenario file; seed and replications are the defaults, 1 and 30
     * @throws IllegalArgumentException if a file cannot say all of it, with each such part on a line: stages, controls, orders of service,
     *     arrivals and factors of one's own, distributions that files do not have, a cost a day without what it consists of; or if a reader of
     *     files would refuse it, with each of its reasons
     */
    public static String text(String name, ConvoyConfig config) {
        Refusals refusals = new Refusals();
        Set<String> listed = listed(config);
        Branch file = head(name, config);
        Node.Fields world = WorldTree.of(config, listed, refusals);
        world.entries().forEach((key, entry) -> file.put(key, entry.value()));
        tables(file, config, listed);
        file.putIfAny("changes", changes(config, world, listed, refusals));
        Branch goals = new Branch();
        config.goals().forEach(goal -> goals.put(goal.name(), goal.text()));
        file.putIfAny("goals", goals.node());
        config.ownStages().forEach(stage -> refusals.addOwn("ownStages", "a stage", stage));
        if (!Double.isNaN(config.costPerDay())) {
            refusals.add(
                    "costPerDay",
                    "a file gives costs by path, not their sum; leave it out (NaN) and add 'costs' to the text");
        }
        refusals.throwIfAny();
        String text = YamlText.of(file.node());
        checkReadsBack(name, text, config);
        return text;
    }

    private static Branch head(String name, ConvoyConfig config) {
        return new Branch()
                .put("scenario", name)
                .put("start", config.start().toString())
                .put("horizon", Values.duration(config.horizonNanos()))
                .put(config.warmUpNanos() != 0, "warm-up", Values.duration(config.warmUpNanos()));
    }

    private static void tables(Branch file, ConvoyConfig config, Set<String> listed) {
        TableText tables = new TableText(config);
        if (!config.consignments().isEmpty()) {
            List<CargoStream> written = config.demand().stream()
                    .filter(stream -> !listed.contains(stream.cargo()))
                    .toList();
            file.put("consignments", tables.consignments(config.consignments(), written));
        }
        if (!config.observed().isEmpty()) {
            file.put("observed", tables.observed(config.observed()));
        }
    }

    private static Node changes(ConvoyConfig config, Node.Fields world, Set<String> listed, Refusals refusals) {
        List<Node> changes = new ArrayList<>();
        Node.Fields before = world;
        for (Change change : config.changes()) {
            Node.Fields after = WorldTree.of(change.world(), listed, refusals);
            changes.add(new Branch()
                    .put("at", Values.duration(change.atNanos()))
                    .put("set", ChangeText.between(before, after))
                    .node());
            before = after;
        }
        return Branch.list(changes);
    }

    /** Cargoes of which the table of consignments says all, in all worlds, as a reader of files completes them. */
    private static Set<String> listed(ConvoyConfig config) {
        Set<String> listed = new HashSet<>();
        Set<String> seen = new HashSet<>();
        for (Consignment first : config.consignments()) {
            if (seen.add(first.cargo())) {
                CargoStream completed = CargoStream.builder(first.cargo())
                        .loadTonnes(first.tonnes())
                        .build();
                boolean isAll = Stream.concat(
                                Stream.of(config), config.changes().stream().map(Change::world))
                        .allMatch(world -> world.demand().contains(completed));
                if (isAll) {
                    listed.add(first.cargo());
                }
            }
        }
        return listed;
    }

    private static void checkReadsBack(String name, String text, ConvoyConfig config) {
        LoadResult loaded = new ScenarioLoader().loadText(name, text, List.of());
        if (loaded.scenario() == null) {
            throw new IllegalArgumentException("no scenario file can say this configuration:\n  "
                    + loaded.problems().stream().map(Objects::toString).collect(Collectors.joining("\n  ")));
        }
        String differs = Difference.between(config, loaded.scenario().config());
        if (!differs.isEmpty()) {
            throw new IllegalArgumentException("no scenario file can say this configuration: read back, " + differs);
        }
    }
}
