package org.bridgeconvoy.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.bridgeconvoy.report.ComparisonFiles;
import org.bridgeconvoy.report.OutputFiles;
import org.bridgeconvoy.report.TableFormat;
import org.bridgeconvoy.report.TextComparison;
import org.bridgeconvoy.report.html.HtmlReport;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.study.CompareScenarios;
import org.bridgeconvoy.study.ComparisonResult;
import org.bridgeconvoy.study.Effort;
import org.bridgeconvoy.study.Helpers;
import org.bridgeconvoy.study.StudyOptions;
import org.bridgeconvoy.study.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code convoy compare A B [C…]}: runs scenarios with common random numbers and compares each with the first. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            CompareCommand.SUMMARY,
            "Each difference has its paired 95%% confidence interval. Writes comparison.json, comparison.csv and"
                    + " report.html. Seed and replications are the first's unless given."
        },
        footer = {
            "",
            "Examples:",
            "  convoy compare day-and-night two-way-day",
            "  convoy compare day-and-night mine.yaml theirs.yaml --replications 100",
            "  convoy compare day-and-night double-demand --set fleet.trucks=150 --format csv"
        })
final class CompareCommand implements Callable<Integer> {

    static final String SUMMARY =
            "Runs scenarios with the same random numbers and prints how they differ from the first.";

    /** File with the settings and the checksums of the others; written last. */
    private static final String INDEX = "comparison.json";

    /** Files that this command may write beside its index. */
    private static final List<String> FILES = List.of("comparison.csv", Outputs.REPORT);

    private final Console console;

    /** Warnings printed so far: the report repeats them, and no warning is printed twice. */
    private final Set<String> warned = new LinkedHashSet<>();

    @Parameters(
            arity = "1..*",
            paramLabel = "SCENARIO SCENARIO...",
            hideParamSyntax = true,
            description =
                    "Names of built-in scenarios or paths of YAML files; the first is what the others are compared"
                            + " with.")
    private List<String> scenarios = new ArrayList<>();

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private MattersOption matters = new MattersOption();

    CompareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        options.check();
        matters.matters();
        RunOptions.require(
                scenarios.size() >= 2, "compare needs two or more scenarios, got only '" + scenarios.get(0) + "'");
        List<Scenario> loaded = new ArrayList<>();
        for (String scenario : scenarios) {
            loaded.add(Scenarios.load(console, scenario, options.sets, warned));
        }
        List<String> labels = labels(loaded);
        Path directory = Path.of(options.out == null ? "out/compare-" + String.join("-", names(loaded)) : options.out);
        int replications = options.replications == null ? loaded.get(0).replications() : options.replications;
        Expectation.tell(console, Effort.ofAll(loaded, replications), options, directory);
        Outputs.refuseUnfinishedPoints(directory);
        options.warnOfReplacing(console, directory.resolve(INDEX), loaded.get(0), there -> true);
        TableFormat tables = options.tables(console);
        try (OutputFiles files = Outputs.open(directory, INDEX, FILES).as(tables)) {
            Interrupts interrupts = Interrupts.closing(files, console, "nothing was written");
            try {
                ComparisonResult result = compare(labels, loaded).mattering(matters.matters());
                write(result, files);
                List<Path> written = files.commit(out -> ComparisonFiles.json(result, files.sums(), out));
                print(loaded, result, files, written);
                return Outputs.status(files, console);
            } finally {
                interrupts.close();
            }
        }
    }

    private void write(ComparisonResult result, OutputFiles files) throws IOException {
        Map<String, OutputFiles.Content> contents = new LinkedHashMap<>();
        contents.put("comparison.csv", out -> ComparisonFiles.csv(result, out));
        if (!options.noReport) {
            contents.put(
                    Outputs.REPORT,
                    out -> HtmlReport.write(result, List.copyOf(warned), command(result), options.language(), out));
        }
        files.writeAll(contents, Set.of(Outputs.REPORT), Helpers.NONE);
    }

    /** The command line that gives this result again. */
    private String command(ComparisonResult result) {
        return "convoy compare "
                + scenarios.stream().map(RunCommand::quoted).collect(Collectors.joining(" "))
                + options.sets.stream()
                        .map(set -> " --set " + RunCommand.quoted(set))
                        .collect(Collectors.joining())
                + " --seed " + result.seed() + " --replications " + result.replications() + matters.again();
    }

    private static List<String> names(List<Scenario> loaded) {
        return loaded.stream().map(Scenario::name).toList();
    }

    /**
     * Distinct labels for the scenarios: their names; or the arguments if two names are equal; or numbered arguments if two of those are
     * equal, too.
     */
    private List<String> labels(List<Scenario> loaded) {
        if (names(loaded).stream().distinct().count() == loaded.size()) {
            return names(loaded);
        }
        if (scenarios.stream().distinct().count() == scenarios.size()) {
            return scenarios;
        }
        List<String> numbered = new ArrayList<>();
        for (String scenario : scenarios) {
            numbered.add((numbered.size() + 1) + " " + scenario);
        }
        return numbered;
    }

    private ComparisonResult compare(List<String> labels, List<Scenario> loaded) {
        Scenario first = loaded.get(0);
        StudyOptions how = new StudyOptions(
                options.seed == null ? first.seed() : options.seed,
                options.replications == null ? first.replications() : options.replications,
                0,
                0,
                false,
                false,
                false,
                options.target());
        try (Workers workers = options.workers(console);
                ProgressLine progress = ProgressLine.on(console, options.quiet)) {
            return CompareScenarios.run(labels, loaded, how, workers, progress);
        } catch (IllegalArgumentException e) {
            throw how.target().isGiven() ? new UsageException("convoy: --precision: " + e.getMessage()) : e;
        }
    }

    private void print(List<Scenario> loaded, ComparisonResult result, OutputFiles files, List<Path> written)
            throws IOException {
        switch (options.format()) {
            case JSON -> ComparisonFiles.json(result, files.sums(), console.out());
            case CSV -> ComparisonFiles.csv(result, console.out());
            case TABLE -> {
                if (options.quiet) {
                    result.warnings().forEach(w -> console.complain("warning: " + w));
                } else {
                    console.out().print(TextComparison.of(result, console.columns()));
                    console.print("");
                    console.print(
                            "Written: ",
                            "  ",
                            written.stream().map(Path::toString).collect(Collectors.joining(", ")));
                    ChanceOnly.tell(console, loaded.get(0), scenarios.get(0), options.sets);
                }
            }
        }
        console.out().flush();
    }
}
