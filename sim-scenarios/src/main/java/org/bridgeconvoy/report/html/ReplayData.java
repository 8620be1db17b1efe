package org.bridgeconvoy.report.html;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;

/**
 * The trips of one replication in few bytes. Times are milliseconds, rounded half up like those of {@code trips.csv}, so that
 * the replay counts what the file counts. For each trip in order of assignment: truck, cargo, load in milligrams, how many
 * instants were reached, then the instants, each as the time since the one before. A trip's first instant follows on
 * the first of the trip before, and may lie before it, so it is folded (0, -1, 1, -2 ... become 0, 1, 2, 3 ...). Numbers
 * are written seven bits at a time, least first, the high bit saying that more follow.
 *
 * @param trips how many trips are encoded
 * @param endMillis the replay's end: the horizon, or the assignment of the first trip that had no room
 * @param base64 the bytes
 */
record ReplayData(int trips, long endMillis, String base64) {

    /** Largest number of bytes before base64, which adds a third. */
    static final int MOST_BYTES = 3_000_000;

    private static final TripTime[] TIMES = TripTime.values();

    /** All trips, as far as there is room. */
    static ReplayData of(TripTable trips, long horizonNanos) {
        return of(trips, horizonNanos, MOST_BYTES);
    }

    static ReplayData of(TripTable trips, long horizonNanos, int mostBytes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long before = 0;
        int i = 0;
        while (i < trips.size() && bytes.size() < mostBytes) {
            number(bytes, trips.truck(i));
            number(bytes, trips.cargo(i));
            number(bytes, trips.loadMilligrams(i));
            int reached = reached(trips, i);
            number(bytes, reached);
            long first = millis(trips.time(i, TIMES[0]));
            long step = first - before;
            number(bytes, step >= 0 ? 2 * step : -2 * step - 1);
            before = first;
            for (int k = 1; k < reached; k++) {
                number(bytes, millis(trips.time(i, TIMES[k])) - millis(trips.time(i, TIMES[k - 1])));
            }
            i++;
        }
        long end = i < trips.size() ? millis(trips.time(i, TripTime.ASSIGNED)) - 1 : millis(horizonNanos);
        return new ReplayData(i, end, Base64.getEncoder().encodeToString(bytes.toByteArray()));
    }

    private static int reached(TripTable trips, int i) {
        int k = 0;
        while (k < TIMES.length && trips.time(i, TIMES[k]) != TripTable.NOT_REACHED) {
            k++;
        }
        return k;
    }

    static long millis(long nanos) {
        return Math.floorDiv(nanos + 500_000, 1_000_000L);
    }

    private static void number(ByteArrayOutputStream bytes, long value) {
        long rest = value;
        while (rest >= 0x80) {
            bytes.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }
}
