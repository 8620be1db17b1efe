package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.study.WhatLimits.Relaxed;
import org.bridgeconvoy.study.WhatLimits.Verdict;

/**
 * Finds what limits throughput. Unless demand does ({@link DemandCheck}), each constraint is relaxed alone ({@link
 * Relaxations}) and run with the random numbers of the study itself; the one with the largest significant gain is named.
 * A gain is significant if its paired-t interval lies above 0, where all intervals together hold with 95% (Bonferroni); if
 * all replications agree to the last bit, any gain is.
 *
 * <p>Gains count in {@code delivered_t_per_day}. If a stream has a {@code total} and a replication clears it, the scenario
 * is about clearing: then gains count in days to clear of the stream that clears last, where a replication that does not
 * clear counts as the horizon. Demand limits clearing if the last truckload is unloaded within two days, or 2% of the
 * days, after the midnight of the day on which it was consigned.
 */
final class LimitFinder {

    private static final String DELIVERED = "delivered_t_per_day";
    private static final double TWO_DAYS = 2;
    private static final double FAMILY_LEVEL = 0.95;

    private final ConvoyConfig config;
    private final List<ReplicationResult> base;
    private final long seed;
    private final Workers workers;
    private final Runnable each;

    private LimitFinder(ConvoyConfig config, List<ReplicationResult> base, long seed, Workers workers, Runnable each) {
        this.config = config;
        this.base = base;
        this.seed = seed;
        this.workers = workers;
        this.each = each;
    }

    /**
     * Finds what limits a world.
     *
     * @param base its replications, from number 1 on
     * @param each told after each replication that is run for this
     */
    static WhatLimits find(
            ConvoyConfig config, List<ReplicationResult> base, long seed, Workers workers, Runnable each) {
        return new LimitFinder(config, base, seed, workers, each).find();
    }

    /** Replications that {@link #find} may have to run, for a progress bar. */
    static long work(ConvoyConfig config, int replications) {
        return (long) Relaxations.of(config).size() * replications;
    }

    private WhatLimits find() {
        Objective objective = objective();
        if (DemandCheck.isNothingConsigned(base)) {
            return new WhatLimits(
                    Verdict.DEMAND,
                    objective.metric(),
                    objective.unit(),
                    null,
                    List.of(),
                    "nothing was consigned, so nothing could be delivered");
        }
        DemandCheck.Outcome demand = objective.demand();
        if (demand.isWithinTolerance()) {
            return new WhatLimits(
                    Verdict.DEMAND,
                    objective.metric(),
                    objective.unit(),
                    null,
                    List.of(),
                    "what is consigned is delivered: " + demand.evidence());
        }
        if (base.size() < 2) {
            return new WhatLimits(
                    Verdict.UNDECIDED,
                    objective.metric(),
                    objective.unit(),
                    null,
                    List.of(),
                    "not demand (" + demand.evidence() + "), but at least 2 replications are needed to tell a gain from"
                            + " chance: give --replications");
        }
        return named(objective, demand, relaxed(objective));
    }

    private WhatLimits named(Objective objective, DemandCheck.Outcome demand, List<Relaxed> tried) {
        Relaxed largest = tried.isEmpty() || !tried.get(0).significant() ? null : tried.get(0);
        if (largest != null) {
            String gain = String.format(
                    Locale.ROOT, "%.2f +- %.2f %s", largest.gain(), largest.halfWidth(), objective.unit());
            return new WhatLimits(
                    Verdict.CONSTRAINT,
                    objective.metric(),
                    objective.unit(),
                    largest,
                    tried,
                    "relaxed alone (" + largest.change() + ") it gains " + gain + " in " + objective.metric()
                            + ", the most of " + tried.size() + " constraints; not demand: " + demand.evidence());
        }
        if (!demand.isSignificant()) {
            return new WhatLimits(
                    Verdict.DEMAND,
                    objective.metric(),
                    objective.unit(),
                    null,
                    tried,
                    "no constraint relaxed alone gains, and that anything is left behind may be chance: "
                            + demand.evidence());
        }
        return new WhatLimits(
                Verdict.NONE_ALONE,
                objective.metric(),
                objective.unit(),
                null,
                tried,
                "none of " + tried.size() + " constraints gains significantly when relaxed alone; not demand: "
                        + demand.evidence());
    }

    /** Every constraint relaxed alone, largest gain first, significant ones before the others. */
    private List<Relaxed> relaxed(Objective objective) {
        List<Relaxation> relaxations = Relaxations.of(config);
        double level = 1 - (1 - FAMILY_LEVEL) / Math.max(1, relaxations.size());
        double[] before = objective.values(base);
        List<Relaxed> tried = new ArrayList<>();
        for (Relaxation relaxation : relaxations) {
            BridgeModel model = new BridgeModel(relaxation.world(), replication -> false);
            double[] after = objective.values(Replications.run(model, seed, 1, base.size(), workers, each));
            tried.add(gain(relaxation, before, after, objective.isFewerBetter(), level));
        }
        tried.sort(Comparator.comparing((Relaxed r) -> !r.significant()).thenComparing(r -> -r.gain()));
        return tried;
    }

    private static Relaxed gain(
            Relaxation relaxation, double[] before, double[] after, boolean isFewerBetter, double level) {
        double[] gains = new double[before.length];
        double size = 0;
        for (int i = 0; i < gains.length; i++) {
            gains[i] = isFewerBetter ? before[i] - after[i] : after[i] - before[i];
            size = Math.max(size, Math.abs(before[i]));
        }
        Estimate mean = Estimate.of(gains);
        double halfWidth = mean.halfWidth(level);
        boolean significant = mean.mean() - halfWidth > 0 && mean.mean() > 1e-9 * size;
        return new Relaxed(
                relaxation.constraint(), relaxation.name(), relaxation.change(), mean.mean(), halfWidth, significant);
    }

    /** What gains count in. */
    private abstract static class Objective {

        abstract String metric();

        abstract String unit();

        abstract boolean isFewerBetter();

        abstract double[] values(List<ReplicationResult> replications);

        abstract DemandCheck.Outcome demand();
    }

    private Objective objective() {
        Objective last = new Delivered();
        double latest = -1;
        for (int i = 0; i < config.demand().size(); i++) {
            CargoStream stream = config.demand().get(i);
            if (config.isFinite(stream)) {
                Clearing clearing = new Clearing(i, stream.cargo());
                double days = Estimate.of(clearing.values(base)).mean();
                if (clearing.isEverCleared() && days > latest) {
                    latest = days;
                    last = clearing;
                }
            }
        }
        return last;
    }

    private final class Delivered extends Objective {

        @Override
        String metric() {
            return DELIVERED;
        }

        @Override
        String unit() {
            return "t/d";
        }

        @Override
        boolean isFewerBetter() {
            return false;
        }

        @Override
        double[] values(List<ReplicationResult> replications) {
            return replications.stream()
                    .mapToDouble(r -> r.metrics().value(DELIVERED))
                    .toArray();
        }

        @Override
        DemandCheck.Outcome demand() {
            return DemandCheck.of(
                    base.stream().map(ReplicationResult::daily).toList(), config.warmUpNanos(), config.horizonNanos());
        }
    }

    private final class Clearing extends Objective {

        private final int cargo;
        private final String name;
        private final double horizonDays = (double) config.horizonNanos() / Nanos.DAY;

        Clearing(int cargo, String name) {
            this.cargo = cargo;
            this.name = name;
        }

        boolean isEverCleared() {
            return base.stream().anyMatch(r -> !Double.isNaN(r.metrics().value(metric())));
        }

        @Override
        String metric() {
            return MetricResult.DAYS_TO_CLEAR + name;
        }

        @Override
        String unit() {
            return "d";
        }

        @Override
        boolean isFewerBetter() {
            return true;
        }

        @Override
        double[] values(List<ReplicationResult> replications) {
            return replications.stream()
                    .mapToDouble(r -> r.metrics().value(metric()))
                    .map(days -> Double.isNaN(days) ? horizonDays : days)
                    .toArray();
        }

        @Override
        DemandCheck.Outcome demand() {
            double[] days = values(base);
            double[] after = new double[days.length];
            double sum = 0;
            for (int i = 0; i < days.length; i++) {
                after[i] = days[i] - lastConsigned(base.get(i).daily());
                sum += days[i];
            }
            Estimate mean = Estimate.of(after);
            double allowed = Math.max(TWO_DAYS, DemandCheck.TOLERANCE * sum / days.length);
            boolean within = mean.mean() <= allowed;
            return new DemandCheck.Outcome(
                    within,
                    !within && mean.mean() - mean.halfWidth95() > allowed,
                    String.format(
                            Locale.ROOT,
                            "the last of %s is unloaded %.1f d after the day on which it was consigned",
                            name,
                            Math.max(0, mean.mean())));
        }

        /** Days from the start to the midnight by which all that is ever consigned has appeared. */
        private int lastConsigned(DailyTable table) {
            long[] consigned = table.byCargo().get(cargo).consigned();
            int day = consigned.length;
            while (day > 0 && consigned[day - 1] == 0) {
                day--;
            }
            return day;
        }
    }
}
