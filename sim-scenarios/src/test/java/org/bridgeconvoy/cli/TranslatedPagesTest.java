package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
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
