package org.bridgeconvoy.engine;

import java.util.Arrays;

/**
 * Winner tree (tournament) for some dozens of pending events. Each entry is a leaf; each inner node has the earlier of its two
 * children, so the root has the earliest entry of all (Knuth, The Art of Computer Programming, volume 3, section 5.2.3).
 *
 * <p>The leaf of the entry taken last stays a hole until the next entry fills it: taking one entry and adding another is one walk from
 * a leaf to the root. Comparisons are branch-free, so random times cause no mispredictions.
 */
final class WinnerTree {

    private static final int LEAF_BITS = 7;

    /** Greatest number of entries: 128. */
    static final int CAPACITY = 1 << LEAF_BITS;

    private static final int LEAF = CAPACITY - 1;

    /** Length of the window: the tree takes times less than this after the base (2.3 years). */
    static final long WINDOW = (1L << 63 - LEAF_BITS) - CAPACITY;

    /** Greatest key of an entry; keys of empty leaves are above it. */
    static final long LAST_KEY = (WINDOW << LEAF_BITS) - 1;

    private static final int FEWEST_LEAVES = 8;

    /** Number of stale entries in a full tree from which sweeping is tried before the tree is given up. */
    private static final int STALE_TO_SWEEP = CAPACITY / 8;

    private static final int NONE = -1;

    /**
     * Keys: the time after the base in the upper bits, the leaf in the lower ones. The root is at 1, the children of node {@code i} are
     * at {@code 2 i} and {@code 2 i + 1}, the leaves come last. Each empty leaf has a key above that of any entry, with a time that no
     * other leaf has.
     */
    long[] node = {};

    int leaves;
    private int[] freeLeaf = {};
    private int freeLeaves;

    /** The leaf of the entry taken last, until another entry fills it; {@link #NONE} if there is no hole. */
    int hole = NONE;

    /** Reference of the entry in each leaf. */
    private long[] referenceOf = {};

    /** Rank of the entry in each leaf, which decides between equal times, least first: inverted priority, then order of adding. */
    long[] rankOf = {};

    /** Order of adding that the next entry gets. */
    int came;

    /** Number of walks that met equal times, since the last upkeep. */
    int ties;

    /** Start of the window of times that keys can express. No entry is before it. */
    private long base;

    private final Slots slots;

    WinnerTree(Slots slots) {
        this.slots = slots;
    }

    /** Number of entries, stale ones included. */
    int size() {
        return leaves - freeLeaves - (hole == NONE ? 0 : 1);
    }

    /** Whether an entry of a time, not before now, can be added without moving the window or adding leaves. */
    boolean fits(long time) {
        return isInWindow(time) && hasLeaf();
    }

    /** Whether a time, not before the base, is in the window. */
    boolean isInWindow(long time) {
        return time - base < WINDOW;
    }

    /** Whether more than half of the window has passed. */
    boolean isWindowHalfOver(long now) {
        return now - base > WINDOW / 2;
    }

    /** Whether a leaf is free, or a hole. */
    boolean hasLeaf() {
        return hole != NONE || freeLeaves != 0;
    }

    /** Adds an entry, which must fit. */
    void add(long time, long reference, int priority) {
        int leaf = hole;
        if (leaf != NONE) {
            hole = NONE;
        } else {
            leaf = freeLeaf[--freeLeaves];
        }
        referenceOf[leaf] = reference;
        rankOf[leaf] = rank(priority, came++);
        replay(leaf, time - base << LEAF_BITS | leaf);
    }

    private static long rank(int priority, int order) {
        return (long) ~priority << 32 | order & 0xffff_ffffL;
    }

    /** The key of the earliest entry; above {@link #LAST_KEY} if there is none. */
    long firstKey() {
        if (hole != NONE) {
            closeHole();
        }
        return node[1];
    }

    /**
     * The key of an entry of the earliest time: of any of them, if several have that time. Unlike {@link #firstKey} it leaves the hole
     * open.
     */
    long nextKey() {
        if (hole == NONE) {
            return node[1];
        }
        long key = LAST_KEY + 1;
        for (int at = leaves + hole; at > 1; at >>= 1) {
            long difference = node[at ^ 1] - key;
            key += difference & difference >> 63;
        }
        return key;
    }

    /** The key of a live entry of the earliest time, like {@link #nextKey}; drops the stale entries that come before it. */
    long nextLiveKey() {
        long key = nextKey();
        if (key <= LAST_KEY && !slots.isLive(referenceOfKey(key))) {
            for (key = firstKey(); key <= LAST_KEY && !slots.isLive(referenceOfKey(key)); key = firstKey()) {
                takeFirst(key);
                slots.stale--;
            }
        }
        return key;
    }

    /** Greatest key that an entry due at a time or before can have; -1 before the base. */
    long lastKeyUntil(long time) {
        if (time < base) {
            return -1;
        }
        return isInWindow(time) ? time - base << LEAF_BITS | LEAF : LAST_KEY;
    }

    long timeOfKey(long key) {
        return base + (key >>> LEAF_BITS);
    }

    long referenceOfKey(long key) {
        return referenceOf[(int) key & LEAF];
    }

    /** Takes the earliest entry out, whose key this must be; its leaf becomes the hole. */
    void takeFirst(long key) {
        hole = (int) key & LEAF;
    }

    private void closeHole() {
        int leaf = hole;
        hole = NONE;
        freeLeaf[freeLeaves++] = leaf;
        replay(leaf, emptyKey(leaf));
    }

    private static long emptyKey(int leaf) {
        return Long.MAX_VALUE - ((long) leaf << LEAF_BITS);
    }

    /** Gives a leaf a key and replays its matches, up to the root. */
    private void replay(int leaf, long itsKey) {
        long[] all = node;
        long key = itsKey;
        int at = leaves + leaf;
        all[at] = key;
        long equal = 0;
        do {
            long other = all[at ^ 1];
            // Sets the sign bit if the times are equal.
            equal |= (other ^ key) - CAPACITY;
            // Minimum, by the sign bit of the difference.
            key += other - key & other - key >> 63;
            at >>= 1;
            all[at] = key;
        } while (at > 1);
        if (equal < 0) {
            replayByRank(leaf);
        }
    }

    /** Replays the matches of a leaf, up to the root, with ranks deciding between equal times. */
    private void replayByRank(int leaf) {
        ties++;
        for (int at = leaves + leaf; at > 1; at >>= 1) {
            node[at >> 1] = first(node[at], node[at ^ 1]);
        }
    }

    private long first(long key, long other) {
        if ((key ^ other) < CAPACITY) {
            return rankOf[(int) key & LEAF] < rankOf[(int) other & LEAF] ? key : other;
        }
        return Math.min(key, other);
    }

    /* Rare operations. */

    /** Empties the tree and sets the base to the present time. */
    void begin(long now) {
        clear();
        base = now;
    }

    /** Empties the tree and leaves it the smallest number of leaves. */
    void clear() {
        came = 0;
        hole = NONE;
        freeLeaves = 0;
        leaves = 0;
        addLeaves(FEWEST_LEAVES);
    }

    /** Adds empty leaves up to a total. */
    private void addLeaves(int total) {
        if (2 * total > node.length) {
            node = Arrays.copyOf(node, 2 * total);
            freeLeaf = Arrays.copyOf(freeLeaf, total);
            referenceOf = Arrays.copyOf(referenceOf, total);
            rankOf = Arrays.copyOf(rankOf, total);
        }
        System.arraycopy(node, leaves, node, total, leaves);
        for (int leaf = total - 1; leaf >= leaves; leaf--) {
            node[total + leaf] = emptyKey(leaf);
            freeLeaf[freeLeaves++] = leaf;
        }
        leaves = total;
        replayAll();
    }

    private void replayAll() {
        for (int at = leaves - 1; at > 0; at--) {
            node[at] = first(node[2 * at], node[2 * at + 1]);
        }
    }

    private boolean isEmpty(int leaf) {
        return node[leaves + leaf] > LAST_KEY;
    }

    /** Moves the base to the present time; no entry may be before it. */
    void moveBase(long now) {
        long moved = now - base << LEAF_BITS;
        for (int at = 1; at < 2 * leaves; at++) {
            node[at] -= node[at] > LAST_KEY ? 0 : moved;
        }
        base = now;
    }

    /** Frees a leaf when none is free: drops stale entries if they may be half of all, else adds leaves; false if the tree is full. */
    boolean makeLeaf() {
        if (2 * slots.stale >= leaves || leaves == CAPACITY && slots.stale >= STALE_TO_SWEEP) {
            sweep();
        }
        if (freeLeaves == 0 && leaves < CAPACITY) {
            addLeaves(2 * leaves);
        }
        return freeLeaves != 0;
    }

    /** Halves the number of leaves while most are empty: walks get shorter. */
    void shrink() {
        firstKey();
        while (leaves > FEWEST_LEAVES && size() < 3 * leaves / 8) {
            halveTheLeaves();
        }
    }

    private void halveTheLeaves() {
        int half = leaves / 2;
        freeLeaves = 0;
        for (int leaf = half - 1; leaf >= 0; leaf--) {
            if (isEmpty(leaf)) {
                freeLeaf[freeLeaves++] = leaf;
            }
        }
        for (int leaf = half; leaf < leaves; leaf++) {
            if (!isEmpty(leaf)) {
                int to = freeLeaf[--freeLeaves];
                node[leaves + to] = node[leaves + leaf] & -CAPACITY | to;
                referenceOf[to] = referenceOf[leaf];
                rankOf[to] = rankOf[leaf];
            }
        }
        System.arraycopy(node, leaves, node, half, half);
        leaves = half;
        replayAll();
    }

    /** Drops the stale entries. Called at least every 2<sup>31</sup> events. */
    void sweep() {
        firstKey();
        for (int leaf = 0; leaf < leaves; leaf++) {
            if (!isEmpty(leaf) && !slots.isLive(referenceOf[leaf])) {
                node[leaves + leaf] = emptyKey(leaf);
                freeLeaf[freeLeaves++] = leaf;
                slots.stale--;
            }
        }
        if (came >>> 30 != 0) {
            renumber();
        }
        replayAll();
    }

    /** Renumbers the order of adding from 0, long before the number can overflow. */
    private void renumber() {
        long[] sorted = rankOf.clone();
        Arrays.sort(sorted);
        for (int leaf = 0; leaf < sorted.length; leaf++) {
            rankOf[leaf] = rank((int) ~(rankOf[leaf] >> 32), Arrays.binarySearch(sorted, rankOf[leaf]));
        }
        came = sorted.length;
    }
}
