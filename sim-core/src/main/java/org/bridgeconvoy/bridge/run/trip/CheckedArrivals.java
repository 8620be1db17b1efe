package org.bridgeconvoy.bridge.run.trip;

import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.demand.ArrivalPattern;
import org.bridgeconvoy.bridge.demand.DemandCurve;
import org.bridgeconvoy.random.RandomStream;

/** The arrivals of one stream, each checked: the pattern may be the modeler's own. */
final class CheckedArrivals {

    /** More consignments at one instant than anybody means. */
    private static final int MOST_AT_ONCE = 10_000_000;

    private final String cargo;
    private final ArrivalPattern pattern;
    private final ArrivalPattern.Arrivals arrivals;
    private long last;
    private int atOnce;

    private CheckedArrivals(String cargo, ArrivalPattern pattern, ArrivalPattern.Arrivals arrivals) {
        this.cargo = cargo;
        this.pattern = pattern;
        this.arrivals = arrivals;
    }

    @SuppressWarnings("ConstantValue") // A modeler's own may give null all the same.
    static CheckedArrivals start(CargoStream stream, DemandCurve curve, RandomStream random) {
        ArrivalPattern.Arrivals arrivals = stream.arrivals().start(curve, random);
        if (arrivals == null) {
            throw new IllegalStateException(says(stream.cargo(), stream.arrivals()) + "start gave null");
        }
        return new CheckedArrivals(stream.cargo(), stream.arrivals(), arrivals);
    }

    /** When the next consignment appears; {@link Long#MAX_VALUE} if none does. */
    long next() {
        long next = arrivals.next();
        if (next < last) {
            throw new IllegalStateException(
                    says(cargo, pattern) + "next must not go back, got " + next + " ns after " + last + " ns");
        }
        atOnce = next == last ? atOnce + 1 : 0;
        if (atOnce == MOST_AT_ONCE) {
            throw new IllegalStateException(
                    says(cargo, pattern) + "more than " + MOST_AT_ONCE + " consignments at " + next + " ns");
        }
        last = next;
        return next;
    }

    private static String says(String cargo, ArrivalPattern pattern) {
        return "cargo '" + cargo + "': its arrival pattern " + pattern + ": ";
    }
}
