package org.bridgeconvoy.flow;

/** What the units of a resource of {@link SlowFlow} did, summed up over time, and the waits for them. In unit-nanoseconds. */
final class SlowUnits {
    final SlowCount waits = new SlowCount();
    final SlowCount gaveUp = new SlowCount();
    final SlowCount interrupted = new SlowCount();
    int balked;
    int discarded;
    private long queued;
    private long used;
    private long usedBlocked;
    private long busy;
    private long blocked;
    private long failed;
    private long idle;
    private long present;

    /** A time passes in which nothing changes. */
    void pass(long time, int units, int inUse, int inUseBlocked, int waiting, boolean isFailed) {
        queued += time * waiting;
        used += time * inUse;
        usedBlocked += time * inUseBlocked;
        long there = time * Math.max(units, inUse);
        present += there;
        if (isFailed) {
            failed += there;
        } else {
            blocked += time * inUseBlocked;
            busy += time * (inUse - inUseBlocked);
            idle += time * Math.max(0, units - inUse);
        }
    }

    /** As text, for a greatest number of units and the time of the run. */
    String text(int greatest, long end) {
        return waits + " waited, " + gaveUp + " gave up, " + interrupted + " were interrupted, " + discarded
                + " discarded, "
                + balked + " balked, " + queued + " in the queue, " + used + " in use, " + usedBlocked
                + " of them blocked, busy "
                + busy + ", blocked " + blocked + ", failed " + failed + ", idle " + idle + ", off "
                + (greatest * end - present);
    }
}
