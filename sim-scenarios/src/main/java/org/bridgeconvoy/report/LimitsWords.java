package org.bridgeconvoy.report;

import java.util.List;
import org.bridgeconvoy.study.Headroom;
import org.bridgeconvoy.study.WhatLimits;
import org.bridgeconvoy.study.WhatLimits.Relaxed;

/** What came of each constraint that was relaxed, in words: also of those that gain nothing, so that "trucks: no gain" is an answer. */
public final class LimitsWords {

    /** Constraints that a sentence names. */
    private static final int NAMED = 5;

    private LimitsWords() {}

    /** What limits in a few words: {@code demand; it could grow by 33% (0% to 88%), then no constraint alone}. */
    public static String brief(WhatLimits limits) {
        Headroom headroom = limits.headroom();
        if (headroom == null) {
            return limits.title();
        }
        String then = HeadroomWords.then(headroom);
        return limits.title() + "; it " + HeadroomWords.brief(headroom) + (then.isEmpty() ? "" : ", then " + then);
    }

    /**
     * What came of a constraint: {@code gains}; {@code gains less}: significantly above 0, but below 1% or significantly less than the one
     * that is named; {@code no gain}: nothing changed in any replication; {@code below 1%}: it could not gain what counts and ran no
     * further; {@code no gain shown}: the interval reaches 0 or below.
     *
     * @param replications number of replications of the study
     */
    public static String outcome(WhatLimits limits, Relaxed relaxed, int replications) {
        if (limits.shared().contains(relaxed) || relaxed.equals(limits.limiting())) {
            return "gains";
        }
        if (relaxed.significant()) {
            return "gains less";
        }
        if (relaxed.gain() == 0 && relaxed.halfWidth() == 0) {
            return "no gain";
        }
        return relaxed.replications() < replications ? "below 1%" : "no gain shown";
    }

    /**
     * Names of the constraints that were tried and for which no gain is shown: {@code Tried without gain: trucks, payload.} Empty if there
     * are none, or nothing was tried.
     */
    public static String noGain(WhatLimits limits) {
        List<String> gain = names(limits, true);
        List<String> names = names(limits, false).stream()
                .filter(name -> !gain.contains(name))
                .toList();
        if (names.isEmpty()) {
            return "";
        }
        List<String> named = names.subList(0, Math.min(NAMED, names.size()));
        String more = names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "";
        return "Tried without gain: " + String.join(", ", named) + more + ".";
    }

    /** Constraints that gain significantly, or those that do not. */
    private static List<String> names(WhatLimits limits, boolean gain) {
        return limits.tried().stream()
                .filter(relaxed -> relaxed.significant() == gain)
                .map(Relaxed::name)
                .distinct()
                .toList();
    }
}
