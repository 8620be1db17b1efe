package org.bridgeconvoy.benchmarks;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;

/** What was measured: by subject and parameters, so that peers stand beside ours, then by the name of the benchmark method. */
final class Measured {
    private final Map<String, Map<String, RunResult>> groups = new LinkedHashMap<>();

    Measured(Collection<RunResult> results) {
        for (RunResult result : results) {
            groups.computeIfAbsent(group(result), key -> new TreeMap<>()).put(name(result), result);
        }
    }

    /** Groups such as {@code Hold increments=TIES pending=16}, each with its results by name. */
    Map<String, Map<String, RunResult>> groups() {
        return groups;
    }

    /** The time of one benchmark with its error. */
    @Nullable
    Interval time(String group, String name) {
        RunResult result = result(group, name);
        return result == null ? null : Interval.of(result.getPrimaryResult());
    }

    /** A counter that a benchmark adds up over its runs, per run. */
    @Nullable
    Interval perRun(String group, String name, String counter) {
        RunResult result = result(group, name);
        if (result == null) {
            return null;
        }
        double mean = count(result, counter) / count(result, "runs");
        return new Interval(mean, mean, mean);
    }

    private static double count(RunResult result, String counter) {
        return Objects.requireNonNull(result.getSecondaryResults().get(counter), counter)
                .getScore();
    }

    private @Nullable RunResult result(String group, String name) {
        return groups.getOrDefault(group, Map.of()).get(name);
    }

    private static String name(RunResult result) {
        String full = result.getParams().getBenchmark();
        return full.substring(full.lastIndexOf('.') + 1);
    }

    /** The subject without "Benchmark" or "Peers", and the parameters. */
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
