package org.bridgeconvoy.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Radix heap of entries (a time and a reference) on the monotone clock (Ahuja, Mehlhorn, Orlin, Tarjan 1990).
 *
 * <p>An entry lies in the bucket of the highest digit (base 256) in which its time differs from the {@link #base}, and moves down
 * when the base enters its bucket. So the lowest bucket in use holds the earliest times. Within a bucket, entries lie in the order of
 * adding, in chunks of contiguous memory.
 */
final class RadixHeap {
    static final int BUCKETS = 8 * 256;

    /** Longs in a chunk, two per entry; a power of two. */
    static final int CHUNK = 64;

    /** Value of {@link #least} when it is not known. */
    static final long UNKNOWN = -1;

    private static final int SMALLEST_CAPACITY = 16;
    private static final int LARGEST_CAPACITY = Integer.MAX_VALUE / CHUNK;

    /** Chunk c begins at index c times {@link #CHUNK}; chunk 0 is never used. */
    private long[] entry = new long[CHUNK * SMALLEST_CAPACITY];

    /** Next chunk of the same bucket, or of the free list. */
    private int[] next = new int[SMALLEST_CAPACITY];

    private int[] head = {};

    /** Index after the last entry of a bucket (in another chunk if the last one is full); 0 if the bucket is empty. */
    private int[] end = {};

    private final long[] bits = new long[BUCKETS / 64];
    private int wordsInUse;
    private int free;
    private int used = 1;

    /** Base time: no live entry is before it. */
    long base;

    /** Number of entries, stale ones included. */
    int size;

    /** Least time of a live entry, or {@link #UNKNOWN}. */
    long least = UNKNOWN;

    static int bucketOf(long time, long base) {
        int shift = (63 - Long.numberOfLeadingZeros((time ^ base) | 1)) & 56;
        return (shift << 5) + ((int) (time >>> shift) & 255);
    }

    static int level(int bucket) {
        return bucket >>> 8;
    }

    /** First time of a bucket. */
    long start(int bucket) {
        int shift = 8 * level(bucket);
        return base & ~((256L << shift) - 1) | (long) (bucket & 255) << shift;
    }

    /** Last time that has the same digits as {@code time} from a level on; levels are 0 to 7. */
    static long lastOf(long time, int level) {
        return time | ((1L << 8 * level) - 1);
    }

    void append(long time, long reference) {
        size++;
        if (time < least) {
            least = time;
        }
        int bucket = bucketOf(time, base);
        int at = end[bucket];
        if ((at & CHUNK - 1) == 0) {
            at = extend(bucket, at);
        }
        entry[at] = time;
        entry[at + 1] = reference;
        end[bucket] = at + 2;
    }

    /** An entry of a time, in the heap or elsewhere, has become stale. */
    void noteStale(long time) {
        if (time == least) {
            least = UNKNOWN;
        }
    }

    private int extend(int bucket, int itsEnd) {
        int chunk = free;
        if (chunk != 0) {
            free = next[chunk];
        } else {
            chunk = freshChunk();
        }
        if (itsEnd == 0) {
            head[bucket] = chunk;
            bits[bucket >>> 6] |= 1L << bucket;
            wordsInUse |= 1 << (bucket >>> 6);
        } else {
            next[itsEnd / CHUNK - 1] = chunk;
        }
        return CHUNK * chunk;
    }

    private int freshChunk() {
        if (used == next.length) {
            // By half, not to twice as many: this is most of the memory of a very long list.
            int capacity = (int) Math.min(used + used / 2L, LARGEST_CAPACITY);
            if (used == capacity) {
                throw new IllegalStateException("too many pending events: " + size);
            }
            next = Arrays.copyOf(next, capacity);
            entry = Arrays.copyOf(entry, CHUNK * capacity);
        }
        return used++;
    }

    /** The lowest bucket in use, -1 if there is none. */
    int lowest() {
        int words = wordsInUse;
        if (words == 0) {
            return -1;
        }
        int word = Integer.numberOfTrailingZeros(words);
        return 64 * word + Long.numberOfTrailingZeros(bits[word]);
    }

    boolean isEmpty(int bucket) {
        return end[bucket] == 0;
    }

    boolean isMarked(int bucket) {
        return (bits[bucket >>> 6] >>> bucket & 1) != 0 && (wordsInUse >>> (bucket >>> 6) & 1) != 0;
    }

    /** Number of chunks that were ever in use. */
    int chunks() {
        return used - 1;
    }

    /** Number of chunks that lie in no bucket. */
    int freeChunks() {
        int count = 0;
        for (int chunk = free; chunk != 0; chunk = next[chunk]) {
            count++;
        }
        return count;
    }

    /** Sets the base of an empty heap. */
    void begin(long itsBase) {
        if (end.length == 0) {
            head = new int[BUCKETS];
            end = new int[BUCKETS];
        }
        base = itsBase;
    }

    /* Iteration over a bucket, from the first entry to the last. */

    /** Index of the first entry; the bucket must have one. */
    int first(int bucket) {
        return CHUNK * head[bucket];
    }

    /** Index of the entry after another one, 0 after the last of the bucket. */
    int following(int place, int bucket) {
        int behind = place + 2;
        if (behind == end[bucket]) {
            return 0;
        }
        return (behind & CHUNK - 1) != 0 ? behind : CHUNK * next[behind / CHUNK - 1];
    }

    long timeAt(int place) {
        return entry[place];
    }

    long referenceAt(int place) {
        return entry[place + 1];
    }

    private int lastChunk(int bucket) {
        return (end[bucket] - 2) / CHUNK;
    }

    int count(int bucket) {
        int last = lastChunk(bucket);
        int count = (end[bucket] - CHUNK * last) >> 1;
        for (int chunk = head[bucket]; chunk != last; chunk = next[chunk]) {
            count += CHUNK >> 1;
        }
        return count;
    }

    /** Least time of the live entries of a bucket, {@link #UNKNOWN} if all are stale. */
    long leastOf(int bucket, Slots slots) {
        long result = UNKNOWN;
        for (int place = first(bucket); place != 0; place = following(place, bucket)) {
            if ((result == UNKNOWN || entry[place] < result) && slots.isLive(entry[place + 1])) {
                result = entry[place];
            }
        }
        return result;
    }

    /** Copies the entries of a bucket to the entries that the run is to sort. */
    void copyTo(SortedRun run, int bucket, int count) {
        run.beginUnsorted(count);
        int last = lastChunk(bucket);
        for (int chunk = head[bucket]; chunk != last; chunk = next[chunk]) {
            run.addUnsorted(entry, CHUNK * chunk, CHUNK * chunk + CHUNK);
        }
        run.addUnsorted(entry, CHUNK * last, end[bucket]);
    }

    /* Removal. */

    /** Marks a bucket as empty; the caller releases its chunks. */
    private void detach(int bucket, int count) {
        int word = bucket >>> 6;
        long rest = bits[word] & ~(1L << bucket);
        bits[word] = rest;
        if (rest == 0) {
            wordsInUse &= ~(1 << word);
        }
        end[bucket] = 0;
        size -= count;
        least = UNKNOWN;
    }

    private void release(int chunk) {
        next[chunk] = free;
        free = chunk;
    }

    /** Empties a bucket that has {@code count} entries. */
    void clear(int bucket, int count) {
        int last = lastChunk(bucket);
        int chunk = head[bucket];
        detach(bucket, count);
        while (chunk != last) {
            int behind = next[chunk];
            release(chunk);
            chunk = behind;
        }
        release(last);
    }

    /** Moves the entries of a bucket to the empty run; false if there are more than {@code most}, or several chunks of them. */
    boolean moveFew(SortedRun run, int bucket, int most) {
        int chunk = head[bucket];
        int count = (end[bucket] - CHUNK * chunk) >> 1;
        if (count <= 0 || count > most) {
            return false;
        }
        detach(bucket, count);
        release(chunk);
        run.fillWithFew(entry, CHUNK * chunk, count);
        return true;
    }

    /** Moves the entries of a bucket to the empty run if all have one time, else returns false. */
    boolean moveOneTime(SortedRun run, int bucket, int count) {
        long time = entry[CHUNK * head[bucket]];
        if (entry[end[bucket] - 2] != time) {
            return false;
        }
        int before = 2 * count;
        int last = lastChunk(bucket);
        run.beginOneTime(count);
        for (int chunk = head[bucket]; chunk != last; chunk = next[chunk]) {
            if (!run.fillOneTime(entry, CHUNK * chunk, CHUNK * chunk + CHUNK, before, time)) {
                return false;
            }
            before -= CHUNK;
        }
        if (!run.fillOneTime(entry, CHUNK * last, end[bucket], before, time)) {
            return false;
        }
        clear(bucket, count);
        return true;
    }

    /** Takes the entries of a bucket out and appends them again: after the base has entered the bucket, they move down. */
    void appendAgain(int bucket) {
        appendAgain(bucket, null);
    }

    /** Drops the stale entries. */
    void sweep(Slots slots) {
        for (int word = 0; word < bits.length; word++) {
            for (long rest = bits[word]; rest != 0; rest &= rest - 1) {
                appendAgain(64 * word + Long.numberOfTrailingZeros(rest), slots);
            }
        }
    }

    private void appendAgain(int bucket, @Nullable Slots onlyLive) {
        int last = lastChunk(bucket);
        int itsEnd = end[bucket];
        int chunk = head[bucket];
        detach(bucket, count(bucket));
        while (true) {
            int to = chunk == last ? itsEnd : CHUNK * chunk + CHUNK;
            for (int place = CHUNK * chunk; place < to; place += 2) {
                long reference = entry[place + 1];
                if (onlyLive == null || onlyLive.isLive(reference)) {
                    append(entry[place], reference);
                }
            }
            int behind = next[chunk];
            release(chunk);
            if (chunk == last) {
                return;
            }
            chunk = behind;
        }
    }
}
