package org.bridgeconvoy.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.control.Batches;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.report.chart.Charts;
import org.bridgeconvoy.report.chart.ConvoyChart;
import org.bridgeconvoy.report.chart.RunData;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.scenario.LoadResult;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.bridgeconvoy.scenario.write.ScenarioWriter;
import org.bridgeconvoy.study.Progress;
import org.bridgeconvoy.study.Study;
import org.bridgeconvoy.study.StudyOptions;
import org.bridgeconvoy.study.StudyResult;
import org.bridgeconvoy.study.Workers;

/** Recipes of the cookbook that need the application's scenario files, studies and charts. */
final class ScenarioRecipes {
    private ScenarioRecipes() {}

    static String file() {
        // tag: file
        LoadResult loaded = new ScenarioLoader().load("day-and-night", List.of("bridge.headway=20 s"));
        loaded.problems().forEach(System.err::println); // none here
        Scenario scenario = Objects.requireNonNull(loaded.scenario());
        Estimate trucks = new Experiment(scenario.seed(), /* replications */ 5)
                .estimate(new BridgeModel(scenario.config()), result -> result.metric("outbound_trucks_per_day"));
        // end: file
        return String.format(
                Locale.ROOT,
                "%s: %.2f outbound trucks a day +- %.2f\n",
                scenario.name(),
                trucks.mean(),
                trucks.halfWidth95());
    }

    static String write() {
        // tag: write
        ConvoyConfig world = ConvoyConfig.builder()
                .start(LocalDate.of(2024, 9, 2))
                .horizonNanos(14 * Nanos.DAY)
                .bridge(BridgeConfig.builder()
                        .lengthMetres(940.8)
                        .speedMetresPerSecond(5.5)
                        .headwayNanos(90 * Nanos.SECOND)
                        .control(new Batches(3, 3, Hours.daily("06:00-20:00")))
                        .build())
                .fleet(List.of(TruckClass.of(20).withPayloadTonnes(40)))
                .demand(List.of(CargoStream.builder("steel")
                        .loadTonnes(Distribution.uniform(20, 40))
                        .trucksPerDay(30)
                        .build()))
                .build();
        String file = ScenarioWriter.text("mine", world);
        ConvoyConfig back = Objects.requireNonNull(
                        new ScenarioLoader().loadText("mine", file, List.of()).scenario())
                .config(); // equals world
        // end: write
        return back.equals(world) ? file : "differs";
    }

    /** Writes a chart of three replications. */
    static void chart(Scenario scenario, Path file) throws IOException {
        // tag: chart
        try (Workers workers = Workers.of(/* threads */ 2)) {
            StudyResult result =
                    Study.run(scenario, StudyOptions.of(/* seed */ 1, 3).bare(), workers, Progress.NONE);
            Charts.throughput(RunData.of(result)).size(160, 90).write(file); // .svg, .pdf or .png
        }
        // end: chart
    }

    /** Writes charts of a world without a scenario file into a folder. */
    static void ownCharts(ConvoyConfig world, Path folder) throws IOException {
        // tag: own-charts
        BridgeModel model = new BridgeModel(world, replication -> replication <= 3); // trips of the first three
        List<ReplicationResult> results = new Experiment(/* seed */ 1, /* replications */ 10).run(model);
        RunData run = RunData.of(
                "my bridge",
                world.start(),
                world.horizonNanos(),
                world.warmUpNanos(),
                world.bridge().lengthMetres(),
                results);

        Charts.throughput(run).size(160, 90).write(folder.resolve("throughput.pdf"));
        Charts.queue(run).size(80, 60).write(folder.resolve("queue.svg"));
        Charts.timeSpace(run).size(240, 135).dpi(300).write(folder.resolve("time-space.png"));
        // end: own-charts
    }

    /** Every chart that a run has, as SVG. */
    static void everyChart(RunData run, Path folder) throws IOException {
        // tag: every-chart
        for (String name : Charts.NAMES) {
            Optional<ConvoyChart> chart = Charts.named(name, run); // empty if the run lacks what it needs
            if (chart.isPresent()) {
                chart.get().write(folder.resolve(name + ".svg"));
                System.err.println(chart.get().title() + ": " + chart.get().summary());
            }
        }
        // end: every-chart
    }
}
