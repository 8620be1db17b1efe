package org.bridgeconvoy.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.bridgeconvoy.live.LivePage;
import org.bridgeconvoy.report.WholeFile;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.study.Vary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code convoy live SCENARIO}: writes a page that runs the scenario in the reader's browser. */
@Command(
        name = "live",
        mixinStandardHelpOptions = true,
        description = LiveCommand.SUMMARY,
        sortOptions = false,
        footer = {
            "",
            "The page is one file and needs no network. Its sliders are those asked for; else what the scenario calls"
                    + " uncertain; else what",
            "it has costs for, headway, clearance, trucks and servers. In a source tree the first page takes about a"
                    + " minute more, in which",
            "Maven compiles the model for the browser.",
            "",
            "Examples:",
            "  convoy live day-and-night",
            "  convoy live border.yaml --knob 'bridge.headway=20 s..60 s/5 s' --knob fleet.trucks=100..400/25 --to"
                    + " border.html"
        })
final class LiveCommand implements Callable<Integer> {

    static final String SUMMARY = "Writes a page that runs the scenario in the reader's browser, with sliders.";

    private final Console console;

    @Parameters(paramLabel = "SCENARIO", description = "Name of a built-in scenario or path of a YAML file.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(
            names = "--knob",
            paramLabel = "PATH=VALUES",
            description = "A slider: PATH=FROM..TO/STEP, or values separated by commas; may be repeated.")
    private List<String> knobs = new ArrayList<>();

    @Option(names = "--set", paramLabel = "PATH=VALUE", description = "Sets a value of the base; may be repeated.")
    private List<String> sets = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the random numbers (default: the scenario's).")
    private @Nullable Long seed;

    @Option(names = "--to", paramLabel = "FILE", description = "File to write (default: NAME-live.html).")
    private @Nullable String to;

    LiveCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        String target = to;
        RunOptions.require(
                target == null || target.toLowerCase(Locale.ROOT).matches(".*\\.html?"),
                "--to must end in .html, got '" + target + "'");
        RunOptions.require(
                target == null || !Files.isDirectory(Path.of(target)),
                "--to needs a file, '" + target + "' is a directory");
        List<Vary> asked = knobs.stream().map(LiveCommand::vary).toList();
        List<String> set = new ArrayList<>(sets);
        if (seed != null) {
            set.add("seed=" + seed);
        }
        Scenario scenario = Scenarios.load(console, name, set);
        LivePage page = LivePages.of(console, name, scenario, set, asked);
        Path file = Path.of(target == null ? scenario.name() + "-live.html" : target);
        try {
            byte[] html = page.html(LivePages.module(console)).getBytes(StandardCharsets.UTF_8);
            WholeFile.write(file, html);
            console.out().println(file + ": " + (html.length + 500) / 1000 + " kB; open it in a browser");
        } catch (IOException e) {
            throw new FailedException(String.valueOf(e.getMessage()), e);
        }
        return ExitStatus.DONE;
    }

    private static Vary vary(String text) {
        try {
            return Vary.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException("convoy: --knob " + e.getMessage());
        }
    }
}
