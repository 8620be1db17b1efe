package org.bridgeconvoy.report.chart;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bridgeconvoy.report.chart.FolderCharts.Wish;
import org.jspecify.annotations.Nullable;

/** Finds what a chart is of by the name that a person gave. */
final class Choice {

    private Choice() {}

    /**
     * The one with a name.
     *
     * @param what what is named: {@code metric}
     * @param name the name given; null for none
     * @param first what holds without a name
     * @throws IllegalArgumentException with a message for people if there is none of that name
     */
    static <T> T of(String what, @Nullable String name, List<T> all, Function<T, String> names, T first) {
        if (name == null) {
            return first;
        }
        return all.stream()
                .filter(one -> names.apply(one).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--" + what + ": the folder has no '" + name
                        + "'; it has " + all.stream().map(names).collect(Collectors.joining(", "))));
    }

    /** Refuses more inputs than the chart takes. */
    static void noInputs(Wish wish, int most) {
        if (wish.inputs().size() > most) {
            throw new IllegalArgumentException("the chart '" + wish.name() + "' takes "
                    + (most == 0
                            ? "no --input"
                            : "at most " + Words.count(most, "--input").replace("inputs", "input"))
                    + ", got " + String.join(", ", wish.inputs()));
        }
    }

    /** Refuses a metric where the chart has no choice of one. */
    static void noMetric(Wish wish) {
        if (wish.metric() != null) {
            throw new IllegalArgumentException(
                    "the chart '" + wish.name() + "' takes no --metric, got " + wish.metric());
        }
    }
}
