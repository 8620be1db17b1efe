package org.bridgeconvoy.engine;

import static org.bridgeconvoy.engine.EventList.BEFORE;
import static org.bridgeconvoy.engine.EventList.BUCKETS;
import static org.bridgeconvoy.engine.EventList.FIRST_SLOT;
import static org.bridgeconvoy.engine.EventList.INSTANT;
import static org.bridgeconvoy.engine.EventList.LOOSE;
import static org.bridgeconvoy.engine.EventList.NEXT;
import static org.bridgeconvoy.engine.EventList.PRIORITY;
import static org.bridgeconvoy.engine.EventList.RETIRED;

/** What must hold in an event list between any two calls. */
final class EventListInvariants {
    private final EventList list;
    private final int[] node;
    private final long[] time;
    private final long base;
    private final FarEntries far;
    private final PriorityGroups groups;

    private EventListInvariants(EventList list) {
        this.list = list;
        node = list.node;
        time = list.time;
        base = list.base;
        far = list.far;
        groups = list.groups;
    }

    static void check(EventList list) {
        new EventListInvariants(list).check();
    }

    private void check() {
        int linked = checkInstant();
        int live = checkRun();
        int entries = list.run.size();
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            int inRing = checkRing(bucket);
            int inChunks = far.entries == 0 ? 0 : far.count(bucket);
            boolean marked = (list.bits[bucket >>> 6] >>> bucket & 1) != 0;
            check(marked == (inRing + inChunks > 0), "mark of bucket " + bucket);
            check(inChunks == 0 || bucket >= 256 && list.large, "chunks in bucket " + bucket);
            linked += inRing;
            entries += inChunks;
            live += inChunks == 0 ? 0 : checkChunks(bucket);
        }
        for (int word = 0; word < list.bits.length; word++) {
            check((list.wordsInUse >>> word & 1) != 0 == (list.bits[word] != 0), "mark of word " + word);
        }
        check(
                entries == far.entries + list.run.size() && entries - live == far.stale,
                "entries " + entries + ", live " + live);
        int inLine = list.few.checkInvariants(base);
        check(inLine == 0 || list.inOrder && linked + live == 0, "events both in line and in buckets");
        check(inLine + linked + live == list.size(), "size " + list.size() + ", found " + (inLine + linked + live));
        check(list.size() + freeSlots() == list.used - FIRST_SLOT, "free slots");
    }

    private int checkInstant() {
        int count = 0;
        int group = 0;
        int before = INSTANT;
        for (int slot = node[4 * INSTANT + NEXT]; slot != INSTANT; slot = node[4 * slot + NEXT]) {
            check(time[slot] == base && node[4 * slot + BEFORE] == before, "instant, slot " + slot);
            check(node[4 * slot + PRIORITY] == groups.priorityOf(group), "priority in slot " + slot);
            if (groups.tailOf(group) == slot) {
                group++;
                check(
                        group == groups.count() || groups.priorityOf(group) < groups.priorityOf(group - 1),
                        "order of priorities");
            }
            before = slot;
            count++;
        }
        check(group == groups.count() && node[4 * INSTANT + BEFORE] == before, "end of the instant");
        return count;
    }

    /** Returns how many live entries the run has. */
    private int checkRun() {
        SortedRun run = list.run;
        int live = 0;
        for (int i = 0; i < run.size(); i++) {
            check(i == 0 || run.time(i - 1) <= run.time(i), "order of the run at " + i);
            if (list.isLive(run.reference(i))) {
                check(time[(int) run.reference(i)] == run.time(i), "time in the run at " + i);
                check(run.time(i) > base, "the run begins at the base");
                int word = EventList.bucketOf(run.time(i), run.time(i) ^ base) >>> 6;
                check((list.wordsBesideRun >>> word & 1) != 0, "range of the run at " + i);
                live++;
            }
        }
        check(run.isEmpty() || run.secondTime() == (run.size() > 1 ? run.time(1) : -1), "end of the run");
        return live;
    }

    private int checkRing(int bucket) {
        int count = 0;
        long least = Long.MAX_VALUE;
        int before = bucket;
        for (int slot = node[4 * bucket + NEXT]; slot != bucket; slot = node[4 * slot + NEXT]) {
            check(node[4 * slot + BEFORE] == before, "ring of bucket " + bucket);
            checkTime(time[slot], bucket);
            least = Math.min(least, time[slot]);
            before = slot;
            count++;
        }
        boolean exact = node[4 * bucket + PRIORITY] != LOOSE && !list.hasFar(bucket);
        check(!exact || time[bucket] == least, "least time in bucket " + bucket);
        return count;
    }

    private int checkChunks(int bucket) {
        int live = 0;
        long least = Long.MAX_VALUE;
        int left = far.count(bucket);
        for (int chunk = far.head(bucket); left > 0; chunk = far.next(chunk)) {
            for (int i = 0; i < Math.min(left, FarEntries.CHUNK); i++) {
                if (list.isLive(far.reference(chunk, i))) {
                    checkTime(far.time(chunk, i), bucket);
                    int slot = (int) far.reference(chunk, i);
                    check(time[slot] == far.time(chunk, i), "time of far slot " + slot);
                    least = Math.min(least, time[slot]);
                    live++;
                }
            }
            left -= FarEntries.CHUNK;
        }
        for (int slot = node[4 * bucket + NEXT]; slot != bucket; slot = node[4 * slot + NEXT]) {
            least = Math.min(least, time[slot]);
        }
        boolean exact = node[4 * bucket + PRIORITY] != LOOSE;
        check(exact ? time[bucket] == least : time[bucket] <= least, "least time in far bucket " + bucket);
        return live;
    }

    private void checkTime(long t, int bucket) {
        check(
                t > base && EventList.bucketOf(t, t ^ base) == bucket,
                "time " + t + " in bucket " + bucket + ", base " + base);
        check(time[bucket] <= t, "bound of bucket " + bucket);
    }

    private int freeSlots() {
        int count = 0;
        for (int slot = list.free; slot != 0; slot = node[4 * slot + NEXT]) {
            count++;
        }
        for (int slot = list.retireFrom; slot < list.used; slot++) {
            count += node[4 * slot + NEXT] == RETIRED ? 1 : 0;
        }
        return count;
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("broken invariant: " + what);
        }
    }
}
