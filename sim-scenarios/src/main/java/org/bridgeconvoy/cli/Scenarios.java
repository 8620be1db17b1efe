package org.bridgeconvoy.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bridgeconvoy.scenario.LoadResult;
import org.bridgeconvoy.scenario.Problem;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.load.BuiltInScenarios;
import org.bridgeconvoy.scenario.load.ScenarioLoader;

/** Loads scenarios for commands: prints warnings, and turns problems into a {@link UsageException}. */
final class Scenarios {

    private Scenarios() {}

    /**
     * Loads a scenario and prints its warnings.
     *
     * @param sets values set on the command line, as {@code PATH=VALUE}
     * @throws UsageException with every problem, if there is one
     */
    static Scenario load(Console console, String nameOrPath, List<String> sets) {
        return load(console, nameOrPath, sets, new HashSet<>());
    }

    /**
     * Loads one of several scenarios; prints only warnings that are not in {@code warned}, and adds them.
     *
     * @throws UsageException with every problem, if there is one
     */
    static Scenario load(Console console, String nameOrPath, List<String> sets, Set<String> warned) {
        LoadResult loaded = console.loader().load(nameOrPath, sets);
        warn(console, loaded, warned);
        Scenario scenario = loaded.scenario();
        if (scenario == null) {
            throw new UsageException(lines(nameOrPath, problems(loaded), loaded.moreProblems()));
        }
        return scenario;
    }

    /** Prints the warnings that are not in {@code warned}, and adds them. */
    static void warn(Console console, LoadResult loaded, Set<String> warned) {
        loaded.warnings().stream()
                .map(Problem::toString)
                .filter(warned::add)
                .forEach(w -> console.complain("warning: " + w));
    }

    /** The problems of a scenario, a line each. */
    static List<String> problems(LoadResult loaded) {
        return loaded.problems().stream().map(Problem::toString).toList();
    }

    /**
     * The text of a built-in scenario or file as its author wrote it.
     *
     * @throws UsageException if there is no such scenario
     */
    static String text(Console console, String nameOrPath) {
        Optional<String> builtIn = BuiltInScenarios.text(nameOrPath);
        if (builtIn.isPresent()) {
            return builtIn.get();
        }
        Optional<String> text = ScenarioLoader.text(nameOrPath);
        if (text.isPresent()) {
            return text.get();
        }
        List<Problem> problems = console.loader().load(nameOrPath, List.of()).problems();
        throw new UsageException(problems.stream().map(Problem::toString).toList());
    }

    /**
     * One line for each problem, and a last line with their number.
     *
     * @param more how many problems there are beyond these
     */
    static List<String> lines(String nameOrPath, List<String> problems, int more) {
        List<String> lines = new ArrayList<>(problems);
        int all = problems.size() + more;
        String shown =
                more == 0 ? "" : " (the first " + problems.size() + " of them above, " + more + " more not shown)";
        lines.add(nameOrPath + ": " + all + (all == 1 ? " problem" : " problems") + shown + ", nothing was run");
        return lines;
    }
}
