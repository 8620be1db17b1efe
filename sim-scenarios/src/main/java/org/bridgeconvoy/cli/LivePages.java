package org.bridgeconvoy.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bridgeconvoy.live.About;
import org.bridgeconvoy.live.FirstAnswer;
import org.bridgeconvoy.live.Knobs;
import org.bridgeconvoy.live.LivePage;
import org.bridgeconvoy.live.WebModule;
import org.bridgeconvoy.scenario.LoadResult;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.load.OpenScenario;
import org.bridgeconvoy.study.Vary;
import org.bridgeconvoy.study.Version;

/** Makes the live page of a scenario, for {@code live} and {@code run --live}. */
final class LivePages {

    /** What makes a scenario text depend on other files. */
    private static final Pattern OTHER_FILE = Pattern.compile("(?m)^extends\\s*:|\\.csv");

    /** A data file that even a resolved text names. */
    private static final Pattern LONG_FILE = Pattern.compile("([^\"'(,\\s]+)#sha256=");

    private LivePages() {}

    /**
     * The page of a scenario.
     *
     * @param name name or path of the scenario
     * @param scenario the scenario with the values set
     * @param sets values that were set
     * @param asked sliders that were asked for
     * @throws UsageException if a place of a slider is no world, or if the scenario needs a file that the page cannot carry
     */
    static LivePage of(Console console, String name, Scenario scenario, List<String> sets, List<Vary> asked) {
        Matcher file = LONG_FILE.matcher(scenario.resolvedText());
        if (file.find()) {
            throw new UsageException("convoy: a page reads no files, but " + name + " needs " + file.group(1)
                    + ", which is too long to stand in its text; nothing was written");
        }
        OpenScenario opened = console.loader().openText(scenario.name() + ".yaml", scenario.resolvedText());
        check(opened, name, asked);
        return new LivePage(
                scenario.name(),
                scenario.question(),
                alone(console, name, scenario, sets),
                About.of(scenario),
                FirstAnswer.of(scenario),
                scenario.seed(),
                Knobs.of(scenario, opened, console.loader().resolved(scenario.resolvedText()), asked),
                Version.current());
    }

    /**
     * The compiled model.
     *
     * @throws IOException if there is none and it cannot be built; the message says what is missing
     */
    static byte[] module(Console console) throws IOException {
        return WebModule.bytes(words -> console.complain("convoy: " + words));
    }

    /** Every problem of every place of the sliders that were asked for. */
    private static void check(OpenScenario opened, String name, List<Vary> asked) {
        List<String> problems = new ArrayList<>();
        for (Vary vary : asked) {
            for (String value : vary.values()) {
                opened.world(List.of(vary.path() + "=" + value)).problems().stream()
                        .map(problem -> problem.toString().replaceFirst("^--set ", "--knob ") + " (of " + value + ")")
                        .forEach(problems::add);
            }
        }
        if (!problems.isEmpty()) {
            throw new UsageException(Scenarios.lines(name, problems, 0));
        }
    }

    /** The scenario as a text that needs no other file: as its author wrote it, if that is one, else with all defaults. */
    private static String alone(Console console, String name, Scenario scenario, List<String> sets) {
        String text = Scenarios.text(console, name);
        if (!sets.isEmpty() || OTHER_FILE.matcher(text).find()) {
            return scenario.resolvedText();
        }
        LoadResult loaded = console.loader().loadText(scenario.name() + ".yaml", text, List.of());
        Scenario same = loaded.scenario();
        boolean isSame = same != null && same.resolvedText().equals(scenario.resolvedText());
        return isSame ? text : scenario.resolvedText();
    }
}
