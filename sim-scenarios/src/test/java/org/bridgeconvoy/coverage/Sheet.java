package org.bridgeconvoy.coverage;

import java.util.LinkedHashMap;
import java.util.Map;

/** What came out of one repetition, or of many: how often each interval held and how often it carried a mark. Not thread-safe. */
final class Sheet {

    private final Map<String, Tally> tallies = new LinkedHashMap<>();

    /**
     * Records an interval or a verdict.
     *
     * @param what name of the row
     * @param meant the least share of repetitions in which it should hold
     * @param marked whether the program marked it as unsure
     * @param held whether the interval held the truth, or the verdict was right
     */
    void held(String what, double meant, boolean marked, boolean held) {
        tally(what, meant).add(marked, held ? 1 : 0);
    }

    /** Records an interval of which a share holds, such as a range of single days. */
    void share(String what, double meant, double share) {
        share(what, meant, false, share);
    }

    /** Records an interval of which a share holds and that the program may have marked as unsure. */
    void share(String what, double meant, boolean marked, double share) {
        tally(what, meant).add(marked, share);
    }

    /** Records an interval without a mark. */
    void interval(String what, double meant, double low, double high, double truth) {
        interval(what, meant, false, low, high, truth);
    }

    /** Records an interval; one without ends counts as marked, as it promises nothing. Sums of many terms round: 10<sup>−9</sup> of the truth is allowed. */
    void interval(String what, double meant, boolean marked, double low, double high, double truth) {
        double rounding = 1e-9 * Math.max(1, Math.abs(truth));
        boolean isThere = !Double.isNaN(low) && !Double.isNaN(high);
        held(what, meant, marked || !isThere, low - rounding <= truth && truth <= high + rounding);
    }

    private Tally tally(String what, double meant) {
        return tallies.computeIfAbsent(what, w -> new Tally(w, meant));
    }

    /** Adds another sheet. */
    void add(Sheet other) {
        other.tallies.forEach((what, tally) -> tally(what, tally.meant()).add(tally));
    }

    /** The rows, in the order in which they first appeared. */
    Iterable<Tally> tallies() {
        return tallies.values();
    }
}
