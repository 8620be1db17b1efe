package org.bridgeconvoy.study;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What limits throughput: demand, or the one constraint whose relaxation alone gains most, or several constraints that cannot be told
 * apart, or none alone.
 *
 * @param verdict the kind of answer
 * @param objective name of the metric in which gains are counted: {@code delivered_t_per_day}, or {@code days_to_clear.CARGO}, of which
 *     less is better
 * @param unit the metric's unit for people
 * @param limiting the constraint that limits; null unless the verdict is {@link Verdict#CONSTRAINT}
 * @param shared constraints that gain, largest gain first; empty unless the verdict is {@link Verdict#SHARED}
 * @param tried every constraint that was relaxed: first those whose gain counts, then the others, each by falling gain; empty if the answer
 *     needed no relaxation or the replications were too few
 * @param notTried every constraint that could not be relaxed, in the order of a scenario file's parts
 * @param reason the evidence in a sentence for people
 * @param headroom by what factor demand could grow before it no longer limits; null unless the verdict is {@link Verdict#DEMAND}, and where
 *     nothing was consigned or trucks wait for ever
 */
public record WhatLimits(
        Verdict verdict,
        String objective,
        String unit,
        @Nullable Relaxed limiting,
        List<Relaxed> shared,
        List<Relaxed> tried,
        List<NotTried> notTried,
        String reason,
        @Nullable Headroom headroom) {

    /** A gain below this share of the objective does not count. */
    public static final double LEAST_SHARE = 0.01;

    /** Copies the lists. */
    public WhatLimits {
        shared = List.copyOf(shared);
        tried = List.copyOf(tried);
        notTried = List.copyOf(notTried);
    }

    /** The kinds of answers. */
    public enum Verdict {
        /** Demand: what is consigned is delivered, and more capacity would deliver no more. */
        DEMAND("demand"),
        /** One constraint: it gains significantly more than every other. */
        CONSTRAINT("constraint"),
        /** Several constraints gain, and chance may decide which of them gains most. */
        SHARED("shared"),
        /** Not demand, but no relaxation alone gains significantly and at least {@link #LEAST_SHARE}. */
        NONE_ALONE("none alone"),
        /** Fewer than two replications: neither growth nor a gain can be told from chance. */
        UNDECIDED("undecided");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        /** The words in files and reports. */
        public String label() {
            return label;
        }
    }

    /**
     * A constraint relaxed alone, with the random numbers of the study itself.
     *
     * @param constraint key of the constraint in a scenario file: {@code fleet.trucks}
     * @param name name of the constraint for people: {@code trucks}
     * @param change what was relaxed: {@code 110 to 121}
     * @param gain mean paired difference in the objective; positive is better
     * @param halfWidth half-width of the gain's interval; all intervals hold together with 95%
     * @param significant whether the interval lies above 0
     * @param replications number of replications behind the gain; fewer than the study's if the relaxation dropped out because it could not
     *     gain enough
     */
    public record Relaxed(
            String constraint,
            String name,
            String change,
            double gain,
            double halfWidth,
            boolean significant,
            int replications) {}

    /**
     * A constraint that was not relaxed.
     *
     * @param constraint key of the constraint in a scenario file
     * @param reason why, for people
     */
    public record NotTried(String constraint, String reason) {}

    /** A copy with the headroom of demand. */
    WhatLimits withHeadroom(@Nullable Headroom found) {
        return new WhatLimits(verdict, objective, unit, limiting, shared, tried, notTried, reason, found);
    }

    /** The answer in files: {@code demand}, {@code fleet.trucks}, {@code shared}, {@code none alone}, {@code undecided}. */
    public String answer() {
        return limiting == null ? verdict.label() : limiting.constraint();
    }

    /** The answer for people: {@code trucks}, {@code shared by trucks and headway}. */
    public String title() {
        if (limiting != null) {
            return limiting.name();
        }
        if (shared.isEmpty()) {
            return verdict.label();
        }
        List<String> names = shared.stream().map(Relaxed::name).distinct().toList();
        String last = names.get(names.size() - 1);
        return names.size() == 1
                ? last
                : "shared by " + String.join(", ", names.subList(0, names.size() - 1)) + " and " + last;
    }
}
