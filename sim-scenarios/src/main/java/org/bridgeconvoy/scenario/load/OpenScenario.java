package org.bridgeconvoy.scenario.load;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.Observed;
import org.bridgeconvoy.bridge.module.Modules;
import org.bridgeconvoy.scenario.LoadResult;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.key.Layers;
import org.bridgeconvoy.scenario.key.ReadingContext;
import org.bridgeconvoy.scenario.key.Shapes;
import org.bridgeconvoy.scenario.key.TableWords;
import org.bridgeconvoy.scenario.key.Tree;
import org.bridgeconvoy.scenario.map.ScenarioMapper;
import org.bridgeconvoy.scenario.text.Invalid;
import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.Position;
import org.bridgeconvoy.scenario.text.Problems;
import org.bridgeconvoy.scenario.text.ScenarioFiles;
import org.bridgeconvoy.scenario.text.Texts;
import org.bridgeconvoy.scenario.text.YamlReader;
import org.jspecify.annotations.Nullable;

/**
 * A scenario whose files have been read, ready to be loaded with any values set. Thread-safe; data files that it names are
 * read for each world, but for what was observed.
 */
public final class OpenScenario {

    /** A text that YAML reads as one plain value of that text. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9 ./+-]*[A-Za-z0-9])?");

    /** Values that tell what was observed, or when: which table, the date of its day 0, the clock. */
    private static final Pattern OF_OBSERVED = Pattern.compile(
            "\\s*(?:observed|start|origin|destination|(?:origin|destination)\\.(?:time-zone|utc-offset))\\s*=");

    private final Node.@Nullable Fields root;
    private final ScenarioFiles files;
    private final Problems opening;
    private final Modules modules;
    private final Shapes shapes;

    /** What was observed, once a world without values that matter to it has been read; reading a long table takes longer than all else. */
    private volatile @Nullable List<Observed> observed;

    OpenScenario(Node.@Nullable Fields asked, ScenarioFiles files, Problems opening, Modules modules, Shapes shapes) {
        this.root = asked == null ? null : Layers.extended(asked, files, opening);
        this.files = files;
        this.opening = opening;
        this.modules = modules;
        this.shapes = shapes;
    }

    /**
     * The scenario with values set.
     *
     * @param sets values that replace those of the file, each as {@code PATH=VALUE}; a value {@code null} removes
     */
    public LoadResult load(List<String> sets) {
        Problems problems = opening.copy();
        Node.Fields tree = tree(sets, problems);
        Scenario scenario = tree == null ? null : new ScenarioMapper(tree, reading(tree, problems, sets)).map();
        return new LoadResult(
                problems.any() ? null : scenario, problems.errors(), problems.more(), problems.warnings());
    }

    /**
     * The world alone, with values set, checked as {@link #load} checks it: without answers, sources and the resolved text, which take most
     * of the time.
     *
     * @param sets as for {@link #load}
     */
    public LoadedWorld world(List<String> sets) {
        Problems problems = opening.copy();
        Node.Fields tree = tree(sets, problems);
        boolean isAsInFile =
                sets.stream().noneMatch(set -> OF_OBSERVED.matcher(set).lookingAt());
        ConvoyConfig world = tree == null
                ? null
                : new ScenarioMapper(tree, reading(tree, problems, sets))
                        .worldWithChanges(isAsInFile ? observed : null);
        if (isAsInFile && world != null) {
            observed = world.observed();
        }
        return new LoadedWorld(problems.any() ? null : world, problems.errors(), problems.more());
    }

    private ReadingContext reading(Node.Fields tree, Problems problems, List<String> sets) {
        return new ReadingContext(problems, files, modules, shapes, new TableWords(tree), !sets.isEmpty());
    }

    /** The merged tree with values set; null if the files could not be read. */
    private Node.@Nullable Fields tree(List<String> sets, Problems problems) {
        Node.Fields changed = root;
        for (String set : sets) {
            changed = changed == null ? null : withSet(changed, set, problems);
        }
        return changed;
    }

    private Node.Fields withSet(Node.Fields tree, String set, Problems problems) {
        int equals = set.indexOf('=');
        String path = equals <= 0 ? set.strip() : set.substring(0, equals).strip();
        Position position = new Position("--set " + path, 0, 0, Position.SET);
        if (equals <= 0) {
            problems.add(position, "must be PATH=VALUE, got " + Texts.shown(set));
            return tree;
        }
        Node value = value(set.substring(equals + 1).strip(), position, problems);
        if (value == null) {
            return tree;
        }
        try {
            if (path.equals("extends")) {
                throw new Invalid("extends cannot be set, only written in a file");
            }
            return Tree.set(tree, path, value, shapes.scenario());
        } catch (Invalid e) {
            problems.add(position, e.text());
            return tree;
        }
    }

    /** The value of a set, read as YAML; null, with a problem added, if it is empty or not YAML. */
    private static @Nullable Node value(String text, Position position, Problems problems) {
        if (text.isEmpty()) {
            problems.add(position, "has no value; the value null removes the key");
            return null;
        }
        return PLAIN.matcher(text).matches()
                ? new Node.Scalar(text, true, position)
                : YamlReader.read(position, text, problems);
    }

    /** How messages and tables show a world: its values, {@code bridge.headway=20 s, fleet.trucks=100}. */
    public static String shown(List<String> sets) {
        return sets.stream().collect(Collectors.joining(", "));
    }
}
