package org.bridgeconvoy.report.html;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;

/**
 * The trips of one replication in a compact encoding, which the script of the page reads.
 *
 * <p>Times are milliseconds, rounded half up like those of {@code trips.csv}, so that the replay counts the same as the
 * file. Trips come in order of assignment. A trip consists of truck, cargo, load in milligrams, the number of instants
 * that were reached, and these instants. The first instant of a trip is relative to that of the trip before and may be
 * negative, so it is zigzag-encoded: 0, -1, 1, -2 become 0, 1, 2, 3. Every other instant is relative to the one before
 * it. Numbers are written in groups of 7 bits, the least significant first; the high bit of a byte says that another
 * byte follows.
 *
 * <p>If the trips have roads or return loads, all instants are written in order of time ({@link TripTime#inTime}). The return
 * load follows: its cargo from 1, or 0 for none, and milligrams. An instant that a truck skips, such as loading on an
 * empty way back, has the time of the next instant.
 *
 * @param trips number of trips encoded
 * @param endMillis end of the replay: the horizon, or just before the assignment of the first trip that had no room
 * @param base64 the encoded bytes
 */
record ReplayData(int trips, long endMillis, String base64) {

    /** Most bytes before base64, which adds a third. */
    static final int MOST_BYTES = 3_000_000;

    /** Encodes all trips that have room. */
    static ReplayData of(TripTable trips, long horizonNanos) {
        return of(trips, horizonNanos, MOST_BYTES);
    }

    /** Encodes trips until {@code mostBytes} are used. */
    static ReplayData of(TripTable trips, long horizonNanos, int mostBytes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long before = 0;
        int i = 0;
        while (i < trips.size() && bytes.size() < mostBytes) {
            number(bytes, trips.truck(i));
            number(bytes, trips.cargo(i));
            number(bytes, trips.loadMilligrams(i));
            long[] instants = instants(trips, i);
            number(bytes, instants.length);
            long first = instants[0];
            long step = first - before;
            number(bytes, step >= 0 ? 2 * step : -2 * step - 1);
            before = first;
            for (int k = 1; k < instants.length; k++) {
                number(bytes, instants[k] - instants[k - 1]);
            }
            if (trips.hasFurther()) {
                number(bytes, trips.returnCargo(i) - TripTable.EMPTY);
                number(bytes, trips.returnLoadMilligrams(i));
            }
            i++;
        }
        long end = i < trips.size() ? millis(trips.time(i, TripTime.ASSIGNED)) - 1 : millis(horizonNanos);
        return new ReplayData(i, end, Base64.getEncoder().encodeToString(bytes.toByteArray()));
    }

    /** Cuts the replay at a time. */
    ReplayData until(long millis) {
        return new ReplayData(trips, Math.min(endMillis, millis), base64);
    }

    /** The instants of a trip up to the last one reached, in milliseconds. */
    private static long[] instants(TripTable trips, int i) {
        List<TripTime> times = TripTime.inTime(trips.hasFurther());
        int reached = times.size();
        while (reached > 0 && trips.time(i, times.get(reached - 1)) == TripTable.NOT_REACHED) {
            reached--;
        }
        long[] instants = new long[reached];
        for (int k = reached - 1; k >= 0; k--) {
            long time = trips.time(i, times.get(k));
            instants[k] = time == TripTable.NOT_REACHED ? instants[k + 1] : millis(time);
        }
        return instants;
    }

    /** Milliseconds, rounded half up. */
    static long millis(long nanos) {
        return Math.floorDiv(nanos + 500_000, 1_000_000L);
    }

    /** Writes a number that is at least 0 in groups of 7 bits. */
    static void number(ByteArrayOutputStream bytes, long value) {
        long rest = value;
        while (rest >= 0x80) {
            bytes.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }
}
