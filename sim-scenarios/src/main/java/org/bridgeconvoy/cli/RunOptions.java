package org.bridgeconvoy.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.bridgeconvoy.cluster.SparkModule;
import org.bridgeconvoy.columns.ParquetTables;
import org.bridgeconvoy.report.Language;
import org.bridgeconvoy.report.StoredSettings;
import org.bridgeconvoy.report.TableFormat;
import org.bridgeconvoy.report.html.HtmlReport;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.study.Target;
import org.bridgeconvoy.study.Workers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that all simulating commands share: run, compare and sweep. */
final class RunOptions {

    /** Formats of what goes to standard output. */
    enum Format {
        /** A summary for people. */
        TABLE,
        /** What the JSON file holds. */
        JSON,
        /** The metrics as CSV. */
        CSV
    }

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Directory for the output files; it is made if need be (default: out/NAME,"
                    + " of compare out/compare-A-B, of the others out/NAME-COMMAND).")
    @Nullable
    String out;

    @Option(names = "--replications", paramLabel = "N", description = "How many replications (default: the file's).")
    @Nullable
    Integer replications;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of the random numbers (default: the file's).")
    @Nullable
    Long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many threads (default: the processors). The results do not depend on it.")
    @Nullable
    Integer threads;

    @Option(
            names = "--on",
            paramLabel = "CLUSTER",
            description =
                    "Runs the replications on Apache Spark: spark://HOST:PORT, or local[*] for the threads of this"
                            + " machine. The results do not depend on it. The module for it is built, and Spark fetched (220 MB), the"
                            + " first time.")
    private @Nullable String on = System.getProperty("convoy.on");

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Sets a value of the scenario; may be repeated: --set bridge.headway=\"20 s\".")
    List<String> sets = new ArrayList<>();

    @Option(
            names = "--precision",
            paramLabel = "METRIC=X%",
            description =
                    "Runs more replications until the half-width of the metric's 95%% interval is at most X%% of its"
                            + " mean: --precision " + MetricFamily.DELIVERED_NAME
                            + "=1%%. Each point of a sweep by itself; run --format"
                            + " csv lists the metrics.")
    @Nullable
    String precision;

    @Option(
            names = "--format",
            paramLabel = "table|json|csv",
            description = "What goes to standard output (default: table).")
    String format = "table";

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "Language of the page: en, ko or zh (default: en). Data files and the console stay English.")
    String language = "en";

    @Option(
            names = "--data",
            paramLabel = "csv|parquet",
            description =
                    "Format of the tables among the output files (default: csv). Parquet takes a tenth of the bytes;"
                            + " DuckDB, which writes it, is fetched the first time (80 MB).")
    private String data = "csv";

    @Option(names = "--quiet", description = "No progress and no table, only errors and warnings.")
    boolean quiet;

    @Option(names = "--no-report", description = "No HTML report.")
    boolean noReport;

    /** What Spark calls a master; {@code spark-submit} has chosen one itself. */
    private static final Pattern ON =
            Pattern.compile("spark://[^/\\s]+:[0-9]+|local(\\[([1-9][0-9]{0,3}|\\*)\\])?|spark-submit");

    RunOptions() {}

    /** Loads the classes of the report on a thread of their own while the scenario runs, unless {@code --threads 1} asks for one thread. */
    void prepareReport() {
        if (!noReport && threads() > 1) {
            Thread thread = new Thread(HtmlReport::prepare, "report");
            thread.setDaemon(true);
            // A failure here comes again, and is then reported, when the report is written.
            thread.setUncaughtExceptionHandler((t, e) -> {});
            thread.start();
        }
    }

    /**
     * Warns if the default folder of a comparison or sweep holds a result of other settings. These results do not record the values of
     * {@code --set}; with {@code --set} they always count as other settings.
     *
     * @param index file that holds the settings of the earlier result
     * @param first scenario whose seed and replications hold where the options give none
     * @param same whether the other settings of the earlier result are those of this command
     */
    void warnOfReplacing(Console console, Path index, Scenario first, Predicate<StoredSettings> same) {
        if (out != null) {
            return;
        }
        long seedNow = seed == null ? first.seed() : seed;
        int replicationsNow = replications == null ? first.replications() : replications;
        ReplacementWarning.warn(
                console,
                index,
                there -> sets.isEmpty()
                        && there.seed() == seedNow
                        && (precision != null || there.replications() == replicationsNow)
                        && same.test(there),
                ReplacementWarning.settings(seedNow, replicationsNow, 0) + withSets());
    }

    /** The values of {@code --set} as the end of a sentence, after the number of replications; empty if there are none. */
    String withSets() {
        return sets.isEmpty() ? "" : ", with " + String.join(", ", sets);
    }

    /**
     * Checks what can be checked without the scenario.
     *
     * @throws UsageException if an option has a value that it may not have
     */
    void check() {
        format();
        require(writesCsv() || data.equals("parquet"), "--data must be csv or parquet, got '" + data + "'");
        require(out == null || !out.isBlank(), "--out must name a directory, got nothing");
        require(replications == null || replications >= 1, "--replications must be >= 1, got " + replications);
        language();
        require(threads == null || threads >= 1, "--threads must be >= 1, got " + threads);
        target();
        require(
                on == null || ON.matcher(on).matches(),
                "--on must be spark://HOST:PORT, local[*] or local[N], got '" + on + "'");
        for (String set : sets) {
            require(set.indexOf('=') > 0, "--set must be PATH=VALUE, got '" + set + "'");
        }
    }

    /** Throws a {@link UsageException} with the message unless the condition holds. */
    static void require(boolean holds, String message) {
        if (!holds) {
            throw new UsageException("convoy: " + message);
        }
    }

    /** The language of the page. */
    Language language() {
        return Language.of(language)
                .orElseThrow(() -> new UsageException("convoy: --language must be "
                        + String.join(" or ", Language.codes()) + ", got '" + language + "'"));
    }

    Format format() {
        return switch (format) {
            case "table" -> Format.TABLE;
            case "json" -> Format.JSON;
            case "csv" -> Format.CSV;
            default -> throw new UsageException("convoy: --format must be table, json or csv, got '" + format + "'");
        };
    }

    /** Whether tables are written as CSV. */
    boolean writesCsv() {
        return data.equals("csv");
    }

    /**
     * The format of tables. Fetches what it needs, so that nothing is simulated in vain.
     *
     * @throws UsageException if it cannot be had
     */
    TableFormat tables(Console console) {
        if (writesCsv()) {
            return TableFormat.CSV;
        }
        ParquetTables parquet = new ParquetTables(line -> console.complain("convoy: " + line));
        try {
            parquet.prepare();
        } catch (IOException e) {
            throw new UsageException("convoy: " + e.getMessage() + "; nothing was run");
        }
        return parquet;
    }

    /** The number of threads: {@code --threads}, or the number of processors. */
    int threads() {
        return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    }

    /**
     * The threads, and the cluster that {@code --on} names.
     *
     * @throws FailedException if the cluster cannot be had
     */
    Workers workers(Console console) {
        if (on == null) {
            return Workers.of(threads());
        }
        try {
            return Workers.of(threads())
                    .on(SparkModule.open(on, console.modules(), line -> console.complain("convoy: " + line)));
        } catch (IOException e) {
            throw new FailedException(e.getMessage() + "; nothing was run", e);
        }
    }

    /** The precision asked for by {@code --precision}, such as {@code delivered_t_per_day=1%}; {@link Target#NONE} without that option. */
    Target target() {
        if (precision == null) {
            return Target.NONE;
        }
        int equals = precision.lastIndexOf('=');
        String share = precision.substring(equals + 1).strip();
        require(equals > 0 && share.endsWith("%"), "--precision must be METRIC=X%, got '" + precision + "'");
        try {
            double percent = Double.parseDouble(share.substring(0, share.length() - 1));
            return new Target(precision.substring(0, equals).strip(), percent / 100);
        } catch (IllegalArgumentException e) {
            throw new UsageException("convoy: --precision must be METRIC=X% with X above 0, got '" + precision + "'");
        }
    }
}
