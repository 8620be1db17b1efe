package org.bridgeconvoy.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.bridgeconvoy.calendar.LocalClock;
import org.bridgeconvoy.calendar.TimeZone;
import org.bridgeconvoy.experiment.ReplicationException;
import org.bridgeconvoy.report.CsvFiles;
import org.bridgeconvoy.report.JsonSummary;
import org.bridgeconvoy.report.NotKnown;
import org.bridgeconvoy.report.OutputFiles;
import org.bridgeconvoy.report.TableFormat;
import org.bridgeconvoy.report.TextSummary;
import org.bridgeconvoy.report.html.HtmlReport;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.study.Effort;
import org.bridgeconvoy.study.Helpers;
import org.bridgeconvoy.study.Study;
import org.bridgeconvoy.study.StudyOptions;
import org.bridgeconvoy.study.StudyResult;
import org.bridgeconvoy.study.Workers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code convoy run SCENARIO}: simulates one scenario, prints the summary, and writes data files and a report. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            RunCommand.SUMMARY,
            "Writes summary.json, daily.csv, daily-cargo.csv, trips.csv, report.html, with through traffic traffic.csv"
                    + " and, where trucks break down, breakdowns.csv, and of observed counts observed.csv."
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  convoy run day-and-night",
            "  convoy run my-bridge.yaml --replications 100 --seed 7 --out out/first",
            "  convoy run day-and-night --set bridge.headway=\"20 s\" --set fleet.trucks=150",
            "  convoy run day-and-night --precision " + MetricFamily.DELIVERED_NAME + "=1%% --format json",
            "  convoy run day-and-night --only 12 --trips all",
            "  convoy run day-and-night --live"
        })
final class RunCommand implements Callable<Integer> {

    static final String SUMMARY =
            "Runs a scenario, prints what passes and what limits it, and writes the data and a report.";

    /** File with the settings and the checksums of the others; written last. */
    private static final String INDEX = "summary.json";

    /** The page that runs the model; the report has a link to it. */
    private static final String LIVE = "live.html";

    /** Files that this command may write beside its index. */
    private static final List<String> FILES = List.of(
            "daily.csv",
            "daily-cargo.csv",
            "trips.csv",
            "traffic.csv",
            "breakdowns.csv",
            "observed.csv",
            LIVE,
            Outputs.REPORT);

    private final Console console;

    /** Warnings printed so far; the report repeats them. */
    private final Set<String> warned = new LinkedHashSet<>();

    @Parameters(paramLabel = "SCENARIO", description = "Name of a built-in scenario or path of a YAML file.")
    @SuppressWarnings("NullAway.Init")
    private String scenario;

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private MattersOption matters = new MattersOption();

    @Option(
            names = "--controls",
            description = "Narrows the intervals of means by control variates: what appeared by chance beyond what was"
                    + " expected is taken out. Takes no more replications, but at least 30.")
    private boolean controls;

    @Option(
            names = "--no-limits",
            description = "Does not look for what limits throughput, which takes most of the time.")
    private boolean noLimits;

    @Option(
            names = "--no-answers",
            description = "Does not measure the answers that the scenario asks for, nor run their variants.")
    private boolean noAnswers;

    @Option(
            names = "--trips",
            paramLabel = "all|none|N",
            description = "For how many replications trips.csv has the trips (default: the first 10).")
    private String trips = Integer.toString(StudyOptions.DEFAULT_TRIPS);

    @Option(names = "--only", paramLabel = "R", description = "Runs replication R alone, the same as in a full run.")
    private @Nullable Integer only;

    @Option(
            names = "--live",
            description = "Also writes " + LIVE + ", a page beside the report that runs the scenario in the reader's"
                    + " browser, with sliders; see live --help.")
    private boolean live;

    RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        options.check();
        matters.matters();
        trips();
        RunOptions.require(only == null || only >= 1, "--only must be >= 1, got " + only);
        RunOptions.require(only == null || options.precision == null, "--only and --precision exclude each other");
        RunOptions.require(only == null || !controls, "--only and --controls exclude each other");
        Scenario loaded = Scenarios.load(console, scenario, options.sets, warned);
        StudyOptions how = studyOptions(loaded);
        String page = live ? livePage(loaded) : "";
        options.prepareReport();
        Path directory = options.out == null ? Path.of("out", loaded.name()) : Path.of(options.out);
        Effort effort = Effort.of(loaded, how);
        Expectation.tell(console, effort, options, directory);
        if (options.writesCsv()) {
            CsvFiles.tooLong(effort)
                    .forEach(hint -> console.complain("warning: " + hint + ", --data parquet a tenth of the bytes"));
        }
        Outputs.refuseUnfinishedPoints(directory);
        warnOfReplacing(directory, loaded, how);
        TableFormat tables = options.tables(console);
        try (OutputFiles files = Outputs.open(directory, INDEX, FILES).as(tables);
                Workers workers = options.workers(console)) {
            Interrupts interrupts = Interrupts.closing(files, console, "nothing was written");
            try {
                StudyResult result = study(loaded, how, workers).mattering(matters.matters());
                NotKnown notKnown = ChanceOnly.of(loaded, scenario, options.sets, directory);
                write(loaded, result, notKnown, page, files, workers.helpers());
                List<Path> written = files.commit(out -> JsonSummary.write(result, files.sums(), out));
                print(loaded, result, notKnown, files, written);
                return Outputs.status(files, console);
            } finally {
                interrupts.close();
            }
        }
    }

    /**
     * Warns if the default folder holds a result of other settings. Who tries {@code --seed} or {@code --set} once easily forgets that the
     * earlier result has the same folder.
     */
    private void warnOfReplacing(Path directory, Scenario loaded, StudyOptions how) {
        if (options.out != null) {
            return;
        }
        boolean mayBeMore = how.target().isGiven();
        int replications = only == null ? how.replications() : 1;
        ReplacementWarning.warn(
                console,
                directory.resolve(INDEX),
                there -> there.seed() == how.seed()
                        && (mayBeMore || there.replications() == replications)
                        && there.only() == how.only()
                        && (options.sets.isEmpty() || there.scenarioText().equals(loaded.resolvedText())),
                ReplacementWarning.settings(how.seed(), replications, how.only()) + options.withSets());
    }

    /** The number of replications whose trips are written, from {@code --trips}. */
    private int trips() {
        if (trips.equals("all")) {
            return Integer.MAX_VALUE;
        }
        if (trips.equals("none")) {
            return 0;
        }
        RunOptions.require(trips.matches("[0-9]{1,9}"), "--trips must be all, none or a number, got '" + trips + "'");
        return Integer.parseInt(trips);
    }

    private StudyOptions studyOptions(Scenario loaded) {
        return new StudyOptions(
                options.seed == null ? loaded.seed() : options.seed,
                options.replications == null ? loaded.replications() : options.replications,
                only == null ? 0 : only,
                trips(),
                !noLimits,
                !noAnswers,
                true,
                controls,
                options.target());
    }

    private static boolean hasBreakdowns(Scenario loaded) {
        return loaded.config().bridge().breakdowns() != null;
    }

    private StudyResult study(Scenario loaded, StudyOptions how, Workers workers) {
        try (ProgressLine progress = ProgressLine.on(console, options.quiet)) {
            return Study.run(loaded, how, workers, progress);
        } catch (ReplicationException e) {
            if (Failures.isOutOfMemory(e)) {
                throw e;
            }
            throw new FailedException(
                    Failures.describe(e) + "; rerun: convoy run " + quoted(scenario) + settings() + " --seed "
                            + e.seed() + " --only " + e.replication(),
                    e);
        } catch (IllegalArgumentException e) {
            throw how.target().isGiven() ? new UsageException("convoy: --precision: " + e.getMessage()) : e;
        }
    }

    /** The command line that gives this result again. */
    private String command(StudyResult result) {
        String count = only == null ? " --replications " + result.replications().size() : " --only " + only;
        return "convoy run " + quoted(scenario) + settings() + " --seed " + result.seed() + count
                + (controls ? " --controls" : "") + matters.again();
    }

    private String settings() {
        return options.sets.stream().map(s -> " --set " + quoted(s)).collect(Collectors.joining());
    }

    /** A word as a POSIX shell reads it: in single quotes if it has a character with a meaning of its own. */
    static String quoted(String word) {
        return word.matches("[A-Za-z0-9._/=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private String livePage(Scenario loaded) {
        List<String> sets = new ArrayList<>(options.sets);
        if (options.seed != null) {
            sets.add("seed=" + options.seed);
        }
        Scenario seeded =
                options.seed == null ? loaded : Scenarios.load(console, scenario, sets, new LinkedHashSet<>());
        try {
            return LivePages.of(console, scenario, seeded, sets, List.of()).html(LivePages.module(console));
        } catch (IOException e) {
            throw new FailedException(String.valueOf(e.getMessage()), e);
        }
    }

    private void write(
            Scenario loaded, StudyResult result, NotKnown notKnown, String page, OutputFiles files, Helpers helpers)
            throws IOException {
        Map<String, OutputFiles.Content> contents = new LinkedHashMap<>();
        if (result.hasTrucks()) {
            contents.put("daily.csv", out -> CsvFiles.daily(result, out));
            contents.put("daily-cargo.csv", out -> CsvFiles.dailyByCargo(result, out));
            contents.put("trips.csv", out -> CsvFiles.trips(result, out));
        }
        if (loaded.config().hasTraffic()) {
            contents.put("traffic.csv", out -> CsvFiles.traffic(result, out));
        }
        if (hasBreakdowns(loaded)) {
            contents.put("breakdowns.csv", out -> CsvFiles.breakdowns(result, out));
        }
        if (!loaded.observed().isEmpty()) {
            contents.put("observed.csv", out -> CsvFiles.observed(result, out));
        }
        if (!page.isEmpty()) {
            contents.put(LIVE, out -> out.write(page));
        }
        if (!options.noReport) {
            contents.put(
                    Outputs.REPORT,
                    out -> HtmlReport.write(
                            result,
                            List.copyOf(warned),
                            command(result),
                            notKnown,
                            page.isEmpty() ? "" : LIVE,
                            helpers,
                            options.language(),
                            out));
        }
        files.writeAll(contents, Set.of(Outputs.REPORT), helpers);
    }

    private void print(Scenario loaded, StudyResult result, NotKnown notKnown, OutputFiles files, List<Path> written)
            throws IOException {
        PrintWriter out = console.out();
        switch (options.format()) {
            case JSON -> JsonSummary.write(result, files.sums(), out);
            case CSV -> CsvFiles.metrics(result, out);
            case TABLE -> {
                if (options.quiet) {
                    result.warnings().forEach(w -> console.complain("warning: " + w));
                } else {
                    out.print(TextSummary.of(result, notKnown, console.columns()));
                    console.print("");
                    console.print(
                            "Written: ",
                            "  ",
                            written.stream().map(Path::toString).collect(Collectors.joining(", ")));
                    clocks(loaded).ifPresent(text -> console.print("Times: ", "  ", text));
                }
            }
        }
        out.flush();
    }

    /** A sentence on whose clock the times in the files are; empty if both banks keep the same time with one offset. */
    private static Optional<String> clocks(Scenario loaded) {
        TimeZone origin = loaded.config().origin().timeZone();
        TimeZone destination = loaded.config().destination().timeZone();
        if (origin.equals(destination) && origin.isFixed()) {
            return Optional.empty();
        }
        long kept = LocalClock.reference(origin, loaded.config().start());
        String clock = "all on the origin's clock, " + utc(ZoneOffset.ofTotalSeconds(Math.toIntExact(kept)))
                + (origin.isFixed() ? "" : " as at the start, also where " + origin.name() + " changes its clocks");
        return Optional.of(origin.equals(destination) ? clock : clock + "; the destination keeps " + name(destination));
    }

    private static String name(TimeZone zone) {
        return zone.isFixed() ? utc(ZoneOffset.ofTotalSeconds(zone.offsetAt(0))) : "the time of " + zone.name();
    }

    private static String utc(ZoneOffset offset) {
        return "UTC" + (offset.getTotalSeconds() == 0 ? "+00:00" : offset.getId());
    }
}
