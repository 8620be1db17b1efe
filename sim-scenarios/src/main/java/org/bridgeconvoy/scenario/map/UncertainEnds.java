package org.bridgeconvoy.scenario.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.bridgeconvoy.experiment.input.Input;
import org.bridgeconvoy.scenario.Problem;
import org.bridgeconvoy.scenario.UncertainInput;
import org.bridgeconvoy.scenario.UncertainInputs;
import org.bridgeconvoy.scenario.key.Place;
import org.bridgeconvoy.scenario.key.ReadingContext;
import org.bridgeconvoy.scenario.key.Tree;
import org.bridgeconvoy.scenario.text.Invalid;
import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.Position;
import org.bridgeconvoy.scenario.text.Problems;
import org.bridgeconvoy.scenario.text.YamlReader;

/**
 * Checks that the ends of what is believed are values that the scenario can have: the least and the greatest value of each input, and each
 * of its choices. Worlds between them are checked when they are drawn.
 */
final class UncertainEnds {

    /** The chance of a value so rare that no command is likely to draw a rarer one. A bound itself may be a value that is never drawn. */
    private static final double RARE = 1e-6;

    private final Node.Fields root;
    private final ReadingContext reading;
    private final BiConsumer<Node.Fields, Problems> worlds;

    /**
     * A check of one scenario.
     *
     * @param worlds maps a tree to its world and adds what is wrong to the problems
     */
    UncertainEnds(Node.Fields root, ReadingContext reading, BiConsumer<Node.Fields, Problems> worlds) {
        this.root = root;
        this.reading = reading;
        this.worlds = worlds;
    }

    /** Checks all inputs together, which is quick, and only if that finds something each alone, to tell which is wrong. */
    void check(List<UncertainInput> inputs, Map<String, Node.Entry> entries) {
        int most = inputs.stream().mapToInt(i -> ends(i).size()).max().orElse(0);
        boolean good = true;
        for (int k = 0; k < most && good; k++) {
            List<String> sets = new ArrayList<>();
            for (UncertainInput input : inputs) {
                List<Double> ends = ends(input);
                sets.addAll(input.sets(ends.get(Math.min(k, ends.size() - 1))));
            }
            good = problems(sets).isEmpty();
        }
        if (good) {
            return;
        }
        for (UncertainInput input : inputs) {
            for (double end : ends(input)) {
                if (!problems(input.sets(end)).isEmpty()) {
                    double shown = bound(input, end);
                    List<Problem> found = problems(input.sets(shown));
                    Position at = Objects.requireNonNull(entries.get(input.path()))
                            .value()
                            .position();
                    String bounds = input.choices().isEmpty() ? "; give bounds that fit (min=, max=)" : "";
                    reading.problems()
                            .add(
                                    at,
                                    "uncertain." + input.path() + " allows " + input.shown(shown)
                                            + ", which is not possible: "
                                            + found.get(0).message() + bounds);
                    break;
                }
            }
        }
    }

    /** Checks the first world of a joint sample; the others are checked when a command draws them. */
    void checkFirst(UncertainInputs sample, Place place) {
        for (Problem problem : problems(sample.world(0))) {
            place.problem("has a first world that is not possible: " + problem.message());
        }
    }

    private static List<Double> ends(UncertainInput input) {
        List<Double> ends = new ArrayList<>();
        if (input.input().kind() == Input.Kind.CHOICE) {
            for (int i = 0; i < input.choices().size(); i++) {
                ends.add((double) i);
            }
            return ends;
        }
        ends.add(input.input().at(RARE));
        ends.add(input.input().at(1 - RARE));
        return ends;
    }

    /** The bound beside an end, if it has one. */
    private static double bound(UncertainInput input, double end) {
        if (input.input().kind() == Input.Kind.CHOICE) {
            return end;
        }
        double bound = input.input().at(end == input.input().at(RARE) ? 0 : 1);
        return Double.isFinite(bound) ? bound : end;
    }

    private List<Problem> problems(List<String> sets) {
        Problems problems = new Problems();
        Node.Fields tree = root;
        for (String set : sets) {
            int equals = set.indexOf('=');
            String path = set.substring(0, equals);
            Position position = new Position("--set " + path, 0, 0, Position.SET);
            Node value = YamlReader.read(position, set.substring(equals + 1), problems);
            try {
                tree = value == null
                        ? tree
                        : Tree.set(tree, path, value, reading.shapes().scenario());
            } catch (Invalid e) {
                problems.add(position, e.text());
            }
        }
        if (!problems.any()) {
            worlds.accept(tree, problems);
        }
        return problems.errors();
    }
}
