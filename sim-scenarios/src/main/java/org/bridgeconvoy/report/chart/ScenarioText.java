package org.bridgeconvoy.report.chart;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The one fact of a scenario's resolved text that a chart cannot do without: how long the bridge is. */
final class ScenarioText {

    private static final Pattern LENGTH = Pattern.compile("\\s*([0-9]+(?:\\.[0-9]+)?)\\s*(m|km)\\s*");

    private ScenarioText() {}

    /** The length of the bridge; NaN if the text does not say it in m or km. */
    static double bridgeLengthMetres(String resolved) {
        try {
            Object root = new Load(LoadSettings.builder().build()).loadFromString(resolved);
            if (root instanceof Map<?, ?> file && file.get("bridge") instanceof Map<?, ?> bridge) {
                Matcher matcher = LENGTH.matcher(String.valueOf(bridge.get("length")));
                if (matcher.matches()) {
                    return Double.parseDouble(matcher.group(1))
                            * (matcher.group(2).equals("km") ? 1000 : 1);
                }
            }
            return Double.NaN;
        } catch (YamlEngineException e) {
            return Double.NaN;
        }
    }
}
