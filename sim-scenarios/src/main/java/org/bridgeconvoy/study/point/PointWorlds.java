package org.bridgeconvoy.study.point;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.scenario.Problem;
import org.bridgeconvoy.scenario.load.LoadedWorld;
import org.bridgeconvoy.scenario.load.OpenScenario;
import org.jspecify.annotations.Nullable;

/**
 * The worlds of a command: one scenario with values set, a world for each point. Worlds are made and checked when they are added, all
 * together, before any of them is simulated; a method that goes step by step adds further ones as it goes. Thread-safe.
 *
 * <p>Of each world the values are kept; of the first {@value #KEPT} also what is made of them. The others are made anew when they run,
 * which takes less than a millisecond, so that the memory does not grow with the size of a world.
 */
public final class PointWorlds {

    private static final int KEPT = 2_048;

    /** Wrong worlds that are told one by one. */
    private static final int TOLD = 20;

    private final OpenScenario scenario;
    private final List<String> sets;
    private final List<List<String>> values = new ArrayList<>();
    private final List<ConvoyConfig> kept = new ArrayList<>();

    /**
     * No worlds yet.
     *
     * @param sets values that all worlds have, before their own
     */
    public PointWorlds(OpenScenario scenario, List<String> sets) {
        this.scenario = scenario;
        this.sets = List.copyOf(sets);
    }

    /**
     * Adds worlds behind those that are there.
     *
     * @param worlds of each the values that are set in it, each as {@code PATH=VALUE}; none is the scenario itself
     * @return the number of the first one, from 0
     * @throws InvalidWorldsException if one is no valid scenario; then none is added
     */
    public synchronized int add(List<List<String>> worlds) {
        int first = values.size();
        List<String> wrong = new ArrayList<>();
        List<ConvoyConfig> made = new ArrayList<>();
        int wrongWorlds = 0;
        for (int i = 0; i < worlds.size(); i++) {
            LoadedWorld loaded = scenario.world(all(worlds.get(i)));
            ConvoyConfig world = loaded.world();
            if (world == null) {
                wrongWorlds++;
                if (wrongWorlds <= TOLD) {
                    tell(first + i, worlds.get(i), loaded, wrong);
                }
            } else if (first + made.size() < KEPT) {
                made.add(world);
            }
        }
        if (wrongWorlds > 0) {
            wrong.add(wrongWorlds + " of " + worlds.size() + " worlds are no valid scenarios"
                    + (wrongWorlds > TOLD ? " (the first " + TOLD + " above)" : "") + ", nothing was run");
            throw new InvalidWorldsException(wrong);
        }
        worlds.forEach(world -> values.add(List.copyOf(world)));
        kept.addAll(made);
        return first;
    }

    private static void tell(int point, List<String> world, LoadedWorld loaded, List<String> wrong) {
        for (Problem problem : loaded.problems()) {
            wrong.add(name(point, world) + ": " + problem);
        }
        if (loaded.moreProblems() > 0) {
            wrong.add(name(point, world) + ": " + loaded.moreProblems() + " more problems");
        }
    }

    private static String name(int point, List<String> world) {
        return "world " + (point + 1) + (world.isEmpty() ? "" : " (" + OpenScenario.shown(world) + ")");
    }

    private List<String> all(List<String> world) {
        List<String> all = new ArrayList<>(sets);
        all.addAll(world);
        return all;
    }

    /** How many worlds there are. */
    public synchronized int size() {
        return values.size();
    }

    /** The values that are set in a world, each as {@code PATH=VALUE}. */
    public synchronized List<String> values(int point) {
        return values.get(point);
    }

    /** What people call a world: its number, from 1, and all values that are set in it, so that {@code --set} gives it again. */
    public synchronized String name(int point) {
        return name(point, all(values.get(point)));
    }

    /** A world. */
    public ConvoyConfig world(int point) {
        ConvoyConfig known = findKept(point);
        return known != null
                ? known
                : Objects.requireNonNull(scenario.world(all(values(point))).world(), "was checked when it was added");
    }

    /** The resolved text of a world: the file of a scenario that is this world alone, in any folder. */
    public String text(int point) {
        return Objects.requireNonNull(scenario.load(all(values(point))).scenario(), "was checked when it was added")
                .resolvedText();
    }

    private synchronized @Nullable ConvoyConfig findKept(int point) {
        return point < kept.size() ? kept.get(point) : null;
    }
}
