package org.bridgeconvoy.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bridgeconvoy.report.ShardFile;
import org.bridgeconvoy.scenario.LoadResult;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.load.OpenScenario;
import org.bridgeconvoy.study.SuchThat;
import org.bridgeconvoy.study.Sweep;
import org.bridgeconvoy.study.SweepResult;
import org.bridgeconvoy.study.SweepView;
import org.bridgeconvoy.study.Vary;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of a sweep, and what they ask for. */
final class SweepOptions {

    private static final int MOST_POINTS = 9999;

    /** Warnings printed so far: the report repeats them, and no warning is printed twice. */
    final Set<String> warned = new LinkedHashSet<>();

    @Parameters(paramLabel = "SCENARIO", description = "Name of a built-in scenario or path of a YAML file.")
    @SuppressWarnings("NullAway.Init")
    String scenario;

    @Option(
            names = "--vary",
            paramLabel = "PATH=V1,V2,…",
            required = true,
            description =
                    "A value of the scenario and what it takes in turn, or a range: 100..400/25; commas within brackets and"
                            + " quotes belong to a value. May be repeated: every combination is run.")
    private List<String> varies = new ArrayList<>();

    @Option(
            names = "--metric",
            paramLabel = "METRIC",
            description =
                    "A metric to show, in table, files and curves; may be repeated (default: in the table deliveries and"
                            + " lead time, in the files all). The points keep all: the same command with other metrics only shows them.")
    private List<String> metrics = new ArrayList<>();

    @Option(
            names = "--such-that",
            paramLabel = "\"METRIC>=X\"",
            description =
                    "Marks the points that meet a bound: yes if the whole 95%% interval of the mean does, no if no part of it"
                            + " does, else cannot tell. May be repeated, all hold together; also on replications: \"days_to_clear.c"
                            + " <= 142 in 90%% of replications\".")
    private List<String> bounds = new ArrayList<>();

    @Mixin
    private MattersOption matters = new MattersOption();

    @Mixin
    ShardOption shard = new ShardOption();

    @Mixin
    RunOptions run = new RunOptions();

    SweepOptions() {}

    /** A sum of all that changes a number of this sweep. */
    String work(List<Scenario> scenarios) {
        return ShardFile.work(Sweep.keys(scenarios, seed(scenarios), replications(scenarios), run.target()));
    }

    /** The arguments that change what comes out. */
    List<String> arguments(List<Scenario> scenarios) {
        List<String> arguments = new ArrayList<>(List.of(scenario));
        varies.forEach(vary -> arguments.addAll(List.of("--vary", vary)));
        run.sets.forEach(set -> arguments.addAll(List.of("--set", set)));
        metrics.forEach(metric -> arguments.addAll(List.of("--metric", metric)));
        bounds.forEach(bound -> arguments.addAll(List.of("--such-that", bound)));
        arguments.addAll(List.of("--seed", Long.toString(seed(scenarios))));
        arguments.addAll(List.of("--replications", Integer.toString(replications(scenarios))));
        if (run.precision != null) {
            arguments.addAll(List.of("--precision", run.precision));
        }
        if (matters.matters().isGiven()) {
            arguments.addAll(List.of("--matters", matters.matters().text()));
        }
        if (run.noReport) {
            arguments.add("--no-report");
        }
        return arguments;
    }

    long seed(List<Scenario> scenarios) {
        return run.seed == null ? scenarios.get(0).seed() : run.seed;
    }

    int replications(List<Scenario> scenarios) {
        return run.replications == null ? scenarios.get(0).replications() : run.replications;
    }

    List<Vary> varied() {
        List<Vary> varied = new ArrayList<>();
        for (String vary : varies) {
            try {
                varied.add(Vary.parse(vary));
            } catch (IllegalArgumentException e) {
                throw new UsageException("convoy: --vary " + e.getMessage());
            }
        }
        long points = varied.stream().mapToLong(v -> v.values().size()).reduce(1, Math::multiplyExact);
        RunOptions.require(points <= MOST_POINTS, points + " combinations are too many, at most " + MOST_POINTS);
        return varied;
    }

    /** The scenario of every combination. A problem in any of them is found before the first one runs. */
    List<Scenario> scenarios(Console console, List<Vary> varied) {
        OpenScenario open = console.loader().open(scenario);
        List<Scenario> scenarios = new ArrayList<>();
        Set<String> wrong = new LinkedHashSet<>();
        int more = 0;
        for (List<String> combination : Vary.combinations(varied)) {
            List<String> sets = new ArrayList<>(run.sets);
            for (int i = 0; i < varied.size(); i++) {
                sets.add(varied.get(i).path() + "=" + combination.get(i));
            }
            LoadResult loaded = open.load(sets);
            Scenarios.warn(console, loaded, warned);
            Scenarios.problems(loaded).forEach(line -> wrong.add(asVaried(line, varied)));
            more = Math.max(more, loaded.moreProblems());
            if (loaded.scenario() != null) {
                scenarios.add(loaded.scenario());
            }
        }
        if (!wrong.isEmpty()) {
            throw new UsageException(Scenarios.lines(scenario, List.copyOf(wrong), more));
        }
        return scenarios;
    }

    /** A problem's line with {@code --vary} in place of {@code --set} if the value comes from a varied path. */
    private static String asVaried(String line, List<Vary> varied) {
        boolean isVaried = varied.stream().anyMatch(v -> line.startsWith("--set " + v.path() + ":"));
        return isVaried ? "--vary" + line.substring("--set".length()) : line;
    }

    SweepView view() {
        List<SuchThat> parsed = new ArrayList<>();
        for (String bound : bounds) {
            try {
                parsed.add(SuchThat.parse(bound));
            } catch (IllegalArgumentException e) {
                throw new UsageException("convoy: --such-that " + e.getMessage());
            }
        }
        return new SweepView(metrics, parsed, matters.matters());
    }

    /** The command line that gives this result again. */
    String command(SweepResult result) {
        return "convoy sweep " + RunCommand.quoted(scenario)
                + varies.stream().map(v -> " --vary " + RunCommand.quoted(v)).collect(Collectors.joining())
                + run.sets.stream().map(v -> " --set " + RunCommand.quoted(v)).collect(Collectors.joining())
                + " --seed " + result.seed() + " --replications " + result.replications()
                + metrics.stream().map(m -> " --metric " + RunCommand.quoted(m)).collect(Collectors.joining())
                + bounds.stream()
                        .map(b -> " --such-that " + RunCommand.quoted(b))
                        .collect(Collectors.joining())
                + (run.precision == null ? "" : " --precision " + RunCommand.quoted(run.precision))
                + matters.again();
    }
}
