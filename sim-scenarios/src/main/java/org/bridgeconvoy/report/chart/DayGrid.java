package org.bridgeconvoy.report.chart;

import org.bridgeconvoy.calendar.Nanos;

/**
 * The day in slots of ten minutes, over which the time of a window [from, until) is spread. {@link #exposure} tells how
 * much of the window falls into each slot, so that a partial first or last day counts only for its part.
 */
final class DayGrid {

    /** Slots of a day. */
    static final int SLOTS = 144;
    /** Length of a slot in nanoseconds. */
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

    /** Adds the part of [begin, end) within the window to the slots that it covers, in nanoseconds. */
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
