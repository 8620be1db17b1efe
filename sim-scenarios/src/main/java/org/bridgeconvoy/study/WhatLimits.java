package org.bridgeconvoy.study;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What limits throughput: demand, or the one constraint whose relaxation alone gains most, or none alone.
 *
 * @param verdict the kind of answer
 * @param metric the metric in which gains are counted: {@code delivered_t_per_day}, or a {@code days_to_clear.CARGO}, of
 *     which fewer are better
 * @param unit the metric's unit for people
 * @param limiting the constraint that is named; null unless the verdict is {@link Verdict#CONSTRAINT}
 * @param tried every constraint that was relaxed, largest gain first; empty if that was not needed or not possible
 * @param reason the evidence in a sentence for people
 */
public record WhatLimits(
        Verdict verdict,
        String metric,
        String unit,
        @Nullable Relaxed limiting,
        List<Relaxed> tried,
        String reason) {

    /** Copies the list. */
    public WhatLimits {
        tried = List.copyOf(tried);
    }

    /** The kinds of answers. */
    public enum Verdict {
        /** What is consigned is delivered; more capacity would deliver no more. */
        DEMAND("demand"),
        /** One constraint is named. */
        CONSTRAINT("constraint"),
        /** Not demand, yet no relaxation alone gains significantly. */
        NONE_ALONE("none alone"),
        /** Not demand, and fewer than two replications, so that no gain can be told from chance. */
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
     * @param constraint its place in a scenario file: {@code fleet.trucks}
     * @param name the same for people: {@code trucks}
     * @param change what was relaxed: {@code 110 to 121 trucks}
     * @param gain mean paired difference, positive if it is better
     * @param halfWidth half the width of its interval; all intervals hold together with 95% (Bonferroni)
     * @param significant whether the interval lies above 0
     */
    public record Relaxed(
            String constraint, String name, String change, double gain, double halfWidth, boolean significant) {}

    /** The name of what limits: {@code demand}, {@code fleet.trucks}, {@code none alone}. */
    public String answer() {
        return limiting == null ? verdict.label() : limiting.constraint();
    }
}
