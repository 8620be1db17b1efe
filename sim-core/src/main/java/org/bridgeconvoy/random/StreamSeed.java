package org.bridgeconvoy.random;

import java.nio.charset.StandardCharsets;

/**
 * From (seed, replication, name) to the 256 bits of a generator's state. Part of the library's contract: it changes only
 * with a new major version, because every result of a seed depends on it.
 *
 * <p>The message is the seed (8 bytes), the replication (4 bytes), both little endian, and the name in UTF-8. Its 128-bit
 * MurmurHash3 (x64 variant, seed 0; Austin Appleby, public domain) is (h1, h2). The state is two outputs of SplitMix64
 * (Steele, Lea, Flood 2014) started at h1, then two started at h2. SplitMix64's output function is a bijection that maps
 * only 0 to 0, and its two inputs differ, so at most one of the first two words is 0: the state is never all zero.
 *
 * <p>Two of a million streams collide with probability below 10<sup>-26</sup>; names chosen on purpose to collide are
 * not defended against.
 */
@SuppressWarnings("ConstantOverflow") // the products are meant modulo 2^64
record StreamSeed(long state0, long state1, long state2, long state3) {
    private static final long C1 = 0x87c37b91114253d5L;
    private static final long C2 = 0x4cf5ad432745937fL;
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final int HEADER_BYTES = 12;

    static StreamSeed of(long seed, int replication, String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        byte[] message = new byte[HEADER_BYTES + text.length];
        putLittleEndian(seed, message, 0, 8);
        putLittleEndian(replication, message, 8, 4);
        System.arraycopy(text, 0, message, HEADER_BYTES, text.length);
        long[] hash = murmur3(message);
        return new StreamSeed(
                splitMix(hash[0] + GOLDEN_GAMMA),
                splitMix(hash[0] + GOLDEN_GAMMA + GOLDEN_GAMMA),
                splitMix(hash[1] + GOLDEN_GAMMA),
                splitMix(hash[1] + GOLDEN_GAMMA + GOLDEN_GAMMA));
    }

    RandomStream newStream() {
        return newStream(false);
    }

    /** The stream, or its mirror image. */
    RandomStream newStream(boolean isMirrored) {
        return isMirrored
                ? MirroredStream.of(state0, state1, state2, state3)
                : new RandomStream(state0, state1, state2, state3);
    }

    /** MurmurHash3_x64_128 with seed 0. */
    static long[] murmur3(byte[] data) {
        long h1 = 0;
        long h2 = 0;
        int blocks = data.length / 16;
        for (int i = 0; i < blocks; i++) {
            h1 ^= mixFirst(littleEndian(data, 16 * i, 8));
            h1 = (Long.rotateLeft(h1, 27) + h2) * 5 + 0x52dce729;
            h2 ^= mixSecond(littleEndian(data, 16 * i + 8, 8));
            h2 = (Long.rotateLeft(h2, 31) + h1) * 5 + 0x38495ab5;
        }
        int tail = 16 * blocks;
        int left = data.length - tail;
        h1 ^= mixFirst(littleEndian(data, tail, Math.min(left, 8)));
        h2 ^= mixSecond(littleEndian(data, tail + 8, Math.max(left - 8, 0)));
        h1 ^= data.length;
        h2 ^= data.length;
        h1 += h2;
        h2 += h1;
        h1 = finish(h1);
        h2 = finish(h2);
        h1 += h2;
        h2 += h1;
        return new long[] {h1, h2};
    }

    private static long mixFirst(long k) {
        return Long.rotateLeft(k * C1, 31) * C2;
    }

    private static long mixSecond(long k) {
        return Long.rotateLeft(k * C2, 33) * C1;
    }

    private static long finish(long h) {
        long k = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
        k = (k ^ (k >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return k ^ (k >>> 33);
    }

    private static long splitMix(long z) {
        long k = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        k = (k ^ (k >>> 27)) * 0x94d049bb133111ebL;
        return k ^ (k >>> 31);
    }

    private static long littleEndian(byte[] data, int from, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value |= (data[from + i] & 0xffL) << (8 * i);
        }
        return value;
    }

    private static void putLittleEndian(long value, byte[] target, int from, int count) {
        for (int i = 0; i < count; i++) {
            target[from + i] = (byte) (value >>> (8 * i));
        }
    }
}
