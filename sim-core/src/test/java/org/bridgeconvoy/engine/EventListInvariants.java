package org.bridgeconvoy.engine;

import java.util.BitSet;

/** What must hold in an event list between any two calls. */
final class EventListInvariants {
    private final EventList list;
    private final RadixHeap heap;
    private final BitSet seen = new BitSet();
    private int stale;

    private EventListInvariants(EventList list) {
        this.list = list;
        heap = list.many.heap;
    }

    static void check(EventList list) {
        new EventListInvariants(list).check();
    }

    private void check() {
        if (list.mode == Mode.HEAP == (list.many.level == BucketedRun.NO_HEAP)) {
            throw broken("mode " + list.mode + ", level " + list.many.level);
        }
        checkTree();
        checkRun();
        checkInstant();
        checkBuckets();
        if (stale != list.stale) {
            throw broken("stale entries " + list.stale + ", found " + stale);
        }
        if (seen.cardinality() != list.size()) {
            throw broken("size " + list.size() + ", found " + seen.cardinality());
        }
        if (list.size() + freeSlots() != list.used - 1) {
            throw broken("free slots");
        }
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
                if ((key & WinnerTree.CAPACITY - 1) != leaf) {
                    throw broken("leaf " + leaf + " has the key of another");
                }
                entries++;
            }
        }
        if (inHole != (list.tree.hole < 0 ? 0 : 1)) {
            throw broken("hole " + list.tree.hole);
        }
        if (entries != list.tree.size()) {
            throw broken("entries in the tree " + list.tree.size() + ", found " + entries);
        }
        if (inHole == 0 && list.mode == Mode.TREE) {
            checkWinners();
        }
        if (list.mode != Mode.TREE && (entries != 0 || inHole != 0)) {
            throw broken("many, and some in the tree");
        }
        if (list.mode == Mode.TREE && (!list.current.isEmpty() || heap.size != 0)) {
            throw broken("few, and some not in the tree");
        }
        for (int at = 2; list.mode == Mode.TREE && at <= list.earliest; at += 2) {
            if (list.tree.isInWindow(list.entries[at])) {
                throw broken("not too late for the tree: " + list.entries[at]);
            }
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
            if (list.tree.node[at] != (isLeft ? left : right)) {
                throw broken("winner at " + at);
            }
        }
    }

    private void checkRun() {
        if (list.entries[0] != Long.MAX_VALUE) {
            throw broken("what stands before the run");
        }
        for (int at = 2; at <= list.earliest; at += 2) {
            long time = list.entries[at];
            if (list.entries[at - 2] < time) {
                throw broken("order of the run at " + at);
            }
            if (time > list.many.runLast && (time != list.now() || time != list.many.heap.base)) {
                throw broken("range of the run at " + at);
            }
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
        int chunks = 0;
        long least = Long.MAX_VALUE;
        int lowest = list.mode != Mode.HEAP ? -1 : heap.lowest();
        for (int bucket = 0; bucket < (list.mode != Mode.HEAP ? 0 : RadixHeap.BUCKETS); bucket++) {
            if (heap.isMarked(bucket) == heap.isEmpty(bucket)) {
                throw broken("mark of bucket " + bucket);
            }
            if (heap.isEmpty(bucket)) {
                continue;
            }
            if (lowest < 0 || lowest > bucket) {
                throw broken("lowest bucket " + lowest + ", found " + bucket);
            }
            int count = 0;
            for (int place = heap.first(bucket); place != 0; place = heap.following(place, bucket)) {
                long time = heap.timeAt(place);
                boolean live = checkEntry(time, heap.referenceAt(place));
                if (live && time <= list.many.runLast) {
                    throw broken("time " + time + " in a bucket, the run ends at " + list.many.runLast);
                }
                if (live && time < heap.base) {
                    throw broken("time " + time + " before the base " + heap.base);
                }
                if (RadixHeap.bucketOf(time, heap.base) != bucket) {
                    throw broken("time " + time + " in bucket " + bucket + ", base " + heap.base);
                }
                least = live ? Math.min(least, time) : least;
                count++;
                chunks += place % RadixHeap.CHUNK == 0 ? 1 : 0;
            }
            if (count != heap.count(bucket)) {
                throw broken("count of bucket " + bucket);
            }
            size += count;
        }
        if (size != heap.size) {
            throw broken("entries in buckets " + heap.size + ", found " + size);
        }
        if (list.mode == Mode.HEAP && chunks + heap.freeChunks() != heap.chunks()) {
            throw broken("chunks " + heap.chunks() + ", found " + chunks + " and free " + heap.freeChunks());
        }
        if (heap.least != RadixHeap.UNKNOWN && heap.least != least) {
            throw broken("least time " + heap.least + ", found " + least);
        }
    }

    /** Whether an entry is live; then it must be the only one of its event. */
    private boolean checkEntry(long time, long reference) {
        int slot = (int) reference;
        if (slot <= 0 || slot >= list.used) {
            throw broken("slot " + slot);
        }
        if (!list.isLive(reference)) {
            stale++;
            return false;
        }
        if (seen.get(slot)) {
            throw broken("two live entries of slot " + slot);
        }
        seen.set(slot);
        if (list.timeAt(slot) != time) {
            throw broken("time of slot " + slot);
        }
        if (time < list.now()) {
            throw broken("time of slot " + slot + " has passed");
        }
        return true;
    }

    private int freeSlots() {
        if (seen.get((int) list.nextReference)) {
            throw broken("the slot of the event taken last is pending");
        }
        if (list.nextReference != 0 && !list.isLive(list.nextReference)) {
            throw broken("the next reference is an old one");
        }
        int count = list.nextReference == 0 ? 0 : 1;
        for (int slot = list.firstFree; slot != 0; slot = (int) list.timeAt(slot)) {
            if (seen.get(slot)) {
                throw broken("slot " + slot + " is free and pending");
            }
            count++;
        }
        return count;
    }

    private static IllegalStateException broken(String what) {
        return new IllegalStateException("broken invariant: " + what);
    }
}
