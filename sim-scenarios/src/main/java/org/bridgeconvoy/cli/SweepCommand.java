package org.bridgeconvoy.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.bridgeconvoy.report.OutputFiles;
import org.bridgeconvoy.report.ShardFile;
import org.bridgeconvoy.report.StoredSettings;
import org.bridgeconvoy.report.SweepFiles;
import org.bridgeconvoy.report.SweepPoints;
import org.bridgeconvoy.report.TableFormat;
import org.bridgeconvoy.report.TextSweep;
import org.bridgeconvoy.report.UnfinishedPoints;
import org.bridgeconvoy.report.chart.SweepCharts;
import org.bridgeconvoy.report.html.HtmlReport;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.study.Effort;
import org.bridgeconvoy.study.Helpers;
import org.bridgeconvoy.study.Shard;
import org.bridgeconvoy.study.Sweep;
import org.bridgeconvoy.study.SweepResult;
import org.bridgeconvoy.study.SweepView;
import org.bridgeconvoy.study.Vary;
import org.bridgeconvoy.study.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code convoy sweep SCENARIO --vary PATH=V1,V2,…}: runs every combination of varied values. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            SweepCommand.SUMMARY,
            "Writes sweep.csv, sweep.json, report.html, response curves as SVG and, as it goes, each finished point."
                    + " Started again with the same --out, it goes on where it was and ends in the same bytes."
        },
        footer = {
            "",
            "Examples:",
            "  convoy sweep day-and-night --vary fleet.trucks=100,150,200,250",
            "  convoy sweep day-and-night --vary bridge.headway=\"20 s,30 s\" --vary fleet.trucks=100,200",
            "  convoy sweep day-and-night --vary fleet.trucks=100..300/50 --such-that \"outbound_trucks_per_open_day"
                    + " >= 100\"",
            "  convoy sweep day-and-night --vary \"origin.customs.time=lognormal(6 min, 3 min),constant(6 min)\""
        })
final class SweepCommand implements Callable<Integer> {

    static final String SUMMARY =
            "Runs every combination of varied values with the same random numbers and prints a table.";

    private final Console console;

    @Mixin
    private SweepOptions sweep = new SweepOptions();

    SweepCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        sweep.run.check();
        sweep.view();
        List<Vary> varied = sweep.varied();
        Shard part = sweep.shard.part();
        List<Scenario> scenarios = sweep.scenarios(console, varied);
        String name = scenarios.get(0).name() + "-sweep" + ShardOption.suffix(part);
        Path directory = sweep.run.out == null ? Path.of("out", name) : Path.of(sweep.run.out);
        if (!part.isWhole()) {
            return runShard(varied, scenarios, directory, part);
        }
        Expectation.tell(console, Effort.ofAll(scenarios, sweep.replications(scenarios)), sweep.run, directory);
        SweepPoints points = new SweepPoints(directory);
        refuseForeignPoints(directory, points, scenarios);
        sweep.run.warnOfReplacing(
                console, directory.resolve(SweepPoints.INDEX), scenarios.get(0), there -> isSame(there, varied));
        return whole(varied, scenarios, directory, List.of());
    }

    /**
     * Runs the points that are missing and writes the result.
     *
     * @param parts folders of shards, whose points are taken first
     */
    private int whole(List<Vary> varied, List<Scenario> scenarios, Path directory, List<Path> parts)
            throws IOException {
        SweepPoints points = new SweepPoints(directory);
        TableFormat tables = sweep.run.tables(console);
        try (OutputFiles files = Outputs.open(directory, SweepPoints.INDEX, List.of("sweep.csv", Outputs.REPORT))
                .as(tables)) {
            Interrupts interrupts =
                    Interrupts.closing(files, console, "the finished points stay, the same command goes on from them");
            try {
                for (Path folder : parts) {
                    ShardFile.copyPoints(folder, directory);
                }
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

    private int runShard(List<Vary> varied, List<Scenario> scenarios, Path directory, Shard part) throws IOException {
        SweepPoints points = new SweepPoints(directory);
        refuseForeignPoints(directory, points, scenarios);
        try (OutputFiles files = Outputs.open(directory, ShardFile.NAME, List.of())) {
            Interrupts interrupts =
                    Interrupts.closing(files, console, "the finished points stay, the same command goes on from them");
            try (Workers workers = sweep.run.workers(console);
                    ProgressLine progress = ProgressLine.on(console, sweep.run.quiet)) {
                sweep.view().check(scenarios);
                Sweep.runShard(
                        varied,
                        scenarios,
                        sweep.seed(scenarios),
                        sweep.replications(scenarios),
                        sweep.run.target(),
                        part,
                        workers,
                        points,
                        progress);
                points.keepOnly(part::has, scenarios.size());
                files.include(points.sums());
                ShardFile index = new ShardFile(
                        "sweep", sweep.arguments(scenarios), sweep.work(scenarios), part, scenarios.size());
                List<Path> written = files.commit(out -> index.write(files.sums(), out));
                if (!sweep.run.quiet) {
                    console.print("Shard " + part + ": " + points.sums().size() + " of " + scenarios.size()
                            + " points, in " + written.get(0).getParent() + "; put together by convoy merge");
                    console.out().flush();
                }
                return ExitStatus.DONE;
            } catch (IllegalArgumentException e) {
                throw asked(e);
            } finally {
                interrupts.close();
            }
        }
    }

    /**
     * Writes the result of a sweep of which shards have all points. The arguments of this command are those of the shards.
     *
     * @throws UsageException if the scenarios are not those of the shards
     */
    int merge(ShardFile index, List<Path> folders) throws IOException {
        List<Vary> varied = sweep.varied();
        List<Scenario> scenarios = sweep.scenarios(console, varied);
        if (!sweep.work(scenarios).equals(index.work()) || scenarios.size() != index.points()) {
            throw new UsageException("convoy: " + sweep.scenario
                    + " is not as the shards had it, or they were made by another version of this program;"
                    + " nothing was merged");
        }
        Path directory = Path.of(Objects.requireNonNull(sweep.run.out, "--out is given"));
        refuseForeignPoints(directory, new SweepPoints(directory), scenarios);
        return whole(varied, scenarios, directory, folders);
    }

    /** Refuses a folder with the finished points of another sweep. Those points must stay for the command that began them. */
    private void refuseForeignPoints(Path directory, SweepPoints points, List<Scenario> scenarios) throws IOException {
        boolean others =
                UnfinishedPoints.in(directory).filter(c -> !c.equals("sweep")).isPresent();
        if (others
                || !points.areOf(Sweep.keys(
                        scenarios, sweep.seed(scenarios), sweep.replications(scenarios), sweep.run.target()))) {
            Outputs.refuseUnfinishedPoints(directory);
        }
    }

    private static boolean isSame(StoredSettings there, List<Vary> varied) {
        Map<String, List<String>> now = new LinkedHashMap<>();
        varied.forEach(vary -> now.put(vary.path(), vary.values()));
        return there.varied().equals(now);
    }

    private SweepResult sweep(List<Vary> varied, List<Scenario> scenarios, SweepPoints points) {
        try (Workers workers = sweep.run.workers(console);
                ProgressLine progress = ProgressLine.on(console, sweep.run.quiet)) {
            return Sweep.run(
                    varied,
                    scenarios,
                    sweep.seed(scenarios),
                    sweep.replications(scenarios),
                    sweep.run.target(),
                    sweep.view(),
                    workers,
                    points,
                    progress);
        } catch (IllegalArgumentException e) {
            throw asked(e);
        }
    }

    /** What an option asks for and no point has is the user's to mend. */
    private RuntimeException asked(IllegalArgumentException e) {
        String option = sweep.run.target().isGiven() ? "--precision: " : "--metric and --such-that: ";
        SweepView view = sweep.view();
        boolean isAsked = sweep.run.target().isGiven()
                || !view.metrics().isEmpty()
                || !view.bounds().isEmpty();
        return isAsked ? new UsageException("convoy: " + option + e.getMessage()) : e;
    }

    private void write(SweepResult result, OutputFiles files) throws IOException {
        Map<String, OutputFiles.Content> contents = new LinkedHashMap<>();
        Set<String> drawn = new HashSet<>();
        contents.put("sweep.csv", out -> SweepFiles.csv(result, out));
        if (!sweep.run.noReport) {
            drawn.add(Outputs.REPORT);
            contents.put(
                    Outputs.REPORT,
                    out -> HtmlReport.write(
                            result, List.copyOf(sweep.warned), sweep.command(result), sweep.run.language(), out));
        }
        if (!sweep.run.noReport && SweepCharts.canDraw(result)) {
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

    private void print(Scenario loaded, SweepResult result, OutputFiles files, List<Path> written) throws IOException {
        switch (sweep.run.format()) {
            case JSON -> SweepFiles.json(result, files.sums(), console.out());
            case CSV -> SweepFiles.csv(result, console.out());
            case TABLE -> {
                if (!sweep.run.quiet) {
                    console.out().print(TextSweep.of(result, console.columns()));
                    console.print("");
                    console.print(
                            "Written: ",
                            "  ",
                            written.stream().map(Path::toString).collect(Collectors.joining(", ")));
                    ChanceOnly.tell(console, loaded, sweep.scenario, sweep.run.sets);
                }
            }
        }
        console.out().flush();
    }
}
