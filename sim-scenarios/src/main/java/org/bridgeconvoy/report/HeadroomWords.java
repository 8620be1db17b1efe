package org.bridgeconvoy.report;

import java.util.Locale;
import org.bridgeconvoy.study.Headroom;
import org.bridgeconvoy.study.WhatLimits;
import org.bridgeconvoy.study.WhatLimits.Verdict;

/** The headroom of demand in words. */
public final class HeadroomWords {

    private HeadroomWords() {}

    /** In a few words behind "demand": {@code could grow by 76% (71% to 79%)}. */
    public static String brief(Headroom headroom) {
        if (headroom.isAtLeast()) {
            return headroom.refused().isEmpty()
                    ? "could grow to more than " + whole(Headroom.MOST) + " times as much"
                    : "could grow by at least " + more(headroom.factor());
        }
        String interval = " (" + more(headroom.low()) + " to "
                + (Double.isNaN(headroom.high()) ? "more than " + more(Headroom.MOST) : more(headroom.high())) + ")";
        return headroom.factor() == 1
                ? "could grow by less than 1%" + interval
                : "could grow by " + more(headroom.factor()) + interval;
    }

    /** How far demand could grow and what limits then, in whole sentences. */
    public static String sentences(Headroom headroom) {
        String all = "all demand " + brief(headroom) + " before it no longer limits.";
        WhatLimits then = headroom.then();
        if (then != null) {
            return all + " " + then(headroom, then);
        }
        return headroom.refused().isEmpty()
                ? all
                : all + " With more, the scenario cannot work: " + headroom.refused() + ".";
    }

    private static String then(Headroom headroom, WhatLimits then) {
        String at = "What limits then: " + then.title();
        WhatLimits.Relaxed limiting = then.limiting();
        if (limiting != null) {
            at += " (" + limiting.constraint() + ")";
        }
        return at + ". Found with " + more(headroom.thenAt()) + " more demand: " + then.reason() + ".";
    }

    /** What limits beyond the headroom, in a few words; empty if it is not known. */
    public static String then(Headroom headroom) {
        WhatLimits then = headroom.then();
        if (then == null) {
            return "";
        }
        return then.verdict() == Verdict.NONE_ALONE ? "no constraint alone" : then.title();
    }

    private static String more(double factor) {
        return whole(100 * (factor - 1)) + "%";
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
