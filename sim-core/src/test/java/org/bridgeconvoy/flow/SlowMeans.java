package org.bridgeconvoy.flow;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.flow.SlowFlow.Way;

/** What the ways of {@link SlowFlow} wait for, each with its queue as a plain list. */
final class SlowMeans {

    private SlowMeans() {}

    /** Units of a resource that a way holds. */
    record Held(SlowResource resource, int units) {}

    /** A way in a queue, and how it goes on. */
    static final class Wait {
        final Way way;
        final int amount;
        final int priority;
        private final Runnable next;
        private Runnable left = () -> {};

        Wait(Way way, int amount, int priority, Runnable next) {
            this.way = way;
            this.amount = amount;
            this.priority = priority;
            this.next = next;
        }

        /** Notes what else happens when the wait ends. */
        void whenLeft(Runnable what) {
            left = what;
        }

        /** Ends the wait; the way does not go on yet. */
        void ends() {
            left.run();
            way.goesOn();
        }

        /** Lets the way go on, unless it has been taken out of its steps. */
        void goOn() {
            if (!way.gone) {
                next.run();
            }
        }
    }

    /** Like units with one queue: the higher priority first, then the earlier comer. No way overtakes. */
    static final class SlowResource {
        private final int first;
        private int capacity;
        private int inUse;
        private boolean serving;
        private final List<Wait> queue = new ArrayList<>();

        SlowResource(int capacity) {
            this.first = capacity;
            this.capacity = capacity;
        }

        /** The capacity at the beginning. */
        int first() {
            return first;
        }

        int inUse() {
            return inUse;
        }

        int waiting() {
            return queue.size();
        }

        boolean isWaiting(Wait wait) {
            return queue.contains(wait);
        }

        boolean mustWait(int units, int priority) {
            return !queue.isEmpty() && queue.get(0).priority >= priority || units > capacity - inUse;
        }

        void seize(Wait wait) {
            if (!mustWait(wait.amount, wait.priority)) {
                take(wait);
                wait.goOn();
                return;
            }
            int at = queue.size();
            while (at > 0 && queue.get(at - 1).priority < wait.priority) {
                at--;
            }
            queue.add(at, wait);
            wait.way.waits(() -> {
                takeOut(wait);
                serve();
            });
        }

        void takeOut(Wait wait) {
            queue.remove(wait);
            wait.ends();
        }

        private void take(Wait wait) {
            inUse += wait.amount;
            int before = 0;
            for (Held held : wait.way.held) {
                before += held.resource() == this ? held.units() : 0;
            }
            if (before == 0) {
                wait.way.held.addFirst(new Held(this, wait.amount));
            } else {
                replace(wait.way, before + wait.amount);
            }
        }

        void giveBack(Way way, int units) {
            inUse -= units;
            for (Held held : List.copyOf(way.held)) {
                if (held.resource() == this) {
                    replace(way, held.units() - units);
                }
            }
        }

        private void replace(Way way, int units) {
            List<Held> all = List.copyOf(way.held);
            way.held.clear();
            for (Held held : all) {
                if (held.resource() != this) {
                    way.held.addLast(held);
                } else if (units > 0) {
                    way.held.addLast(new Held(this, units));
                }
            }
        }

        void change(int units) {
            capacity = units;
            serve();
        }

        /** Serves the queue. What is given back meanwhile is handed out by the same loop. */
        void serve() {
            if (serving) {
                return;
            }
            serving = true;
            while (!queue.isEmpty() && queue.get(0).amount <= capacity - inUse) {
                Wait wait = queue.remove(0);
                wait.ends();
                take(wait);
                wait.goOn();
            }
            serving = false;
        }
    }

    /** Lets pass while it is open. */
    static final class SlowGate {
        private boolean open;
        private boolean letting;
        private final List<Wait> queue = new ArrayList<>();

        SlowGate(boolean open) {
            this.open = open;
        }

        int waiting() {
            return queue.size();
        }

        void pass(Wait wait) {
            if (open && queue.isEmpty()) {
                wait.goOn();
                return;
            }
            queue.add(wait);
            wait.way.waits(() -> queue.remove(wait));
        }

        void turn(boolean opens) {
            open = opens;
            if (letting) {
                return;
            }
            letting = true;
            while (open && !queue.isEmpty()) {
                Wait wait = queue.remove(0);
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
        private List<Wait> inside = new ArrayList<>();
        private Runnable forgetLongest = () -> {};

        SlowBatch(SlowClock clock, int size, long longest) {
            this.clock = clock;
            this.size = size;
            this.longest = longest;
        }

        int waiting() {
            return inside.size();
        }

        void join(Wait wait) {
            inside.add(wait);
            wait.way.waits(() -> {
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
            List<Wait> all = inside;
            inside = new ArrayList<>();
            all.forEach(Wait::ends);
            all.forEach(Wait::goOn);
        }
    }

    /** An amount. Those who take and those who put are served in the order of coming, those who take first. */
    static final class SlowLevel {
        private final int capacity;
        private int amount;
        private boolean serving;
        private final List<Wait> takers = new ArrayList<>();
        private final List<Wait> putters = new ArrayList<>();

        SlowLevel(int capacity, int amount) {
            this.capacity = capacity;
            this.amount = amount;
        }

        int amount() {
            return amount;
        }

        int takers() {
            return takers.size();
        }

        int putters() {
            return putters.size();
        }

        void take(Wait wait) {
            ask(takers, wait);
        }

        void put(Wait wait) {
            ask(putters, wait);
        }

        private boolean isPossible(List<Wait> line, int asked) {
            return asked <= (line == takers ? amount : capacity - amount);
        }

        private void change(List<Wait> line, int asked) {
            amount += line == takers ? -asked : asked;
        }

        private void ask(List<Wait> line, Wait wait) {
            if (line.isEmpty() && isPossible(line, wait.amount)) {
                change(line, wait.amount);
                serve();
                wait.goOn();
                return;
            }
            line.add(wait);
            wait.way.waits(() -> {
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

        private boolean serveFirst(List<Wait> line) {
            if (line.isEmpty() || !isPossible(line, line.get(0).amount)) {
                return false;
            }
            Wait wait = line.remove(0);
            change(line, wait.amount);
            wait.ends();
            wait.goOn();
            return true;
        }
    }
}
