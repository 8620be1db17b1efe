package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.experiment.PairedDifference;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.study.Elimination.Gain;
import org.bridgeconvoy.study.WhatLimits.NotTried;
import org.bridgeconvoy.study.WhatLimits.Relaxed;
import org.bridgeconvoy.study.WhatLimits.Verdict;
import org.bridgeconvoy.words.RoundedNumber;

/**
 * Finds what limits throughput. If demand does not ({@link DemandCheck}), each constraint is relaxed alone ({@link Relaxations}) and runs
 * with the random numbers of the study itself ({@link Elimination}). A constraint counts if its gain is significant and at least {@link
 * WhatLimits#LEAST_SHARE} of the objective. One constraint is named if it gains significantly more than every other that counts: multiple
 * comparisons with the best at 95% together (Hsu 1984). Otherwise those that count share the answer.
 */
public final class LimitFinder {

    private static final double ERROR = 0.05;

    private final ConvoyConfig config;
    private final List<ReplicationResult> base;
    private final long seed;
    private final Runner runner;
    private final Phases phases;
    private final Objective objective;

    private LimitFinder(ConvoyConfig config, List<ReplicationResult> base, long seed, Runner runner, Phases phases) {
        this.config = config;
        this.base = base;
        this.seed = seed;
        this.runner = runner;
        this.phases = phases;
        objective = Objective.of(config, base);
    }

    /**
     * Finds what limits a world; without the {@link WhatLimits#headroom()}, which asks for many more replications.
     *
     * @param config the world
     * @param base replications of it, from number 1 on
     * @param seed seed of these replications
     * @param runner runs the relaxed worlds
     */
    public static WhatLimits find(ConvoyConfig config, List<ReplicationResult> base, long seed, Runner runner) {
        return find(config, base, seed, runner, new Phases(Progress.NONE, List.of(Elimination.PHASE)));
    }

    /**
     * Finds what limits a world.
     *
     * @param base the study's replications of it, from number 1 on
     * @param phases phases of the work, one of them {@link Elimination#PHASE}
     */
    static WhatLimits find(ConvoyConfig config, List<ReplicationResult> base, long seed, Runner runner, Phases phases) {
        return new LimitFinder(config, base, seed, runner, phases).find();
    }

    /**
     * Finds what limits a world that demand does not limit.
     *
     * @param base at least two replications of it, from number 1 on
     * @param phases phases of the work, one of them {@link Elimination#PHASE}
     */
    static WhatLimits relaxing(
            ConvoyConfig config, List<ReplicationResult> base, long seed, Runner runner, Phases phases) {
        return new LimitFinder(config, base, seed, runner, phases).relaxing("");
    }

    private WhatLimits find() {
        if (config.hasTrucks() && DemandCheck.isNothingConsigned(base)) {
            return without(Verdict.DEMAND, "nothing was consigned, so nothing could be delivered");
        }
        Objective.Evidence demand = objective.demand(base);
        if (base.size() < 2) {
            return without(
                    Verdict.UNDECIDED,
                    demand.words() + "; at least 2 replications are needed to tell growth and gains from chance: give"
                            + " --replications");
        }
        if (demand.isDemand()) {
            return without(Verdict.DEMAND, delivered() + demand.words());
        }
        return relaxing((config.hasTrucks() ? "; not demand: " : "; ") + demand.words());
    }

    /**
     * Relaxes each constraint alone.
     *
     * @param end end of the reason: why it is not demand that limits
     */
    private WhatLimits relaxing(String end) {
        Relaxations relaxations = Relaxations.of(config);
        List<Gain> gains = new ArrayList<>(
                new Elimination(relaxations.found(), objective::value, objective.values(base), seed, runner, phases)
                        .run(least()));
        gains.sort(Comparator.comparing((Gain g) -> !counts(g)).thenComparing(g -> -g.mean()));
        return answer(end, gains, relaxations.notTried());
    }

    /**
     * The first words of the answer "demand". Where trucks wait for ever, deliveries stop, and only the growth of what is undelivered
     * speaks for demand.
     */
    private String delivered() {
        return base.stream().allMatch(r -> r.lock() == null)
                ? "what is consigned is delivered: "
                : "trucks wait for ever (see the warning), so not all that is consigned is delivered; by what grows: ";
    }

    /** An answer for which nothing was relaxed. */
    private WhatLimits without(Verdict verdict, String reason) {
        return new WhatLimits(
                verdict, objective.name(), objective.unit(), null, List.of(), List.of(), List.of(), reason, null);
    }

    /** The least gain that counts, in the objective's unit. */
    private double least() {
        return WhatLimits.LEAST_SHARE * objective.size(base);
    }

    /** Whether a gain is significant and large enough. */
    private boolean counts(Gain gain) {
        return gain.isSignificant() && gain.mean() >= least();
    }

    private WhatLimits answer(String end, List<Gain> gains, List<NotTried> notTried) {
        List<Relaxed> tried = gains.stream().map(LimitFinder::relaxed).toList();
        List<Gain> listed = gains.stream().filter(this::counts).toList();
        Verdict verdict;
        String reason;
        if (listed.isEmpty()) {
            verdict = Verdict.NONE_ALONE;
            reason = "none of " + gains.size() + " relaxations gains significantly and at least " + leastText()
                    + largest(gains) + end;
        } else if (isAhead(listed)) {
            verdict = Verdict.CONSTRAINT;
            reason = "relaxed alone (" + tried.get(0).change() + ") it gains " + amount(listed.get(0))
                    + ", the most of " + gains.size() + " relaxations" + end;
        } else {
            verdict = Verdict.SHARED;
            reason = listed.size() + " of " + gains.size() + " relaxations gain significantly and at least "
                    + leastText() + "; the most, " + amount(listed.get(0))
                    + ", is not significantly more than the next" + end;
        }
        return new WhatLimits(
                verdict,
                objective.name(),
                objective.unit(),
                verdict == Verdict.CONSTRAINT ? tried.get(0) : null,
                verdict == Verdict.SHARED ? tried.subList(0, listed.size()) : List.of(),
                tried,
                notTried,
                reason,
                null);
    }

    private static Relaxed relaxed(Gain gain) {
        Relaxation relaxation = gain.relaxation();
        return new Relaxed(
                relaxation.constraint(),
                relaxation.name(),
                relaxation.change(),
                gain.mean(),
                gain.halfWidth(),
                gain.isSignificant(),
                gain.gains().length);
    }

    /** Whether the first gain of the list is significantly larger than that of every other constraint in it. */
    private static boolean isAhead(List<Gain> listed) {
        Gain first = listed.get(0);
        List<Gain> others = listed.stream()
                .filter(g ->
                        !isSame(g.relaxation().constraint(), first.relaxation().constraint()))
                .toList();
        // One-sided comparisons, Bonferroni: a two-sided interval leaves out half of its error on the side that counts.
        double level = 1 - 2 * ERROR / Math.max(1, others.size());
        return others.stream().allMatch(other -> isLarger(first, other, level));
    }

    /** Whether two relaxations concern one constraint: relaxed in two ways, or in one direction and in both. */
    private static boolean isSame(String one, String other) {
        return one.equals(other) || isDirectionOf(one, other) || isDirectionOf(other, one);
    }

    private static boolean isDirectionOf(String one, String both) {
        return one.equals(both + "." + Direction.OUTBOUND.label()) || one.equals(both + "." + Direction.RETURN.label());
    }

    private static boolean isLarger(Gain one, Gain other, double level) {
        PairedDifference difference = PairedDifference.of(
                one.relaxation().name(), one.gains(), other.relaxation().name(), other.gains(), level);
        return difference.verdict() == org.bridgeconvoy.experiment.Verdict.LARGER;
    }

    private String leastText() {
        return "1% (" + RoundedNumber.alone(least()) + " " + objective.gain() + ")";
    }

    private String largest(List<Gain> gains) {
        return gains.stream()
                .filter(g -> g.mean() > 0)
                .max(Comparator.comparingDouble(Gain::mean))
                .map(g -> "; the largest gain is that of " + g.relaxation().name() + " ("
                        + g.relaxation().change() + "), " + amount(g))
                .orElse("; none gains at all");
    }

    private String amount(Gain gain) {
        return RoundedNumber.difference(gain.mean(), gain.halfWidth()).text() + " " + objective.gain();
    }
}
