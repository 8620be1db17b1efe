package org.bridgeconvoy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bridgeconvoy.report.chart.Charts;
import org.bridgeconvoy.report.chart.ConvoyChart;
import org.bridgeconvoy.report.chart.RunData;
import org.bridgeconvoy.report.chart.RunFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code convoy chart CHART --from DIR --to FILE}. */
@Command(
        name = "chart",
        mixinStandardHelpOptions = true,
        description = "Draws a chart of what 'run' wrote, as SVG, PDF or PNG.",
        sortOptions = false,
        footer = {
            "",
            "Charts: throughput, queue, time-space, time-space-hour, states, waits, backlog, use, observed.",
            "",
            "Examples:",
            "  convoy chart throughput --from out/day-and-night --to throughput.svg",
            "  convoy chart queue --from out/day-and-night --to queue.pdf --size 120x80mm",
            "  convoy chart time-space --from out/day-and-night --to day.png --dpi 300"
        })
final class ChartCommand implements Callable<Integer> {

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

    @Option(names = "--size", paramLabel = "WxH", description = "Size in mm, cm or in (default: 160x90mm).")
    private String size = "160x90mm";

    @Option(names = "--dpi", paramLabel = "N", description = "Resolution of a PNG (default: 200).")
    private int dpi = 200;

    ChartCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        RunOptions.require(
                Charts.NAMES.contains(chart), "no chart '" + chart + "'; there are " + String.join(", ", Charts.NAMES));
        RunOptions.require(
                to.toLowerCase(Locale.ROOT).matches(".*\\.(svg|pdf|png)"),
                "--to must end in .svg, .pdf or .png, got '" + to + "'");
        RunOptions.require(!Files.isDirectory(Path.of(to)), "--to needs a file, '" + to + "' is a directory");
        Matcher sides = SIZE.matcher(size);
        RunOptions.require(sides.matches(), "--size must be like 160x90mm, got '" + size + "'");
        Optional<ConvoyChart> drawn = Charts.named(chart, data());
        RunOptions.require(
                drawn.isPresent(),
                "chart '" + chart + "' needs what the run did not write: "
                        + (chart.equals("states")
                                ? "truck_h_per_day metrics"
                                : chart.equals("observed")
                                        ? "observed.csv (of a scenario with observed counts)"
                                        : "trips (run without --trips none)"));
        ConvoyChart sized = sized(drawn.orElseThrow(), sides);
        try {
            sized.write(Path.of(to));
        } catch (IllegalArgumentException e) {
            throw new UsageException("convoy: " + e.getMessage());
        }
        console.print("Written: " + to);
        return Convoy.DONE;
    }

    private RunData data() {
        try {
            return RunFiles.read(Path.of(from));
        } catch (IOException e) {
            throw new UsageException("convoy: " + e.getMessage());
        }
    }

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
