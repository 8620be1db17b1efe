package org.bridgeconvoy.report.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.study.Headroom;
import org.bridgeconvoy.study.WhatLimits;
import org.bridgeconvoy.study.WorldFacts;
import org.jspecify.annotations.Nullable;

/**
 * What each constraint relaxed alone changes.
 *
 * @param objective what gains are counted in, for people
 * @param unit unit of the gains
 * @param demand factor of the demand with which the constraints were relaxed: 1 for the demand of the scenario
 * @param rows a constraint each, the largest gain first; at most {@value #MOST}
 * @param tried how many constraints were relaxed
 */
public record RelaxData(String objective, String unit, double demand, List<Row> rows, int tried) {

    /** Most rows of a chart. */
    static final int MOST = 8;

    /**
     * A constraint.
     *
     * @param name its name
     * @param change from what to what
     * @param gain mean gain; positive is better
     * @param halfWidth half-width of its interval; all of them hold together with 95%
     * @param told whether the gain can be told from 0
     */
    public record Row(String name, String change, double gain, double halfWidth, boolean told) {}

    /** Keeps the largest gains. */
    public RelaxData {
        rows = rows.stream()
                .sorted((a, b) -> a.told != b.told ? (a.told ? -1 : 1) : Double.compare(b.gain, a.gain))
                .limit(MOST)
                .toList();
    }

    /**
     * What was tried; where demand limits, what was tried at the demand beyond the headroom. Null if nothing was tried.
     */
    public static @Nullable RelaxData of(@Nullable WhatLimits limits) {
        if (limits == null) {
            return null;
        }
        if (!limits.tried().isEmpty()) {
            return of(limits, 1);
        }
        Headroom headroom = limits.headroom();
        WhatLimits then = headroom == null ? null : headroom.then();
        return headroom == null || then == null || then.tried().isEmpty() ? null : of(then, headroom.thenAt());
    }

    /** What {@code what_limits} of a summary says was tried; where demand limits, with more demand. Null if nothing was. */
    static @Nullable RelaxData of(JsonNode limits, WorldFacts facts) {
        RelaxData asItIs = of(limits, "", 1, facts);
        JsonNode headroom = limits.path("headroom");
        return asItIs != null
                ? asItIs
                : of(headroom, "then_", headroom.path("then_at").asDouble(Double.NaN), facts);
    }

    private static @Nullable RelaxData of(JsonNode limits, String prefix, double demand, WorldFacts facts) {
        List<Row> rows = new ArrayList<>();
        for (JsonNode tried : limits.path(prefix + "tried")) {
            String constraint = tried.path("constraint").asText();
            rows.add(new Row(
                    facts.constraints().getOrDefault(constraint, constraint),
                    tried.path("change").asText(),
                    tried.path("gain").asDouble(Double.NaN),
                    tried.path("half_width_95").asDouble(Double.NaN),
                    tried.path("significant").asBoolean()));
        }
        String objective = limits.path(prefix + "objective").asText();
        String unit = Metric.find(objective).map(Metric::unit).orElse(MetricFamily.WAIT_TRAFFIC_MIN.unit());
        return rows.isEmpty() ? null : new RelaxData(objective, unit, demand, rows, rows.size());
    }

    private static RelaxData of(WhatLimits limits, double demand) {
        List<Row> rows = limits.tried().stream()
                .map(r -> new Row(r.name(), r.change(), r.gain(), r.halfWidth(), r.significant()))
                .toList();
        return new RelaxData(limits.objective(), limits.unit(), demand, rows, rows.size());
    }
}
