package org.bridgeconvoy.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The customers that hold units of one resource. Holdings are reused: the number allocated is the largest number of simultaneous
 * holders, rounded up to a power of two.
 */
final class Holders {
    /** Number of holders that a message names. */
    private static final int NAMED_IN_MESSAGE = 3;

    private final String resource;
    private final Place giver;
    private final @Nullable WaitStatistics statistics;

    /** The first {@link #inUse} holdings are in use, the others spare. */
    private Holding[] all;

    private int inUse;

    /** Number of seizes until now. */
    private long seizes;

    Holders(String resource, Place giver, @Nullable WaitStatistics statistics) {
        this.resource = resource;
        this.giver = giver;
        this.statistics = statistics;
        all = new Holding[] {new Holding(this)};
    }

    /** Name of the resource. */
    String resource() {
        return resource;
    }

    Place giver() {
        return giver;
    }

    void take(Customer<?> customer, int units) {
        Holding first = customer.holdings;
        if (first != null) {
            Holding holding = Holding.find(first, this);
            if (holding != null) {
                holding.units += units;
                holding.priority = customer.priority;
                holding.step = customer.step();
                holding.seized = seizes++;
                return;
            }
        }
        if (inUse == all.length) {
            addSpare();
        }
        Holding holding = all[inUse];
        holding.index = inUse++;
        holding.customer = customer;
        holding.units = units;
        holding.priority = customer.priority;
        holding.step = customer.step();
        holding.seized = seizes++;
        if (first != null) {
            holding.next = first;
        }
        customer.holdings = holding;
    }

    /** Notes that a customer has its units by an earlier step than the one in which it got them now. */
    void seizedBy(Customer<?> customer, int step) {
        Objects.requireNonNull(Holding.find(customer.holdings, this)).step = step;
    }

    private void addSpare() {
        all = Arrays.copyOf(all, 2 * inUse);
        for (int i = inUse; i < all.length; i++) {
            all[i] = new Holding(this);
        }
    }

    /**
     * Takes units back from an entity: first those of this customer, then those that the same entity holds on other journeys. False,
     * and nothing changes, if the entity holds too few.
     */
    boolean give(Customer<?> customer, int units, long now) {
        Holding only = customer.holdings;
        if (only != null && only.holders == this && only.units == units && only.next == null) {
            // The usual case: all that the customer holds anywhere. One that waits in a line cannot release.
            customer.holdings = null;
            remove(only);
            return true;
        }
        Holding own = Holding.find(only, this);
        if (own != null && own.units >= units) {
            reduce(own, customer, units, now);
            return true;
        }
        if (held(customer.entity()) < units) {
            return false;
        }
        int left = units - (own == null ? 0 : own.units);
        if (own != null) {
            reduce(own, customer, own.units, now);
        }
        // Backwards, because removing a holding puts the last one in its place.
        for (int i = inUse - 1; left > 0 && i >= 0; i--) {
            Customer<?> other = all[i].customer;
            if (other != null && isOf(other, customer.entity())) {
                int part = Math.min(left, all[i].units);
                reduce(all[i], other, part, now);
                left -= part;
            }
        }
        return true;
    }

    private void reduce(Holding holding, Customer<?> customer, int units, long now) {
        holding.units -= units;
        if (customer.isBlocked()) {
            block(-units, now);
        }
        if (holding.units == 0) {
            unlink(holding, customer);
            remove(holding);
        }
    }

    private static void unlink(Holding holding, Customer<?> customer) {
        Holding at = customer.holdings;
        if (at == holding) {
            customer.holdings = holding.next;
        } else {
            while (at != null && at.next != holding) {
                at = at.next;
            }
            if (at != null) {
                at.next = holding.next;
            }
        }
    }

    private void remove(Holding holding) {
        Holding last = all[--inUse];
        if (last != holding) {
            all[holding.index] = last;
            last.index = holding.index;
            all[inUse] = holding;
        }
        if (holding.next != null) {
            holding.next = null;
        }
    }

    /** Notes that units have begun (or, if negative, ceased) to be blocked: their customer waits in a line elsewhere. */
    void block(int units, long now) {
        if (statistics != null) {
            statistics.block(units, now);
        }
    }

    /** The holdings in use, in any order. */
    List<Holding> all() {
        return List.of(Arrays.copyOf(all, inUse));
    }

    /** The holdings in use, in the order of their last seize. */
    List<Holding> inOrder() {
        Holding[] sorted = Arrays.copyOf(all, inUse);
        Arrays.sort(sorted, Comparator.comparingLong(holding -> holding.seized));
        return List.of(sorted);
    }

    /** The units of an entity, on all its journeys. */
    int held(Object entity) {
        int units = 0;
        for (int i = 0; i < inUse; i++) {
            units += isOf(all[i].customer, entity) ? all[i].units : 0;
        }
        return units;
    }

    private static boolean isOf(@Nullable Customer<?> customer, Object entity) {
        return customer != null && (customer.entity() == entity || entity.equals(customer.entity()));
    }

    /** The entities that hold units though their flow has ended. */
    List<Object> ended() {
        List<Object> entities = new ArrayList<>();
        for (int i = 0; i < inUse; i++) {
            Customer<?> customer = all[i].customer;
            if (customer != null && customer.isIdle()) {
                entities.add(customer.entity());
            }
        }
        return entities;
    }

    /** The first {@link #NAMED_IN_MESSAGE} holders, for messages. */
    String names() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < Math.min(NAMED_IN_MESSAGE, inUse); i++) {
            Customer<?> customer = all[i].customer;
            names.add(customer == null ? "" : customer.entity().toString());
        }
        return String.join(", ", names) + (inUse > NAMED_IN_MESSAGE ? " and others" : "");
    }
}
