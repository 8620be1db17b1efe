package org.bridgeconvoy.report.chart;

import org.bridgeconvoy.calendar.Nanos;

/**
 * The day cut into slots of ten minutes, and time that is spread over them. Divides what was accumulated by how often
 * the window [from, until) covers each slot, so a short first or last day counts for what it has.
 */
final class DayGrid {

    static final int SLOTS = 144;
    private static final long SLOT = Nanos.DAY / SLOTS;

    private final long from;
    private final long until;

    DayGrid(long from, long until) {
        this.from = from;
        this.until = until;
    }

    /** Hour of the day in the middle of each slot. */
    static double[] hours() {
        double[] hours = new double[SLOTS];
        for (int i = 0; i < SLOTS; i++) {
            hours[i] = (i + 0.5) * 24.0 / SLOTS;
        }
        return hours;
    }

    /** Adds the part of [begin, end) that lies in the window, in nanoseconds, to the slots that it covers. */
    void spread(long begin, long end, double[] slots) {
        long t = Math.max(begin, from);
        long last = Math.min(end, until);
        while (t < last) {
            long slot = t / SLOT;
            long next = Math.min(last, (slot + 1) * SLOT);
            slots[(int) (slot % SLOTS)] += next - t;
            t = next;
        }
    }

    /** Nanoseconds of the window in each slot of the day. */
    double[] exposure() {
        double[] slots = new double[SLOTS];
        spread(from, until, slots);
        return slots;
    }
}
