package org.bridgeconvoy.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bridgeconvoy.flow.FlowProgram.Interrupt;
import org.bridgeconvoy.flow.FlowProgram.Means;

/** Like units with one queue in {@link SlowFlow}: the higher priority first, then the earlier comer. No way overtakes. */
final class SlowResource {

    /** What a seize says of interrupted work, and how the way goes on if it gives up. */
    record Seized(int priority, Interrupt interrupt, Runnable discarded) {}

    /** Units of a resource that a way holds, with the seize by which it got them and its place in the order of seizing. */
    record Held(SlowResource resource, SlowWay way, int units, Seized by, long order) {}

    private final SlowClock clock;
    private final Means means;
    private int capacity = -1;
    private int inUse;
    private int failures;
    private boolean serving;
    private boolean awaitsChange;
    private long orders;
    private final List<SlowWait> queue = new ArrayList<>();
    private final List<Held> holders = new ArrayList<>();
    private final SlowUse use;
    private final SlowUnits units = new SlowUnits();
    private int greatest;

    SlowResource(SlowClock clock, Means means) {
        this.clock = clock;
        this.means = means;
        this.use = new SlowUse(clock, this);
        this.greatest = means.greatest();
        clock.whenTimePasses(this::pass);
    }

    /** Begins the failures. */
    void begin() {
        switch (means.failing()) {
            case BY_TIME -> failByTime(0);
            case BY_USE -> use.begin(means);
            case NEVER -> {}
        }
    }

    private void failByTime(int number) {
        if (number < means.times().size()) {
            clock.in(means.times().get(number), () -> {
                clock.in(means.repair(), () -> {
                    failByTime(number + 1);
                    repair();
                });
                fail();
            });
        }
    }

    private void pass(long from, long to) {
        int blocked = 0;
        for (Held held : holders) {
            blocked += held.way().isInLine() ? held.units() : 0;
        }
        long at = from;
        while (at < to) {
            long end = capacity < 0 ? Math.min(to, means.changeAfter(at)) : to;
            units.pass(end - at, capacity < 0 ? means.unitsAt(at) : capacity, inUse, blocked, queue.size(), isFailed());
            at = end;
        }
    }

    SlowUnits units() {
        return units;
    }

    /** What it did until the end of the run. */
    String text(long end) {
        return inUse + " in use, " + queue.stream().map(wait -> wait.way.entity).toList() + " wait, failed "
                + isFailed() + ", free "
                + free() + ", not given back "
                + holders.stream()
                        .filter(held -> !held.way().going)
                        .map(held -> held.way().entity.toString())
                        .sorted()
                        .toList()
                + ", " + units.text(greatest, end);
    }

    int inUse() {
        return inUse;
    }

    int waiting() {
        return queue.size();
    }

    List<SlowWait> queue() {
        return queue;
    }

    boolean isFailed() {
        return failures > 0;
    }

    boolean isWaiting(SlowWait wait) {
        return queue.contains(wait);
    }

    int free() {
        return Math.max(0, room());
    }

    /** Below 0 if more are in use than the resource has. */
    private int room() {
        int units = capacity < 0 ? means.unitsAt(clock.now()) : capacity;
        return isFailed() ? -inUse : units - inUse;
    }

    boolean mustWait(SlowWait wait) {
        return !queue.isEmpty() && queue.get(0).priority >= wait.priority || !canHave(wait);
    }

    private boolean canHave(SlowWait wait) {
        return wait.amount <= room() || wait.amount <= room() + toBeTaken(wait);
    }

    private int toBeTaken(SlowWait wait) {
        return losers(wait).stream().mapToInt(Held::units).sum();
    }

    /** Whose units a way that preempts may take: the lowest priority first, of these who seized last. */
    private List<Held> losers(SlowWait wait) {
        if (!wait.preempts || isFailed()) {
            return List.of();
        }
        return holders.stream()
                .filter(held -> held.way().isWorking() && held.by().priority() < wait.priority)
                .sorted(Comparator.comparingInt((Held held) -> held.by().priority())
                        .thenComparing(Comparator.comparingLong(Held::order).reversed()))
                .toList();
    }

    void seize(SlowWait wait) {
        wait.since = clock.now();
        if (!mustWait(wait)) {
            take(wait);
            units.waits.add(0);
            if (wait.preempts) {
                // What was taken from others and is left over is handed out first.
                serve();
            }
            wait.goOn();
            return;
        }
        int at = queue.size();
        while (at > 0 && queue.get(at - 1).priority < wait.priority) {
            at--;
        }
        join(at, wait);
    }

    /** Joins ahead of the waits of its priority. */
    private void joinAgain(SlowWait wait) {
        int at = 0;
        while (at < queue.size() && queue.get(at).priority > wait.priority) {
            at++;
        }
        join(at, wait);
    }

    private void join(int at, SlowWait wait) {
        queue.add(at, wait);
        awaitChange();
        wait.way.waitsInLine(() -> {
            takeOut(wait);
            serve();
        });
    }

    /** Takes a way out of the queue, which goes on as one that gave up. */
    void leave(SlowWait wait) {
        takeOut(wait);
        serve();
        wait.way.goOn(wait.gaveUp);
    }

    /** While a way waits, the next change of the units serves the queue. */
    private void awaitChange() {
        long next = capacity < 0 ? means.changeAfter(clock.now()) : Long.MAX_VALUE;
        if (!awaitsChange && next != Long.MAX_VALUE) {
            awaitsChange = true;
            clock.at(next, () -> {
                awaitsChange = false;
                serve();
                if (!queue.isEmpty()) {
                    awaitChange();
                }
            });
        }
    }

    void takeOut(SlowWait wait) {
        queue.remove(wait);
        units.gaveUp.add(clock.now() - wait.since);
        wait.ends();
    }

    private void interrupt(Held held) {
        SlowWay way = held.way();
        SlowDelay delay = way.delayUnderWay();
        giveBack(way, held.units());
        if (held.by().interrupt() == Interrupt.GO) {
            units.discarded++;
            delay.giveUp(held.by().discarded());
            return;
        }
        delay.stop();
        noteInterrupted(held, delay);
        way.delay = null;
        SlowWait again = new SlowWait(way, held.units(), held.by(), false, () -> {
            way.delay = delay;
            way.waits(delay::takenOut);
            delay.goOnIfNothingHoldsItUp();
        });
        again.since = clock.now();
        again.wantsBack = true;
        joinAgain(again);
    }

    private static void noteInterrupted(Held held, SlowDelay delay) {
        switch (held.by().interrupt()) {
            case RESTART -> delay.restart();
            case REDRAW -> delay.redraw();
            default -> {}
        }
    }

    /** Takes units, those of others if it must be. */
    private void take(SlowWait wait) {
        List<Held> losers = losers(wait);
        for (int i = 0; i < losers.size() && wait.amount > free(); i++) {
            interrupt(losers.get(i));
        }
        int before = 0;
        for (Held held : List.copyOf(wait.way.held)) {
            if (held.resource() == this) {
                before = held.units();
            }
        }
        use.changes();
        inUse += wait.amount;
        Held now = new Held(this, wait.way, before + wait.amount, wait.seized, orders++);
        if (before == 0) {
            wait.way.held.add(0, now);
            holders.add(now);
        } else {
            replace(wait.way, now);
            holders.sort(Comparator.comparingLong(Held::order));
        }
        use.changed();
    }

    void giveBack(SlowWay way, int units) {
        use.changes();
        inUse -= units;
        for (Held held : List.copyOf(way.held)) {
            if (held.resource() == this) {
                replace(way, new Held(this, way, held.units() - units, held.by(), held.order()));
            }
        }
        use.changed();
    }

    private void replace(SlowWay way, Held now) {
        replace(way.held, way, now);
        replace(holders, way, now);
    }

    private void replace(List<Held> all, SlowWay way, Held now) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).resource() == this && all.get(i).way() == way) {
                all.set(i, now);
            }
        }
        all.removeIf(held -> held.units() == 0);
    }

    void change(int changed) {
        capacity = changed;
        greatest = Math.max(greatest, changed);
        serve();
    }

    void fail() {
        use.changes();
        failures++;
        use.changed();
        for (Held held : List.copyOf(holders)) {
            SlowWay way = held.way();
            if (!way.isWorking()) {
                continue;
            }
            if (held.by().interrupt() == Interrupt.GO) {
                giveBack(way, held.units());
                units.discarded++;
                way.delayUnderWay().giveUp(held.by().discarded());
            } else {
                way.delayUnderWay().stop();
                noteInterrupted(held, way.delayUnderWay());
            }
        }
    }

    void repair() {
        use.changes();
        failures--;
        use.changed();
        if (failures > 0) {
            return;
        }
        for (Held held : List.copyOf(holders)) {
            if (held.way().delay != null) {
                held.way().delay.goOnIfNothingHoldsItUp();
            }
        }
        serve();
    }

    /** Serves the queue. What is given back meanwhile is handed out by the same loop. */
    void serve() {
        if (serving) {
            return;
        }
        serving = true;
        while (!queue.isEmpty() && canHave(queue.get(0))) {
            SlowWait wait = queue.remove(0);
            wait.ends();
            take(wait);
            (wait.wantsBack ? units.interrupted : units.waits).add(clock.now() - wait.since);
            wait.goOn();
        }
        serving = false;
    }
}
