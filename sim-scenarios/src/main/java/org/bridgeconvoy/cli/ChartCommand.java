package org.bridgeconvoy.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bridgeconvoy.report.chart.CalibrationCharts;
import org.bridgeconvoy.report.chart.Charts;
import org.bridgeconvoy.report.chart.ConvoyChart;
import org.bridgeconvoy.report.chart.FolderCharts;
import org.bridgeconvoy.report.chart.OptimumCharts;
import org.bridgeconvoy.report.chart.RunData;
import org.bridgeconvoy.report.chart.RunFiles;
import org.bridgeconvoy.report.chart.SensitivityCharts;
import org.bridgeconvoy.report.chart.StudyFolders;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.study.WorldFacts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code convoy chart CHART --from DIR --to FILE}: draws one chart from the files of a finished command. */
@Command(
        name = "chart",
        mixinStandardHelpOptions = true,
        description = ChartCommand.SUMMARY,
        sortOptions = false,
        footer = {
            "",
            "Charts of what 'run' wrote:",
            "  before-after     tonnes not yet delivered, with and without; on the page alone",
            "  curves           who has joined the queue and who has entered the bridge, one day",
            "  gantt            where each of 40 trucks is, one day",
            "  week             who waits for the bridge, by weekday and hour",
            "  relax            what each constraint relaxed alone changes",
            "  throughput       trucks and tonnes of each day",
            "  traffic          through traffic that crosses and waits by the time of day",
            "  queue            who waits for the bridge by the time of day",
            "  time-space       where trucks and vehicles are on the bridge, one day",
            "  time-space-hour  the same, the busiest hour of a day, or a quarter of it",
            "  states           where the hours of a trip go",
            "  waits            how long trucks wait at each stage, and vehicles before the bridge",
            "  backlog          tonnes not yet delivered at the end of each day",
            "  use              how busy stations and lane are by the time of day",
            "  observed         observed counts beside the simulated ones, of a scenario with observed",
            "curves, week, traffic, queue, the two time-space charts, waits and use need recorded trips or vehicles, gantt"
                    + " trips (run without --trips none).",
            "Of through traffic alone there is no throughput, states and backlog.",
            "",
            "Chart of what 'compare' wrote, of one --metric:",
            "  comparison       differences from the first scenario",
            "",
            "Charts of what 'sweep' wrote, of one --metric:",
            "  response         the metric at every point that was tried",
            "  differences      every point minus the first one",
            "  map              the metric by two varied values, the second with three or more",
            "",
            "Charts of what 'sensitivity' wrote, of one --metric:",
            "  expect           the range to expect: what is not known, and chance",
            "  sobol            which inputs the spread between worlds comes from",
            "  tornado          one input at a time, at its ends or alternatives",
            "  input            the metric by one --input, with the mean of worlds near each value",
            "",
            "Charts of what 'optimise' wrote:",
            "  frontier         combinations by two goals, or by the goal and the first bound",
            "  progress         the best so far by replications, of one goal",
            "",
            "Charts of what 'calibrate' wrote:",
            "  observed         one --metric (a column), observed and as the calibrated model gives it",
            "  input            one --input before and after",
            "  pair             two --input against each other after; the most correlated if none is given",
            "",
            "Examples:",
            "  convoy chart throughput --from out/day-and-night --to throughput.svg",
            "  convoy chart queue --from out/day-and-night --to queue.pdf --size 120x80mm",
            "  convoy chart time-space --from out/day-and-night --to day.png --dpi 300",
            "  convoy chart tornado --from out/day-and-night-sensitivity --metric lead_time_h --to tornado.svg",
            "  convoy chart response --from out/day-and-night-sweep --metric lead_time_h --to response.svg",
            "  convoy chart frontier --from out/border-optimise --to frontier.pdf",
            "  convoy chart queue --from out/day-and-night --to queue.csv",
            "  convoy chart all --from out/day-and-night --to charts --format svg,png"
        })
final class ChartCommand implements Callable<Integer> {

    static final String SUMMARY =
            "Draws a chart of what 'run', 'compare', 'sweep' or a decision command wrote, as SVG, PDF or PNG.";

    /** Width, height and unit of {@code --size}, such as {@code 160x90mm}. */
    private static final Pattern SIZE =
            Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*[xX×]\\s*([0-9]+(?:\\.[0-9]+)?)\\s*(mm|cm|in)?");

    /** Stands for every chart of the folder. */
    private static final String ALL = "all";

    private static final List<String> FORMATS = List.of("svg", "pdf", "png", "csv", "json");

    private final Console console;

    @Parameters(paramLabel = "CHART", description = "Which chart; see below. 'all' draws every chart of the directory.")
    @SuppressWarnings("NullAway.Init")
    private String chart;

    @Option(names = "--from", paramLabel = "DIR", required = true, description = "Directory that the command wrote.")
    @SuppressWarnings("NullAway.Init")
    private String from;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            required = true,
            description =
                    "File to write; its name ends in .svg, .pdf, .png, .csv or .json. Of 'all' a directory, made if it"
                            + " is not there.")
    @SuppressWarnings("NullAway.Init")
    private String to;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "Size in mm (without a unit, too), cm or in (default: 160x90mm).")
    private String size = "160x90mm";

    @Option(names = "--dpi", paramLabel = "N", description = "Resolution of a PNG (default: 200).")
    private int dpi = 200;

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "FORMAT",
            description = "Formats of 'all', separated by commas: svg, pdf, png, csv, json (default: svg).")
    private List<String> formats = List.of();

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            description = "Metric, or observed column, that the chart is of (default: the first).")
    private @Nullable String metric;

    @Option(
            names = "--input",
            paramLabel = "PATH",
            description = "Uncertain input that the chart is of (default: the one that matters most, or the first).")
    private List<String> inputs = List.of();

    ChartCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        RunOptions.require(
                chart.equals(ALL) || all().contains(chart),
                "no chart '" + chart + "'; there are all, " + String.join(", ", all()));
        Matcher sides = SIZE.matcher(size);
        RunOptions.require(sides.matches(), "--size must be like 160x90mm, got '" + size + "'");
        if (chart.equals(ALL)) {
            return everyChart(sides);
        }
        RunOptions.require(formats.isEmpty(), "--format is of 'all'; of one chart the ending of --to says it");
        RunOptions.require(
                to.toLowerCase(Locale.ROOT).matches(".*\\.(" + String.join("|", FORMATS) + ")"),
                "--to must end in .svg, .pdf, .png, .csv or .json, got '" + to + "'");
        RunOptions.require(!Files.isDirectory(Path.of(to)), "--to needs a file, '" + to + "' is a directory");
        write(sized(drawn(), sides), Path.of(to));
        console.print("Written: " + to);
        return ExitStatus.DONE;
    }

    private static void write(ConvoyChart sized, Path file) throws IOException {
        try {
            sized.write(file);
        } catch (IllegalArgumentException e) {
            throw new UsageException("convoy: " + e.getMessage());
        } catch (AccessDeniedException e) {
            throw new UsageException("convoy: cannot write " + file + ": access denied");
        }
    }

    /** Draws every chart of the folder, each in every format asked for. */
    private Integer everyChart(Matcher sides) throws IOException {
        List<String> endings = formats.isEmpty() ? List.of("svg") : formats;
        for (String ending : endings) {
            RunOptions.require(
                    FORMATS.contains(ending),
                    "--format must be of " + String.join(", ", FORMATS) + ", got '" + ending + "'");
        }
        RunOptions.require(
                metric == null && inputs.isEmpty(), "'all' takes no --metric and no --input; it draws each chart once");
        RunOptions.require(
                !Files.exists(Path.of(to)) || Files.isDirectory(Path.of(to)),
                "of 'all' --to is a directory, '" + to + "' is a file");
        Map<String, ConvoyChart> charts = new LinkedHashMap<>();
        List<FolderCharts> studies = studies();
        for (FolderCharts study : studies) {
            study.names().forEach(name -> charts.putAll(each(study, name)));
        }
        if (studies.isEmpty() || Files.exists(Path.of(from, "summary.json"))) {
            RunData data = data();
            for (String name : Charts.NAMES) {
                Charts.named(name, data).ifPresent(drawn -> charts.putIfAbsent(name, drawn));
            }
        }
        Files.createDirectories(Path.of(to));
        for (Map.Entry<String, ConvoyChart> one : charts.entrySet()) {
            for (String ending : endings) {
                write(sized(one.getValue(), sides), Path.of(to, one.getKey() + "." + ending));
            }
        }
        console.print("Written: " + charts.size() + (charts.size() == 1 ? " chart" : " charts") + " as "
                + String.join(", ", endings) + " in " + to + ": " + String.join(", ", charts.keySet()));
        return ExitStatus.DONE;
    }

    /** A chart of the folder, or one for each of its metrics: {@code response-lead_time_h}. */
    private Map<String, ConvoyChart> each(FolderCharts study, String name) {
        Map<String, ConvoyChart> charts = new LinkedHashMap<>();
        for (String of : study.metrics()) {
            charts.put(name + "-" + of, draw(study, new FolderCharts.Wish(name, of, List.of())));
        }
        return charts.isEmpty() ? Map.of(name, draw(study, name)) : charts;
    }

    /** Names of all charts, each once. */
    private static List<String> all() {
        return Stream.of(
                        Charts.NAMES,
                        StudyFolders.OF_COMPARISON,
                        StudyFolders.OF_SWEEP,
                        SensitivityCharts.NAMES,
                        OptimumCharts.NAMES,
                        CalibrationCharts.NAMES)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** The chart, of whichever command wrote the folder. */
    private ConvoyChart drawn() {
        List<FolderCharts> studies = studies();
        for (FolderCharts study : studies) {
            if (study.names().contains(chart)) {
                return draw(study);
            }
        }
        boolean isRun = Files.exists(Path.of(from, "summary.json"));
        if (!studies.isEmpty() && !(isRun && Charts.NAMES.contains(chart))) {
            return refuse(studies.get(0));
        }
        RunOptions.require(
                Charts.NAMES.contains(chart),
                "the chart '" + chart + "' is of what '"
                        + String.join("' or '", commandsOf(chart)) + "' writes; " + from
                        + (isRun
                                ? " is of 'run', which has " + String.join(", ", Charts.NAMES)
                                : " has none of their files"));
        RunOptions.require(
                metric == null && inputs.isEmpty(), "the charts of what 'run' wrote take no --metric and no --input");
        RunData data = data();
        return Charts.named(chart, data)
                .orElseThrow(() -> new UsageException("convoy: chart '" + chart + "' needs " + missing(data)));
    }

    private static List<String> commandsOf(String chart) {
        List<String> commands = new ArrayList<>();
        if (StudyFolders.OF_COMPARISON.contains(chart)) {
            commands.add("compare");
        }
        if (StudyFolders.OF_SWEEP.contains(chart)) {
            commands.add("sweep");
        }
        if (SensitivityCharts.NAMES.contains(chart)) {
            commands.add("sensitivity");
        }
        if (OptimumCharts.NAMES.contains(chart)) {
            commands.add("optimise");
        }
        if (CalibrationCharts.NAMES.contains(chart)) {
            commands.add("calibrate");
        }
        return commands;
    }

    private List<FolderCharts> studies() {
        try {
            return StudyFolders.in(Path.of(from));
        } catch (IOException e) {
            throw new UsageException("convoy: " + e.getMessage());
        }
    }

    private ConvoyChart draw(FolderCharts study) {
        return draw(study, chart);
    }

    private ConvoyChart draw(FolderCharts study, String name) {
        return draw(study, new FolderCharts.Wish(name, metric, inputs));
    }

    private static ConvoyChart draw(FolderCharts study, FolderCharts.Wish wish) {
        try {
            return study.draw(wish);
        } catch (IllegalArgumentException e) {
            throw new UsageException("convoy: " + e.getMessage());
        }
    }

    /** Says which charts a folder has in place of another, or why it lacks the one. */
    private ConvoyChart refuse(FolderCharts study) {
        RunOptions.require(
                commandsOf(chart).contains(study.command()),
                from + " is of 'convoy " + study.command() + "' and has no chart '" + chart + "'; it has "
                        + (study.names().isEmpty() ? "none" : String.join(", ", study.names())));
        return draw(study);
    }

    /** What the chart needs and the run's files lack, with the likely reason. */
    private String missing(RunData data) {
        if (chart.equals("traffic") && !data.hasTraffic()) {
            return "through traffic, and the scenario has none";
        }
        if (!data.hasTrucks() && List.of("throughput", "states", "backlog").contains(chart)) {
            return "trucks, and this is a run of through traffic alone; it has traffic, queue, time-space,"
                    + " time-space-hour, waits and use";
        }
        if (chart.equals("states")) {
            return "the metrics " + MetricFamily.TRUCK_H_PER_DAY.pattern() + ", which the run did not write";
        }
        if (chart.equals("before-after")) {
            return "the days of a variant, which a run's files do not hold; report.html has the chart where an answer compares them";
        }
        if (chart.equals("relax")) {
            return "constraints that were relaxed, and the files have none: the run was made with --no-limits or by an earlier version, or demand has no bound";
        }
        if (chart.equals("observed")) {
            return "observed.csv, which a run writes of a scenario with observed counts";
        }
        if (chart.equals("traffic") || !data.hasTrucks()) {
            return "recorded vehicles, and the run has none: "
                    + (data.vehicles().isEmpty() ? "it was made with --trips none" : "no vehicle appeared");
        }
        boolean anything = data.daily().stream()
                .flatMapToInt(days -> Arrays.stream(days.consignedTrucks()))
                .anyMatch(n -> n > 0);
        return "trips, and the run has none: "
                + (anything
                        ? "no truck began one, or it was made with --trips none"
                        : "nothing was consigned on any day");
    }

    /** The run's files; throws a {@link UsageException} if they are missing or damaged. */
    private RunData data() {
        try {
            return RunFiles.read(Path.of(from), text -> WorldFacts.ofText(text, console.loader()));
        } catch (IOException e) {
            throw new UsageException("convoy: " + e.getMessage());
        }
    }

    /** The chart with the size of {@code --size} and the resolution of {@code --dpi}. */
    private ConvoyChart sized(ConvoyChart drawn, Matcher sides) {
        String unit = sides.group(3);
        double mm = "cm".equals(unit) ? 10 : "in".equals(unit) ? 25.4 : 1;
        try {
            return drawn.size(Double.parseDouble(sides.group(1)) * mm, Double.parseDouble(sides.group(2)) * mm)
                    .dpi(dpi);
        } catch (IllegalArgumentException e) {
            throw new UsageException("convoy: " + e.getMessage());
        }
    }
}
