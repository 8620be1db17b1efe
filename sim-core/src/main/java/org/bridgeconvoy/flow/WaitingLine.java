package org.bridgeconvoy.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Waiting line of customers: higher priority first, equal priorities in the order of coming.
 *
 * <p>Customers join a linked list until one comes with a higher priority than the last: joining and leaving are O(1). From then on, until
 * it is empty again, newcomers go to a binary heap beside the list, in O(log n). Every customer in the list came before all in the heap.
 *
 * <p>Leaving from the middle is O(1) on average, in the heap O(log n). The list is singly linked as long as no customer does so; links back are
 * added from the head to the customer who leaves, so each is added once.
 */
final class WaitingLine {
    private static final int SMALLEST_CAPACITY = 16;

    private @Nullable Customer<?> head;
    private @Nullable Customer<?> last;
    private int inLine;

    /** The last customer in the list whose {@link Customer#ahead} is set, as it is from behind the head up to this one. */
    private @Nullable Customer<?> linkedBackTo;

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

    /** Joins ahead of those of its priority: O(number of customers of higher priority). */
    void joinFirst(Customer<?> customer) {
        Customer<?> before = null;
        Customer<?> after = head;
        while (after != null && after.priority > customer.priority) {
            before = after;
            after = after.behind;
        }
        customer.behind = after;
        if (before == null) {
            head = customer;
        } else {
            before.behind = customer;
        }
        if (after == null) {
            last = customer;
        } else if (before == null ? linkedBackTo != null : after.ahead != null) {
            after.ahead = customer;
            customer.ahead = before;
        }
        inLine++;
    }

    @Nullable
    Customer<?> leave() {
        Customer<?> leaving = first();
        if (leaving == null) {
            return null;
        }
        if (leaving == head) {
            leaveHead(leaving);
        } else {
            remove(0);
        }
        return leaving;
    }

    private void leaveHead(Customer<?> leaving) {
        Customer<?> next = leaving.behind;
        head = next;
        leaving.behind = null;
        if (next == null) {
            last = null;
        } else if (linkedBackTo != null) {
            next.ahead = null;
        }
        if (leaving == linkedBackTo || next == linkedBackTo) {
            linkedBackTo = null;
        }
        inLine--;
    }

    /** Takes out a customer that is in the line, wherever it stands. */
    void leave(Customer<?> leaving) {
        if (leaving.heapIndex >= 0) {
            remove(leaving.heapIndex);
        } else if (leaving == head) {
            leaveHead(leaving);
        } else {
            leaveMiddle(leaving);
        }
    }

    private void leaveMiddle(Customer<?> leaving) {
        if (leaving.ahead == null) {
            linkBackTo(leaving);
        }
        Customer<?> before = Objects.requireNonNull(leaving.ahead);
        Customer<?> after = leaving.behind;
        before.behind = after;
        if (after == null) {
            last = before;
        } else if (leaving != linkedBackTo) {
            after.ahead = before;
        }
        if (leaving == linkedBackTo) {
            linkedBackTo = before == head ? null : before;
        }
        leaving.ahead = null;
        leaving.behind = null;
        inLine--;
    }

    private void linkBackTo(Customer<?> customer) {
        Customer<?> at = Objects.requireNonNull(linkedBackTo == null ? head : linkedBackTo);
        while (at != customer) {
            Customer<?> next = Objects.requireNonNull(at.behind);
            next.ahead = at;
            at = next;
        }
        linkedBackTo = customer;
    }

    /** All that wait, in the order of service. */
    List<Customer<?>> all() {
        List<Customer<?>> all = new ArrayList<>(length());
        for (Customer<?> at = head; at != null; at = at.behind) {
            all.add(at);
        }
        for (int i = 0; i < inHeap; i++) {
            all.add(at(i));
        }
        all.subList(inLine, all.size()).sort(Comparator.comparingLong(customer -> customer.ticket));
        // Stable: within a priority the list stays before the heap.
        all.sort(Comparator.comparingInt((Customer<?> customer) -> customer.priority)
                .reversed());
        return all;
    }

    /** Empties the line, in which all priorities must be equal; returns the first customer, to which the others stay linked. */
    @Nullable
    Customer<?> leaveAll() {
        assert inHeap == 0;
        Customer<?> all = head;
        head = null;
        last = null;
        inLine = 0;
        linkedBackTo = null;
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
        siftUp(customer, inHeap++);
    }

    private void siftUp(Customer<?> customer, int from) {
        int to = from;
        for (int parent = (to - 1) >> 1; to > 0 && isBefore(customer, at(parent)); parent = (to - 1) >> 1) {
            put(at(parent), to);
            to = parent;
        }
        put(customer, to);
    }

    private void put(Customer<?> customer, int index) {
        heap[index] = customer;
        customer.heapIndex = index;
    }

    private void remove(int index) {
        at(index).heapIndex = -1;
        Customer<?> moved = at(--inHeap);
        heap[inHeap] = null;
        if (index == inHeap) {
            return;
        }
        int to = index;
        for (int child = 2 * to + 1; child < inHeap; child = 2 * to + 1) {
            int least = child + 1 < inHeap && isBefore(at(child + 1), at(child)) ? child + 1 : child;
            if (isBefore(moved, at(least))) {
                break;
            }
            put(at(least), to);
            to = least;
        }
        siftUp(moved, to);
    }
}
