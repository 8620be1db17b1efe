package org.bridgeconvoy.bridge.reference;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.config.ConvoyRule;
import org.jspecify.annotations.Nullable;

/** Where trucks wait for the release of their convoy (section 6). */
final class Yard {

    /** Who takes the trucks of a released convoy, in order. */
    interface Release {
        void join(Truck truck, @Nullable Convoy convoy);
    }

    private record Waiting(Truck truck, long since) {}

    final Leg leg;
    private final List<Waiting> waiting = new ArrayList<>();
    private WorldNow world;
    private @Nullable Convoy departing;
    private long departure = -1;

    Yard(Leg leg, WorldNow world) {
        this.leg = leg;
        this.world = world;
    }

    void change(WorldNow changed) {
        world = changed;
    }

    @Nullable
    ConvoyRule rule() {
        return world.convoys(leg.direction());
    }

    void join(Truck truck, long now) {
        waiting.add(new Waiting(truck, now));
    }

    /** Phase 6. True if a convoy left. */
    boolean release(long now, Release release) {
        if (waiting.isEmpty()) {
            return false;
        }
        ConvoyRule rule = rule();
        if (rule == null) {
            // Without a rule nobody is held, also those that a rule held before a change of the world; they are no
            // convoy.
            leave(waiting.size(), null, release);
            return true;
        }
        if (isDeparture(rule, now)) {
            // "{departures} releases all that wait at those times of day." All of one departure are one convoy (the
            // guide, 6).
            if (departing == null || departure != now) {
                departing = new Convoy();
                departure = now;
            }
            leave(waiting.size(), departing, release);
            return true;
        }
        boolean left = false;
        while (waiting.size() >= rule.size()) {
            // "until N wait (exactly N leave as one convoy)"
            leave(rule.size(), new Convoy(), release);
            left = true;
        }
        if (!waiting.isEmpty() && now >= Time.after(waiting.get(0).since, rule.maxWaitNanos())) {
            // "or the first has waited max-wait"
            leave(waiting.size(), new Convoy(), release);
            left = true;
        }
        return left;
    }

    private boolean isDeparture(ConvoyRule rule, long now) {
        return world.clockOf(leg).nextOf(rule.departures(), now - 1) == now;
    }

    private void leave(int trucks, @Nullable Convoy convoy, Release release) {
        for (int i = 0; i < trucks; i++) {
            release.join(waiting.remove(0).truck, convoy);
        }
    }

    long next(long now) {
        ConvoyRule rule = rule();
        if (rule == null || waiting.isEmpty()) {
            return Time.NEVER;
        }
        long full = Time.after(waiting.get(0).since, rule.maxWaitNanos());
        long next = world.clockOf(leg).nextOf(rule.departures(), now);
        return full > now ? Math.min(full, next) : next;
    }
}
