package org.bridgeconvoy.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
 * Runs the benchmarks and prints what each list or engine took, and how that compares with a baseline of the same run: the JDK's
 * priority queue, or SSJ as shipped where it ran. Takes JMH's own options; they win over the defaults here.
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

    /** One line per measurement, grouped by what was measured with which parameters. */
    static String table(Collection<RunResult> results) {
        Map<String, Map<String, Result<?>>> groups = new LinkedHashMap<>();
        for (RunResult result : results) {
            groups.computeIfAbsent(group(result), key -> new TreeMap<>()).put(name(result), result.getPrimaryResult());
        }
        List<String> lines = new ArrayList<>();
        groups.forEach((group, members) -> {
            double baseline = baseline(members);
            members.forEach((name, result) -> lines.add(line(group, name, result, baseline)));
        });
        return String.join("\n", lines) + "\n";
    }

    private static String line(String group, String name, Result<?> result, double baseline) {
        String ratio = Double.isNaN(baseline) ? "-" : String.format(Locale.ROOT, "%.2f", baseline / result.getScore());
        return String.format(
                Locale.ROOT,
                "%-44s %-20s %12.1f +- %8.1f %s   baseline / this %s",
                group,
                name,
                result.getScore(),
                result.getScoreError(),
                result.getScoreUnit(),
                ratio);
    }

    private static double baseline(Map<String, Result<?>> members) {
        for (String name : BASELINES) {
            Result<?> result = members.get(name);
            if (result != null) {
                return result.getScore();
            }
        }
        return Double.NaN;
    }

    private static String name(RunResult result) {
        String full = result.getParams().getBenchmark();
        return full.substring(full.lastIndexOf('.') + 1);
    }

    /** The subject without "Benchmark" or "Peers", so that peers stand beside ours, and the parameters. */
    private static String group(RunResult result) {
        String full = result.getParams().getBenchmark();
        String type = full.substring(0, full.lastIndexOf('.'));
        StringBuilder group = new StringBuilder(type.substring(type.lastIndexOf('.') + 1)
                .replace("Benchmark", "")
                .replace("Peers", ""));
        for (String key : result.getParams().getParamsKeys()) {
            group.append(' ').append(key).append('=').append(result.getParams().getParam(key));
        }
        return group.toString();
    }
}
