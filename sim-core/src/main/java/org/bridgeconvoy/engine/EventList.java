package org.bridgeconvoy.engine;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Pending events, earliest first. Ties go to the higher priority, then to the event scheduled first, so a run is one exact
 * sequence. Not thread-safe: one run, one thread.
 *
 * <p>Adding, cancelling and taking the earliest cost amortized constant time, whatever the number of pending events; a single
 * take may cost more when it opens a crowded bucket. Nothing is allocated in steady state, and memory is given back after a peak
 * as soon as the slots in its upper part are free. At most some 536 million events can be pending.
 */
final class EventList {
    /*
     * Radix buckets on the monotone clock: an event lies in the bucket of the highest digit (base 256) in which its time differs
     * from the base, and moves down when the base enters its bucket (Ahuja, Mehlhorn, Orlin, Tarjan 1990). Events at the base
     * itself stand in one line, ordered by priority. Invariant: base <= every pending time, and the base moves only to times of
     * events that are taken; so looking ahead (nextTime, poll with a limit) leaves it where it is. Equal times always share a
     * bucket, in the order of scheduling: first-in first-out costs nothing.
     *
     * None of this is needed while only FEW events are pending: they stand in one line in the order in which they fire (FewEvents).
     *
     * A bucket is a ring of slots linked through `node`, closed by a sentinel that has the bucket's number as its slot. With more
     * than `crowd` events pending, what is scheduled goes into contiguous chunks instead (FarEntries). A bucket in which only
     * chunks are, and not too many, is sorted when the base enters it and taken from that run (SortedRun): the random accesses
     * come together, so they overlap, shortly before the events are taken. What is scheduled into the range of the run lies in
     * lower buckets beside it, and is younger than what the run holds at the same time. Other buckets are linked below when few
     * lie in them, else spread over finer chunks. In a bucket that has both, the linked ones are older than the chunks.
     *
     * The time of a sentinel is a lower bound of the times in the bucket (Long.MAX_VALUE when empty), and the least of them unless
     * the sentinel is marked LOOSE, which happens when an event at that time is cancelled or moved.
     */
    static final int BUCKETS = 8 * 256;
    static final int INSTANT = BUCKETS;
    static final int FIRST_SLOT = BUCKETS + 1;
    private static final int SMALLEST_CAPACITY = FIRST_SLOT + 255;
    private static final int LARGEST_CAPACITY = Integer.MAX_VALUE / 4 - 2;
    private static final int CROWD = 1 << 14;

    /** So many events stand in one line; the next one spreads them over the buckets. */
    private static final int FEW = 16;

    /** When so many are left in the buckets they stand in one line again. */
    private static final int FEW_AGAIN = 4;

    /** Four ints a slot: the next slot, the one before, the priority, the generation. */
    int[] node = new int[4 * SMALLEST_CAPACITY];

    static final int NEXT = 0;
    static final int BEFORE = 1;
    static final int PRIORITY = 2;
    private static final int GENERATION = 3;

    /** In place of a sentinel's priority. */
    static final int LOOSE = 1;

    /** In place of NEXT: the event lies in a chunk; BEFORE is then the stamp of its entry. */
    private static final int FAR = -1;

    /** In place of NEXT: a slot that is not to be used again, so that memory above {@link #retireFrom} can be given back. */
    static final int RETIRED = -2;

    long[] time = new long[SMALLEST_CAPACITY];

    /** A free slot may keep its last event, so that an event that schedules itself again need not be stored again. */
    private @Nullable Event[] event = new Event[SMALLEST_CAPACITY];

    final long[] bits = new long[BUCKETS / 64];
    int wordsInUse;
    long base;
    final PriorityGroups groups = new PriorityGroups();
    FarEntries far = new FarEntries(1, 1);
    final FewEvents few = new FewEvents(FEW);
    final SortedRun run;

    /** The words of the buckets that can hold events due before the end of the run. */
    int wordsBesideRun;

    /** Not used; without it the reads would be optimised away. */
    @SuppressWarnings("UnusedVariable")
    private int readAhead;

    private final int crowd;
    boolean inOrder = true;
    boolean large;
    private int stamp;

    /** How many events are pending; not kept up while they are in order. */
    private int inBuckets;

    int free;
    int used = FIRST_SLOT;
    int retireFrom = Integer.MAX_VALUE;
    private int firstGeneration = 1;
    private int untilUpkeep;

    EventList() {
        this(CROWD);
    }

    /** With more events pending than {@code crowd} the list works in chunks; less than the usual in tests only. */
    EventList(int crowd) {
        this.crowd = crowd;
        run = new SortedRun(2 * crowd);
        untilUpkeep = crowd;
        for (int bucket = 0; bucket <= INSTANT; bucket++) {
            clearRing(bucket);
        }
    }

    int size() {
        return inOrder ? few.size() : inBuckets;
    }

    /** How many slots there is memory for, the sentinels included. */
    int capacity() {
        return time.length;
    }

    /** The time of the event taken last; 0 before the first. */
    long lastTime() {
        return base;
    }

    /** Adds an event; the time must not be before {@link #lastTime()}. Returns its handle: generation and slot, never 0. */
    long add(long timeNanos, int priority, Event itsEvent) {
        int slot = free;
        if (slot != 0) {
            free = node[4 * slot + NEXT];
        } else {
            slot = freshSlot();
        }
        if (event[slot] != itsEvent) {
            event[slot] = itsEvent;
        }
        if (!inOrder || few.isFull()) {
            addToBuckets(slot, timeNanos, priority);
        } else {
            few.add(timeNanos, priority, slot);
        }
        return ((long) node[4 * slot + GENERATION] << 32) | slot;
    }

    private void addToBuckets(int slot, long timeNanos, int priority) {
        if (inOrder) {
            spread();
        }
        node[4 * slot + PRIORITY] = priority;
        if (++inBuckets > crowd && !large) {
            becomeLarge();
        }
        place(slot, timeNanos);
    }

    boolean isPending(long handle) {
        int slot = (int) handle;
        return slot >= FIRST_SLOT && slot < used && node[4 * slot + GENERATION] == (int) (handle >>> 32);
    }

    long timeOf(long handle) {
        int slot = (int) handle;
        return inOrder ? few.timeOf(slot) : time[slot];
    }

    boolean cancel(long handle) {
        if (!isPending(handle)) {
            return false;
        }
        int slot = (int) handle;
        if (inOrder) {
            few.remove(slot);
            free(slot);
        } else {
            takeOut(slot);
            leaveBuckets(slot);
        }
        return true;
    }

    boolean move(long handle, long timeNanos) {
        if (!isPending(handle)) {
            return false;
        }
        int slot = (int) handle;
        if (inOrder) {
            few.add(timeNanos, few.remove(slot), slot);
        } else {
            takeOut(slot);
            place(slot, timeNanos);
        }
        return true;
    }

    /** From now on the events lie in buckets. */
    private void spread() {
        inOrder = false;
        inBuckets = few.size();
        while (few.size() > 0) {
            int slot = few.firstSlot();
            node[4 * slot + PRIORITY] = few.firstPriority();
            place(slot, few.firstTime());
            few.removeFirst();
        }
    }

    /** From now on the events stand in one line. */
    private void gather() {
        inOrder = true;
        gather(INSTANT);
        groups.clear();
        while (wordsInUse != 0) {
            int word = Integer.numberOfTrailingZeros(wordsInUse);
            int bucket = 64 * word + Long.numberOfTrailingZeros(bits[word]);
            gather(bucket);
            unmark(bucket);
        }
    }

    private void gather(int bucket) {
        for (int slot = node[4 * bucket + NEXT]; slot != bucket; slot = node[4 * slot + NEXT]) {
            few.add(time[slot], node[4 * slot + PRIORITY], slot);
        }
        clearRing(bucket);
    }

    /** The time of the earliest event, {@link Long#MAX_VALUE} if there is none. */
    long nextTime() {
        if (inOrder) {
            return few.firstTime();
        }
        if (node[4 * INSTANT + NEXT] != INSTANT) {
            return base;
        }
        long first = Long.MAX_VALUE;
        if (runHasLive()) {
            first = run.firstTime();
            if ((wordsInUse & wordsBesideRun) == 0) {
                return first;
            }
        }
        int bucket = firstBucket();
        return bucket < 0 ? first : Math.min(first, time[bucket]);
    }

    /** Takes the earliest event if its time is not after the limit; null if there is none. */
    @Nullable
    Event poll(long limitNanos) {
        if (inOrder) {
            return takeFirst(limitNanos);
        }
        int slot = node[4 * INSTANT + NEXT];
        if (slot != INSTANT) {
            return takeFirstOfInstant(slot);
        }
        return runHasLive() ? takeBesideRun(limitNanos) : takeFromBucket(firstBucket(), limitNanos);
    }

    private @Nullable Event takeFromBucket(int bucket, long limitNanos) {
        if (bucket < 0 || time[bucket] > limitNanos) {
            return null;
        }
        base = time[bucket];
        int slot = node[4 * bucket + NEXT];
        if (slot == bucket && run.isEmpty() && hasFar(bucket) && fillRun(bucket)) {
            runHasLive();
            return takeFromRun();
        }
        if (slot != bucket && node[4 * slot + NEXT] == bucket && !hasFar(bucket)) {
            clearRing(bucket);
            unmark(bucket);
            return taken(slot);
        }
        return open(bucket);
    }

    /** Whether an event waits in the run; drops the stale entries before it. */
    private boolean runHasLive() {
        while (!run.isEmpty()) {
            if (run.isUnread()) {
                readAhead = readAhead();
            }
            if (isLive(run.firstReference())) {
                return true;
            }
            run.removeFirst();
            far.stale--;
        }
        return false;
    }

    private boolean fillRun(int bucket) {
        if (!run.fill(far, bucket)) {
            return false;
        }
        wordsBesideRun = (1 << (bucket >>> 8 << 2)) - 1;
        clearRing(bucket);
        unmark(bucket);
        return true;
    }

    /** Reads what taking the next events of the run will read, all at once: so the waits for memory overlap. */
    private int readAhead() {
        int sum = 0;
        int end = run.readOn();
        for (int i = 0; i < end; i++) {
            int slot = (int) run.reference(i);
            Event its = event[slot];
            // No class is an interface: this reads the event's header.
            sum += node[4 * slot + GENERATION]
                    + (int) time[slot]
                    + (its == null || its.getClass() == Event.class ? 1 : 0);
        }
        return sum;
    }

    /** Takes the first of the run or of the buckets beside it, whichever is earlier. */
    private @Nullable Event takeBesideRun(long limitNanos) {
        long first = run.firstTime();
        if ((wordsInUse & wordsBesideRun) != 0) {
            int bucket = firstBucket();
            if (bucket >= 0 && time[bucket] < first) {
                return takeFromBucket(bucket, limitNanos);
            }
        }
        if (first > limitNanos) {
            return null;
        }
        if ((wordsInUse & wordsBesideRun) != 0) {
            return enterBesideRun(first);
        }
        base = first;
        return takeFromRun();
    }

    /** Moves the base to the time of the first of the run; what lies in the bucket that it enters moves down. */
    private @Nullable Event enterBesideRun(long first) {
        int bucket = bucketOf(first, first ^ base);
        boolean entered = first != base && (bits[bucket >>> 6] >>> bucket & 1) != 0;
        base = first;
        if (!entered) {
            return takeFromRun();
        }
        joinRunToInstant();
        return open(bucket);
    }

    /** Takes the first of the run, which is due at the base; others that are due with it come into the line of the instant. */
    private @Nullable Event takeFromRun() {
        if (run.secondTime() == base) {
            joinRunToInstant();
            return takeFirstOfInstant(node[4 * INSTANT + NEXT]);
        }
        int slot = (int) run.firstReference();
        run.removeFirst();
        return taken(slot);
    }

    private void joinRunToInstant() {
        while (!run.isEmpty() && run.firstTime() == base) {
            if (isLive(run.firstReference())) {
                joinInstant((int) run.firstReference());
            } else {
                far.stale--;
            }
            run.removeFirst();
        }
    }

    private @Nullable Event takeFirst(long limitNanos) {
        if (few.size() == 0) {
            return null;
        }
        long first = few.firstTime();
        if (first > limitNanos) {
            return null;
        }
        base = first;
        int slot = few.firstSlot();
        few.removeFirst();
        Event result = event[slot];
        free(slot);
        return result;
    }

    private @Nullable Event takeFirstOfInstant(int slot) {
        groups.leaveFirst(slot);
        int next = node[4 * slot + NEXT];
        node[4 * INSTANT + NEXT] = next;
        node[4 * next + BEFORE] = INSTANT;
        return taken(slot);
    }

    private @Nullable Event taken(int slot) {
        Event result = event[slot];
        leaveBuckets(slot);
        return result;
    }

    private void leaveBuckets(int slot) {
        free(slot);
        if (--inBuckets <= FEW_AGAIN && !large) {
            gather();
        }
    }

    private void free(int slot) {
        int at = 4 * slot;
        int generation = node[at + GENERATION] + 1;
        node[at + GENERATION] = generation == 0 ? 1 : generation;
        if (slot < retireFrom) {
            node[at + NEXT] = free;
            free = slot;
        } else {
            node[at + NEXT] = RETIRED;
        }
        if (--untilUpkeep == 0) {
            upkeep();
        }
    }

    /** The lowest bucket in use, its least time made exact; -1 if there is none. All others hold later times. */
    private int firstBucket() {
        while (wordsInUse != 0) {
            int word = Integer.numberOfTrailingZeros(wordsInUse);
            int bucket = 64 * word + Long.numberOfTrailingZeros(bits[word]);
            if (node[4 * bucket + PRIORITY] != LOOSE || tighten(bucket)) {
                return bucket;
            }
        }
        return -1;
    }

    /* Placing. */

    private void place(int slot, long t) {
        time[slot] = t;
        long difference = t ^ base;
        if (difference == 0) {
            joinInstant(slot);
        } else if (large) {
            placeFar(slot, t, difference);
        } else {
            link(slot, t, difference);
        }
    }

    static int bucketOf(long t, long difference) {
        int shift = (63 - Long.numberOfLeadingZeros(difference)) & 56;
        return (shift << 5) + ((int) (t >>> shift) & 255);
    }

    private void link(int slot, long t, long difference) {
        int bucket = bucketOf(t, difference);
        linkAfter(node[4 * bucket + BEFORE], slot, bucket);
        mark(bucket, t);
    }

    private void linkAfter(int before, int slot, int next) {
        node[4 * slot + NEXT] = next;
        node[4 * slot + BEFORE] = before;
        node[4 * before + NEXT] = slot;
        node[4 * next + BEFORE] = slot;
    }

    private void joinInstant(int slot) {
        int before = groups.enter(node[4 * slot + PRIORITY], slot, INSTANT);
        linkAfter(before, slot, node[4 * before + NEXT]);
    }

    private void placeFar(int slot, long t, long difference) {
        int bucket = bucketOf(t, difference);
        if (bucket < 256) {
            link(slot, t, difference);
            return;
        }
        node[4 * slot + NEXT] = FAR;
        node[4 * slot + BEFORE] = stamp;
        far.append(bucket, t, ((long) stamp << 32) | slot);
        mark(bucket, t);
    }

    private void mark(int bucket, long t) {
        // Without a branch: within a bucket it would be taken at random.
        time[bucket] = Math.min(time[bucket], t);
        bits[bucket >>> 6] |= 1L << bucket;
        wordsInUse |= 1 << (bucket >>> 6);
    }

    private void unmark(int bucket) {
        int word = bucket >>> 6;
        long rest = bits[word] & ~(1L << bucket);
        bits[word] = rest;
        if (rest == 0) {
            wordsInUse &= ~(1 << word);
        }
    }

    private void clearRing(int bucket) {
        node[4 * bucket + NEXT] = bucket;
        node[4 * bucket + BEFORE] = bucket;
        node[4 * bucket + PRIORITY] = 0;
        time[bucket] = Long.MAX_VALUE;
    }

    /* Opening a bucket: the base has entered it, so everything in it moves down or is due. */

    private @Nullable Event open(int bucket) {
        int slot = node[4 * bucket + NEXT];
        clearRing(bucket);
        unmark(bucket);
        int due = groups.isEmpty() ? -1 : -2;
        while (slot != bucket) {
            int next = node[4 * slot + NEXT];
            due = settle(slot, due);
            slot = next;
        }
        if (hasFar(bucket)) {
            due = openFar(bucket, due);
        }
        return due >= 0 ? taken(due) : takeFirstOfInstant(node[4 * INSTANT + NEXT]);
    }

    /** Links one slot below; a first one that is due is kept back, since it often is the only one. */
    private int settle(int slot, int due) {
        long t = time[slot];
        long difference = t ^ base;
        if (difference != 0) {
            link(slot, t, difference);
            return due;
        }
        if (due == -1) {
            return slot;
        }
        if (due >= 0) {
            joinInstant(due);
        }
        joinInstant(slot);
        return -2;
    }

    private int openFar(int bucket, int firstDue) {
        int left = far.count(bucket);
        boolean near = left <= crowd / 4;
        int due = firstDue;
        for (int chunk = far.detach(bucket); chunk != 0; chunk = far.release(chunk)) {
            int here = Math.min(left, FarEntries.CHUNK);
            for (int i = 0; i < here; i++) {
                long t = far.time(chunk, i);
                long reference = far.reference(chunk, i);
                long difference = t ^ base;
                if (!near && difference != 0) {
                    moveDown(t, reference, difference);
                } else if (isLive(reference)) {
                    due = settle((int) reference, due);
                } else {
                    far.stale--;
                }
            }
            left -= here;
        }
        return due;
    }

    private void moveDown(long t, long reference, long difference) {
        int bucket = bucketOf(t, difference);
        if (t < base) {
            far.stale--;
            return;
        }
        if (bucket < 256) {
            if (isLive(reference)) {
                link((int) reference, t, difference);
            } else {
                far.stale--;
            }
            return;
        }
        far.append(bucket, t, reference);
        mark(bucket, t);
        if (far.stale != 0) {
            node[4 * bucket + PRIORITY] = LOOSE;
        }
    }

    boolean hasFar(int bucket) {
        return far.entries != 0 && far.count(bucket) != 0;
    }

    boolean isLive(long reference) {
        int at = 4 * (int) reference;
        return far.stale == 0 || (node[at + NEXT] == FAR && node[at + BEFORE] == (int) (reference >>> 32));
    }

    /** Finds the least time in a bucket; false if all its entries are stale: it is then empty. */
    private boolean tighten(int bucket) {
        long least = Long.MAX_VALUE;
        boolean any = false;
        for (int slot = node[4 * bucket + NEXT]; slot != bucket; slot = node[4 * slot + NEXT]) {
            least = Math.min(least, time[slot]);
            any = true;
        }
        if (hasFar(bucket)) {
            long itsLeast = leastLive(bucket);
            if (itsLeast < 0) {
                compact(bucket);
            } else {
                any = true;
                least = Math.min(least, itsLeast);
            }
        }
        time[bucket] = least;
        node[4 * bucket + PRIORITY] = 0;
        if (!any) {
            unmark(bucket);
        }
        return any;
    }

    /** The least time of the entries of a bucket that are not stale, -1 if all are. */
    private long leastLive(int bucket) {
        long least = -1;
        int left = far.count(bucket);
        for (int chunk = far.head(bucket); left > 0; chunk = far.next(chunk)) {
            int here = Math.min(left, FarEntries.CHUNK);
            for (int i = 0; i < here; i++) {
                long t = far.time(chunk, i);
                if ((t < least || least < 0) && isLive(far.reference(chunk, i))) {
                    least = t;
                }
            }
            left -= here;
        }
        return least;
    }

    /** Drops the stale entries of a bucket; returns how many stay. */
    private int compact(int bucket) {
        int left = far.count(bucket);
        if (far.stale == 0) {
            return left;
        }
        for (int chunk = far.detach(bucket); chunk != 0; chunk = far.release(chunk)) {
            int here = Math.min(left, FarEntries.CHUNK);
            for (int i = 0; i < here; i++) {
                long reference = far.reference(chunk, i);
                if (isLive(reference)) {
                    far.append(bucket, far.time(chunk, i), reference);
                } else {
                    far.stale--;
                }
            }
            left -= here;
        }
        return far.count(bucket);
    }

    /* Taking out. */

    private void takeOut(int slot) {
        long t = time[slot];
        long difference = t ^ base;
        int next = node[4 * slot + NEXT];
        int before = node[4 * slot + BEFORE];
        if (difference == 0) {
            int priority = node[4 * slot + PRIORITY];
            groups.leave(priority, slot, before, before != INSTANT && node[4 * before + PRIORITY] == priority);
            unlink(before, next);
            return;
        }
        int bucket = bucketOf(t, difference);
        if (t == time[bucket]) {
            node[4 * bucket + PRIORITY] = LOOSE;
        }
        if (next == FAR) {
            node[4 * slot + NEXT] = 0;
            stamp++;
            far.stale++;
            if (far.stale > crowd && far.stale > far.entries / 2) {
                sweep();
            }
            return;
        }
        unlink(before, next);
        if (next == before && !hasFar(bucket)) {
            clearRing(bucket);
            unmark(bucket);
        }
    }

    private void unlink(int before, int next) {
        node[4 * before + NEXT] = next;
        node[4 * next + BEFORE] = before;
    }

    /** Drops all stale entries. */
    private void sweep() {
        for (int bucket = 256; bucket < BUCKETS; bucket++) {
            if (far.count(bucket) != 0) {
                compact(bucket);
                tighten(bucket);
            }
        }
        int kept = 0;
        for (int i = 0; i < run.size(); i++) {
            if (isLive(run.reference(i))) {
                run.move(i, kept++);
            }
        }
        far.stale -= run.size() - kept;
        run.truncate(kept);
    }

    /* Memory. */

    private int freshSlot() {
        if (retireFrom < used && bringBackRetired()) {
            int slot = free;
            free = node[4 * slot + NEXT];
            return slot;
        }
        if (used == time.length) {
            if (used == LARGEST_CAPACITY) {
                throw new IllegalStateException("too many pending events: " + size());
            }
            resize((int) Math.min(used + used / 2L, LARGEST_CAPACITY));
        }
        node[4 * used + GENERATION] = firstGeneration;
        return used++;
    }

    private boolean bringBackRetired() {
        for (int slot = used - 1; slot >= retireFrom; slot--) {
            if (node[4 * slot + NEXT] == RETIRED) {
                node[4 * slot + NEXT] = free;
                free = slot;
            }
        }
        retireFrom = Integer.MAX_VALUE;
        return free != 0;
    }

    private void becomeLarge() {
        large = true;
        if (far.chunkCapacity() == 1) {
            far = new FarEntries(BUCKETS, 1024);
        }
    }

    private void resize(int capacity) {
        node = Arrays.copyOf(node, 4 * capacity);
        time = Arrays.copyOf(time, capacity);
        event = Arrays.copyOf(event, capacity);
        untilUpkeep = Math.max(crowd, capacity);
    }

    /** Every so many takes as there are slots, but not too often: forgets fired events and gives back memory that is not used any more. */
    private void upkeep() {
        untilUpkeep = Math.max(crowd, time.length);
        for (int slot = free; slot != 0; slot = node[4 * slot + NEXT]) {
            event[slot] = null;
        }
        groups.shrink();
        if (large && size() < crowd / 2 && far.entries == 0 && run.isEmpty()) {
            large = false;
            far = new FarEntries(1, 1);
            run.shrink();
        } else if (far.chunkCapacity() > 1024 && far.chunksInUse() < far.chunkCapacity() / 8) {
            far = far.copy(BUCKETS, Math.max(1024, 2 * far.chunksInUse()));
        }
        if (time.length > SMALLEST_CAPACITY && size() < (time.length - FIRST_SLOT) / 8) {
            if (far.stale != 0) {
                // Stale entries must not point to slots that are cut off.
                sweep();
            }
            shrinkSlots();
        }
    }

    /**
     * Slots cannot move, their numbers are in handles. So this cuts off what lies above the highest slot in use, and if that is
     * still far too much, retires the upper slots: they are not used again when their events have fired, and a later upkeep cuts
     * them off. An event that stays pending up there keeps the memory below it.
     */
    private void shrinkSlots() {
        bringBackRetired();
        BitSet idle = new BitSet(used);
        for (int slot = free; slot != 0; slot = node[4 * slot + NEXT]) {
            idle.set(slot);
        }
        int end = Math.max(FIRST_SLOT, idle.previousClearBit(used - 1) + 1);
        for (int slot = end; slot < used; slot++) {
            int generation = node[4 * slot + GENERATION];
            firstGeneration = Integer.compareUnsigned(generation, firstGeneration) > 0 ? generation : firstGeneration;
        }
        used = end;
        int enough = FIRST_SLOT + Math.max(256, 2 * size());
        retireFrom = end > enough ? enough : Integer.MAX_VALUE;
        free = 0;
        for (int slot = idle.previousSetBit(end - 1); slot >= 0; slot = idle.previousSetBit(slot - 1)) {
            node[4 * slot + NEXT] = slot < retireFrom ? free : RETIRED;
            free = slot < retireFrom ? slot : free;
        }
        int capacity = Math.max(SMALLEST_CAPACITY, FIRST_SLOT + 2 * (Math.min(end, enough) - FIRST_SLOT));
        if (Math.max(capacity, end) < time.length) {
            resize(Math.max(capacity, end));
        }
    }
}
