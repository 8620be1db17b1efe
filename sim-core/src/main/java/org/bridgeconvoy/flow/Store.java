package org.bridgeconvoy.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.ObjDoubleConsumer;
import java.util.function.Predicate;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.observe.Measured;

/**
 * Store: items that are told apart, up to a number. Entities put items into it and wait while it is full; they take items that pass a
 * filter of theirs and wait until one does. An entity gets, of the items that pass its filter, the one that has lain longest. Of entities
 * that wait for an item, the one that has waited longest gets it; one whose filter refuses it holds up no other.
 *
 * <p>Belongs to one run, the first in which it is used. Not thread-safe. A put and a take look at all that wait or lie there: for
 * some hundreds of items.
 *
 * @param <T> the items
 */
public final class Store<T> implements Measured {
    /** Who waits for an item. */
    private record Taker<T>(Customer<?> customer, Predicate<? super T> filter, Consumer<? super T> receiver) {}

    /** Who waits for room. */
    private record Putter<T>(Customer<?> customer, T item) {}

    private final String name;
    private final int capacity;
    private final OneRun run;
    private final StockStatistics statistics = new StockStatistics(0);
    private final StockLine takersLine = new StockLine(statistics, true, this::serve);
    private final StockLine puttersLine = new StockLine(statistics, false, this::serve);
    private final List<T> items = new ArrayList<>();
    private final List<Taker<T>> takers = new ArrayList<>();
    private final List<Putter<T>> putters = new ArrayList<>();
    private boolean serving;

    /**
     * Creates an empty store.
     *
     * @param name for messages
     * @param capacity number of items that it holds, at least 1; {@link Integer#MAX_VALUE} for no limit
     * @throws IllegalArgumentException if below 1
     */
    public Store(String name, int capacity) {
        this.name = Objects.requireNonNull(name, "name");
        if (capacity < 1) {
            throw new IllegalArgumentException("store '" + name + "': the capacity must be >= 1, got " + capacity);
        }
        this.capacity = capacity;
        this.run = new OneRun(
                "store '" + name + "'", () -> takersLine.length() + puttersLine.length() == 0 ? "" : toString());
    }

    /**
     * The name.
     *
     * @return as given
     */
    @Override
    public String name() {
        return name;
    }

    /**
     * The items in the store, the one that has lain longest first.
     *
     * @return a view that follows the store
     */
    public List<T> items() {
        return Collections.unmodifiableList(items);
    }

    /**
     * What was observed; the amount is the number of items.
     *
     * @return kept up to date by the run
     */
    public StockStatistics statistics() {
        return statistics;
    }

    @Override
    public void forget(long nowNanos) {
        statistics.reset(nowNanos);
    }

    @Override
    public void figures(long nowNanos, ObjDoubleConsumer<String> to) {
        statistics.figures(nowNanos, to);
    }

    /**
     * Lets a step of one's own take an item: the store continues the step when the entity has it, at once if there is one.
     *
     * @param sim the run
     * @param cursor the cursor of the step
     * @param filter which items will do
     * @param receiver gets the item, before the step is continued
     * @throws IllegalStateException if the step is not under way, or the store belongs to another run
     */
    public void take(Simulation sim, Cursor<?> cursor, Predicate<? super T> filter, Consumer<? super T> receiver) {
        run.check(sim);
        cursor.customer().handOver(sim, cursor.step());
        take(sim, cursor.customer(), filter, receiver);
    }

    /**
     * Lets a step of one's own put an item: the store continues the step when there was room, at once if there is.
     *
     * @param sim the run
     * @param cursor the cursor of the step
     * @param item what
     * @throws IllegalStateException if the step is not under way, or the store belongs to another run
     */
    public void put(Simulation sim, Cursor<?> cursor, T item) {
        run.check(sim);
        cursor.customer().handOver(sim, cursor.step());
        put(sim, cursor.customer(), item);
    }

    void take(Simulation sim, Customer<?> customer, Predicate<? super T> filter, Consumer<? super T> receiver) {
        run.check(sim);
        Taker<T> taker = new Taker<>(customer, filter, receiver);
        if (give(sim, taker)) {
            takersLine.goOnAtOnce(sim, customer);
        } else {
            takers.add(taker);
            takersLine.join(sim, customer);
        }
    }

    void put(Simulation sim, Customer<?> customer, T item) {
        run.check(sim);
        Objects.requireNonNull(item, () -> "store '" + name + "': the item is null");
        if (putters.isEmpty() && items.size() < capacity) {
            add(sim, item);
            puttersLine.goOnAtOnce(sim, customer);
        } else {
            putters.add(new Putter<>(customer, item));
            puttersLine.join(sim, customer);
        }
    }

    /**
     * Puts an item from outside of a flow.
     *
     * @param sim the run
     * @param item what
     * @return whether there was room; if not, nothing happens
     * @throws IllegalStateException if the store belongs to another run
     */
    public boolean offer(Simulation sim, T item) {
        run.check(sim);
        Objects.requireNonNull(item, () -> "store '" + name + "': the item is null");
        boolean room = putters.isEmpty() && items.size() < capacity;
        if (room) {
            add(sim, item);
            serve(sim);
        }
        return room;
    }

    private void add(Simulation sim, T item) {
        items.add(item);
        statistics.amount().set(items.size(), sim.now());
    }

    private boolean give(Simulation sim, Taker<T> taker) {
        Iterator<T> lying = items.iterator();
        while (lying.hasNext()) {
            T item = lying.next();
            if (taker.filter().test(item)) {
                lying.remove();
                statistics.amount().set(items.size(), sim.now());
                taker.receiver().accept(item);
                return true;
            }
        }
        return false;
    }

    /** Serves those who wait, on both sides. The same loop serves what the served entities change meanwhile: no recursion. */
    private void serve(Simulation sim) {
        if (serving) {
            return;
        }
        serving = true;
        boolean whole = false;
        try {
            takers.removeIf(taker -> !taker.customer().isIn(takersLine));
            putters.removeIf(putter -> !putter.customer().isIn(puttersLine));
            while (serveTaker(sim) || servePutter(sim)) {
                // until neither side moves
            }
            whole = true;
        } finally {
            serving = false;
            if (!whole) {
                // A step threw: the others go on if the run is continued.
                sim.schedule(0, this::serve);
            }
        }
    }

    private boolean serveTaker(Simulation sim) {
        for (int i = 0; i < takers.size(); i++) {
            Taker<T> taker = takers.get(i);
            if (!taker.customer().isIn(takersLine)) {
                takers.remove(i--);
            } else if (give(sim, taker)) {
                takers.remove(i);
                takersLine.serve(sim, taker.customer());
                taker.customer().resume(sim);
                return true;
            }
        }
        return false;
    }

    private boolean servePutter(Simulation sim) {
        while (!putters.isEmpty() && items.size() < capacity) {
            Putter<T> putter = putters.remove(0);
            if (putter.customer().isIn(puttersLine)) {
                add(sim, putter.item());
                puttersLine.serve(sim, putter.customer());
                putter.customer().resume(sim);
                return true;
            }
        }
        return false;
    }

    /** Name, number of items and who waits, as a line of a trace or a message. */
    @Override
    public String toString() {
        return "store '" + name + "' (" + items.size() + " items" + Words.waiting("to take", takersLine.all())
                + Words.waiting("to put", puttersLine.all()) + ")";
    }
}
