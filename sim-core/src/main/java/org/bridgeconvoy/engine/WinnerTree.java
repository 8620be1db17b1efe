package org.bridgeconvoy.engine;

import java.util.Arrays;

/**
 * The layer of {@link EventList} for some dozens of pending events: a winner tree. Each entry stands in a leaf, and in each node
 * above the earlier of the two below it, so the earliest of all in the root (Knuth, The Art of Computer Programming, volume 3,
 * section 5.2.3).
 *
 * <p>The leaf of the entry taken last stays a hole, which the next one that comes fills: taking one and adding one is a single walk
 * from a leaf to the root. The walk compares without branches, so nothing in it hangs on times that nobody can predict.
 */
abstract class WinnerTree extends Slots {

    private static final int LEAF_BITS = 7;

    /** So many entries at most. */
    static final int MOST = 1 << LEAF_BITS;

    private static final int LEAF = MOST - 1;

    /** Times from so far after the base on have no place. */
    static final long WINDOW = (1L << 63 - LEAF_BITS) - MOST;

    /** The last key that an entry can have. */
    static final long LAST_KEY = (WINDOW << LEAF_BITS) - 1;

    private static final int FEWEST_LEAVES = 8;

    /** So many stale entries are dropped rather than that events turn to many. */
    private static final int WORTH_SWEEPING = MOST / 8;

    private static final int NONE = -1;

    /**
     * Keys: the time after the base in the upper bits, the leaf in the lower ones. The root is at 1, below each node those at twice
     * its place and one more; the leaves come last. Empty leaves have keys above any entry's, each of another time.
     */
    long[] node = {};

    int leaves;
    private int[] freeLeaf = {};
    private int freeLeaves;

    /** The leaf of the entry taken last as long as no other has come; {@link #NONE} if there is none. */
    int hole = NONE;

    /** For each leaf the reference of its entry. */
    private long[] referenceOf = {};

    /** For each leaf what decides between equal times, the least first: the priority turned round above the order of coming. */
    long[] rankOf = {};

    int came;

    /** How many walks met equal times. */
    int ties;

    private long base;

    /** How many entries there are, stale ones included. */
    final int treeSize() {
        return leaves - freeLeaves - (hole == NONE ? 0 : 1);
    }

    /** Whether an event due at a time, which is not before now, can be put into the tree as it is. */
    final boolean fits(long time) {
        return isInWindow(time) && hasLeaf();
    }

    /** Whether a time is not too late for the tree. */
    final boolean isInWindow(long time) {
        return time - base < WINDOW;
    }

    /** Whether much of the window has passed. */
    final boolean isWindowOld(long now) {
        return now - base > WINDOW / 2;
    }

    /** Whether there is a leaf for another entry. */
    final boolean hasLeaf() {
        return hole != NONE || freeLeaves != 0;
    }

    /** Puts an entry into the tree, which must fit. */
    final void addToTree(long time, long reference) {
        int leaf = hole;
        if (leaf != NONE) {
            hole = NONE;
        } else {
            leaf = freeLeaf[--freeLeaves];
        }
        referenceOf[leaf] = reference;
        rankOf[leaf] = rank(priorityAt((int) reference), came++);
        decide(leaf, time - base << LEAF_BITS | leaf);
    }

    private static long rank(int priority, int order) {
        return (long) ~priority << 32 | order & 0xffff_ffffL;
    }

    /** The key of the earliest entry; above {@link #LAST_KEY} if there is none. */
    final long firstKey() {
        if (hole != NONE) {
            closeHole();
        }
        return node[1];
    }

    /**
     * The key of an entry of the earliest time, in which the leaf means nothing if others have that time, too. The hole stays open for
     * an entry that comes.
     */
    final long nextKey() {
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

    /** What the keys of entries due until a time are not above, and others are. */
    final long lastKeyUntil(long time) {
        if (time < base) {
            return -1;
        }
        return isInWindow(time) ? time - base << LEAF_BITS | LEAF : LAST_KEY;
    }

    final long timeOfKey(long key) {
        return base + (key >>> LEAF_BITS);
    }

    final long referenceOfKey(long key) {
        return referenceOf[(int) key & LEAF];
    }

    /** Makes a hole of the leaf of the earliest entry, whose key this must be. */
    final void takeFirst(long key) {
        hole = (int) key & LEAF;
    }

    private void closeHole() {
        int leaf = hole;
        hole = NONE;
        freeLeaf[freeLeaves++] = leaf;
        decide(leaf, emptyKey(leaf));
    }

    private static long emptyKey(int leaf) {
        return Long.MAX_VALUE - ((long) leaf << LEAF_BITS);
    }

    /** Gives a leaf a key, and decides anew between it and those that it meets on its way up. */
    private void decide(int leaf, long itsKey) {
        long[] all = node;
        long key = itsKey;
        int at = leaves + leaf;
        all[at] = key;
        long equal = 0;
        do {
            long other = all[at ^ 1];
            // Negative if the times are the same.
            equal |= (other ^ key) - MOST;
            // The lesser of the two, by the sign bit of their difference.
            key += other - key & other - key >> 63;
            at >>= 1;
            all[at] = key;
        } while (at > 1);
        if (equal < 0) {
            decideByRank(leaf);
        }
    }

    /** The same walk where equal times meet. */
    private void decideByRank(int leaf) {
        ties++;
        for (int at = leaves + leaf; at > 1; at >>= 1) {
            node[at >> 1] = first(node[at], node[at ^ 1]);
        }
    }

    private long first(long key, long other) {
        if ((key ^ other) < MOST) {
            return rankOf[(int) key & LEAF] < rankOf[(int) other & LEAF] ? key : other;
        }
        return Math.min(key, other);
    }

    /* What is done now and then. */

    /** Empties the tree and lets it begin at the present time. */
    final void beginTree(long now) {
        clearTree();
        base = now;
    }

    /** Empties the tree, which has few leaves then. */
    final void clearTree() {
        came = 0;
        hole = NONE;
        freeLeaves = 0;
        leaves = 0;
        addLeaves(FEWEST_LEAVES);
    }

    /** Adds empty leaves to those that there are. */
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
        decideAll();
    }

    private void decideAll() {
        for (int at = leaves - 1; at > 0; at--) {
            node[at] = first(node[2 * at], node[2 * at + 1]);
        }
    }

    private boolean isEmpty(int leaf) {
        return node[leaves + leaf] > LAST_KEY;
    }

    /** Lets the base be the present time, than which no event is earlier. */
    final void moveBase(long now) {
        long moved = now - base << LEAF_BITS;
        for (int at = 1; at < 2 * leaves; at++) {
            node[at] -= node[at] > LAST_KEY ? 0 : moved;
        }
        base = now;
    }

    /** Makes a leaf free where none is: by dropping stale entries if they may be half of all, else by more leaves if there may be more. */
    final boolean makeLeaf() {
        if (2 * stale >= leaves || leaves == MOST && stale >= WORTH_SWEEPING) {
            sweepTree();
        }
        if (freeLeaves == 0 && leaves < MOST) {
            addLeaves(2 * leaves);
        }
        return freeLeaves != 0;
    }

    /** Takes leaves away if most are empty. */
    final void shrinkTree() {
        firstKey();
        while (leaves > FEWEST_LEAVES && treeSize() < 3 * leaves / 8) {
            halfTheLeaves();
        }
    }

    private void halfTheLeaves() {
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
                node[leaves + to] = node[leaves + leaf] & -MOST | to;
                referenceOf[to] = referenceOf[leaf];
                rankOf[to] = rankOf[leaf];
            }
        }
        System.arraycopy(node, leaves, node, half, half);
        leaves = half;
        decideAll();
    }

    /** Drops the stale entries; called every 2<sup>31</sup> events or a little later. */
    final void sweepTree() {
        firstKey();
        for (int leaf = 0; leaf < leaves; leaf++) {
            if (!isEmpty(leaf) && !isLive(referenceOf[leaf])) {
                node[leaves + leaf] = emptyKey(leaf);
                freeLeaf[freeLeaves++] = leaf;
                stale--;
            }
        }
        if (came >>> 30 != 0) {
            countAgain();
        }
        decideAll();
    }

    /** Lets the order of coming start anew, long before it can come to its end. */
    private void countAgain() {
        long[] sorted = rankOf.clone();
        Arrays.sort(sorted);
        for (int leaf = 0; leaf < sorted.length; leaf++) {
            rankOf[leaf] = rank((int) ~(rankOf[leaf] >> 32), Arrays.binarySearch(sorted, rankOf[leaf]));
        }
        came = sorted.length;
    }
}
