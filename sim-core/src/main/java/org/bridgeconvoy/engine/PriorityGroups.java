package org.bridgeconvoy.engine;

import java.util.Arrays;

/**
 * The distinct priorities among the events of one instant, highest first, each with the last slot of its group. It tells where
 * an event belongs in the line of the instant without walking the line.
 *
 * <p>A deque in two arrays: events leave at the front, and most enter at the back or in a group that is there. A new group in
 * the middle moves the shorter way at the price of an array copy, so an instant with k distinct priorities may cost k²/2 moves
 * of eight bytes in the worst case.
 */
final class PriorityGroups {
    private int[] priority = new int[8];
    private int[] tail = new int[8];
    private int from;
    private int to;

    void clear() {
        from = 0;
        to = 0;
    }

    boolean isEmpty() {
        return from == to;
    }

    /** Takes a slot in behind all of its priority; returns the slot that it then follows, or {@code none} at the very front. */
    int enter(int itsPriority, int slot, int none) {
        int last = to - 1;
        if (last < from || priority[last] > itsPriority) {
            int before = last < from ? none : tail[last];
            makeRoom();
            priority[to] = itsPriority;
            tail[to++] = slot;
            return before;
        }
        int group = priority[last] == itsPriority ? last : find(itsPriority);
        if (priority[group] == itsPriority) {
            int before = tail[group];
            tail[group] = slot;
            return before;
        }
        return enterBefore(group, itsPriority, slot, none);
    }

    private int enterBefore(int group, int itsPriority, int slot, int none) {
        int before = group == from ? none : tail[group - 1];
        if (group == from && from > 0) {
            from--;
            priority[from] = itsPriority;
            tail[from] = slot;
            return before;
        }
        int behind = to - group;
        makeRoom();
        int at = to - behind;
        System.arraycopy(priority, at, priority, at + 1, behind);
        System.arraycopy(tail, at, tail, at + 1, behind);
        to++;
        priority[at] = itsPriority;
        tail[at] = slot;
        return before;
    }

    /** The first of the line leaves. */
    void leaveFirst(int slot) {
        if (tail[from] == slot) {
            from++;
            if (from == to) {
                from = 0;
                to = 0;
            }
        }
    }

    /** A slot leaves from anywhere; {@code before} is the slot it follows, of the same priority or not. */
    void leave(int itsPriority, int slot, int before, boolean beforeIsOfTheGroup) {
        int group = find(itsPriority);
        if (tail[group] != slot) {
            return;
        }
        if (beforeIsOfTheGroup) {
            tail[group] = before;
            return;
        }
        System.arraycopy(priority, group + 1, priority, group, to - group - 1);
        System.arraycopy(tail, group + 1, tail, group, to - group - 1);
        to--;
    }

    /** The first group whose priority is not above the given one; there must be one. */
    private int find(int itsPriority) {
        int low = from;
        int high = to - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (priority[middle] <= itsPriority) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Makes sure that the place behind the last group exists. */
    private void makeRoom() {
        if (to < priority.length) {
            return;
        }
        int count = to - from;
        int[] priorities = priority;
        int[] tails = tail;
        if (2 * count > priorities.length) {
            priority = new int[2 * priorities.length];
            tail = new int[2 * tails.length];
        }
        System.arraycopy(priorities, from, priority, 0, count);
        System.arraycopy(tails, from, tail, 0, count);
        from = 0;
        to = count;
    }

    /** Gives the memory of a crowded instant back; only between instants. */
    void shrink() {
        if (isEmpty() && priority.length > 1024) {
            priority = Arrays.copyOf(priority, 8);
            tail = Arrays.copyOf(tail, 8);
        }
    }

    int count() {
        return to - from;
    }

    int priorityOf(int index) {
        return priority[from + index];
    }

    int tailOf(int index) {
        return tail[from + index];
    }
}
