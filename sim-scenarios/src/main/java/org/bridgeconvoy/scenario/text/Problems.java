package org.bridgeconvoy.scenario.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.bridgeconvoy.scenario.Problem;

/**
 * Collects all problems of a scenario, so that the user sees them at once. Keeps the first {@link #MOST} errors and
 * counts the rest; keeps the first {@link #MOST} warnings. A problem added twice counts once. For one thread.
 */
public final class Problems {

    /** Largest number of errors, and of warnings, that are kept: a table can have hundreds of thousands. */
    public static final int MOST = 200;

    /** A problem with the layer of its file, by which the list is sorted. */
    private record Found(Problem problem, int layer) {}

    private final Set<Found> errors = new LinkedHashSet<>();
    private final Set<Found> warnings = new LinkedHashSet<>();
    private int more;

    /** A copy to which other problems can be added. */
    public Problems copy() {
        Problems copy = new Problems();
        copy.errors.addAll(errors);
        copy.warnings.addAll(warnings);
        copy.more = more;
        return copy;
    }

    /** Adds an error. */
    public void add(Position position, String message) {
        Found found = found(position, message);
        if (errors.size() < MOST) {
            errors.add(found);
        } else if (!errors.contains(found)) {
            more++;
        }
    }

    /** Adds an error whose message is costly to write: {@code message} is called only if the error is kept. */
    public void add(Position position, Supplier<String> message) {
        if (errors.size() < MOST) {
            errors.add(found(position, message.get()));
        } else {
            more++;
        }
    }

    /** Adds a warning. */
    public void warn(Position position, String message) {
        if (warnings.size() < MOST) {
            warnings.add(found(position, message));
        }
    }

    private static Found found(Position position, String message) {
        return new Found(new Problem(position.file(), position.line(), position.column(), message), position.layer());
    }

    /** Number of errors so far. It never falls, so that a caller can tell whether a step added any. */
    public int count() {
        return errors.size() + more;
    }

    /** Number of errors beyond those that {@link #errors} lists. */
    public int more() {
        return more;
    }

    /** Whether there is an error. */
    public boolean any() {
        return !errors.isEmpty();
    }

    /**
     * Errors that are kept: the command line first, then the file asked for, then the files that it extends, each from
     * top to bottom.
     */
    public List<Problem> errors() {
        return sorted(errors);
    }

    /** Warnings that are kept, in the order of {@link #errors}. */
    public List<Problem> warnings() {
        return sorted(warnings);
    }

    /** Sorts by layer, file, line and column. */
    private static List<Problem> sorted(Set<Found> found) {
        List<Found> list = new ArrayList<>(found);
        list.sort(Comparator.comparingInt(Found::layer)
                .thenComparing(f -> f.problem().file())
                .thenComparingInt(f -> f.problem().line())
                .thenComparingInt(f -> f.problem().column()));
        return list.stream().map(Found::problem).distinct().toList();
    }
}
