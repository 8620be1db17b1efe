package org.bridgeconvoy.coverage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bridgeconvoy.scenario.LoadResult;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.load.ScenarioLoader;

/**
 * A scenario with known expectations.
 *
 * @param name of its file in {@code src/test/resources/coverage}
 * @param vary the path that is varied
 * @param values its values, the first as in the file
 * @param truths expectation of some metrics at each of the values
 * @param sameMean a setting with other numbers under which {@code goal} and {@code other} keep their expectations
 * @param goal the metric of which bounds and precision are asked
 * @param precision share of its mean
 * @param other another metric that {@code compare} and {@code sweep} are asked for
 */
record World(
        String name,
        String vary,
        List<String> values,
        List<Map<String, Double>> truths,
        String sameMean,
        String goal,
        double precision,
        String other) {

    @Override
    public String toString() {
        return name;
    }

    /** Expectations of the file as it is. */
    Map<String, Double> truths0() {
        return truths.get(0);
    }

    /** Whether a comparison is asked for a metric. */
    boolean isCompared(String metric) {
        return metric.equals(goal) || metric.equals(other);
    }

    /** Expectation of the metric of bounds. */
    double truth() {
        return Objects.requireNonNull(truths0().get(goal));
    }

    Scenario scenario() {
        return load(List.of(), "");
    }

    Scenario at(int value) {
        return load(List.of(vary + "=" + values.get(value)), "");
    }

    Scenario withSameMean() {
        return load(List.of(sameMean), "");
    }

    /** The scenario with further lines at its end. */
    Scenario with(String lines) {
        return load(List.of(), lines);
    }

    private Scenario load(List<String> sets, String lines) {
        return load(name, sets, lines);
    }

    /** A scenario of {@code src/test/resources/coverage}. */
    static Scenario load(String name, List<String> sets, String lines) {
        try {
            String text = Files.readString(Path.of("src", "test", "resources", "coverage", name + ".yaml"));
            LoadResult result = new ScenarioLoader().loadText(name, text + lines, sets);
            return Objects.requireNonNull(
                    result.scenario(), () -> result.problems().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
