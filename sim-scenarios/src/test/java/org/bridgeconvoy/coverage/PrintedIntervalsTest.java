package org.bridgeconvoy.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How often each printed interval holds and each printed verdict is right. A row passes if it does so as often as meant, within the binomial bound of {@link
 * Tally#least}, over the repetitions in which the program does not mark it; or if the program marks it in more than half of them.
 *
 * <p>{@code .ci/coverage} runs this; each campaign goes to {@code target/coverage/NAME.tsv}, whole or not at all, and one that is there is not run again.
 * {@code -Dcoverage.only=run-smooth,headroom} runs these; {@code -Dcoverage.share=0.02} a fiftieth of the repetitions, {@code -Dcoverage.seed} with another
 * first seed.
 */
@Tag("intervals")
class PrintedIntervalsTest {

    private static final Path FOLDER = Path.of(System.getProperty("coverage.folder", "target/coverage"));
    private static final long SEED = Long.getLong("coverage.seed", 20_000_001);
    private static final double SHARE = Double.parseDouble(System.getProperty("coverage.share", "1"));
    private static final List<String> ONLY = Arrays.stream(
                    System.getProperty("coverage.only", "").split(","))
            .filter(name -> !name.isEmpty())
            .toList();

    private static int of(int repetitions) {
        return (int) Math.max(2, Math.round(SHARE * repetitions));
    }

    static Stream<Campaign> campaigns() {
        List<Campaign> all = new ArrayList<>();
        List<World> worlds = Worlds.all();
        worlds.forEach(world -> all.add(Runs.run(world, of(1000))));
        worlds.forEach(world -> all.add(Comparisons.compare(world, of(1000))));
        worlds.forEach(world -> all.add(Comparisons.sweep(world, of(1000))));
        worlds.forEach(world -> all.add(Runs.precision(world, of(1000))));
        all.addAll(Observations.all(worlds, of(1000)));
        all.addAll(Limits.all(of(1000), of(1000)));
        all.addAll(Sensitivities.all(of(400)));
        all.addAll(Optima.all(of(400)));
        all.addAll(Calibrations.all(of(400)));
        return all.stream().filter(campaign -> ONLY.isEmpty() || ONLY.contains(campaign.name()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("campaigns")
    void holds_or_is_marked(Campaign campaign) throws IOException {
        Path file = FOLDER.resolve(campaign.name() + ".tsv");
        Assumptions.assumeFalse(Files.exists(file), () -> file + " is there");
        Sheet sheet = campaign.run(SEED);
        write(file, sheet);
        assertThat(sheet.tallies())
                .isNotEmpty()
                .allSatisfy(
                        tally -> assertThat(tally.verdict()).as(tally.line()).isNotEqualTo("falls short"));
    }

    private static void write(Path file, Sheet sheet) throws IOException {
        StringBuilder lines = new StringBuilder();
        sheet.tallies().forEach(tally -> lines.append(tally.line()).append('\n'));
        Files.createDirectories(FOLDER);
        Path beside = Files.writeString(FOLDER.resolve(file.getFileName() + ".new"), lines);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
