package org.bridgeconvoy.faults;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.bridgeconvoy.cli.Console;
import org.bridgeconvoy.cli.Convoy;

/**
 * A command that writes files, small enough to be killed a thousand times.
 *
 * @param name what counts are printed under
 * @param index name of the file that lists the set; empty if each file stands for itself
 * @param line command line for a seed and a folder
 */
record KilledCommand(String name, String index, BiFunction<Integer, Path, List<String>> line) {

    private static final List<String> SHORT =
            List.of("--set", "horizon=1 d", "--set", "warm-up=0 d", "--quiet", "--no-report", "--threads", "2");

    private static final String COUNTED = """
            scenario: counted
            start: 2024-09-02
            horizon: 4 d
            bridge: {length: 1 km, speed: 30 km/h, lanes: 2, control: {timetable: {outbound: always, return: always}}}
            fleet: {trucks: 100}
            demand: {cloth: {load: 40 t, rate: 20 trucks/d}}
            uncertain: {demand.cloth.rate: "uniform(10 trucks/d, 30 trucks/d)"}
            observed: |
              day,outbound_trucks
              1,18
              2,22
              3,20
            """;

    List<String> arguments(int seed, Path out) {
        return new ArrayList<>(line.apply(seed, out));
    }

    /** All commands. The inputs that some need are written into a folder. */
    static List<KilledCommand> all(Path inputs) throws IOException {
        Path counted = Files.writeString(Files.createDirectories(inputs).resolve("counted.yaml"), COUNTED);
        return List.of(
                simulating("run", "summary.json", "day-and-night", "--replications", "2", "--no-limits"),
                simulating("compare", "comparison.json", "day-and-night", "two-way-day", "--replications", "2"),
                sweep(),
                simulating("sensitivity", "sensitivity.json", "day-and-night", "--worlds", "20", "--replications", "2"),
                simulating(
                        "optimise",
                        "optimise.json",
                        "day-and-night",
                        "--vary",
                        "fleet.trucks=50,60",
                        "--most",
                        "delivered_t_per_day",
                        "--budget",
                        "40"),
                new KilledCommand("calibrate", "calibrate.json", (seed, out) -> {
                    List<String> all =
                            new ArrayList<>(List.of("calibrate", counted.toString(), "--worlds", "800", "--quiet"));
                    all.addAll(List.of("--no-report", "--threads", "2"));
                    return with(all, seed, out);
                }),
                new KilledCommand("merge", "sweep.json", (seed, out) -> {
                    List<String> all = new ArrayList<>(List.of("merge", "--quiet", "--out", out.toString()));
                    for (int part = 1; part <= 2; part++) {
                        all.add(shard(inputs, seed, part).toString());
                    }
                    return all;
                }),
                new KilledCommand(
                        "chart",
                        "",
                        (seed, out) -> List.of(
                                "chart", "all", "--from", result(inputs, seed).toString(), "--to", out.toString())));
    }

    private static KilledCommand sweep() {
        return simulating(
                "sweep", "sweep.json", "day-and-night", "--vary", "fleet.trucks=50,60", "--replications", "2");
    }

    private static KilledCommand simulating(String name, String index, String... arguments) {
        List<String> all = new ArrayList<>(List.of(name));
        all.addAll(List.of(arguments));
        all.addAll(SHORT);
        return new KilledCommand(name, index, (seed, out) -> with(all, seed, out));
    }

    private static List<String> with(List<String> line, int seed, Path out) {
        List<String> all = new ArrayList<>(line);
        all.addAll(List.of("--seed", Integer.toString(seed), "--out", out.toString()));
        return all;
    }

    /** The folder of one of two shards, made when first asked for. */
    private static Path shard(Path inputs, int seed, int part) {
        Path folder = inputs.resolve("seed" + seed + "-part" + part);
        List<String> line = sweep().arguments(seed, folder);
        line.addAll(List.of("--shard", part + "/2"));
        return made(folder, line);
    }

    /** The folder of a run, made when first asked for. */
    private static Path result(Path inputs, int seed) {
        Path folder = inputs.resolve("seed" + seed + "-run");
        return made(
                folder,
                simulating("run", "summary.json", "day-and-night", "--replications", "2", "--no-limits")
                        .arguments(seed, folder));
    }

    private static Path made(Path folder, List<String> line) {
        if (!Files.exists(folder)) {
            StringWriter err = new StringWriter();
            int status = Convoy.execute(
                    new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), false),
                    line.toArray(String[]::new));
            if (status != 0) {
                throw new UncheckedIOException(new IOException(line + ": " + err));
            }
        }
        return folder;
    }
}
