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
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.bridgeconvoy.report.OutputFiles;
import org.bridgeconvoy.report.PointLog;
import org.bridgeconvoy.report.SensitivityFiles;
import org.bridgeconvoy.report.ShardFile;
import org.bridgeconvoy.report.TableFormat;
import org.bridgeconvoy.report.TextSensitivity;
import org.bridgeconvoy.report.html.HtmlReport;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.study.Helpers;
import org.bridgeconvoy.study.Phases;
import org.bridgeconvoy.study.Runner;
import org.bridgeconvoy.study.Shard;
import org.bridgeconvoy.study.SuchThat;
import org.bridgeconvoy.study.Workers;
import org.bridgeconvoy.study.point.InvalidWorldsException;
import org.bridgeconvoy.study.point.PointWorlds;
import org.bridgeconvoy.study.point.StoredRows;
import org.bridgeconvoy.study.sensitivity.SensitivityPlan;
import org.bridgeconvoy.study.sensitivity.SensitivityResult;
import org.bridgeconvoy.study.sensitivity.SensitivityStudy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code convoy sensitivity SCENARIO}: what range to expect given what is not known, and what to find out first. */
@Command(
        name = "sensitivity",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            SensitivityCommand.SUMMARY,
            "Runs worlds drawn from what the scenario says is uncertain. Writes sensitivity.json, worlds.csv,"
                    + " report.html and, as it goes, each finished replication. Started again with the same --out, it goes"
                    + " on where it was and ends in the same bytes."
        },
        footer = {
            "",
            "Examples:",
            "  convoy sensitivity day-and-night",
            "  convoy sensitivity day-and-night --worlds 5120 --such-that \"outbound_trucks_per_open_day >= 100\"",
            "  convoy sensitivity my-bridge.yaml --metric delivered_t_per_day --metric lead_time_h"
        })
final class SensitivityCommand implements Callable<Integer> {

    static final String SUMMARY = "Says what range to expect given what is not known, and what to find out first.";

    private static final String COMMAND = "sensitivity";

    private final Console console;

    private final Set<String> warned = new LinkedHashSet<>();

    @Parameters(paramLabel = "SCENARIO", description = "Name of a built-in scenario or path of a YAML file.")
    @SuppressWarnings("NullAway.Init")
    private String scenario;

    @Option(
            names = "--worlds",
            paramLabel = "N",
            description =
                    "At most how many worlds (default: 128 times the number of uncertain inputs plus 2; of a joint"
                            + " sample its rows, at most 1000).")
    private @Nullable Integer worlds;

    @Option(
            names = "--metric",
            paramLabel = "METRIC",
            description = "A metric to explain; may be repeated (default: the metrics of the scenario's answers).")
    private List<String> metrics = new ArrayList<>();

    @Option(
            names = "--such-that",
            paramLabel = "\"METRIC >= X\"",
            description = "A bound whose chance is wanted; may be repeated.")
    private List<String> bounds = new ArrayList<>();

    @Mixin
    private ShardOption shard = new ShardOption();

    @Mixin
    private RunOptions options = new RunOptions();

    SensitivityCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        return asked(null, List.of());
    }

    /**
     * Writes the result of which shards have all points. The arguments of this command are those of the shards.
     *
     * @throws UsageException if the scenario is not that of the shards
     */
    int merge(ShardFile index, List<Path> folders) throws IOException {
        return asked(index, folders);
    }

    private int asked(@Nullable ShardFile index, List<Path> folders) throws IOException {
        options.check();
        RunOptions.require(worlds == null || worlds >= 1, "--worlds must be >= 1, got " + worlds);
        RunOptions.require(options.precision == null, "sensitivity has no --precision; --worlds makes it more precise");
        Shard part = shard.part();
        Scenario loaded = Scenarios.load(console, scenario, options.sets, warned);
        RunOptions.require(
                !loaded.uncertain().isEmpty(),
                loaded.name() + " does not say what is uncertain; an entry uncertain: does, such as\n"
                        + "  uncertain: {fleet.trucks: {times: \"uniform(0.8, 1.2)\"}}");
        try {
            return run(loaded, part, index, folders);
        } catch (InvalidWorldsException e) {
            throw new UsageException(e.lines());
        }
    }

    private int run(Scenario loaded, Shard part, @Nullable ShardFile index, List<Path> folders) throws IOException {
        SensitivityStudy study = study(loaded);
        SensitivityPlan plan = plan(loaded);
        PointWorlds points = new PointWorlds(console.loader().open(scenario), options.sets);
        points.add(plan.sets());
        long seed = seed(loaded);
        String work = study.work(seed);
        if (index != null && (!index.work().equals(sum(work)) || index.points() != points.size())) {
            throw new UsageException(
                    "convoy: " + scenario
                            + " is not as the shards had it, or they were made by another version of this program; nothing was merged");
        }
        UnaryOperator<Runner> where = UnaryOperator.identity();
        if (index != null) {
            StoredRows rows = new StoredRows(PointLog.together(folders, COMMAND, work, study.metrics()));
            where = threads -> rows;
        }
        Path directory = options.out == null ? directory(loaded, part) : Path.of(options.out);
        Outputs.refuseForeignPoints(directory, COMMAND, work);
        if (!part.isWhole()) {
            return runShard(study, plan, points, seed, part, directory, work);
        }
        TableFormat tables = options.tables(console);
        try (OutputFiles files = Outputs.open(
                        directory, SensitivityFiles.INDEX, List.of(SensitivityFiles.WORLDS, Outputs.REPORT))
                .as(tables)) {
            Interrupts interrupts =
                    Interrupts.closing(files, console, "what is finished stays, the same command goes on from it");
            try {
                SensitivityResult result = simulate(study, plan, points, seed, loaded, directory, work, where);
                write(result, files);
                files.include(PointLog.sums(directory));
                List<Path> written = files.commit(out -> SensitivityFiles.json(result, files.sums(), out));
                print(result, files, written);
                return Outputs.status(files, console);
            } finally {
                interrupts.close();
            }
        }
    }

    private int runShard(
            SensitivityStudy study,
            SensitivityPlan plan,
            PointWorlds points,
            long seed,
            Shard part,
            Path directory,
            String work)
            throws IOException {
        try (OutputFiles files = Outputs.open(directory, ShardFile.NAME, List.of())) {
            Interrupts interrupts =
                    Interrupts.closing(files, console, "what is finished stays, the same command goes on from it");
            try {
                try (Workers workers = options.workers(console);
                        PointLog log = PointLog.open(directory, COMMAND, work, study.metrics());
                        ProgressLine progress = ProgressLine.on(console, options.quiet)) {
                    Phases phases = new Phases(progress, List.of(SensitivityStudy.PHASE));
                    study.runShard(plan, points, seed, part, workers, log, phases);
                }
                files.include(PointLog.sums(directory));
                ShardFile index = new ShardFile(COMMAND, arguments(seed), sum(work), part, points.size());
                List<Path> written = files.commit(out -> index.write(files.sums(), out));
                if (!options.quiet) {
                    console.print("Shard " + part + " of " + points.size() + " worlds, in "
                            + written.get(0).getParent() + "; put together by convoy merge");
                    console.out().flush();
                }
                return ExitStatus.DONE;
            } finally {
                interrupts.close();
            }
        }
    }

    /** A sum of all that changes a number. How many worlds and replications are wanted is among the arguments. */
    private String sum(String work) {
        return ShardFile.work(List.of(work, String.valueOf(worlds), String.valueOf(options.replications)));
    }

    /** The arguments that change what comes out. */
    private List<String> arguments(long seed) {
        List<String> arguments = new ArrayList<>(List.of(scenario));
        options.sets.forEach(set -> arguments.addAll(List.of("--set", set)));
        metrics.forEach(metric -> arguments.addAll(List.of("--metric", metric)));
        bounds.forEach(bound -> arguments.addAll(List.of("--such-that", bound)));
        arguments.addAll(List.of("--seed", Long.toString(seed)));
        if (worlds != null) {
            arguments.addAll(List.of("--worlds", worlds.toString()));
        }
        if (options.replications != null) {
            arguments.addAll(List.of("--replications", options.replications.toString()));
        }
        if (options.noReport) {
            arguments.add("--no-report");
        }
        return arguments;
    }

    private static Path directory(Scenario scenario, Shard part) {
        return Path.of("out", scenario.name() + "-sensitivity" + ShardOption.suffix(part));
    }

    /** The folder of a scenario's sensitivity analysis, unless {@code --out} gives another. */
    static Path directory(Scenario scenario) {
        return directory(scenario, Shard.WHOLE);
    }

    private SensitivityStudy study(Scenario loaded) {
        List<SuchThat> parsed = new ArrayList<>();
        for (String bound : bounds) {
            try {
                parsed.add(SuchThat.parse(bound));
            } catch (IllegalArgumentException e) {
                throw new UsageException("convoy: --such-that " + e.getMessage());
            }
        }
        try {
            return SensitivityStudy.of(loaded, metrics, parsed);
        } catch (IllegalArgumentException e) {
            throw new UsageException("convoy: " + e.getMessage());
        }
    }

    private SensitivityPlan plan(Scenario loaded) {
        try {
            return SensitivityPlan.of(
                    loaded.uncertain(),
                    worlds == null ? 0 : worlds,
                    options.replications == null ? SensitivityPlan.REPLICATIONS : options.replications,
                    baseReplications(loaded),
                    seed(loaded));
        } catch (IllegalArgumentException e) {
            throw new UsageException("convoy: " + e.getMessage());
        }
    }

    private static int baseReplications(Scenario loaded) {
        return loaded.replications();
    }

    private long seed(Scenario loaded) {
        return options.seed == null ? loaded.seed() : options.seed;
    }

    private SensitivityResult simulate(
            SensitivityStudy study,
            SensitivityPlan plan,
            PointWorlds points,
            long seed,
            Scenario loaded,
            Path directory,
            String work,
            UnaryOperator<Runner> where)
            throws IOException {
        try (Workers workers = options.workers(console);
                PointLog log = PointLog.open(directory, COMMAND, work, study.metrics());
                ProgressLine progress = ProgressLine.on(console, options.quiet)) {
            return study.run(
                    plan,
                    points,
                    seed,
                    baseReplications(loaded),
                    workers.with(where),
                    log,
                    new Phases(progress, List.of(SensitivityStudy.PHASE)));
        } catch (IllegalArgumentException e) {
            throw new FailedException(String.valueOf(e.getMessage()), e);
        }
    }

    private void write(SensitivityResult result, OutputFiles files) throws IOException {
        Map<String, OutputFiles.Content> contents = new LinkedHashMap<>();
        contents.put(SensitivityFiles.WORLDS, out -> SensitivityFiles.worlds(result, out));
        if (!options.noReport) {
            contents.put(
                    Outputs.REPORT,
                    out -> HtmlReport.write(result, List.copyOf(warned), command(result), options.language(), out));
        }
        files.writeAll(contents, Set.of(Outputs.REPORT), Helpers.NONE);
    }

    /** The command line that gives this result again. */
    private String command(SensitivityResult result) {
        return "convoy sensitivity " + RunCommand.quoted(scenario)
                + each("--set", options.sets)
                + each("--metric", metrics)
                + each("--such-that", bounds)
                + " --seed " + result.seed() + " --worlds " + result.worlds() + " --replications "
                + result.replications();
    }

    private static String each(String option, List<String> values) {
        return values.stream()
                .map(v -> " " + option + " " + RunCommand.quoted(v))
                .collect(Collectors.joining());
    }

    private void print(SensitivityResult result, OutputFiles files, List<Path> written) throws IOException {
        switch (options.format()) {
            case JSON -> SensitivityFiles.json(result, files.sums(), console.out());
            case CSV -> SensitivityFiles.worlds(result, console.out());
            case TABLE -> {
                if (!options.quiet) {
                    console.out().print(TextSensitivity.of(result, console.columns()));
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
