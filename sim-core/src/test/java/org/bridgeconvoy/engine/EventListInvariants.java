package org.bridgeconvoy.engine;

import java.util.HashSet;
import java.util.Set;

/** What must hold in an event list between any two calls. */
final class EventListInvariants {
    private final EventList list;
    private final Buckets buckets;
    private final Set<Integer> seen = new HashSet<>();
    private int stale;

    private EventListInvariants(EventList list) {
        this.list = list;
        buckets = list.buckets;
    }

    static void check(EventList list) {
        new EventListInvariants(list).check();
    }

    private void check() {
        checkRun();
        checkInstant();
        checkBuckets();
        check(stale == list.stale, "stale entries " + list.stale + ", found " + stale);
        check(seen.size() == list.size(), "size " + list.size() + ", found " + seen.size());
        check(list.size() + freeSlots() == list.used - 1, "free slots");
    }

    private void checkRun() {
        for (int i = 0; i < list.runSize; i++) {
            long time = list.runTime[i];
            check(i == 0 || list.runTime[i - 1] >= time, "order of the run at " + i);
            check(time <= list.runLast, "range of the run at " + i);
            checkEntry(time, list.runReference[i]);
        }
    }

    private void checkInstant() {
        for (int i = 0; i < list.instant.size(); i++) {
            checkEntry(list.lastTime(), list.instant.reference(i));
        }
    }

    private void checkBuckets() {
        int size = 0;
        long least = Long.MAX_VALUE;
        for (int bucket = 0; bucket < Buckets.BUCKETS; bucket++) {
            int count = buckets.count(bucket);
            check(buckets.isMarked(bucket) == (count > 0), "mark of bucket " + bucket);
            if (count > 0) {
                check(buckets.lowest() <= bucket, "lowest bucket " + buckets.lowest() + ", found " + bucket);
                least = Math.min(least, checkBucket(bucket, count));
                size += count;
            }
        }
        check(size > 0 || buckets.lowest() == -1, "a lowest bucket where there is none");
        check(size == buckets.size, "entries in buckets " + buckets.size + ", found " + size);
        check(
                buckets.least == Buckets.UNKNOWN || buckets.least == least,
                "least time " + buckets.least + ", found " + least);
    }

    /** Returns the least time of the live entries. */
    private long checkBucket(int bucket, int count) {
        long[] found = {0, Long.MAX_VALUE};
        buckets.read(bucket, (entries, from, to) -> {
            for (int i = from; i < to; i += 2) {
                long time = entries[i];
                found[0]++;
                check(
                        time >= buckets.base && Buckets.bucketOf(time, buckets.base) == bucket,
                        "time " + time + " in bucket " + bucket + ", base " + buckets.base);
                if (checkEntry(time, entries[i + 1])) {
                    check(time > list.runLast, "time " + time + " in a bucket, the run ends at " + list.runLast);
                    found[1] = Math.min(found[1], time);
                }
            }
        });
        check(found[0] == count, "count of bucket " + bucket);
        return found[1];
    }

    /** Whether an entry is live; then it must be the only one of its event. */
    private boolean checkEntry(long time, long reference) {
        int slot = (int) reference;
        check(slot > 0 && slot < list.used, "slot " + slot);
        if (!list.isLive(reference)) {
            stale++;
            return false;
        }
        check(seen.add(slot), "two live entries of slot " + slot);
        check(list.timeAt(slot) == time, "time of slot " + slot);
        check(time >= list.lastTime(), "time of slot " + slot + " has passed");
        return true;
    }

    private int freeSlots() {
        int count = 0;
        for (int slot = list.firstFree; slot != 0; slot = (int) list.timeAt(slot)) {
            check(!seen.contains(slot), "slot " + slot + " is free and pending");
            count++;
        }
        for (int slot = list.retireFrom; slot < list.used; slot++) {
            count += list.timeAt(slot) == Slots.RETIRED ? 1 : 0;
        }
        return count;
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("broken invariant: " + what);
        }
    }
}
