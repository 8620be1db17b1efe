package org.bridgeconvoy.engine;

import java.util.HashSet;
import java.util.Set;

/** What must hold in an event list between any two calls. */
final class EventListInvariants {
    private final EventList list;
    private final RadixHeap heap;
    private final Set<Integer> seen = new HashSet<>();
    private int stale;

    private EventListInvariants(EventList list) {
        this.list = list;
        heap = list.many.heap;
    }

    static void check(EventList list) {
        new EventListInvariants(list).check();
    }

    private void check() {
        check(
                list.mode == Mode.HEAP == (list.many.level != BucketedRun.NO_HEAP),
                "mode " + list.mode + ", level " + list.many.level);
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
        for (int leaf = 0; leaf < list.tree.leaves; leaf++) {
            long key = list.tree.node[list.tree.leaves + leaf];
            if (leaf == list.tree.hole) {
                inHole++;
            } else if (key <= WinnerTree.LAST_KEY) {
                checkEntry(list.tree.timeOfKey(key), list.tree.referenceOfKey(key));
                check((key & WinnerTree.CAPACITY - 1) == leaf, "leaf " + leaf + " has the key of another");
                entries++;
            }
        }
        check(inHole == (list.tree.hole < 0 ? 0 : 1), "hole " + list.tree.hole);
        check(entries == list.tree.size(), "entries in the tree " + list.tree.size() + ", found " + entries);
        if (inHole == 0 && list.mode == Mode.TREE) {
            checkWinners();
        }
        check(list.mode == Mode.TREE || entries == 0 && inHole == 0, "many, and some in the tree");
        check(list.mode != Mode.TREE || list.current.isEmpty() && heap.size == 0, "few, and some not in the tree");
        for (int at = 2; list.mode == Mode.TREE && at <= list.earliest; at += 2) {
            check(!list.tree.isInWindow(list.entries[at]), "not too late for the tree: " + list.entries[at]);
        }
    }

    private void checkWinners() {
        for (int at = list.tree.leaves - 1; at > 0; at--) {
            long left = list.tree.node[2 * at];
            long right = list.tree.node[2 * at + 1];
            boolean isLeft = left < right;
            if ((left ^ right) < WinnerTree.CAPACITY) {
                isLeft = list.tree.rankOf[(int) left & WinnerTree.CAPACITY - 1]
                        < list.tree.rankOf[(int) right & WinnerTree.CAPACITY - 1];
            }
            check(list.tree.node[at] == (isLeft ? left : right), "winner at " + at);
        }
    }

    private void checkRun() {
        check(list.entries[0] == Long.MAX_VALUE, "what stands before the run");
        for (int at = 2; at <= list.earliest; at += 2) {
            long time = list.entries[at];
            check(list.entries[at - 2] >= time, "order of the run at " + at);
            check(
                    time <= list.many.runLast || time == list.now() && time == list.many.heap.base,
                    "range of the run at " + at);
            checkEntry(time, list.entries[at + 1]);
        }
    }

    private void checkInstant() {
        for (int i = 0; i < list.current.size(); i++) {
            checkEntry(list.now(), list.current.reference(i));
        }
    }

    private void checkBuckets() {
        int size = 0;
        long least = Long.MAX_VALUE;
        int lowest = list.mode != Mode.HEAP ? -1 : heap.lowest();
        for (int bucket = 0; bucket < (list.mode != Mode.HEAP ? 0 : RadixHeap.BUCKETS); bucket++) {
            check(heap.isMarked(bucket) == !heap.isEmpty(bucket), "mark of bucket " + bucket);
            if (heap.isEmpty(bucket)) {
                continue;
            }
            check(lowest >= 0 && lowest <= bucket, "lowest bucket " + lowest + ", found " + bucket);
            int count = 0;
            for (int place = heap.first(bucket); place != 0; place = heap.following(place, bucket)) {
                long time = heap.timeAt(place);
                boolean live = checkEntry(time, heap.referenceAt(place));
                check(
                        !live || time > list.many.runLast,
                        "time " + time + " in a bucket, the run ends at " + list.many.runLast);
                check(!live || time >= heap.base, "time " + time + " before the base " + heap.base);
                check(
                        RadixHeap.bucketOf(time, heap.base) == bucket,
                        "time " + time + " in bucket " + bucket + ", base " + heap.base);
                least = live ? Math.min(least, time) : least;
                count++;
            }
            check(count == heap.count(bucket), "count of bucket " + bucket);
            size += count;
        }
        check(size == heap.size, "entries in buckets " + heap.size + ", found " + size);
        check(heap.least == RadixHeap.UNKNOWN || heap.least == least, "least time " + heap.least + ", found " + least);
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
        return count;
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("broken invariant: " + what);
        }
    }
}
