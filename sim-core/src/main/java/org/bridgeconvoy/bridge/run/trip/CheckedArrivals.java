package org.bridgeconvoy.bridge.run.trip;

import org.bridgeconvoy.bridge.demand.ArrivalPattern;
import org.bridgeconvoy.bridge.demand.DemandCurve;
import org.bridgeconvoy.random.RandomStream;

/** The arrivals of one stream of demand or traffic, each checked, because the pattern may be the modeler's own. */
public final class CheckedArrivals {

    /** Arrivals at one instant beyond this number count as an error of the pattern. */
    private static final int MOST_AT_ONCE = 10_000_000;

    private final String whose;
    private final String what;
    private final ArrivalPattern pattern;
    private final ArrivalPattern.Arrivals arrivals;
    private long last;
    private int atOnce;

    private CheckedArrivals(String whose, String what, ArrivalPattern pattern, ArrivalPattern.Arrivals arrivals) {
        this.whose = whose;
        this.what = what;
        this.pattern = pattern;
        this.arrivals = arrivals;
    }

    /**
     * Starts a pattern.
     *
     * @param whose the stream, in words
     * @param what the arriving things, in the plural
     */
    @SuppressWarnings("ConstantValue") // A modeler's own pattern may return null all the same.
    public static CheckedArrivals start(
            String whose, String what, ArrivalPattern pattern, DemandCurve curve, RandomStream random) {
        ArrivalPattern.Arrivals arrivals = pattern.start(curve, random);
        if (arrivals == null) {
            throw new IllegalStateException(says(whose, pattern) + "start gave null");
        }
        return new CheckedArrivals(whose, what, pattern, arrivals);
    }

    /** Time of the next arrival; {@link Long#MAX_VALUE} if there is none. */
    public long next() {
        long next = arrivals.next();
        if (next < last) {
            throw new IllegalStateException(
                    says(whose, pattern) + "next must not go back, got " + next + " ns after " + last + " ns");
        }
        atOnce = next == last ? atOnce + 1 : 0;
        if (atOnce == MOST_AT_ONCE) {
            throw new IllegalStateException(
                    says(whose, pattern) + "more than " + MOST_AT_ONCE + " " + what + " at " + next + " ns");
        }
        last = next;
        return next;
    }

    private static String says(String whose, ArrivalPattern pattern) {
        return whose + ": its arrival pattern " + pattern + ": ";
    }
}
