package org.bridgeconvoy.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.bridgeconvoy.report.OutputFiles;
import org.bridgeconvoy.report.StoredSettings;
import org.bridgeconvoy.report.SweepFiles;
import org.bridgeconvoy.report.SweepPoints;
import org.bridgeconvoy.report.TextSweep;
import org.bridgeconvoy.report.UnfinishedPoints;
import org.bridgeconvoy.report.chart.SweepCharts;
import org.bridgeconvoy.report.html.HtmlReport;
import org.bridgeconvoy.scenario.LoadResult;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.load.OpenScenario;
import org.bridgeconvoy.study.Effort;
import org.bridgeconvoy.study.Helpers;
import org.bridgeconvoy.study.SuchThat;
import org.bridgeconvoy.study.Sweep;
import org.bridgeconvoy.study.SweepResult;
import org.bridgeconvoy.study.SweepView;
import org.bridgeconvoy.study.Vary;
import org.bridgeconvoy.study.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code convoy sweep SCENARIO --vary PATH=V1,V2,…}: runs every combination of varied values. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            SweepCommand.SUMMARY,
            "Writes sweep.csv, sweep.json, report.html, response curves as SVG and, as it goes, each finished point. Started"
                    + " again with the same --out, it goes on where it was and ends in the same bytes."
        },
        footer = {
            "",
            "Examples:",
            "  convoy sweep day-and-night --vary fleet.trucks=100,150,200,250",
            "  convoy sweep day-and-night --vary bridge.headway=\"20 s,30 s\" --vary fleet.trucks=100,200",
            "  convoy sweep day-and-night --vary fleet.trucks=100..300/50 --such-that \"outbound_trucks_per_open_day >= 100\"",
            "  convoy sweep day-and-night --vary \"origin.customs.time=lognormal(6 min, 3 min),constant(6 min)\""
        })
final class SweepCommand implements Callable<Integer> {

    static final String SUMMARY =
            "Runs every combination of varied values with the same random numbers and prints a table.";

    /** Largest number of combinations. */
    private static final int MOST_POINTS = 9999;

    private final Console console;

    /** Warnings printed so far: the report repeats them, and no warning is printed twice. */
    private final Set<String> warned = new LinkedHashSet<>();

    @Parameters(paramLabel = "SCENARIO", description = "Name of a built-in scenario or path of a YAML file.")
    @SuppressWarnings("NullAway.Init")
    private String scenario;

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
    private RunOptions options = new RunOptions();

    SweepCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        options.check();
        view();
        List<Vary> varied = varied();
        List<Scenario> scenarios = scenarios(varied);
        String name = scenarios.get(0).name();
        Path directory = options.out == null ? Path.of("out", name + "-sweep") : Path.of(options.out);
        Expectation.tell(console, Effort.ofAll(scenarios, replications(scenarios)), options, directory);
        SweepPoints points = new SweepPoints(directory);
        refuseForeignPoints(directory, points, scenarios);
        options.warnOfReplacing(
                console, directory.resolve(SweepPoints.INDEX), scenarios.get(0), there -> isSame(there, varied));
        try (OutputFiles files = Outputs.open(directory, SweepPoints.INDEX, List.of("sweep.csv", Outputs.REPORT))) {
            Interrupts interrupts =
                    Interrupts.closing(files, console, "the finished points stay, the same command goes on from them");
            try {
                SweepResult result = sweep(varied, scenarios, points);
                write(result, files);
                points.keepFirst(scenarios.size());
                files.include(points.sums());
                List<Path> written = files.commit(out -> SweepFiles.json(result, files.sums(), out));
                print(scenarios.get(0), result, files, written);
                return Outputs.status(files, console);
            } finally {
                interrupts.close();
            }
        }
    }

    /** Refuses a folder with the finished points of another sweep. Those points must stay for the command that began them. */
    private void refuseForeignPoints(Path directory, SweepPoints points, List<Scenario> scenarios) throws IOException {
        boolean others =
                UnfinishedPoints.in(directory).filter(c -> !c.equals("sweep")).isPresent();
        if (others
                || !points.areOf(Sweep.keys(scenarios, seed(scenarios), replications(scenarios), options.target()))) {
            Outputs.refuseUnfinishedPoints(directory);
        }
    }

    private long seed(List<Scenario> scenarios) {
        return options.seed == null ? scenarios.get(0).seed() : options.seed;
    }

    private int replications(List<Scenario> scenarios) {
        return options.replications == null ? scenarios.get(0).replications() : options.replications;
    }

    private static boolean isSame(StoredSettings there, List<Vary> varied) {
        Map<String, List<String>> now = new LinkedHashMap<>();
        varied.forEach(vary -> now.put(vary.path(), vary.values()));
        return there.varied().equals(now);
    }

    private List<Vary> varied() {
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
    private List<Scenario> scenarios(List<Vary> varied) {
        OpenScenario open = console.loader().open(scenario);
        List<Scenario> scenarios = new ArrayList<>();
        Set<String> wrong = new LinkedHashSet<>();
        int more = 0;
        for (List<String> combination : Vary.combinations(varied)) {
            List<String> sets = new ArrayList<>(options.sets);
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

    private SweepView view() {
        List<SuchThat> parsed = new ArrayList<>();
        for (String bound : bounds) {
            try {
                parsed.add(SuchThat.parse(bound));
            } catch (IllegalArgumentException e) {
                throw new UsageException("convoy: --such-that " + e.getMessage());
            }
        }
        return new SweepView(metrics, parsed);
    }

    private SweepResult sweep(List<Vary> varied, List<Scenario> scenarios, SweepPoints points) {
        try (Workers workers = Workers.of(options.threads());
                ProgressLine progress = ProgressLine.on(console, options.quiet)) {
            return Sweep.run(
                    varied,
                    scenarios,
                    seed(scenarios),
                    replications(scenarios),
                    options.target(),
                    view(),
                    workers,
                    points,
                    progress);
        } catch (IllegalArgumentException e) {
            String option = options.target().isGiven() ? "--precision: " : "--metric and --such-that: ";
            boolean asked = options.target().isGiven() || !metrics.isEmpty() || !bounds.isEmpty();
            throw asked ? new UsageException("convoy: " + option + e.getMessage()) : e;
        }
    }

    private void write(SweepResult result, OutputFiles files) throws IOException {
        Map<String, OutputFiles.Content> contents = new LinkedHashMap<>();
        Set<String> drawn = new HashSet<>();
        contents.put("sweep.csv", out -> SweepFiles.csv(result, out));
        if (!options.noReport) {
            drawn.add(Outputs.REPORT);
            contents.put(Outputs.REPORT, out -> HtmlReport.write(result, List.copyOf(warned), command(result), out));
        }
        if (!options.noReport && SweepCharts.canDraw(result)) {
            for (String metric : TextSweep.mainMetrics(result)) {
                drawn.add(metric + ".svg");
                contents.put(
                        metric + ".svg",
                        out -> out.write(new String(
                                SweepCharts.responseCurves(result, metric).svg(), StandardCharsets.UTF_8)));
            }
        }
        files.writeAll(contents, drawn, Helpers.NONE);
    }

    /** The command line that gives this result again. */
    private String command(SweepResult result) {
        return "convoy sweep " + RunCommand.quoted(scenario)
                + varies.stream().map(v -> " --vary " + RunCommand.quoted(v)).collect(Collectors.joining())
                + options.sets.stream()
                        .map(v -> " --set " + RunCommand.quoted(v))
                        .collect(Collectors.joining())
                + " --seed " + result.seed() + " --replications " + result.replications()
                + metrics.stream().map(m -> " --metric " + RunCommand.quoted(m)).collect(Collectors.joining())
                + bounds.stream()
                        .map(b -> " --such-that " + RunCommand.quoted(b))
                        .collect(Collectors.joining())
                + (options.precision == null ? "" : " --precision " + RunCommand.quoted(options.precision));
    }

    private void print(Scenario loaded, SweepResult result, OutputFiles files, List<Path> written) throws IOException {
        switch (options.format()) {
            case JSON -> SweepFiles.json(result, files.sums(), console.out());
            case CSV -> SweepFiles.csv(result, console.out());
            case TABLE -> {
                if (!options.quiet) {
                    console.out().print(TextSweep.of(result, console.columns()));
                    console.print("");
                    console.print(
                            "Written: ",
                            "  ",
                            written.stream().map(Path::toString).collect(Collectors.joining(", ")));
                    ChanceOnly.tell(console, loaded, scenario, options.sets);
                }
            }
        }
        console.out().flush();
    }
}
