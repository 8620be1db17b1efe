package org.bridgeconvoy.coverage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.study.Headroom;
import org.bridgeconvoy.study.StudyOptions;
import org.bridgeconvoy.study.Target;
import org.bridgeconvoy.study.WhatLimits;

/** What {@code run} says of limits: the answer, the gains of relaxed constraints, the headroom of demand. */
final class Limits {

    private static final int REPLICATIONS = 30;
    private static final String TRUCKS = "fleet.trucks";
    private static final String DOCK = "origin.loading.servers";
    private static final String HOURS = "origin.loading.hours";
    private static final String TIME = "origin.loading.time";
    private static final List<String> FEW_TRUCKS = List.of("demand.goods.rate=7 trucks/d", "demand.goods.load=10 t");
    private static final List<String> ONE_DOCK = List.of(
            "demand.goods.rate=7 trucks/d",
            "demand.goods.backlog=0 t",
            "horizon=22 d",
            "warm-up=8 d",
            "fleet.trucks=200");

    private Limits() {}

    /** Worlds whose answer is known. In {@code saturated} both demand and trucks are right: the backlog of its chain grows slowly. */
    static List<Campaign> all(int repetitions, int headrooms) {
        Map<String, Double> trucks = Map.of(TRUCKS, 10.0);
        return List.of(
                limits("smooth", List.of("demand"), Map.of(), repetitions),
                limits("skewed", List.of("demand"), Map.of(), repetitions),
                limits("capped", List.of(TRUCKS), trucks, repetitions),
                limits("rare", List.of("demand"), Map.of(), repetitions),
                limits("growing", List.of(DOCK), gainsOfDock(), repetitions),
                limits("saturated", List.of("demand", TRUCKS), Map.of(), repetitions),
                headroom(
                        "trucks",
                        World.load("saturated", FEW_TRUCKS, ""),
                        TRUCKS,
                        largestFactor(7, Backlog.fixed(10)),
                        headrooms),
                headroom(
                        "dock",
                        World.load("growing", ONE_DOCK, ""),
                        DOCK,
                        largestFactor(7, Backlog.poisson(1, 9)),
                        headrooms));
    }

    /** Gains in {@code growing}, t/d: a second dock; half an hour more at each end and 54 min in place of 1 h both add one truck a day on average. */
    private static Map<String, Double> gainsOfDock() {
        double base = dock(Backlog.poisson(1, 9));
        Map<String, Double> gains = new LinkedHashMap<>();
        gains.put(DOCK, dock(Backlog.poisson(2, 18)) - base);
        gains.put(HOURS, dock(Backlog.poisson(1, 10)) - base);
        gains.put(TIME, dock(Backlog.poisson(1, 10)) - base);
        return gains;
    }

    /**
     * The largest factor of demand, in hundredths, at which expected growth is allowed: from day 15 to day 22 by a quarter of a percent of what appears
     * meanwhile. Over many replications the tonnes of the two weeks before are equal, so the rule's ratio of them is 1.
     */
    private static double largestFactor(double perDay, double[] capacity) {
        int step = 100;
        while (growth(perDay * (step + 1) / 100, capacity) <= 0.0025 * 7 * perDay * (step + 1) / 100) {
            step++;
        }
        return step / 100.0;
    }

    private static double growth(double perDay, double[] capacity) {
        return new Backlog(0, perDay, capacity).days(0, 22, 0).waiting()
                - new Backlog(0, perDay, capacity).days(0, 15, 0).waiting();
    }

    private static double dock(double[] capacity) {
        return 10 * new Backlog(50, 13, capacity).days(1, 15, 0).carried();
    }

    private static WhatLimits limits(Scenario scenario, long seed) {
        StudyOptions options = new StudyOptions(seed, REPLICATIONS, 0, 0, true, false, false, false, Target.NONE);
        return Objects.requireNonNull(Runs.study(scenario, options).limits());
    }

    /**
     * A campaign of answers.
     *
     * @param right the right answers
     * @param gains of constraints that gain; all others gain nothing. Empty where none is relaxed if the answer is right
     */
    private static Campaign limits(String name, List<String> right, Map<String, Double> gains, int repetitions) {
        Scenario scenario = World.load(name, List.of(), "");
        return new Campaign("limits-" + name, repetitions, (seed, sheet) -> {
            WhatLimits found = limits(scenario, seed);
            sheet.held("answer: " + String.join(" or ", right), 0.95, false, right.contains(found.answer()));
            sheet.held(
                    "no wrong constraint named",
                    0.95,
                    false,
                    found.limiting() == null || right.contains(found.answer()));
            if (!gains.isEmpty()) {
                gains(sheet, found, gains);
            }
            Headroom headroom = found.headroom();
            if (headroom != null && !name.equals("saturated")) {
                sheet.held("headroom: more than 4 times", 0.95, false, headroom.isAtLeast());
            }
        });
    }

    private static void gains(Sheet sheet, WhatLimits found, Map<String, Double> gains) {
        boolean hold = true;
        boolean isRight = true;
        for (WhatLimits.Relaxed tried : found.tried()) {
            double gain = gains.getOrDefault(tried.constraint(), 0.0);
            hold &= Math.abs(tried.gain() - gain) <= tried.halfWidth() + 1e-9;
            isRight &= gain > 0 || !tried.significant();
        }
        sheet.held("gains ±, all at once", 0.95, false, hold);
        sheet.held("no gain called significant where there is none", 0.95, false, isRight);
    }

    private static Campaign headroom(String name, Scenario scenario, String then, double truth, int repetitions) {
        return new Campaign("headroom-" + name, repetitions, (seed, sheet) -> {
            Headroom found = limits(scenario, seed).headroom();
            sheet.held("answer: demand", 0.95, false, found != null);
            if (found == null) {
                return;
            }
            boolean isAbove = found.low() <= truth + 1e-9;
            boolean isBelow = Double.isNaN(found.high()) || found.high() >= truth - 1e-9;
            sheet.held("`low` not above the factor", 0.95, false, isAbove);
            sheet.held("`high` not below the factor", 0.95, false, isBelow);
            sheet.held("the factor from `low` to `high`", 0.9, false, isAbove && isBelow);
            WhatLimits beyond = found.then();
            if (beyond != null) {
                sheet.held("`then`: no wrong constraint named", 0.95, false, isRight(beyond, then));
            }
        });
    }

    private static boolean isRight(WhatLimits beyond, String then) {
        return beyond.limiting() == null || beyond.answer().equals(then);
    }
}
