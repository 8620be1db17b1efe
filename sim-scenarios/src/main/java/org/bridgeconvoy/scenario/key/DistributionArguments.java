package org.bridgeconvoy.scenario.key;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names and arguments of the distributions that files may use. */
public final class DistributionArguments {

    /**
     * Arguments by the name of the distribution, in the order in which a file gives them. {@code k} and {@code shape}
     * have no unit.
     */
    public static final Map<String, List<String>> BY_NAME = arguments();

    private DistributionArguments() {}

    private static Map<String, List<String>> arguments() {
        Map<String, List<String>> map = new LinkedHashMap<>();
        map.put("constant", List.of("x"));
        map.put("uniform", List.of("a", "b"));
        map.put("triangular", List.of("a", "mode", "b"));
        map.put("exponential", List.of("mean"));
        map.put("erlang", List.of("k", "mean"));
        map.put("gamma", List.of("shape", "mean"));
        map.put("lognormal", List.of("mean", "sd"));
        map.put("normal", List.of("mean", "sd"));
        map.put("weibull", List.of("shape", "scale"));
        map.put("discrete", List.of("x1=p1", "x2=p2", "…"));
        map.put("empirical", List.of("file.csv"));
        return map;
    }
}
