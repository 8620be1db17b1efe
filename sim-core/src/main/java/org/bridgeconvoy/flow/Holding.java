package org.bridgeconvoy.flow;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.engine.Simulation;
import org.jspecify.annotations.Nullable;

/** Holding: the units of one resource that one customer holds. It stands in the customer's list and among the resource's holders. */
final class Holding {
    /** All holders of the resource; identifies the resource. */
    final Holders holders;

    /** Who holds the units; in a spare holding who held them last; null before. */
    @Nullable
    Customer<?> customer;

    int units;

    /** Priority of the seize that took the units last. */
    int priority;

    /** Step of that seize. */
    int step;

    /** Number of that seize among those of the resource. */
    long seized;

    /** The next holding of the customer. */
    @Nullable
    Holding next;

    /** Index among the holders of the resource. */
    int index;

    Holding(Holders holders) {
        this.holders = holders;
    }

    /** The holding of one resource in a customer's list; null if there is none. */
    static @Nullable Holding find(@Nullable Holding first, Holders holders) {
        Holding holding = first;
        while (holding != null && holding.holders != holders) {
            holding = holding.next;
        }
        return holding;
    }

    /** Notes for each holding in a list that its units are blocked from now on (sign 1), or work again (sign -1). */
    static void block(@Nullable Holding first, long now, int sign) {
        for (Holding holding = first; holding != null; holding = holding.next) {
            holding.holders.block(sign * holding.units, now);
        }
    }

    /** Gives back all units in a list of holdings. */
    static void giveBackAll(Simulation sim, @Nullable Holding first) {
        Holding holding = first;
        while (holding != null) {
            Holding next = holding.next;
            holding.holders.giver().takeBack(sim, holding);
            holding = next;
        }
    }

    static String list(@Nullable Holding first) {
        List<String> text = new ArrayList<>();
        for (Holding holding = first; holding != null; holding = holding.next) {
            text.add(holding.units + " of '" + holding.holders.resource() + "'");
        }
        return String.join(", ", text);
    }
}
