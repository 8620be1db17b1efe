package org.bridgeconvoy.engine;

import java.util.Arrays;

/**
 * What the buckets of a crowded event list hold: pairs of a time and a reference, in the order of coming, in chunks of sixteen.
 *
 * <p>Going through a bucket is then a walk over contiguous memory instead of a jump per event, which is what a crowded list
 * spends its time on. Entries are not taken out one by one: the event list recognises those of events that were cancelled or
 * moved ({@link #stale}) when it comes across them, and sweeps when they are the majority.
 */
final class FarEntries {
    static final int CHUNK = 16;

    /** Chunk c holds its entries from index 32 c on: time, reference, time, reference, ... Chunk 0 is never used. */
    private long[] data;

    /** The chunk that follows in a bucket or among the free ones; 0 is none. */
    private int[] next;

    private final int[] head;
    private final int[] tail;
    private final int[] count;
    private int free;
    private int used = 1;
    private int chunksInUse;

    /** Entries in all buckets, stale ones included. */
    int entries;

    /** Entries whose event was cancelled or moved since. */
    int stale;

    FarEntries(int buckets, int chunks) {
        head = new int[buckets];
        tail = new int[buckets];
        count = new int[buckets];
        data = new long[2 * CHUNK * chunks];
        next = new int[chunks];
    }

    int count(int bucket) {
        return count[bucket];
    }

    void append(int bucket, long time, long reference) {
        int index = count[bucket]++ & (CHUNK - 1);
        int chunk = index == 0 ? extend(bucket) : tail[bucket];
        int at = 2 * (CHUNK * chunk + index);
        data[at] = time;
        data[at + 1] = reference;
        entries++;
    }

    private int extend(int bucket) {
        int chunk = free;
        if (chunk != 0) {
            free = next[chunk];
        } else {
            if (used == next.length) {
                grow();
            }
            chunk = used++;
        }
        chunksInUse++;
        next[chunk] = 0;
        if (count[bucket] == 1) {
            head[bucket] = chunk;
        } else {
            next[tail[bucket]] = chunk;
        }
        tail[bucket] = chunk;
        return chunk;
    }

    private void grow() {
        // By half, not to twice as many: this is most of the memory of a very crowded list.
        long chunks = Math.min(next.length + next.length / 2 + 1L, Integer.MAX_VALUE / (2 * CHUNK));
        if (chunks == next.length) {
            throw new IllegalStateException("too many pending events: " + entries);
        }
        next = Arrays.copyOf(next, (int) chunks);
        data = Arrays.copyOf(data, (int) chunks * 2 * CHUNK);
    }

    int head(int bucket) {
        return head[bucket];
    }

    int next(int chunk) {
        return next[chunk];
    }

    long time(int chunk, int index) {
        return data[2 * (CHUNK * chunk + index)];
    }

    long reference(int chunk, int index) {
        return data[2 * (CHUNK * chunk + index) + 1];
    }

    /** Empties a bucket; its chunks stay with the caller, who gives each to {@link #release} after reading it. */
    int detach(int bucket) {
        int chunk = head[bucket];
        entries -= count[bucket];
        count[bucket] = 0;
        head[bucket] = 0;
        return chunk;
    }

    /** Frees a detached chunk and returns the one behind it, 0 if none. */
    int release(int chunk) {
        int behind = next[chunk];
        next[chunk] = free;
        free = chunk;
        chunksInUse--;
        return behind;
    }

    /** The earliest time in a bucket, {@link Long#MAX_VALUE} if it is empty. */
    long least(int bucket) {
        long least = Long.MAX_VALUE;
        int left = count[bucket];
        for (int chunk = head[bucket]; left > 0; chunk = next[chunk]) {
            for (int i = 0; i < Math.min(left, CHUNK); i++) {
                least = Math.min(least, time(chunk, i));
            }
            left -= CHUNK;
        }
        return least;
    }

    /** The same entries in memory of another size. */
    FarEntries copy(int buckets, int chunks) {
        FarEntries copy = new FarEntries(buckets, chunks);
        copy.stale = stale;
        for (int bucket = 0; bucket < buckets; bucket++) {
            int left = count[bucket];
            for (int chunk = head[bucket]; left > 0; chunk = next[chunk]) {
                for (int i = 0; i < Math.min(left, CHUNK); i++) {
                    copy.append(bucket, time(chunk, i), reference(chunk, i));
                }
                left -= CHUNK;
            }
        }
        return copy;
    }

    int chunksInUse() {
        return chunksInUse;
    }

    int chunkCapacity() {
        return next.length;
    }
}
