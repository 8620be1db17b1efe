package org.bridgeconvoy.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.bridgeconvoy.report.BestScenario;
import org.bridgeconvoy.report.DecisionFiles;
import org.bridgeconvoy.report.DecisionRow;
import org.bridgeconvoy.report.DecisionWords;
import org.bridgeconvoy.report.OutputFiles;
import org.bridgeconvoy.report.PointLog;
import org.bridgeconvoy.report.TableFormat;
import org.bridgeconvoy.report.TextDecision;
import org.bridgeconvoy.report.chart.OptimumCharts;
import org.bridgeconvoy.report.html.HtmlReport;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.load.BuiltInScenarios;
import org.bridgeconvoy.study.Helpers;
import org.bridgeconvoy.study.Workers;
import org.bridgeconvoy.study.optimum.Decision;
import org.bridgeconvoy.study.optimum.Optimum;
import org.bridgeconvoy.study.optimum.Question;
import org.bridgeconvoy.study.point.InvalidWorldsException;
import org.bridgeconvoy.study.point.PointWorlds;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code convoy optimise SCENARIO --vary … --least METRIC --such-that …}. */
@Command(
        name = "optimise",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            OptimiseCommand.SUMMARY,
            "Writes optimise.json, candidates.csv, best.yaml, report.html and, as it goes, each finished replication."
                    + " Started again with the same --out, it goes on where it was and ends in the same bytes."
        },
        footer = {
            "",
            "Examples:",
            "  convoy optimise day-and-night --vary fleet.trucks=100..400/25 \\",
            "      --vary destination.customs.servers=2..8 --most " + MetricFamily.DELIVERED_NAME,
            "  convoy optimise border.yaml --vary fleet.trucks=100..400/25 --least cost \\",
            "      --such-that \"" + MetricFamily.DELIVERED_NAME + " >= 4000\"",
            "  convoy optimise border.yaml --vary fleet.trucks=100..400/25 --least cost \\",
            "      --most " + MetricFamily.DELIVERED_NAME
        })
final class OptimiseCommand implements Callable<Integer> {

    static final String SUMMARY = "Finds the best combination of values under bounds, and says with which confidence.";

    private static final String INDEX = "optimise.json";
    private static final String BEST = "best.yaml";

    private final Console console;
    private final Set<String> warned = new LinkedHashSet<>();

    @Parameters(paramLabel = "SCENARIO", description = "Name of a built-in scenario or path of a YAML file.")
    @SuppressWarnings("NullAway.Init")
    private String scenario;

    @Option(
            names = "--vary",
            paramLabel = "PATH=V1,V2,…",
            required = true,
            description =
                    "A value of the scenario and what to choose from, or a range: 100..400/25. May be repeated: every"
                            + " combination is a candidate.")
    private List<String> varies = new ArrayList<>();

    @Option(
            names = "--least",
            paramLabel = "METRIC",
            description = "The goal: the least mean of a metric, such as cost (see 'costs:' in scenario files).")
    private List<String> least = new ArrayList<>();

    @Option(
            names = "--most",
            paramLabel = "METRIC",
            description = "The goal: the largest mean of a metric. Two goals give the frontier.")
    private List<String> most = new ArrayList<>();

    @Option(
            names = "--such-that",
            paramLabel = "BOUND",
            description =
                    "A bound on a mean, \"METRIC >= NUMBER\", or on the share of replications that meet it, \"METRIC <="
                            + " NUMBER in 90%% of replications\". May be repeated.")
    private List<String> suchThat = new ArrayList<>();

    @Option(
            names = "--indifference",
            paramLabel = "X%|X",
            description = "The least difference of the goal that matters, as a share or in its unit (default: 1%%).")
    private String indifference = "1%";

    @Option(
            names = "--tolerance",
            paramLabel = "X%|X",
            description =
                    "How near to a bound a candidate may be taken or left: a share of the bound, or in its unit; of a"
                            + " share of replications X%% is X points (default: 1%%, and 2 points).")
    @Nullable
    private String tolerance;

    @Option(
            names = "--budget",
            paramLabel = "N",
            description = "Most replications of all candidates together (default: ${DEFAULT-VALUE}).",
            defaultValue = "20000")
    private long budget;

    @Option(
            names = "--worlds",
            description =
                    "Runs each replication in a world of its own, drawn from the scenario's 'uncertain:' and the same"
                            + " for all candidates, so that the confidence covers what is not known (default: the values"
                            + " in the file).")
    private boolean worlds;

    @Mixin
    private RunOptions options = new RunOptions();

    OptimiseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        options.check();
        RunOptions.require(
                options.replications == null && options.precision == null,
                "optimise decides how many replications each candidate needs; give --budget instead of "
                        + (options.precision == null ? "--replications" : "--precision"));
        Question question = question();
        Scenario base = Scenarios.load(console, scenario, options.sets, warned);
        long seed = options.seed == null ? base.seed() : options.seed;
        Path directory = options.out == null ? Path.of("out", base.name() + "-optimise") : Path.of(options.out);
        Optimum optimum = optimum(base, question, seed);
        String work = optimum.work();
        Outputs.refuseForeignPoints(directory, "optimise", work);
        TableFormat tables = options.tables(console);
        try (OutputFiles files = Outputs.open(
                        directory,
                        INDEX,
                        List.of("candidates.csv", BEST, Outputs.REPORT, "frontier.svg", "progress.svg"))
                .as(tables)) {
            Interrupts interrupts = Interrupts.closing(
                    files, console, "the finished replications stay, the same command goes on from them");
            try {
                Decision decision = decide(optimum, directory, work);
                write(decision, directory, files);
                files.include(PointLog.sums(directory));
                List<Path> written = files.commit(out -> DecisionFiles.json(decision, files.sums(), out));
                print(decision, files, written);
                return Outputs.status(files, console);
            } finally {
                interrupts.close();
            }
        }
    }

    private Question question() {
        return new QuestionReader()
                .goals(least, most)
                .varied(varies)
                .suchThat(suchThat)
                .margins(indifference, tolerance)
                .read(budget, worlds);
    }

    /** Leaves options out of the help that other commands share and this one refuses. */
    static void hideRefused(CommandSpec spec) {
        for (String name : List.of("--replications", "--precision")) {
            OptionSpec option = spec.findOption(name);
            spec.remove(option);
            spec.addOption(OptionSpec.builder(option).hidden(true).build());
        }
    }

    private Optimum optimum(Scenario base, Question question, long seed) {
        try {
            return new Optimum(base, question, new PointWorlds(console.loader().open(scenario), options.sets), seed);
        } catch (InvalidWorldsException e) {
            throw new UsageException(e.lines());
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage())
                    .lines()
                    .map(line -> "convoy: " + line)
                    .toList());
        }
    }

    private Decision decide(Optimum optimum, Path directory, String work) throws IOException {
        try (PointLog log = PointLog.open(directory, "optimise", work, optimum.metrics());
                Workers workers = options.workers(console);
                ProgressLine progress = ProgressLine.on(console, options.quiet)) {
            return optimum.run(workers, log, progress);
        } catch (InvalidWorldsException e) {
            throw new UsageException(e.lines());
        }
    }

    private void write(Decision decision, Path directory, OutputFiles files) throws IOException {
        Map<String, OutputFiles.Content> contents = new LinkedHashMap<>();
        Set<String> drawn = new LinkedHashSet<>();
        contents.put("candidates.csv", out -> DecisionFiles.csv(decision, out));
        DecisionRow.of(decision).stream()
                .filter(row -> row.standing().equals("named"))
                .findFirst()
                .ifPresent(named -> contents.put(BEST, out -> best(decision, named, directory, out)));
        if (!options.noReport) {
            drawn.add(Outputs.REPORT);
            contents.put(
                    Outputs.REPORT,
                    out -> HtmlReport.write(decision, List.copyOf(warned), command(decision), options.language(), out));
            OptimumCharts.of(decision).forEach((name, chart) -> {
                drawn.add(name + ".svg");
                contents.put(name + ".svg", out -> out.write(new String(chart.svg(), StandardCharsets.UTF_8)));
            });
        }
        files.writeAll(contents, drawn, Helpers.NONE);
    }

    /** The best combination as a scenario; if a path of it goes through a list, with all values written out. */
    private void best(Decision decision, DecisionRow named, Path directory, Writer out) throws IOException {
        List<String> sets = new ArrayList<>(options.sets);
        for (int i = 0; i < named.values().size(); i++) {
            sets.add(decision.question().varied().get(i).path() + "="
                    + named.values().get(i));
        }
        if (sets.stream().allMatch(set -> BestScenario.canSet(set.substring(0, set.indexOf('='))))) {
            BestScenario.write(
                    extended(directory),
                    decision.name() + "-best",
                    "The best of " + decision.question().combinations() + " combinations: "
                            + new DecisionWords(decision).asked() + ".",
                    sets,
                    out);
        } else {
            out.write(Scenarios.load(console, scenario, sets, warned).resolvedText());
        }
    }

    /** What the best scenario extends: a name, or the path of the file from the folder of the output. */
    private String extended(Path directory) {
        if (BuiltInScenarios.text(scenario).isPresent() || !Files.exists(Path.of(scenario))) {
            return scenario;
        }
        Path file = Path.of(scenario).toAbsolutePath().normalize();
        Path from = directory.toAbsolutePath().normalize();
        return Objects.equals(file.getRoot(), from.getRoot())
                ? from.relativize(file).toString().replace('\\', '/')
                : file.toString();
    }

    private String command(Decision decision) {
        return "convoy optimise " + RunCommand.quoted(scenario)
                + options(" --vary ", varies)
                + options(" --least ", least)
                + options(" --most ", most)
                + options(" --such-that ", suchThat)
                + options(" --set ", options.sets)
                + (worlds ? " --worlds" : "")
                + " --indifference " + indifference
                + (tolerance == null ? "" : " --tolerance " + tolerance)
                + " --budget " + budget + " --seed " + decision.seed();
    }

    private static String options(String name, List<String> values) {
        return values.stream().map(v -> name + RunCommand.quoted(v)).collect(Collectors.joining());
    }

    private void print(Decision decision, OutputFiles files, List<Path> written) throws IOException {
        switch (options.format()) {
            case JSON -> DecisionFiles.json(decision, files.sums(), console.out());
            case CSV -> DecisionFiles.csv(decision, console.out());
            case TABLE -> {
                if (!options.quiet) {
                    console.out().print(TextDecision.of(decision, console.columns()));
                    console.print("");
                    console.print(
                            "Written: ",
                            "  ",
                            written.stream().map(Path::toString).collect(Collectors.joining(", ")));
                }
            }
        }
        console.out().flush();
    }
}
