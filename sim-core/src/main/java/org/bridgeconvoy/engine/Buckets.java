package org.bridgeconvoy.engine;

import java.util.Arrays;

/**
 * What is not due soon: entries (a time and a reference) in radix buckets on the monotone clock.
 *
 * <p>An entry lies in the bucket of the highest digit (base 256) in which its time differs from the {@link #base}, and moves down
 * when the base enters its bucket (Ahuja, Mehlhorn, Orlin, Tarjan 1990). So the lowest bucket in use holds the earliest times.
 *
 * <p>Within a bucket entries lie in the order of coming: the first few at home, in a place that only this bucket has, the others in
 * chunks of contiguous memory.
 */
final class Buckets {
    static final int LEVELS = 8;
    static final int BUCKETS = LEVELS * 256;

    /** So many entries lie at home. */
    static final int HOME = 8;

    /** Longs in a chunk, two for each entry; a power of two. */
    private static final int CHUNK = 64;

    /** In place of a least time. */
    static final long UNKNOWN = -1;

    private static final int SMALLEST_CAPACITY = 16;
    private static final int LARGEST_CAPACITY = Integer.MAX_VALUE / CHUNK;

    /** Reads entries: time, reference, time, reference, ... */
    @FunctionalInterface
    interface Reader {
        void read(long[] entries, int from, int to);
    }

    /** For each level the homes of its buckets; empty until the level is used. */
    private final long[][] home = new long[LEVELS][0];

    /** How many entries a bucket has. */
    private final int[] count = new int[BUCKETS];

    private final long[] bits = new long[BUCKETS / 64];
    private int wordsInUse;

    /** Chunk c has the places from c times {@link #CHUNK} on; chunk 0 is never used. */
    private long[] chunks;

    /** The chunk that follows in a bucket or among the free ones. */
    private int[] next;

    /** The first chunk of a bucket. */
    private final int[] head = new int[BUCKETS];

    /** The place behind the last entry in chunks, which is one of another chunk if the last chunk is full; 0 if there is none. */
    private final int[] end = new int[BUCKETS];

    private int free;
    private int used = 1;
    private int chunksInUse;

    /** No entry is before it. It differs from each entry's time in a digit, unless it is that time. */
    long base;

    /** How many entries there are, stale ones included. */
    int size;

    /** The least time of a live entry, if known. Who makes the entry at that time stale must forget it. */
    long least = UNKNOWN;

    private final Reader append = (entries, from, to) -> {
        for (int i = from; i < to; i += 2) {
            append(entries[i], entries[i + 1]);
        }
    };

    Buckets() {
        chunks = new long[CHUNK * SMALLEST_CAPACITY];
        next = new int[SMALLEST_CAPACITY];
    }

    static int bucketOf(long time, long base) {
        int shift = (63 - Long.numberOfLeadingZeros((time ^ base) | 1)) & 56;
        return (shift << 5) + ((int) (time >>> shift) & 255);
    }

    static int level(int bucket) {
        return bucket >>> 8;
    }

    /** The first time of a bucket. */
    long start(int bucket) {
        int shift = 8 * level(bucket);
        return base & ~((256L << shift) - 1) | (long) (bucket & 255) << shift;
    }

    /** The last time with the same digits as another from a level on. */
    static long lastOf(long time, int level) {
        return time | ((1L << 8 * level) - 1);
    }

    int count(int bucket) {
        return count[bucket];
    }

    void append(long time, long reference) {
        size++;
        if (time < least) {
            least = time;
        }
        int bucket = bucketOf(time, base);
        int before = count[bucket];
        count[bucket] = before + 1;
        if (before >= HOME) {
            appendToChunk(bucket, time, reference);
            return;
        }
        bits[bucket >>> 6] |= 1L << bucket;
        wordsInUse |= 1 << (bucket >>> 6);
        long[] homes = home[bucket >>> 8];
        int at = 2 * HOME * (bucket & 255) + 2 * before;
        if (at >= homes.length) {
            homes = settle(bucket >>> 8);
        }
        homes[at] = time;
        homes[at + 1] = reference;
    }

    private long[] settle(int level) {
        long[] homes = new long[2 * HOME * 256];
        home[level] = homes;
        return homes;
    }

    private void appendToChunk(int bucket, long time, long reference) {
        int at = end[bucket];
        if ((at & CHUNK - 1) == 0) {
            at = extend(bucket, at);
        }
        chunks[at] = time;
        chunks[at + 1] = reference;
        end[bucket] = at + 2;
    }

    private int extend(int bucket, int itsEnd) {
        int chunk = free;
        if (chunk != 0) {
            free = next[chunk];
        } else {
            chunk = freshChunk();
        }
        chunksInUse++;
        if (itsEnd == 0) {
            head[bucket] = chunk;
        } else {
            next[itsEnd / CHUNK - 1] = chunk;
        }
        return CHUNK * chunk;
    }

    private int freshChunk() {
        if (used == next.length) {
            // By half, not to twice as many: this is most of the memory of a very crowded list.
            int capacity = (int) Math.min(used + used / 2L, LARGEST_CAPACITY);
            if (used == capacity) {
                throw new IllegalStateException("too many pending events: " + size);
            }
            next = Arrays.copyOf(next, capacity);
            chunks = Arrays.copyOf(chunks, CHUNK * capacity);
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

    boolean isMarked(int bucket) {
        return (bits[bucket >>> 6] >>> bucket & 1) != 0 && (wordsInUse >>> (bucket >>> 6) & 1) != 0;
    }

    /** Lets somebody read the entries of a bucket in use, piece by piece, from the first to the last one. */
    void read(int bucket, Reader reader) {
        int from = 2 * HOME * (bucket & 255);
        reader.read(home[bucket >>> 8], from, from + 2 * Math.min(count[bucket], HOME));
        int itsEnd = end[bucket];
        if (itsEnd != 0) {
            int last = (itsEnd - 2) / CHUNK;
            for (int chunk = head[bucket]; chunk != last; chunk = next[chunk]) {
                reader.read(chunks, CHUNK * chunk, CHUNK * chunk + CHUNK);
            }
            reader.read(chunks, CHUNK * last, itsEnd);
        }
    }

    /** Likewise, and empties the bucket; the reader may append. */
    void empty(int bucket, Reader reader) {
        int from = 2 * HOME * (bucket & 255);
        int to = from + 2 * Math.min(count[bucket], HOME);
        int itsEnd = end[bucket];
        unmark(bucket);
        reader.read(home[bucket >>> 8], from, to);
        if (itsEnd == 0) {
            return;
        }
        end[bucket] = 0;
        int last = (itsEnd - 2) / CHUNK;
        int chunk = head[bucket];
        while (chunk != last) {
            reader.read(chunks, CHUNK * chunk, CHUNK * chunk + CHUNK);
            int behind = next[chunk];
            release(chunk);
            chunk = behind;
        }
        reader.read(chunks, CHUNK * last, itsEnd);
        release(last);
    }

    private void unmark(int bucket) {
        int word = bucket >>> 6;
        long rest = bits[word] & ~(1L << bucket);
        bits[word] = rest;
        if (rest == 0) {
            wordsInUse &= ~(1 << word);
        }
        size -= count[bucket];
        count[bucket] = 0;
        least = UNKNOWN;
    }

    private void release(int chunk) {
        next[chunk] = free;
        free = chunk;
        chunksInUse--;
    }

    long firstTime(int bucket) {
        return home[bucket >>> 8][2 * HOME * (bucket & 255)];
    }

    /** Moves the only entry of a bucket to the empty run. */
    void moveOnly(int bucket, SortedRun run) {
        run.fillWithOne(home[bucket >>> 8], 2 * HOME * (bucket & 255));
        unmark(bucket);
    }

    /** Moves the entries of a bucket, which all lie at home, to the empty run. */
    void moveHome(int bucket, SortedRun run) {
        run.fillWithFew(home[bucket >>> 8], 2 * HOME * (bucket & 255), count[bucket]);
        unmark(bucket);
    }

    /** Appends the entries of a bucket again, which the base has entered: so they move down. */
    void moveDown(int bucket) {
        empty(bucket, append);
    }

    /** The least time of the live entries of a bucket, {@link #UNKNOWN} if all are stale. */
    long leastOf(int bucket, Slots slots) {
        Least result = new Least(slots);
        read(bucket, result);
        return result.time;
    }

    private static final class Least implements Reader {
        private final Slots slots;
        private long time = UNKNOWN;

        Least(Slots slots) {
            this.slots = slots;
        }

        @Override
        public void read(long[] entries, int from, int to) {
            for (int i = from; i < to; i += 2) {
                if ((time == UNKNOWN || entries[i] < time) && slots.isLive(entries[i + 1])) {
                    time = entries[i];
                }
            }
        }
    }

    /** The bits in which the times in a bucket differ from each other. */
    long difference(int bucket) {
        Difference result = new Difference(home[bucket >>> 8][2 * HOME * (bucket & 255)]);
        read(bucket, result);
        return result.bits;
    }

    private static final class Difference implements Reader {
        private final long one;
        private long bits;

        Difference(long one) {
            this.one = one;
        }

        @Override
        public void read(long[] entries, int from, int to) {
            for (int i = from; i < to; i += 2) {
                bits |= entries[i] ^ one;
            }
        }
    }

    /** Drops the stale entries and renews the others. */
    void sweep(Slots slots) {
        Reader appendLive = (entries, from, to) -> {
            for (int i = from; i < to; i += 2) {
                if (slots.isLive(entries[i + 1])) {
                    append(entries[i], slots.renewedReference((int) entries[i + 1]));
                }
            }
        };
        for (int word = 0; word < bits.length; word++) {
            for (long rest = bits[word]; rest != 0; rest &= rest - 1) {
                empty(64 * word + Long.numberOfTrailingZeros(rest), appendLive);
            }
        }
    }

    /** Gives memory back if most of it is not used. */
    void shrink() {
        if (next.length <= 1024 || chunksInUse >= next.length / 8) {
            return;
        }
        long[] all = chunks;
        int[] behind = next;
        int capacity = Math.max(SMALLEST_CAPACITY, 2 * chunksInUse);
        chunks = new long[CHUNK * capacity];
        next = new int[capacity];
        free = 0;
        used = 1;
        chunksInUse = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            if (end[bucket] != 0) {
                copyChunks(bucket, all, behind);
            }
        }
    }

    private void copyChunks(int bucket, long[] from, int[] behind) {
        int itsEnd = end[bucket];
        int last = (itsEnd - 2) / CHUNK;
        int chunk = head[bucket];
        int to = 0;
        while (true) {
            to = extend(bucket, to);
            System.arraycopy(from, CHUNK * chunk, chunks, to, CHUNK);
            if (chunk == last) {
                break;
            }
            to += CHUNK;
            chunk = behind[chunk];
        }
        end[bucket] = to + itsEnd - CHUNK * last;
    }

    int chunkCapacity() {
        return next.length;
    }
}
