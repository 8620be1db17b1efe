package org.bridgeconvoy.benchmarks;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.scenario.UncertainInputs;
import org.bridgeconvoy.scenario.load.LoadedWorld;
import org.bridgeconvoy.scenario.load.OpenScenario;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Making one world of day-and-night, already read, with its eight uncertain inputs set. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class WorldBenchmark {
    private static final int WORLDS = 500;

    /** The scenario and worlds drawn from what it says is uncertain. */
    @State(Scope.Thread)
    public static class Drawn {
        private final OpenScenario scenario = new ScenarioLoader().open("day-and-night");
        private final List<List<String>> worlds = worlds(scenario);
        private int next;

        private static List<List<String>> worlds(OpenScenario scenario) {
            UncertainInputs uncertain =
                    Objects.requireNonNull(scenario.load(List.of()).scenario()).uncertain();
            RandomStream stream = Streams.of(1, 1).stream("worlds");
            return IntStream.range(0, WORLDS)
                    .mapToObj(i -> uncertain.world(uncertain.space().draw(stream)))
                    .toList();
        }

        List<String> next() {
            next = (next + 1) % WORLDS;
            return worlds.get(next);
        }
    }

    /** One world. */
    @Benchmark
    public LoadedWorld world(Drawn drawn) {
        return drawn.scenario.world(drawn.next());
    }
}
