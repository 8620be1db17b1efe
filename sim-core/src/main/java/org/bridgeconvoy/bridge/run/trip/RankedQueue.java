package org.bridgeconvoy.bridge.run.trip;

import java.util.Arrays;
import org.bridgeconvoy.bridge.run.context.Truck;
import org.bridgeconvoy.bridge.run.context.TruckQueue;
import org.jspecify.annotations.Nullable;

/**
 * The trucks waiting before a station: lowest rank first, equal ranks in the order of joining.
 *
 * <p>While no truck joins with a lower rank than the last, all stand in a line. Other trucks go to a binary heap beside the line, in O(log
 * n), until the heap is empty again. Every truck in the line joined before every truck in the heap.
 */
final class RankedQueue {
    private static final int SMALLEST_CAPACITY = 16;

    private final TruckQueue line = new TruckQueue();
    private double lastRank;

    private @Nullable Truck[] heap = new Truck[0];
    private long[] ticket = new long[0];
    private int inHeap;
    private long tickets;

    int length() {
        return line.length() + inHeap;
    }

    /** Adds a truck at the end; the heap must be empty. */
    void add(Truck truck) {
        assert inHeap == 0;
        line.add(truck);
    }

    /** Adds a truck behind all trucks whose rank is not greater. */
    void addByRank(Truck truck) {
        if (inHeap == 0 && (line.length() == 0 || lastRank <= truck.joinedWith)) {
            line.add(truck);
            lastRank = truck.joinedWith;
        } else {
            push(truck);
        }
    }

    /** Removes and returns the first; the queue must not be empty. */
    Truck poll() {
        Truck first = line.first();
        Truck ranked = inHeap == 0 ? null : heap[0];
        if (ranked == null || first != null && first.joinedWith <= ranked.joinedWith) {
            return line.poll();
        }
        pop();
        return ranked;
    }

    private void push(Truck truck) {
        if (inHeap == heap.length) {
            heap = Arrays.copyOf(heap, Math.max(SMALLEST_CAPACITY, 2 * inHeap));
            ticket = Arrays.copyOf(ticket, heap.length);
        }
        int to = inHeap++;
        long mine = tickets++;
        for (int parent = (to - 1) >> 1; to > 0 && rank(parent) > truck.joinedWith; parent = (to - 1) >> 1) {
            move(parent, to);
            to = parent;
        }
        heap[to] = truck;
        ticket[to] = mine;
    }

    private void pop() {
        int last = --inHeap;
        int to = 0;
        for (int child = 1; child < last; child = 2 * to + 1) {
            int least = child + 1 < last && isBefore(child + 1, child) ? child + 1 : child;
            if (isBefore(last, least)) {
                break;
            }
            move(least, to);
            to = least;
        }
        move(last, to);
        heap[last] = null;
    }

    private boolean isBefore(int one, int other) {
        return rank(one) < rank(other) || rank(one) == rank(other) && ticket[one] < ticket[other];
    }

    private double rank(int index) {
        Truck truck = heap[index];
        return truck == null ? Double.POSITIVE_INFINITY : truck.joinedWith;
    }

    private void move(int from, int to) {
        heap[to] = heap[from];
        ticket[to] = ticket[from];
    }
}
