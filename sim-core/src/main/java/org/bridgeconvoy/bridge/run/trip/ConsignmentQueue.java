package org.bridgeconvoy.bridge.run.trip;

import org.jspecify.annotations.Nullable;

/**
 * Consignments in the order in which they appeared, 28 bytes each: one ring while there are few, then a chain of rings, so that a queue of
 * millions is never copied and its beginning is given back as it is taken.
 */
final class ConsignmentQueue {

    private Ring head = new Ring(16);
    private Ring tail = head;

    boolean isEmpty() {
        // A ring behind the head holds at least one.
        return head.length == 0;
    }

    long firstTime() {
        return head.times[head.first];
    }

    long firstLoad() {
        return head.loads[head.first];
    }

    int firstCargo() {
        return head.cargoes[head.first];
    }

    long firstNumber() {
        return head.numbers[head.first];
    }

    void setFirstLoad(long load) {
        head.loads[head.first] = load;
    }

    /** Adds a consignment with its number in the order in which those of all queues appeared. */
    void add(long time, long load, int cargo, long number) {
        if (tail.length == tail.times.length) {
            makeRoom();
        }
        tail.add(time, load, cargo, number);
    }

    private void makeRoom() {
        if (tail.length < Ring.LARGEST) {
            tail.resize(2 * tail.length);
            return;
        }
        Ring more = new Ring(Ring.LARGEST);
        tail.next = more;
        tail = more;
    }

    /** Drops the first consignment. */
    void drop() {
        head.drop();
        Ring next = head.next;
        if (head.length == 0 && next != null) {
            head = next;
        }
    }

    /** Consignments in a circle; a power of two of places. */
    private static final class Ring {

        /** Places of a ring in a chain. */
        static final int LARGEST = 4096;

        private long[] times;
        private long[] loads;
        private long[] numbers;
        private int[] cargoes;
        private int first;
        private int length;
        private @Nullable Ring next;

        Ring(int places) {
            times = new long[places];
            loads = new long[places];
            numbers = new long[places];
            cargoes = new int[places];
        }

        private int index(int i) {
            return (first + i) & (times.length - 1);
        }

        private void add(long time, long load, int cargo, long number) {
            int at = index(length++);
            times[at] = time;
            loads[at] = load;
            numbers[at] = number;
            cargoes[at] = cargo;
        }

        private void drop() {
            first = index(1);
            length--;
        }

        private void resize(int places) {
            Ring larger = new Ring(places);
            for (int i = 0; i < length; i++) {
                int at = index(i);
                larger.add(times[at], loads[at], cargoes[at], numbers[at]);
            }
            times = larger.times;
            loads = larger.loads;
            numbers = larger.numbers;
            cargoes = larger.cargoes;
            first = 0;
        }
    }
}
