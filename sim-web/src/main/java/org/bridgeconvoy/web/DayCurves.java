package org.bridgeconvoy.web;

import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.TrafficTable;
import org.bridgeconvoy.result.TrafficTime;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;

/**
 * The cumulative picture of a day at the bridge: trucks and vehicles that joined a queue and that left the bridge, outbound and on return, by
 * quarter of an hour of the simulation clock, as the mean over the days after the warm-up.
 */
final class DayCurves {

    private static final int QUARTERS = 96;
    private static final long QUARTER_NANOS = 15L * 60 * 1_000_000_000L;
    private static final long DAY_NANOS = QUARTERS * QUARTER_NANOS;
    private static final int CURVES = 4;

    /** How many numbers {@link #copyTo} gives: joined and left outbound, joined and left on return, each 97 from 00:00 to 24:00. */
    static final int SIZE = CURVES * (QUARTERS + 1);

    private final long fromNanos;
    private final long toNanos;
    private final long[][] counts = new long[CURVES][QUARTERS];
    private int replications;

    DayCurves(long warmUpNanos, long horizonNanos) {
        fromNanos = warmUpNanos;
        toNanos = horizonNanos;
    }

    /** Replications with trips or vehicles that were added. */
    int replications() {
        return replications;
    }

    void add(ReplicationResult result) {
        TripTable trips = result.trips();
        TrafficTable vehicles = result.vehicles();
        if (trips != null) {
            for (int i = 0; i < trips.size(); i++) {
                count(0, trips.time(i, TripTime.OUTBOUND_QUEUED));
                count(1, trips.time(i, TripTime.OUTBOUND_EXIT));
                count(2, trips.time(i, TripTime.RETURN_QUEUED));
                count(3, trips.time(i, TripTime.RETURN_EXIT));
            }
        }
        if (vehicles != null) {
            for (int i = 0; i < vehicles.size(); i++) {
                int curve = vehicles.name(i).outbound() ? 0 : 2;
                count(curve, vehicles.time(i, TrafficTime.QUEUED));
                count(curve + 1, vehicles.time(i, TrafficTime.EXIT));
            }
        }
        replications += trips != null || vehicles != null ? 1 : 0;
    }

    private void count(int curve, long nanos) {
        if (nanos >= fromNanos && nanos < toNanos) {
            counts[curve][(int) (nanos % DAY_NANOS / QUARTER_NANOS)]++;
        }
    }

    /** The sums over replications, a day's mean each. */
    void copyTo(double[] values, int from) {
        double days = (toNanos - fromNanos) / (double) DAY_NANOS;
        int at = from;
        for (long[] curve : counts) {
            long sum = 0;
            values[at++] = 0;
            for (long count : curve) {
                sum += count;
                values[at++] = sum / days;
            }
        }
    }
}
