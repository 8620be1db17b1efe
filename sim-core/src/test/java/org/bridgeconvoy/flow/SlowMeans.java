package org.bridgeconvoy.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.bridgeconvoy.flow.FlowProgram.Filter;

/** What the ways of {@link SlowFlow} wait for, each with its queue as a plain list. */
final class SlowMeans {

    private SlowMeans() {}

    /** Lets pass while it is open. */
    static final class SlowGate {
        private boolean open;
        private boolean letting;
        private final List<SlowWait> queue = new ArrayList<>();

        SlowGate(boolean open) {
            this.open = open;
        }

        int waiting() {
            return queue.size();
        }

        void pass(SlowWait wait) {
            if (open && queue.isEmpty()) {
                wait.goOn();
                return;
            }
            queue.add(wait);
            wait.way.waitsInLine(() -> queue.remove(wait));
        }

        boolean isWaiting(SlowWait wait) {
            return queue.contains(wait);
        }

        /** Whether the way waited here and does no more. */
        boolean leave(SlowWait wait) {
            boolean waits = queue.remove(wait);
            if (waits) {
                wait.ends();
            }
            return waits;
        }

        void turn(boolean opens) {
            open = opens;
            if (letting) {
                return;
            }
            letting = true;
            while (open && !queue.isEmpty()) {
                SlowWait wait = queue.remove(0);
                wait.ends();
                wait.goOn();
            }
            letting = false;
        }
    }

    /** Holds ways until there are enough, or the first has waited long enough. A longest wait below 0 is none. */
    static final class SlowBatch {
        private final SlowClock clock;
        private final int size;
        private final long longest;
        private List<SlowWait> inside = new ArrayList<>();
        private Runnable forgetLongest = () -> {};

        SlowBatch(SlowClock clock, int size, long longest) {
            this.clock = clock;
            this.size = size;
            this.longest = longest;
        }

        int waiting() {
            return inside.size();
        }

        void join(SlowWait wait) {
            inside.add(wait);
            wait.way.waitsInLine(() -> {
                inside.remove(wait);
                if (inside.isEmpty()) {
                    forgetLongest.run();
                }
            });
            if (inside.size() == size) {
                releaseAll();
            } else if (inside.size() == 1 && longest >= 0) {
                forgetLongest = clock.in(longest, this::releaseAll);
            }
        }

        private void releaseAll() {
            forgetLongest.run();
            List<SlowWait> all = inside;
            inside = new ArrayList<>();
            all.forEach(SlowWait::ends);
            all.forEach(SlowWait::goOn);
        }
    }

    /** An amount. Those who take and those who put are served in the order of coming, those who take first. */
    static final class SlowLevel {
        private final int capacity;
        private int amount;
        private boolean serving;
        private final List<SlowWait> takers = new ArrayList<>();
        private final List<SlowWait> putters = new ArrayList<>();
        private final SlowStock stock;

        SlowLevel(SlowClock clock, int capacity, int amount) {
            this.stock = new SlowStock(clock, () -> this.amount, takers::size, putters::size);
            this.capacity = capacity;
            this.amount = amount;
        }

        @Override
        public String toString() {
            return amount + " in level, " + takers.size() + " take, " + putters.size() + " put, " + stock;
        }

        void take(SlowWait wait) {
            ask(takers, wait);
        }

        void put(SlowWait wait) {
            ask(putters, wait);
        }

        private boolean isPossible(List<SlowWait> line, int asked) {
            return asked <= (line == takers ? amount : capacity - amount);
        }

        private void change(List<SlowWait> line, int asked) {
            amount += line == takers ? -asked : asked;
        }

        private void ask(List<SlowWait> line, SlowWait wait) {
            if (line.isEmpty() && isPossible(line, wait.amount)) {
                change(line, wait.amount);
                stock.served(line == takers, stock.now());
                serve();
                wait.goOn();
                return;
            }
            wait.since = stock.now();
            line.add(wait);
            wait.way.waitsInLine(() -> {
                line.remove(wait);
                serve();
            });
        }

        private void serve() {
            if (serving) {
                return;
            }
            serving = true;
            while (serveFirst(takers) || serveFirst(putters)) {
                // until neither side moves
            }
            serving = false;
        }

        private boolean serveFirst(List<SlowWait> line) {
            if (line.isEmpty() || !isPossible(line, line.get(0).amount)) {
                return false;
            }
            SlowWait wait = line.remove(0);
            change(line, wait.amount);
            stock.served(line == takers, wait.since);
            wait.ends();
            wait.goOn();
            return true;
        }
    }

    /** Items in the order of coming, up to a number, taken by a filter. */
    static final class SlowStore {
        private record Taker(SlowWait waits, Filter filter, IntConsumer receiver) {}

        private record Putter(SlowWait waits, int item) {}

        private final int capacity;
        private boolean serving;
        private final List<Integer> items = new ArrayList<>();
        private final List<Taker> takers = new ArrayList<>();
        private final List<Putter> putters = new ArrayList<>();

        private final SlowStock stock;

        SlowStore(SlowClock clock, int capacity) {
            this.stock = new SlowStock(clock, items::size, takers::size, putters::size);
            this.capacity = capacity;
        }

        @Override
        public String toString() {
            return items + " in store, " + takers.size() + " take, " + putters.size() + " put, " + stock;
        }

        void take(SlowWait wait, Filter filter, IntConsumer receiver) {
            Taker taker = new Taker(wait, filter, receiver);
            wait.since = stock.now();
            if (give(taker)) {
                stock.served(true, wait.since);
                serve();
                wait.goOn();
                return;
            }
            takers.add(taker);
            wait.way.waitsInLine(() -> takers.remove(taker));
        }

        void put(SlowWait wait, int item) {
            wait.since = stock.now();
            if (offer(item)) {
                stock.served(false, wait.since);
                wait.goOn();
                return;
            }
            Putter putter = new Putter(wait, item);
            putters.add(putter);
            wait.way.waitsInLine(() -> {
                putters.remove(putter);
                serve();
            });
        }

        boolean offer(int item) {
            boolean room = putters.isEmpty() && items.size() < capacity;
            if (room) {
                items.add(item);
                serve();
            }
            return room;
        }

        private boolean give(Taker taker) {
            for (int i = 0; i < items.size(); i++) {
                if (FlowTrace.willDo(taker.filter(), items.get(i))) {
                    taker.receiver().accept(items.remove(i));
                    return true;
                }
            }
            return false;
        }

        private void serve() {
            if (serving) {
                return;
            }
            serving = true;
            while (serveTaker() || servePutter()) {
                // until neither side moves
            }
            serving = false;
        }

        private boolean serveTaker() {
            for (Taker taker : takers) {
                if (give(taker)) {
                    takers.remove(taker);
                    stock.served(true, taker.waits().since);
                    taker.waits().ends();
                    taker.waits().goOn();
                    return true;
                }
            }
            return false;
        }

        private boolean servePutter() {
            if (putters.isEmpty() || items.size() >= capacity) {
                return false;
            }
            Putter putter = putters.remove(0);
            items.add(putter.item());
            stock.served(false, putter.waits().since);
            putter.waits().ends();
            putter.waits().goOn();
            return true;
        }
    }
}
