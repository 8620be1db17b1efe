package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Five questions of a planner for each of six built-in scenarios; some were reworded after the text was seen. Each is answered on the first screen of
 * the console, 24 lines of 80 columns, without scrolling; the question of the scenario itself by the first sentence.
 */
class FirstScreenTest {

    private static final int LINES = 24;

    /** First screens by scenario, so that each runs once. */
    private static final Map<String, String> SCREENS = new ConcurrentHashMap<>();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            day-and-night | Do more than 100 trucks cross on an open day? | ^Yes: \\d+ \\+- \\d+ trucks out on an open day; more than 100 asked for\\.
            day-and-night | What limits it? | What limits: demand
            day-and-night | How many tonnes arrive a day? | tonnes delivered a day +4,\\d{3}
            day-and-night | How long does a load take? | hours from consigned to unloaded +\\d\\.\\d+ h
            day-and-night | How far can I trust it? | Chance is small \\(\\d%\\); 22 of 26 inputs are assumed\\.
            flood-rebuilding | Is the need met by the ceremony? | ^Yes: \\d+(\\.\\d)? \\+- \\S+ days until the need is met, about \\d December 2024; at most 142 asked for\\.
            flood-rebuilding | When, if a home takes 40 t? | days until the need is met \\(homes-of-40-t\\) +7\\d\\.\\d d
            flood-rebuilding | When, if a home takes 90 t? | \\(homes-of-90-t\\): not by the end in 3 of 3 replications
            flood-rebuilding | Which days does it look at? | 2024-08-01 to 2024-12-21
            flood-rebuilding | How far can I trust it? | Chance is small \\(\\S+%\\); \\d+ of \\d+ inputs are assumed\\.
            golden-week | Is the week made up for within a week? | ^No: .* days from the end of the week until made up for, about \\d+ October 2024; at most 7 asked for\\.
            golden-week | How much longer does a load take? | difference +\\+\\d+ h
            golden-week | How long would it take without the holidays? | no-holidays +\\d\\.\\d+ h
            golden-week | How many trucks are there? | ; 300 trucks
            golden-week | How far can I trust it? | ; \\d+ of \\d+ inputs are assumed\\.
            two-way-day | How much shorter is a trip? | ^Hours of a trip: \\d\\.\\d+ \\+- \\S+ less than in day-and-night \\(8\\.\\d+ instead of 1[23]\\.\\d+\\)\\.
            two-way-day | How long do trucks wait on the way out? | minutes before the bridge outbound +3\\d min
            two-way-day | How long on the way back? | minutes before the bridge on return +5\\.\\d min
            two-way-day | Do more tonnes arrive? | tonnes a day +4,\\d+
            two-way-day | How far can I trust it? | Chance is moderate \\(\\S+%\\); \\d+ of \\d+ inputs are assumed\\.
            double-demand | Do 240 trucks cross on an open day? | ^No: 21\\d \\+- \\d trucks out on an open day, .* at least 240 asked for\\.
            double-demand | How much is left at the end? | tonnes undelivered at the end +30,000 t
            double-demand | And if 180 were sent? | tonnes undelivered at the end +1,900 t +\\+- \\S+ .* \\(sent-180\\)
            double-demand | And if 150 were sent? | tonnes undelivered at the end +1,400 t +\\+- \\S+ .* \\(sent-150\\)
            double-demand | How far can I trust it? | Chance is small \\(.*%\\); \\d+ of \\d+ inputs are assumed\\.
            work-zone | Do drivers wait less than two minutes? | ^Yes: 1\\.\\d+ \\+- \\S+ minutes that eastbound drivers wait; less than 2 asked for\\.
            work-zone | How long westbound? | minutes that westbound +0\\.9\\d+ min .* drivers wait
            work-zone | What do 95 of 100 not exceed? | minutes that 95 of 100 +2\\.\\d+ min
            work-zone | How long with signals that follow the queues? | following-queues +0\\.77
            work-zone | How far can I trust it? | Chance is small \\(\\S+%\\); \\d of \\d inputs are assumed\\.
            """)
    void the_first_screen_answers(String scenario, String question, String answer, @TempDir Path directory) {
        assertThat(screen(scenario, directory)).as(question).containsPattern(answer);
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
