package org.bridgeconvoy.flow;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Units of one resource that one entity has on one journey. In a list of the journey's and among the holdings of the resource. */
final class Holding {
    final Resource resource;

    @Nullable
    Journey<?> journey;

    int units;

    /** The next of the journey. */
    @Nullable
    Holding next;

    /** Its place among those of the resource. */
    int index;

    Holding(Resource resource) {
        this.resource = resource;
    }

    /** That of a resource in a journey's list; null if there is none. */
    static @Nullable Holding find(@Nullable Holding first, Resource resource) {
        Holding holding = first;
        while (holding != null && holding.resource != resource) {
            holding = holding.next;
        }
        return holding;
    }

    /** Units whose entity begins to wait for something else do nothing, or do something again. */
    static void block(@Nullable Holding first, long now, int sign) {
        for (Holding holding = first; holding != null; holding = holding.next) {
            holding.resource.block(sign * holding.units, now);
        }
    }

    static String list(@Nullable Holding first) {
        StringJoiner text = new StringJoiner(", ");
        for (Holding holding = first; holding != null; holding = holding.next) {
            text.add(holding.units + " of '" + holding.resource.name() + "'");
        }
        return text.toString();
    }
}
