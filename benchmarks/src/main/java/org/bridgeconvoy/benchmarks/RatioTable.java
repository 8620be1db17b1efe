package org.bridgeconvoy.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks and prints what each list or engine took, how that compares with a baseline of the same run (the JDK's
 * priority queue, or SSJ as shipped where it ran), and which aims are met. Takes JMH's own options; they win over the defaults here.
 */
public final class RatioTable {
    private static final List<String> BASELINES = List.of("priorityQueue", "ssjAsShipped");

    private RatioTable() {}

    /**
     * Runs the benchmarks and prints the table.
     *
     * @param args JMH's options, such as a pattern of benchmarks to run
     * @throws RunnerException if a benchmark fails
     * @throws CommandLineOptionException if an option is not known
     */
    public static void main(String[] args) throws RunnerException, CommandLineOptionException {
        CommandLineOptions given = new CommandLineOptions(args);
        ChainedOptionsBuilder options = new OptionsBuilder().parent(given).shouldFailOnError(true);
        if (!given.getForkCount().hasValue()) {
            options.forks(2);
        }
        if (!given.getWarmupIterations().hasValue()) {
            options.warmupIterations(3);
        }
        if (!given.getWarmupTime().hasValue()) {
            options.warmupTime(TimeValue.seconds(1));
        }
        if (!given.getMeasurementIterations().hasValue()) {
            options.measurementIterations(5);
        }
        if (!given.getMeasurementTime().hasValue()) {
            options.measurementTime(TimeValue.seconds(1));
        }
        System.out.print(table(new Runner(options.build()).run()));
    }

    /** One line per measurement, grouped by what was measured with which parameters; then the aims. */
    static String table(Collection<RunResult> results) {
        Measured measured = new Measured(results);
        List<String> lines = new ArrayList<>();
        measured.groups().forEach((group, members) -> {
            Interval baseline = baseline(members);
            members.forEach((name, result) -> lines.add(line(group, name, result, baseline)));
        });
        lines.add("");
        for (Aim aim : Aim.all()) {
            String verdict = aim.verdict(measured);
            lines.add(verdict == null ? aim.what() + ": not measured" : verdict);
        }
        return String.join("\n", lines) + "\n";
    }

    private static String line(String group, String name, RunResult result, @Nullable Interval baseline) {
        Result<?> time = result.getPrimaryResult();
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "%-42s %-27s %12.1f +- %9.1f %-5s",
                group,
                name,
                time.getScore(),
                time.getScoreError(),
                time.getScoreUnit()));
        if (baseline != null) {
            line.append(String.format(
                    Locale.ROOT,
                    "   baseline / this %6.2f",
                    baseline.over(Interval.of(time)).value()));
        }
        Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
        if (bytes != null) {
            line.append(String.format(Locale.ROOT, "   %.2f B allocated each", bytes.getScore()));
        }
        return line.toString();
    }

    private static @Nullable Interval baseline(Map<String, RunResult> members) {
        for (String name : BASELINES) {
            RunResult result = members.get(name);
            if (result != null) {
                return Interval.of(result.getPrimaryResult());
            }
        }
        return null;
    }
}
