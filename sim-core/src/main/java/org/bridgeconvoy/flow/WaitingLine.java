package org.bridgeconvoy.flow;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Waiting line of customers: higher priority first, equal priorities in the order of coming.
 *
 * <p>Customers join a linked list until one comes with a higher priority than the last: joining and leaving are O(1). From then on, until
 * it is empty again, newcomers go to a binary heap beside the list, in O(log n). Every customer in the list came before all in the heap.
 */
final class WaitingLine {
    private static final int SMALLEST_CAPACITY = 16;

    private @Nullable Customer<?> head;
    private @Nullable Customer<?> last;
    private int inLine;

    private @Nullable Customer<?>[] heap = new Customer<?>[0];
    private int inHeap;
    private long tickets;

    int length() {
        return inLine + inHeap;
    }

    @Nullable
    Customer<?> first() {
        if (inHeap == 0 || head != null && head.priority >= at(0).priority) {
            return head;
        }
        return heap[0];
    }

    void join(Customer<?> customer) {
        if (inHeap == 0 && (last == null || last.priority >= customer.priority)) {
            append(customer);
        } else {
            push(customer);
        }
    }

    private void append(Customer<?> customer) {
        if (last == null) {
            head = customer;
        } else {
            last.behind = customer;
        }
        last = customer;
        inLine++;
    }

    @Nullable
    Customer<?> leave() {
        Customer<?> leaving = first();
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

    /** Empties the line, in which all priorities must be equal; returns the first customer, to which the others stay linked. */
    @Nullable
    Customer<?> leaveAll() {
        assert inHeap == 0;
        Customer<?> all = head;
        head = null;
        last = null;
        inLine = 0;
        return all;
    }

    private Customer<?> at(int index) {
        return Objects.requireNonNull(heap[index]);
    }

    private static boolean isBefore(Customer<?> one, Customer<?> other) {
        return one.priority > other.priority || one.priority == other.priority && one.ticket < other.ticket;
    }

    private void push(Customer<?> customer) {
        if (inHeap == heap.length) {
            heap = Arrays.copyOf(heap, Math.max(SMALLEST_CAPACITY, 2 * inHeap));
        }
        customer.ticket = tickets++;
        int to = inHeap++;
        for (int parent = (to - 1) >> 1; to > 0 && isBefore(customer, at(parent)); parent = (to - 1) >> 1) {
            heap[to] = heap[parent];
            to = parent;
        }
        heap[to] = customer;
    }

    private void pop() {
        Customer<?> moved = at(--inHeap);
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
