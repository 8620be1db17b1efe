package org.bridgeconvoy.flow;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.engine.Simulation;

/**
 * An entity that waits for journeys of its own, or of its parts: until all have ended, or the first one, which ends the others. Made anew
 * for each entity that comes to such a step.
 */
final class Fork implements Parent, Place {
    private final Customer<?> waiting;
    private final boolean first;
    private final List<Journey<?>> children;
    private int open;

    Fork(Customer<?> waiting, boolean first, int children) {
        this.waiting = waiting;
        this.first = first;
        this.children = new ArrayList<>(children);
    }

    /** Adds a journey before {@link #begin}. */
    void add(Journey<?> child) {
        child.extras().parent = this;
        children.add(child);
    }

    /** Sends all on their way; the one that waits goes on at once if there is none. */
    void begin(Simulation sim) {
        open = children.size();
        if (open == 0) {
            waiting.resume(sim);
            return;
        }
        waiting.waitsIn(this);
        for (int i = 0; i < children.size() && open > 0; i++) {
            children.get(i).relaunch(sim);
        }
    }

    @Override
    public boolean blocks() {
        return false;
    }

    @Override
    public void ended(Simulation sim, Customer<?> child) {
        if (open == 0) {
            return;
        }
        open = first ? 0 : open - 1;
        if (open > 0) {
            return;
        }
        waiting.waitsIn(null);
        for (Journey<?> other : children) {
            if (other != child) {
                other.abandon(sim);
            }
        }
        waiting.resume(sim);
    }

    @Override
    public void abandon(Simulation sim, Customer<?> customer) {
        open = 0;
        customer.waitsIn(null);
        for (Journey<?> child : children) {
            child.abandon(sim);
        }
    }
}
