package org.bridgeconvoy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.bridgeconvoy.experiment.calibration.CalibrationPlan;
import org.bridgeconvoy.report.CalibrationFiles;
import org.bridgeconvoy.report.OutputFiles;
import org.bridgeconvoy.report.PointLog;
import org.bridgeconvoy.report.TableFormat;
import org.bridgeconvoy.report.TextCalibration;
import org.bridgeconvoy.report.html.HtmlReport;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.study.Helpers;
import org.bridgeconvoy.study.Phases;
import org.bridgeconvoy.study.Workers;
import org.bridgeconvoy.study.calibration.CalibrationResult;
import org.bridgeconvoy.study.calibration.CalibrationStudy;
import org.bridgeconvoy.study.point.InvalidWorldsException;
import org.bridgeconvoy.study.point.PointWorlds;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code convoy calibrate SCENARIO}: which values of what is uncertain agree with what was observed. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            CalibrateCommand.SUMMARY,
            "The scenario says in observed what was counted, and in uncertain what is believed. Writes calibrated.yaml"
                    + " (the calibrated scenario) with calibrated.csv (worlds that agree), calibrate.json, report.html"
                    + " and, as it goes, each finished replication. Started again with the same --out, it goes on where it"
                    + " was and ends in the same bytes."
        },
        footer = {
            "",
            "Examples:",
            "  convoy calibrate my-border.yaml",
            "  convoy calibrate my-border.yaml --worlds 8000 --out out/calibrated",
            "  convoy sensitivity out/calibrated/calibrated.yaml"
        })
final class CalibrateCommand implements Callable<Integer> {

    static final String SUMMARY = "Finds which values of what is uncertain agree with what was observed.";

    private static final String COMMAND = "calibrate";

    /** With fewer worlds there is nothing to fit. */
    private static final int LEAST_WORLDS = 800;

    private static final int MOST_WORLDS = 1_000_000;

    private final Console console;

    private final Set<String> warned = new LinkedHashSet<>();

    @Parameters(paramLabel = "SCENARIO", description = "Name of a built-in scenario or path of a YAML file.")
    @SuppressWarnings("NullAway.Init")
    private String scenario;

    @Option(
            names = "--worlds",
            paramLabel = "N",
            description = "How many worlds are simulated, one replication each (default: 3400).")
    private @Nullable Integer worlds;

    @Option(
            names = "--predict-from",
            paramLabel = "DATE",
            description = "Uses only what was observed before this date, and says how well what follows is predicted:"
                    + " --predict-from 2025-07-12.")
    private @Nullable String predictFrom;

    @Mixin
    private RunOptions options = new RunOptions();

    CalibrateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        options.check();
        RunOptions.require(
                options.tables(console) == TableFormat.CSV,
                "calibrate has no --data: calibrated.yaml reads its worlds from CSV");
        RunOptions.require(
                worlds == null || worlds >= LEAST_WORLDS && worlds <= MOST_WORLDS,
                "--worlds must lie between " + LEAST_WORLDS + " and " + MOST_WORLDS + ", got " + worlds);
        RunOptions.require(options.precision == null, "calibrate has no --precision; --worlds makes it more precise");
        RunOptions.require(
                options.replications == null,
                "calibrate has no --replications: each world has one; --worlds makes it more precise");
        Scenario loaded = Scenarios.load(console, scenario, options.sets, warned);
        try {
            return run(loaded, CalibrationStudy.of(loaded, plan(), date(predictFrom)));
        } catch (InvalidWorldsException e) {
            throw new UsageException(e.lines());
        } catch (IllegalArgumentException e) {
            throw new UsageException("convoy: " + e.getMessage());
        }
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new UsageException("convoy: --predict-from must be a date such as 2025-07-12, got '" + text + "'");
        }
    }

    /** The usual plan, or one with its shares. */
    private CalibrationPlan plan() {
        CalibrationPlan usual = CalibrationPlan.USUAL;
        if (worlds == null) {
            return usual;
        }
        int check = Math.max(100, Math.min(1000, worlds / 8));
        int round = (worlds - check) / (usual.rounds() + 1);
        return new CalibrationPlan(
                worlds - check - usual.rounds() * round, usual.rounds(), round, check, usual.draws());
    }

    private int run(Scenario loaded, CalibrationStudy study) throws IOException {
        PointWorlds points = new PointWorlds(console.loader().open(scenario), options.sets);
        long seed = options.seed == null ? loaded.seed() : options.seed;
        String work = study.work(seed);
        Path directory = options.out == null ? Path.of("out", loaded.name() + "-calibrate") : Path.of(options.out);
        Outputs.refuseForeignPoints(directory, COMMAND, work);
        try (OutputFiles files = Outputs.open(
                directory,
                CalibrationFiles.INDEX,
                List.of(CalibrationFiles.WORLDS, CalibrationFiles.SCENARIO, Outputs.REPORT))) {
            Interrupts interrupts =
                    Interrupts.closing(files, console, "what is finished stays, the same command goes on from it");
            try {
                CalibrationResult result = simulate(study, points, seed, directory, work);
                write(result, directory, files);
                files.include(PointLog.sums(directory));
                List<Path> written = files.commit(out -> CalibrationFiles.json(result, files.sums(), out));
                print(result, files, written);
                return Outputs.status(files, console);
            } finally {
                interrupts.close();
            }
        }
    }

    private CalibrationResult simulate(
            CalibrationStudy study, PointWorlds points, long seed, Path directory, String work) throws IOException {
        try (Workers workers = options.workers(console);
                PointLog log = PointLog.open(directory, COMMAND, work, study.columns());
                ProgressLine progress = ProgressLine.on(console, options.quiet)) {
            return study.run(points, seed, workers, log, new Phases(progress, List.of(CalibrationStudy.PHASE)));
        }
    }

    private void write(CalibrationResult result, Path directory, OutputFiles files) throws IOException {
        Map<String, OutputFiles.Content> contents = new LinkedHashMap<>();
        String extended = extended(directory);
        contents.put(CalibrationFiles.WORLDS, out -> CalibrationFiles.worlds(result, out));
        contents.put(CalibrationFiles.SCENARIO, out -> CalibrationFiles.scenario(result, extended, options.sets, out));
        if (!options.noReport) {
            contents.put(
                    Outputs.REPORT,
                    out -> HtmlReport.write(result, List.copyOf(warned), command(result), options.language(), out));
        }
        files.writeAll(contents, Set.of(Outputs.REPORT), Helpers.NONE);
    }

    /** What the calibrated scenario extends: the name of a built-in scenario, or the path from the output folder. */
    private String extended(Path directory) throws IOException {
        Path file = Path.of(scenario);
        if (!Files.isRegularFile(file)) {
            return scenario;
        }
        return directory
                .toAbsolutePath()
                .normalize()
                .relativize(file.toAbsolutePath().normalize())
                .toString()
                .replace('\\', '/');
    }

    /** The command line that gives this result again. */
    private String command(CalibrationResult result) {
        return "convoy calibrate " + RunCommand.quoted(scenario)
                + options.sets.stream()
                        .map(v -> " --set " + RunCommand.quoted(v))
                        .collect(Collectors.joining())
                + (predictFrom == null ? "" : " --predict-from " + predictFrom)
                + " --seed " + result.seed() + " --worlds " + result.posterior().replications();
    }

    private void print(CalibrationResult result, OutputFiles files, List<Path> written) throws IOException {
        switch (options.format()) {
            case JSON -> CalibrationFiles.json(result, files.sums(), console.out());
            case CSV -> CalibrationFiles.worlds(result, console.out());
            case TABLE -> {
                if (!options.quiet) {
                    console.out().print(TextCalibration.of(result, console.columns()));
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
