package org.bridgeconvoy.bridge.demand;

import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.RandomStream;

/**
 * The whole truckloads accrued since the last release appear together once a day; the fraction carries over.
 *
 * @param atNanos time of day of the release, in [0, 24 h), on the wall clock. On a day on which the clock skips this time there is no
 *     release; if the time comes twice, the first counts
 */
public record DailyArrivals(long atNanos) implements ArrivalPattern {

    /** Checks the range. */
    public DailyArrivals {
        if (atNanos < 0 || atNanos >= Nanos.DAY) {
            throw new IllegalArgumentException("the release must lie within the day, got " + atNanos + " ns");
        }
    }

    @Override
    public Arrivals start(DemandCurve demand, RandomStream random) {
        return new Arrivals() {
            private final DemandCurve.Reader reader = demand.reader();
            private long local = atNanos - Nanos.DAY;
            private long release = local;
            private long accrued;
            private long released;

            @Override
            public long next() {
                while (released == accrued) {
                    if (release >= demand.endNanos()) {
                        return Long.MAX_VALUE;
                    }
                    local += Nanos.DAY;
                    if (!demand.clock().shows(local)) {
                        continue;
                    }
                    release = demand.clock().firstShowing(local);
                    accrued = reader.wholeAt(release);
                }
                released++;
                return release;
            }
        };
    }
}
