package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Five questions of a planner for each of six built-in scenarios; some were reworded after the text was seen. Each is answered on the first screen of
 * the console, 24 lines of 80 columns, without scrolling; the question of the scenario itself by the first sentence. The questions and the patterns of
 * their answers stand in {@code first-screen.csv}; {@code report.test.mjs} holds the first screen of the page to the same rows.
 */
class FirstScreenTest {

    private static final int LINES = 24;

    /** First screens by scenario, so that each runs once. */
    private static final Map<String, String> SCREENS = new ConcurrentHashMap<>();

    @ParameterizedTest
    @CsvFileSource(resources = "/first-screen.csv", delimiter = '|', quoteCharacter = '`', numLinesToSkip = 1)
    void the_first_screen_answers(ArgumentsAccessor row, @TempDir Path directory) {
        String scenario = Objects.requireNonNull(row.getString(0));
        String answer = Objects.requireNonNull(row.getString(2));
        assertThat(screen(scenario, directory)).as(row.getString(1)).containsPattern(answer);
    }

    @Test
    void there_are_five_questions_for_each_of_six_scenarios() throws IOException {
        try (InputStream table =
                Objects.requireNonNull(FirstScreenTest.class.getResourceAsStream("/first-screen.csv"))) {
            List<String> names = new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split("\\|", 2)[0].strip())
                    .toList();
            assertThat(names.stream().collect(Collectors.groupingBy(name -> name, Collectors.counting())))
                    .hasSize(6)
                    .allSatisfy((name, questions) -> assertThat(questions).isEqualTo(5));
        }
    }

    /** The first screen as one line, with words that the columns of the table wrap put together again. */
    private static String screen(String scenario, Path directory) {
        return SCREENS.computeIfAbsent(scenario, name -> run(name, directory));
    }

    private static String run(String scenario, Path directory) {
        List<String> words = new ArrayList<>(
                List.of("run", scenario, "--replications", "3", "--no-report", "--out", directory.toString()));
        if (!scenario.equals("day-and-night")) {
            words.add("--no-limits");
        }
        CommandLineRun run = CommandLineRun.of(words.toArray(String[]::new));
        return Arrays.stream(run.out().split("\n"))
                .map(String::strip)
                // A build from changed sources says so, which is no line of a release.
                .filter(line -> !line.equals("with changes)"))
                .limit(LINES)
                .collect(Collectors.joining(" "));
    }
}
