package org.bridgeconvoy.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bridgeconvoy.report.chart.Charts;
import org.bridgeconvoy.report.chart.ConvoyChart;
import org.bridgeconvoy.report.chart.RunData;
import org.bridgeconvoy.report.chart.RunFiles;
import org.bridgeconvoy.report.chart.SensitivityCharts;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.study.WorldFacts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code convoy chart CHART --from DIR --to FILE}: draws one chart from the files of a finished run. */
@Command(
        name = "chart",
        mixinStandardHelpOptions = true,
        description = ChartCommand.SUMMARY,
        sortOptions = false,
        footer = {
            "",
            "Charts:",
            "  throughput       trucks and tonnes of each day",
            "  traffic          through traffic that crosses and waits by the time of day",
            "  queue            who waits for the bridge by the time of day",
            "  time-space       where trucks and vehicles are on the bridge, one day",
            "  time-space-hour  the same, the busiest hour of a day, or a quarter of it",
            "  states           where a truck's day goes",
            "  waits            how long trucks wait at each stage, and vehicles before the bridge",
            "  backlog          tonnes not yet delivered at the end of each day",
            "  use              how busy stations and lane are by the time of day",
            "  observed         observed counts beside the simulated ones, of a scenario with observed",
            "traffic, queue, the two time-space charts, waits and use need recorded trips or vehicles (run without --trips none).",
            "Of through traffic alone there is no throughput, states and backlog.",
            "",
            "Examples:",
            "  convoy chart throughput --from out/day-and-night --to throughput.svg",
            "  convoy chart queue --from out/day-and-night --to queue.pdf --size 120x80mm",
            "  convoy chart time-space --from out/day-and-night --to day.png --dpi 300"
        })
final class ChartCommand implements Callable<Integer> {

    static final String SUMMARY = "Draws a chart of what 'run' wrote, as SVG, PDF or PNG.";

    /** Width, height and unit of {@code --size}, such as {@code 160x90mm}. */
    private static final Pattern SIZE =
            Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*[xX×]\\s*([0-9]+(?:\\.[0-9]+)?)\\s*(mm|cm|in)?");

    private final Console console;

    @Parameters(paramLabel = "CHART", description = "Which chart; see below.")
    @SuppressWarnings("NullAway.Init")
    private String chart;

    @Option(names = "--from", paramLabel = "DIR", required = true, description = "Directory that 'run' wrote.")
    @SuppressWarnings("NullAway.Init")
    private String from;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            required = true,
            description = "File to write; its name ends in .svg, .pdf or .png.")
    @SuppressWarnings("NullAway.Init")
    private String to;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "Size in mm (without a unit, too), cm or in (default: 160x90mm).")
    private String size = "160x90mm";

    @Option(names = "--dpi", paramLabel = "N", description = "Resolution of a PNG (default: 200).")
    private int dpi = 200;

    ChartCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        RunOptions.require(
                !SensitivityCharts.NAMES.contains(chart),
                "the chart '" + chart
                        + "' stands in report.html of 'convoy sensitivity'; chart draws what 'run' wrote");
        RunOptions.require(
                Charts.NAMES.contains(chart), "no chart '" + chart + "'; there are " + String.join(", ", Charts.NAMES));
        RunOptions.require(
                to.toLowerCase(Locale.ROOT).matches(".*\\.(svg|pdf|png)"),
                "--to must end in .svg, .pdf or .png, got '" + to + "'");
        RunOptions.require(!Files.isDirectory(Path.of(to)), "--to needs a file, '" + to + "' is a directory");
        Matcher sides = SIZE.matcher(size);
        RunOptions.require(sides.matches(), "--size must be like 160x90mm, got '" + size + "'");
        RunData data = data();
        Optional<ConvoyChart> drawn = Charts.named(chart, data);
        RunOptions.require(drawn.isPresent(), "chart '" + chart + "' needs " + missing(data));
        ConvoyChart sized = sized(drawn.orElseThrow(), sides);
        try {
            sized.write(Path.of(to));
        } catch (IllegalArgumentException e) {
            throw new UsageException("convoy: " + e.getMessage());
        } catch (AccessDeniedException e) {
            throw new UsageException("convoy: cannot write " + to + ": access denied");
        }
        console.print("Written: " + to);
        return ExitStatus.DONE;
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
