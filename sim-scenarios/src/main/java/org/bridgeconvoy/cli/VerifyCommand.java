package org.bridgeconvoy.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.bridgeconvoy.report.OutputFiles;
import org.bridgeconvoy.report.VerifyPage;
import org.bridgeconvoy.study.Version;
import org.bridgeconvoy.study.Workers;
import org.bridgeconvoy.verify.Check;
import org.bridgeconvoy.verify.Verification;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code convoy verify}: runs the cases with a known answer and prints a table or page of them. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            VerifyCommand.SUMMARY,
            "The cases are queues, single lanes, demand, generators, intervals and sensitivity; for each it prints what was expected, what"
                    + " came out and the verdict: pass or fail. A fail makes the exit status 1."
        },
        footer = {"", "Examples:", "  convoy verify", "  convoy verify --out out/verify", "  convoy verify --format csv"
        })
final class VerifyCommand implements Callable<Integer> {

    static final String SUMMARY = "Runs every case with a known answer and prints whether it came out.";

    private final Console console;

    @Option(names = "--out", paramLabel = "DIR", description = "Writes the page verify.html there.")
    private @Nullable String out;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of the random numbers (default: 1).")
    private long seed = 1;

    @Option(names = "--threads", paramLabel = "N", description = "How many threads (default: the processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--format",
            paramLabel = "table|json|csv",
            description = "What goes to standard output (default: table).")
    private String format = "table";

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        RunOptions.require(threads >= 1, "--threads must be >= 1, got " + threads);
        RunOptions.require(
                List.of("table", "json", "csv").contains(format),
                "--format must be table, json or csv, got '" + format + "'");
        List<Check> checks;
        if (out == null) {
            checks = run();
        } else {
            try (OutputFiles files = Outputs.open(Path.of(out), "verify.html", List.of())) {
                Interrupts interrupts = Interrupts.closing(files, console, "nothing was written");
                try {
                    checks = run();
                    files.commit(page -> VerifyPage.html(checks, seed, Version.current(), page));
                } finally {
                    interrupts.close();
                }
            }
        }
        print(checks);
        return checks.stream().allMatch(Check::passed) ? ExitStatus.DONE : ExitStatus.FAILED;
    }

    private List<Check> run() {
        try (Workers workers = Workers.of(threads)) {
            return Verification.run(seed, workers.pool(), workers.threads());
        }
    }

    private void print(List<Check> checks) throws IOException {
        switch (format) {
            case "json" -> VerifyPage.json(checks, console.out());
            case "csv" -> VerifyPage.csv(checks, console.out());
            default -> console.out().print(VerifyPage.text(checks, console.columns()));
        }
        console.out().flush();
    }
}
