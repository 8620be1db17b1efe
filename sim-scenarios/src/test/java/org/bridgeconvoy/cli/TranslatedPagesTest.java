package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bridgeconvoy.scenario.Answer;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page in Korean or Chinese has no English words but names, units, paths, commands and the scenario's own words. */
class TranslatedPagesTest {

    /** What has no words of the page: scripts, styles, commands and texts of files. */
    private static final Pattern NO_WORDS = Pattern.compile("(?s)<(script|style|pre|code)\\b.*?</\\1>|<!--.*?-->");

    private static final Pattern TEXT = Pattern.compile("(?s)>([^<>]+)<|(?:aria-label|title|alt)=\"([^\"]*)\"");

    private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,}");

    /** What is left of a path of which a name was taken out. */
    private static final Pattern PATH_LEFT = Pattern.compile("[A-Za-z]+\\. | \\.[A-Za-z-]+");

    /** Paths of a scenario, names of files, metrics and options: words with dots, underscores or signs within; the number of a commit. */
    private static final Pattern NAME =
            Pattern.compile("\\b[0-9a-f]{12}\\b|[A-Za-z0-9]+(?:[._-][A-Za-z0-9*]+)+|--[a-z-]+|https?://\\S+");

    /** Names of formats, keys and states, words of files, units, and the capitals that stand for a cargo or the like. */
    private static final Set<String> KEPT = Set.of(
            ("Bridge Convoy CSV PNG SVG UTC SNAPSHOT RMSE MAPE Bonferroni min and commit fast built without git unknown with changes Page Down"
                            + " assumed overrun finish load export import unload road idle rest own"
                            + " CARGO STAGE STATION DIRECTION STATE NAME WHO GOAL COLUMN")
                    .split(" ", -1));

    @ParameterizedTest
    @CsvSource({
        "day-and-night, ko",
        "flood-rebuilding, ko",
        "golden-week, zh",
        "two-way-day, ko",
        "double-demand, zh",
        "work-zone, zh"
    })
    void no_sentence_of_a_page_stays_english(String name, String language, @TempDir Path directory) throws IOException {
        String[] words = {
            "run",
            name,
            "--replications",
            "2",
            "--language",
            language,
            "--out",
            directory.toString(),
            "--quiet",
            name.equals("day-and-night") ? "--data=csv" : "--no-limits"
        };
        CommandLineRun run = CommandLineRun.of(words);
        assertThat(run.status()).as(run.err()).isZero();

        Set<String> left = english(Files.readString(directory.resolve("report.html")), own(name));
        load(name).sources().forEach(source -> left.remove(source.path()));
        assertThat(left)
                .as("English left on the page of %s in %s", name, language)
                .isEmpty();
    }

    /** A world of which something is uncertain and something was observed, and a variant of it. */
    private static final Map<String, String> FILES = Map.of(
            "plenty.yaml",
            """
            scenario: plenty
            start: 2024-09-02
            horizon: 10 d
            warm-up: 3 d
            bridge:
              length: 940 m
              speed: 20 km/h
              headway: 3 min
              control:
                timetable: {outbound: "08:00-14:00", return: "14:00-22:00"}
            fleet: {trucks: 80}
            demand:
              cloth: {load: 20 t, rate: 60 trucks/d}
              brick: {load: 25 t, rate: 50 trucks/d}
            observed: seen.csv
            uncertain:
              demand.cloth.load: uniform(10 t, 30 t)
              bridge.headway: uniform(2 min, 4 min)
              fleet.trucks: {choices: [70, 90]}
            """,
            "faster.yaml",
            "scenario: faster\nextends: plenty.yaml\nbridge: {headway: 2 min}\n",
            "seen.csv",
            "day,outbound_trucks,return_trucks\n3,80,80\n4,82,80\n5,84,83\n6,80,80\n7,80,79\n8,86,85\n9,81,80\n");

    @ParameterizedTest
    @CsvSource({
        "compare plenty.yaml faster.yaml --replications 3, ko",
        "compare plenty.yaml faster.yaml --replications 3 --matters 5%, zh",
        "sweep plenty.yaml --vary fleet.trucks=60;80;120 --vary bridge.headway=2_min;3_min;4_min --replications 3, ko",
        "sweep plenty.yaml --vary fleet.trucks=60..120/20 --replications 3 --matters 1% --such-that lead_time_h_<=_30, zh",
        "sensitivity plenty.yaml --worlds 128 --such-that lead_time_h_<=_30, ko",
        "sensitivity plenty.yaml --worlds 128 --metric lead_time_h --metric cycle_time_h --metric undelivered_end_t, zh",
        "optimise plenty.yaml --vary fleet.trucks=60..120/20 --vary bridge.headway=2_min;3_min --most delivered_t_per_day"
                + " --such-that lead_time_h_<=_60, zh",
        "optimise plenty.yaml --vary fleet.trucks=60..120/20 --most delivered_t_per_day --least lead_time_h, ko",
        "calibrate plenty.yaml --worlds 800, zh",
    })
    void no_sentence_of_a_page_of_many_points_stays_english(String command, String language, @TempDir Path directory)
            throws IOException {
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Files.writeString(directory.resolve(file.getKey()), file.getValue());
        }
        Stream<String> words = Stream.of(command.split(" ", -1))
                .map(word -> word.replace("lead_time_h_<=_", "lead_time_h <= ")
                        .replaceAll("(\\d)_min", "$1 min")
                        .replace(';', ','))
                .map(word -> word.endsWith(".yaml") ? directory.resolve(word).toString() : word);
        Path out = directory.resolve("out");
        CommandLineRun run = CommandLineRun.of(
                Stream.concat(words, Stream.of("--language", language, "--out", out.toString(), "--quiet"))
                        .toArray(String[]::new));
        assertThat(run.status()).as(run.err()).isZero();

        assertThat(english(
                        Files.readString(out.resolve("report.html")),
                        List.of("plenty", "faster", "cloth", "brick", "choices")))
                .as("English left on the page of %s in %s", command, language)
                .isEmpty();
    }

    /** The scenario's own words, the longest first. */
    private static List<String> own(String name) {
        Scenario scenario = load(name);
        List<String> own = new ArrayList<>(List.of(scenario.name(), scenario.question()));
        Stream.of(scenario.description().split("\\R\\s*\\R", -1))
                .map(TranslatedPagesTest::oneLine)
                .forEach(own::add);
        scenario.answers().forEach(answer -> {
            own.add(answer.says());
            own.addAll(List.of(answer.says().split("[:,] ", -1)));
            if (answer instanceof Answer.OfMetric of) {
                Stream.of(of.of(), of.against()).filter(Objects::nonNull).forEach(variant -> own.add(variant.name()));
            } else if (answer instanceof Answer.Recovery recovery) {
                own.add(recovery.against().name());
            }
        });
        scenario.sources()
                .forEach(source -> Stream.of(source.says(), source.source(), source.reason())
                        .filter(Objects::nonNull)
                        .map(TranslatedPagesTest::oneLine)
                        .forEach(own::add));
        scenario.config().demand().forEach(stream -> own.add(stream.cargo()));
        scenario.config().traffic().forEach(stream -> own.add(stream.name()));
        own.removeIf(String::isBlank);
        own.sort(Comparator.comparingInt(String::length).reversed());
        return own;
    }

    private static Scenario load(String name) {
        return Objects.requireNonNull(new ScenarioLoader().load(name, List.of()).scenario());
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static Set<String> english(String page, List<String> own) {
        Set<String> left = new LinkedHashSet<>();
        TEXT.matcher(NO_WORDS.matcher(page).replaceAll("<x>")).results().forEach(found -> {
            String text = oneLine((found.group(1) == null ? found.group(2) : found.group(1))
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&#39;", "'")
                    .replace("&amp;", "&"));
            String rest = text;
            for (String words : own) {
                rest = rest.replace(words, " ");
            }
            rest = NAME.matcher(rest).replaceAll(" ");
            rest = PATH_LEFT.matcher(rest).replaceAll(" ");
            if (WORD.matcher(rest).results().anyMatch(word -> !KEPT.contains(word.group()))) {
                left.add(text);
            }
        });
        return left;
    }
}
