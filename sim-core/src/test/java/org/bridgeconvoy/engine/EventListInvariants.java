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
        checkTree();
        checkRun();
        checkInstant();
        checkBuckets();
        check(stale == list.stale, "stale entries " + list.stale + ", found " + stale);
        check(seen.size() == list.size(), "size " + list.size() + ", found " + seen.size());
        check(list.size() + freeSlots() == list.used - 1, "free slots");
    }

    private void checkTree() {
        int entries = 0;
        int inHole = 0;
        for (int leaf = 0; leaf < list.leaves; leaf++) {
            long key = list.node[list.leaves + leaf];
            if (leaf == list.hole) {
                inHole++;
            } else if (key <= WinnerTree.LAST_KEY) {
                checkEntry(list.timeOfKey(key), list.referenceOfKey(key));
                check((key & WinnerTree.MOST - 1) == leaf, "leaf " + leaf + " has the key of another");
                entries++;
            }
        }
        check(inHole == (list.hole < 0 ? 0 : 1), "hole " + list.hole);
        check(entries == list.treeSize(), "entries in the tree " + list.treeSize() + ", found " + entries);
        if (inHole == 0 && list.few) {
            checkWinners();
        }
        check(list.few || entries == 0 && inHole == 0, "many, and some in the tree");
        check(!list.few || list.instant.isEmpty() && buckets.size == 0, "few, and some not in the tree");
        for (int at = 2; list.few && at <= list.earliest; at += 2) {
            check(!list.isInWindow(list.run[at]), "not too late for the tree: " + list.run[at]);
        }
    }

    private void checkWinners() {
        for (int at = list.leaves - 1; at > 0; at--) {
            long left = list.node[2 * at];
            long right = list.node[2 * at + 1];
            boolean isLeft = left < right;
            if ((left ^ right) < WinnerTree.MOST) {
                isLeft = list.rankOf[(int) left & WinnerTree.MOST - 1] < list.rankOf[(int) right & WinnerTree.MOST - 1];
            }
            check(list.node[at] == (isLeft ? left : right), "winner at " + at);
        }
    }

    private void checkRun() {
        check(list.run[0] == Long.MAX_VALUE, "what stands before the run");
        for (int at = 2; at <= list.earliest; at += 2) {
            long time = list.run[at];
            check(list.run[at - 2] >= time, "order of the run at " + at);
            check(time <= list.runLast || time == list.now() && time == list.buckets.base, "range of the run at " + at);
            checkEntry(time, list.run[at + 1]);
        }
    }

    private void checkInstant() {
        for (int i = 0; i < list.instant.size(); i++) {
            checkEntry(list.now(), list.instant.reference(i));
        }
    }

    private void checkBuckets() {
        int size = 0;
        long least = Long.MAX_VALUE;
        int lowest = list.isBucketless() ? -1 : buckets.lowest();
        for (int bucket = 0; bucket < (list.isBucketless() ? 0 : Buckets.BUCKETS); bucket++) {
            check(buckets.isMarked(bucket) == !buckets.isEmpty(bucket), "mark of bucket " + bucket);
            if (buckets.isEmpty(bucket)) {
                continue;
            }
            check(lowest >= 0 && lowest <= bucket, "lowest bucket " + lowest + ", found " + bucket);
            int count = 0;
            for (int place = buckets.first(bucket); place != 0; place = buckets.following(place, bucket)) {
                long time = buckets.timeAt(place);
                boolean live = checkEntry(time, buckets.referenceAt(place));
                check(!live || time > list.runLast, "time " + time + " in a bucket, the run ends at " + list.runLast);
                check(!live || time >= buckets.base, "time " + time + " before the base " + buckets.base);
                check(
                        Buckets.bucketOf(time, buckets.base) == bucket,
                        "time " + time + " in bucket " + bucket + ", base " + buckets.base);
                least = live ? Math.min(least, time) : least;
                count++;
            }
            check(count == buckets.count(bucket), "count of bucket " + bucket);
            size += count;
        }
        check(size == buckets.size, "entries in buckets " + buckets.size + ", found " + size);
        check(
                buckets.least == Buckets.UNKNOWN || buckets.least == least,
                "least time " + buckets.least + ", found " + least);
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
        check(time >= list.now(), "time of slot " + slot + " has passed");
        return true;
    }

    private int freeSlots() {
        check(!seen.contains((int) list.nextReference), "the slot of the event taken last is pending");
        check(list.nextReference == 0 || list.isLive(list.nextReference), "the next reference is an old one");
        int count = list.nextReference == 0 ? 0 : 1;
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
