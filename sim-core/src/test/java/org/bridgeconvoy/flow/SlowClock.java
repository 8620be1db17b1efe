package org.bridgeconvoy.flow;

import java.util.ArrayList;
import java.util.List;

/** A clock that looks at all pending instants for the least; of two at one time, the earlier one that was asked for. */
final class SlowClock {

    private record Pending(long number, long time, Runnable what) {}

    /** Told of a time in which nothing happens, before what ends it. */
    interface Passing {
        void passes(long from, long to);
    }

    private final List<Passing> passing = new ArrayList<>();
    private final List<Pending> pending = new ArrayList<>();
    private long now;
    private long numbers;

    long now() {
        return now;
    }

    void whenTimePasses(Passing told) {
        passing.add(told);
    }

    private void passTo(long time) {
        if (time > now) {
            passing.forEach(told -> told.passes(now, time));
        }
        now = time;
    }

    /** Gives what takes it back. */
    Runnable at(long time, Runnable what) {
        assert time >= now : time;
        Pending asked = new Pending(numbers++, time, what);
        pending.add(asked);
        return () -> pending.removeIf(one -> one.number() == asked.number());
    }

    Runnable in(long delay, Runnable what) {
        return at(now + delay, what);
    }

    /** Runs until nothing is pending, and on to the end, which is later. */
    void runUntil(long end) {
        while (!pending.isEmpty()) {
            Pending least = pending.get(0);
            for (Pending one : pending) {
                least = one.time() < least.time() ? one : least;
            }
            Pending chosen = least;
            pending.removeIf(one -> one.number() == chosen.number());
            passTo(chosen.time());
            chosen.what().run();
        }
        passTo(end);
    }
}
