package org.bridgeconvoy.flow;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Those who wait, higher priority first, equal ones in the order of coming.
 *
 * <p>As long as nobody comes with a higher priority than the last, they stand in a line, linked through themselves: joining and
 * leaving are O(1). Otherwise newcomers go to a binary heap beside the line until that is empty again, in O(log n). Whoever stands in
 * the line came before all in the heap.
 */
final class WaitingLine {
    private static final int SMALLEST_CAPACITY = 16;

    private @Nullable Journey<?> head;
    private @Nullable Journey<?> last;
    private int inLine;

    private @Nullable Journey<?>[] heap = new Journey<?>[0];
    private int inHeap;
    private long tickets;

    int length() {
        return inLine + inHeap;
    }

    @Nullable
    Journey<?> first() {
        if (inHeap == 0 || head != null && head.priority >= at(0).priority) {
            return head;
        }
        return heap[0];
    }

    void join(Journey<?> journey) {
        if (inHeap == 0 && (last == null || last.priority >= journey.priority)) {
            append(journey);
        } else {
            push(journey);
        }
    }

    private void append(Journey<?> journey) {
        if (last == null) {
            head = journey;
        } else {
            last.behind = journey;
        }
        last = journey;
        inLine++;
    }

    @Nullable
    Journey<?> leave() {
        Journey<?> leaving = first();
        if (leaving == null) {
            return null;
        }
        if (leaving == head) {
            head = leaving.behind;
            leaving.behind = null;
            last = head == null ? null : last;
            inLine--;
        } else {
            pop();
        }
        return leaving;
    }

    /** Empties the line if nobody in it has a priority; they stay linked among each other, the first one is returned. */
    @Nullable
    Journey<?> leaveAll() {
        assert inHeap == 0;
        Journey<?> all = head;
        head = null;
        last = null;
        inLine = 0;
        return all;
    }

    private Journey<?> at(int index) {
        return Objects.requireNonNull(heap[index]);
    }

    private static boolean isBefore(Journey<?> one, Journey<?> other) {
        return one.priority > other.priority || one.priority == other.priority && one.ticket < other.ticket;
    }

    private void push(Journey<?> journey) {
        if (inHeap == heap.length) {
            heap = Arrays.copyOf(heap, Math.max(SMALLEST_CAPACITY, 2 * inHeap));
        }
        journey.ticket = tickets++;
        int to = inHeap++;
        for (int parent = (to - 1) >> 1; to > 0 && isBefore(journey, at(parent)); parent = (to - 1) >> 1) {
            heap[to] = heap[parent];
            to = parent;
        }
        heap[to] = journey;
    }

    private void pop() {
        Journey<?> moved = at(--inHeap);
        heap[inHeap] = null;
        if (inHeap == 0) {
            return;
        }
        int to = 0;
        for (int child = 1; child < inHeap; child = 2 * to + 1) {
            int least = child + 1 < inHeap && isBefore(at(child + 1), at(child)) ? child + 1 : child;
            if (isBefore(moved, at(least))) {
                break;
            }
            heap[to] = heap[least];
            to = least;
        }
        heap[to] = moved;
    }
}
