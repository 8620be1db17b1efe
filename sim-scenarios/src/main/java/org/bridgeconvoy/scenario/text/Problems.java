package org.bridgeconvoy.scenario.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.bridgeconvoy.scenario.Problem;

/** Collects the problems of a scenario, so that all are told at once; of very many, the first and how many more there are. */
public final class Problems {

    /** The most that are kept; a table may have hundreds of thousands. */
    public static final int MOST = 200;

    /** A problem with the layer it lies in, for the order. */
    private record Found(Problem problem, int layer) {}

    private final Set<Found> errors = new LinkedHashSet<>();
    private final Set<Found> warnings = new LinkedHashSet<>();
    private int more;

    public void add(Mark mark, String message) {
        Found found = found(mark, message);
        if (errors.size() < MOST) {
            errors.add(found);
        } else if (!errors.contains(found)) {
            more++;
        }
    }

    /** Adds a message that takes time to write: it is written only if it is kept. */
    public void add(Mark mark, Supplier<String> message) {
        if (errors.size() < MOST) {
            errors.add(found(mark, message.get()));
        } else {
            more++;
        }
    }

    public void warn(Mark mark, String message) {
        if (warnings.size() < MOST) {
            warnings.add(found(mark, message));
        }
    }

    private static Found found(Mark mark, String message) {
        return new Found(new Problem(mark.file(), mark.line(), mark.column(), message), mark.layer());
    }

    /** How many errors there are; it never falls. */
    public int count() {
        return errors.size() + more;
    }

    /** How many errors there are beyond those kept. */
    public int more() {
        return more;
    }

    public boolean any() {
        return !errors.isEmpty();
    }

    public List<Problem> errors() {
        return sorted(errors);
    }

    public List<Problem> warnings() {
        return sorted(warnings);
    }

    /** The command line first, then the file asked for, then those it extends, each from top to bottom. */
    private static List<Problem> sorted(Set<Found> found) {
        List<Found> list = new ArrayList<>(found);
        list.sort(Comparator.comparingInt(Found::layer)
                .thenComparing(f -> f.problem().file())
                .thenComparingInt(f -> f.problem().line())
                .thenComparingInt(f -> f.problem().column()));
        return list.stream().map(Found::problem).distinct().toList();
    }
}
