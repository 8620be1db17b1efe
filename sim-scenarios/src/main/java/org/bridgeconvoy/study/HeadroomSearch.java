package org.bridgeconvoy.study;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.Feasibility;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.study.FactorTrial.Border;
import org.jspecify.annotations.Nullable;

/**
 * Finds the {@link Headroom} of demand. Each factor is judged by the rule of what limits itself ({@link Objective#beyond}), with the random
 * numbers of the study. So the factor is the largest at which a run with that demand would still say that demand limits.
 *
 * <p>Each of the three borders of {@link FactorTrial} is bracketed and the bracket halved. Beyond the capacity, undelivered tonnes and days
 * to clear grow in a straight line with demand. So the first {@link #LINES} trials of a border are where the line through the two
 * nearest trials beyond it meets the bound; with them most brackets are narrow before the first halving.
 */
final class HeadroomSearch {

    /** Name of the search as a phase of the work; {@link Elimination#PHASE} follows for what limits beyond the headroom. */
    static final String PHASE = "headroom";

    /** Steps of the factor 1. */
    private static final int ONE = 100;

    private static final int MOST = (int) Math.round(Headroom.MOST / Headroom.STEP);

    /** Trials of a border that follow a straight line. */
    private static final int LINES = 3;

    /** Replications of the runs that find what limits beyond the headroom, at most: gains are large there. */
    private static final int MOST_THEN = 10;

    private final ConvoyConfig config;
    private final int replications;
    private final long seed;
    private final Workers workers;
    private final NavigableMap<Integer, FactorTrial> trials = new TreeMap<>();
    private final Map<Border, Integer> lines = new EnumMap<>(Border.class);
    private final int last;
    private final Work work;
    private long left;

    private HeadroomSearch(
            ConvoyConfig config, List<ReplicationResult> base, long seed, Workers workers, Phases phases) {
        this.config = config;
        this.replications = base.size();
        this.seed = seed;
        this.workers = workers;
        last = lastThatWorks();
        trials.put(ONE, new FactorTrial(config, replications, base));
        left = planned();
        work = phases.begin(PHASE, left);
    }

    /**
     * Finds the headroom of a world that demand limits.
     *
     * @param base the study's replications of it, from number 1 on
     * @param phases phases of the work, among them {@link #PHASE} and {@link Elimination#PHASE}
     * @return null if there is nothing to multiply or no interval: nothing was consigned, trucks wait for ever, or there is one replication
     */
    static @Nullable Headroom find(
            ConvoyConfig config, List<ReplicationResult> base, long seed, Workers workers, Phases phases) {
        boolean isLocked = base.stream().anyMatch(r -> r.lock() != null);
        if (base.size() < 2 || isLocked || DemandCheck.isNothingConsigned(base)) {
            return null;
        }
        return new HeadroomSearch(config, base, seed, workers, phases).find(phases);
    }

    private Headroom find(Phases phases) {
        search(Border.FACTOR);
        search(Border.HIGH);
        search(Border.LOW);
        int factor = Math.max(ONE, before(Border.FACTOR));
        int high = beyond(Border.HIGH);
        boolean isAtLeast = before(Border.FACTOR) == last;
        int then = Math.min(last, (int) Math.round(Headroom.BEYOND * factor));
        Headroom headroom = new Headroom(
                factor(factor),
                isAtLeast,
                factor(Math.max(ONE, before(Border.LOW))),
                high > last ? Double.NaN : factor(high),
                isAtLeast && last < MOST ? fault(last + 1).orElse("") : "",
                isAtLeast ? Double.NaN : factor(then),
                isAtLeast ? null : limits(then, phases));
        work.drop(left);
        return headroom;
    }

    /** Finds what limits at a step. */
    private WhatLimits limits(int step, Phases phases) {
        ConvoyConfig world = world(step);
        BridgeModel model = new BridgeModel(world).withoutPercentiles();
        int count = Math.min(replications, MOST_THEN);
        List<ReplicationResult> results = Replications.run(model, seed, 1, count, workers, work::oneDone);
        left -= count;
        work.drop(left);
        left = 0;
        return LimitFinder.relaxing(world, results, seed, workers.runner(), phases);
    }

    /** Narrows the bracket of a border until its ends are neighbours, or near enough for an end of the interval. */
    private void search(Border border) {
        while (!isFound(border)) {
            int step = next(border);
            FactorTrial trial = trials.computeIfAbsent(step, s -> new FactorTrial(world(s), replications, List.of()));
            long before = left - trial.decide(border, seed, workers, work);
            left = planned();
            work.drop(before - left);
        }
    }

    private boolean isFound(Border border) {
        return beyond(border) - before(border) <= (border == Border.FACTOR ? 1 : Headroom.END_STEPS)
                && (beyond(border) <= last || before(border) == last);
    }

    /** The next step to try: the last one first, then where a straight line passes the bound, then the middle. */
    private int next(Border border) {
        int before = before(border);
        int beyond = beyond(border);
        if (beyond > last) {
            return last;
        }
        int middle = (before + beyond) / 2;
        int lined = lines.getOrDefault(border, 0);
        Map.Entry<Integer, FactorTrial> further = trials.higherEntry(beyond);
        if (further == null || lined == LINES) {
            return middle;
        }
        FactorTrial near = Objects.requireNonNull(trials.get(beyond));
        FactorTrial far = further.getValue();
        double rise = far.value(border) - near.value(border);
        if (near.value(border) <= 0 || rise <= 0 || !near.objective().equals(far.objective())) {
            return middle;
        }
        lines.put(border, lined + 1);
        double crosses = beyond - near.value(border) * (further.getKey() - beyond) / rise;
        return (int) Math.max(before + 1, Math.min(beyond - 1, Math.floor(crosses)));
    }

    /** The smallest step tried beyond a border; the one after the last if there is none. */
    private int beyond(Border border) {
        return trials.entrySet().stream()
                .filter(t -> t.getValue().isDecided(border) && t.getValue().isBeyond(border))
                .mapToInt(Map.Entry::getKey)
                .findFirst()
                .orElse(last + 1);
    }

    /** The largest step tried within a border and below all beyond it; the one before the first if there is none. */
    private int before(Border border) {
        return trials.headMap(beyond(border)).entrySet().stream()
                .filter(t -> t.getValue().isDecided(border))
                .mapToInt(Map.Entry::getKey)
                .max()
                .orElse(ONE - 1);
    }

    private ConvoyConfig world(int step) {
        return MoreDemand.times(factor(step), config);
    }

    private static double factor(int step) {
        return step / (double) ONE;
    }

    /** The largest step up to {@link #MOST} whose world can work. */
    private int lastThatWorks() {
        int works = ONE;
        int fails = MOST + 1;
        int step = MOST;
        while (fails - works > 1) {
            if (fault(step).isEmpty()) {
                works = step;
            } else {
                fails = step;
            }
            step = (works + fails) / 2;
        }
        return works;
    }

    /** Why the world of a step cannot work; empty if it can. */
    private Optional<String> fault(int step) {
        try {
            return Feasibility.check(world(step)).stream()
                    .filter(Feasibility.Finding::fatal)
                    .map(f -> f.path() + ": " + f.message())
                    .findFirst();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Replications that the search still needs at most: of the last step, of lines and halvings of each border, and of what follows. */
    private long planned() {
        long factors = 0;
        for (Border border : Border.values()) {
            if (!isFound(border)) {
                int width = beyond(border) - before(border);
                int halvings = Integer.SIZE - Integer.numberOfLeadingZeros(width - 1);
                int end = beyond(border) > last ? 1 : 0;
                factors += end + LINES - lines.getOrDefault(border, 0) + halvings;
            }
        }
        return factors * replications + Math.min(replications, MOST_THEN);
    }
}
