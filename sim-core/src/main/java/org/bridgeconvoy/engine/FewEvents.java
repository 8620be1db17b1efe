package org.bridgeconvoy.engine;

/**
 * The pending events in the order in which they fire, while they are few.
 *
 * <p>Small models have a handful of events pending at any time (M/M/1 one or two), and for those nothing is quicker than a sorted
 * line. The latest is first, so that the earliest is taken from the end and what is scheduled soon moves little.
 */
final class FewEvents {
    private final long[] time;

    /** Priority in the upper half, slot in the lower. */
    private final long[] rest;

    private int size;

    FewEvents(int most) {
        time = new long[most];
        rest = new long[most];
    }

    boolean isFull() {
        return size == time.length;
    }

    int size() {
        return size;
    }

    /** Adds an event behind all that are earlier, of higher priority, or like it; there must be room. */
    void add(long itsTime, int itsPriority, int itsSlot) {
        int at = size++;
        long its = ((long) itsPriority << 32) | itsSlot;
        if (at == 1) {
            addSecond(itsTime, its);
            return;
        }
        while (at > 0 && (time[at - 1] < itsTime || time[at - 1] == itsTime && rest[at - 1] >> 32 >= itsPriority)) {
            at--;
            time[at + 1] = time[at];
            rest[at + 1] = rest[at];
        }
        time[at] = itsTime;
        rest[at] = its;
    }

    /** Without a branch: which of two events is first cannot be predicted. */
    private void addSecond(long itsTime, long its) {
        long otherTime = time[0];
        long other = rest[0];
        long ahead = itsTime - otherTime;
        // -1 if the new one fires before the other, which at equal times takes a higher priority; 0 if behind.
        long sooner = (ahead >> 63) | (((ahead - 1) >> 63) & (((other >> 32) - (its >> 32)) >> 63));
        int place = (int) -sooner;
        time[1 - place] = otherTime;
        rest[1 - place] = other;
        time[place] = itsTime;
        rest[place] = its;
    }

    /** The time of the earliest, {@link Long#MAX_VALUE} if there is none. */
    long firstTime() {
        return size == 0 ? Long.MAX_VALUE : time[size - 1];
    }

    /** The slot of the earliest; there must be one. */
    int firstSlot() {
        return (int) rest[size - 1];
    }

    int firstPriority() {
        return (int) (rest[size - 1] >> 32);
    }

    void removeFirst() {
        size--;
    }

    /** Takes an event out from anywhere; returns its priority. */
    int remove(int itsSlot) {
        int at = find(itsSlot);
        int priority = (int) (rest[at] >> 32);
        size--;
        int behind = size - at;
        System.arraycopy(time, at + 1, time, at, behind);
        System.arraycopy(rest, at + 1, rest, at, behind);
        return priority;
    }

    long timeOf(int itsSlot) {
        return time[find(itsSlot)];
    }

    private int find(int itsSlot) {
        int at = size - 1;
        while ((int) rest[at] != itsSlot) {
            at--;
        }
        return at;
    }

    /** Returns how many there are. */
    int checkInvariants(long base) {
        for (int at = 0; at < size; at++) {
            long earlier = at + 1 < size ? time[at + 1] : base;
            boolean firesLater =
                    at + 1 == size || time[at] > earlier || (int) (rest[at] >> 32) <= (int) (rest[at + 1] >> 32);
            if (time[at] < earlier || !firesLater) {
                throw new IllegalStateException("broken invariant: order of the line at " + at);
            }
        }
        return size;
    }
}
