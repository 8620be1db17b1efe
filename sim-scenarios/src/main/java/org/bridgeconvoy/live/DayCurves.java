package org.bridgeconvoy.live;

import java.util.Arrays;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.TrafficTable;
import org.bridgeconvoy.result.TrafficTime;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;

/**
 * The cumulative picture of a day at the bridge: trucks and vehicles that joined a queue and that left the bridge, outbound and on return, by
 * quarter of an hour of the simulation clock, as the mean over the days after the warm-up of one replication. The program draws the first
 * picture of a page with it, the model in the page all others.
 */
public final class DayCurves {

    /** Replications whose trips draw the picture: recording takes time. */
    private static final int DRAWN = 10;

    private static final int QUARTERS = 96;
    private static final long QUARTER_NANOS = 15L * 60 * 1_000_000_000L;
    private static final long DAY_NANOS = QUARTERS * QUARTER_NANOS;
    private static final int CURVES = 4;

    /** How many numbers {@link #copyTo} gives: joined and left outbound, joined and left on return, each 97 from 00:00 to 24:00. */
    public static final int SIZE = CURVES * (QUARTERS + 1);

    private final long fromNanos;
    private final long toNanos;
    private final long[][] counts = new long[CURVES][QUARTERS];

    /**
     * Curves of the replications of one world.
     *
     * @param warmUpNanos end of the warm-up
     * @param horizonNanos end of the run
     */
    public DayCurves(long warmUpNanos, long horizonNanos) {
        fromNanos = warmUpNanos;
        toNanos = horizonNanos;
    }

    /** Whether a replication, by its number from 1, has to record its trips and vehicles for the picture. */
    public static boolean records(int replication) {
        return replication <= DRAWN;
    }

    /** Whether a replication recorded what the curves are made of. */
    public static boolean hasRecorded(ReplicationResult result) {
        return result.trips() != null || result.vehicles() != null;
    }

    /** Puts the curves of a replication into {@link #SIZE} places of an array; zeros if it recorded nothing. */
    public void copyTo(ReplicationResult result, double[] values, int from) {
        for (long[] curve : counts) {
            Arrays.fill(curve, 0);
        }
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
        copyTo(values, from);
    }

    private void count(int curve, long nanos) {
        if (nanos >= fromNanos && nanos < toNanos) {
            counts[curve][(int) (nanos % DAY_NANOS / QUARTER_NANOS)]++;
        }
    }

    private void copyTo(double[] values, int from) {
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
