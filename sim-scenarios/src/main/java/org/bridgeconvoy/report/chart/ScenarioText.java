package org.bridgeconvoy.report.chart;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** What charts need of a scenario's resolved text: how long the bridge is, and whether trucks break down on it. */
final class ScenarioText {

    private static final Pattern LENGTH = Pattern.compile("\\s*([0-9]+(?:\\.[0-9]+)?)\\s*(m|km)\\s*");

    private ScenarioText() {}

    /** The length of the bridge; NaN if the text does not say it in m or km. */
    static double bridgeLengthMetres(String resolved) {
        Matcher matcher = LENGTH.matcher(String.valueOf(bridge(resolved).get("length")));
        return matcher.matches()
                ? Double.parseDouble(matcher.group(1)) * (matcher.group(2).equals("km") ? 1000 : 1)
                : Double.NaN;
    }

    /** Whether the scenario lets trucks break down. */
    static boolean hasBreakdowns(String resolved) {
        return bridge(resolved).get("breakdowns") != null;
    }

    private static Map<?, ?> bridge(String resolved) {
        return root(resolved).get("bridge") instanceof Map<?, ?> bridge ? bridge : Map.of();
    }

    /** The text as maps and lists; empty if it is not YAML of that form. */
    static Map<?, ?> root(String resolved) {
        try {
            return new Load(LoadSettings.builder().build()).loadFromString(resolved) instanceof Map<?, ?> file
                    ? file
                    : Map.of();
        } catch (YamlEngineException e) {
            return Map.of();
        }
    }
}
