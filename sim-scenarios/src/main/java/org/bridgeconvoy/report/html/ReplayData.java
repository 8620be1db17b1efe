package org.bridgeconvoy.report.html;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;

/**
 * The trips of one replication in few bytes. Times are milliseconds, rounded half up like those of {@code trips.csv}, so that
 * the replay counts what the file counts. For each trip in order of assignment: truck, cargo, load in milligrams, how many
 * instants were reached, then the instants, each as the time since the one before. A trip's first instant follows on
 * the first of the trip before, and may lie before it, so it is folded (0, -1, 1, -2 ... become 0, 1, 2, 3 ...). Numbers
 * are written seven bits at a time, least first, the high bit saying that more follow.
 *
 * <p>Where trips have the instants of roads and return loads, all instants are written in their order in time ({@link #FURTHER}), and
 * behind them the return load: its cargo from 1, 0 for none, and milligrams. An instant that a truck passes by, such as the loading of a
 * return load on an empty way back, has the time of the next one.
 *
 * @param trips how many trips are encoded
 * @param endMillis the replay's end: the horizon, or the assignment of the first trip that had no room
 * @param base64 the bytes
 */
record ReplayData(int trips, long endMillis, String base64) {

    /** Largest number of bytes before base64, which adds a third. */
    static final int MOST_BYTES = 3_000_000;

    private static final List<TripTime> TIMES =
            Arrays.stream(TripTime.values()).filter(t -> !t.isFurther()).toList();

    /** In their order in time. */
    private static final List<TripTime> FURTHER = List.of(
            TripTime.CONSIGNED,
            TripTime.ASSIGNED,
            TripTime.LOAD_START,
            TripTime.LOAD_END,
            TripTime.ROAD_ORIGIN_OUT_END,
            TripTime.EXPORT_START,
            TripTime.EXPORT_END,
            TripTime.OUTBOUND_QUEUED,
            TripTime.OUTBOUND_ENTER,
            TripTime.OUTBOUND_EXIT,
            TripTime.IMPORT_START,
            TripTime.IMPORT_END,
            TripTime.ROAD_DESTINATION_OUT_END,
            TripTime.UNLOAD_START,
            TripTime.UNLOAD_END,
            TripTime.RETURN_ASSIGNED,
            TripTime.RETURN_LOAD_START,
            TripTime.RETURN_LOAD_END,
            TripTime.ROAD_DESTINATION_BACK_END,
            TripTime.RETURN_EXPORT_START,
            TripTime.RETURN_EXPORT_END,
            TripTime.RETURN_QUEUED,
            TripTime.RETURN_ENTER,
            TripTime.RETURN_EXIT,
            TripTime.RETURN_IMPORT_START,
            TripTime.RETURN_IMPORT_END,
            TripTime.ROAD_ORIGIN_BACK_END,
            TripTime.RETURN_UNLOAD_START,
            TripTime.RETURN_UNLOAD_END,
            TripTime.AVAILABLE);

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

    /** The instants of a trip up to the last that it has reached, in milliseconds. */
    private static long[] instants(TripTable trips, int i) {
        List<TripTime> times = trips.hasFurther() ? FURTHER : TIMES;
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
