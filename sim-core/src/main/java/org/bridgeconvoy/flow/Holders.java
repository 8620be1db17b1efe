package org.bridgeconvoy.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Who has the units of a resource. Entries are used again, so that as many are allocated as there ever are holders at once. */
final class Holders {
    /** As many are named in a message. */
    private static final int MOST_NAMED = 3;

    private final Resource resource;
    private @Nullable Holding first;
    private @Nullable Holding spare;

    Holders(Resource resource) {
        this.resource = resource;
    }

    void take(Journey<?> journey, int units) {
        Holding holding = Holding.find(journey.holdings, resource);
        if (holding == null) {
            holding = add(journey);
        }
        holding.units += units;
    }

    private Holding add(Journey<?> journey) {
        Holding holding = spare;
        if (holding == null) {
            holding = new Holding(resource);
        } else {
            spare = holding.next;
        }
        holding.journey = journey;
        holding.next = journey.holdings;
        journey.holdings = holding;
        holding.after = first;
        if (first != null) {
            first.before = holding;
        }
        first = holding;
        return holding;
    }

    /** Takes units back from an entity: those of its journey first, then those that it has on others. False if it has too few. */
    boolean give(Journey<?> journey, int units, long now) {
        Holding own = Holding.find(journey.holdings, resource);
        if (own != null && own.units >= units) {
            reduce(own, units, now);
            return true;
        }
        if (held(journey.entity()) < units) {
            return false;
        }
        int left = units - (own == null ? 0 : own.units);
        if (own != null) {
            reduce(own, own.units, now);
        }
        for (Holding holding = first; left > 0 && holding != null; ) {
            Holding other = holding;
            holding = holding.after;
            if (isOf(other, journey.entity())) {
                int part = Math.min(left, other.units);
                reduce(other, part, now);
                left -= part;
            }
        }
        return true;
    }

    private void reduce(Holding holding, int units, long now) {
        Journey<?> journey = holding.journey;
        holding.units -= units;
        if (journey == null) {
            throw new AssertionError("a holding that nothing holds");
        }
        if (journey.isInLine()) {
            resource.block(-units, now);
        }
        if (holding.units == 0) {
            remove(holding, journey);
        }
    }

    private void remove(Holding holding, Journey<?> journey) {
        if (journey.holdings == holding) {
            journey.holdings = holding.next;
        } else {
            Holding at = journey.holdings;
            while (at != null && at.next != holding) {
                at = at.next;
            }
            if (at != null) {
                at.next = holding.next;
            }
        }
        unlink(holding);
        holding.journey = null;
        holding.next = spare;
        spare = holding;
    }

    private void unlink(Holding holding) {
        if (holding.before == null) {
            first = holding.after;
        } else {
            holding.before.after = holding.after;
        }
        if (holding.after != null) {
            holding.after.before = holding.before;
        }
        holding.before = null;
        holding.after = null;
    }

    /** The units of an entity, on all its journeys. */
    int held(Object entity) {
        int units = 0;
        for (Holding holding = first; holding != null; holding = holding.after) {
            units += isOf(holding, entity) ? holding.units : 0;
        }
        return units;
    }

    private static boolean isOf(Holding holding, Object entity) {
        return holding.journey != null && entity.equals(holding.journey.entity());
    }

    /** The entities that have units though their flow has ended, last come first. */
    List<Object> ended() {
        List<Object> entities = new ArrayList<>();
        for (Holding holding = first; holding != null; holding = holding.after) {
            if (holding.journey != null && holding.journey.isIdle()) {
                entities.add(holding.journey.entity());
            }
        }
        return entities;
    }

    /** The first few, for messages. */
    String names() {
        StringJoiner names = new StringJoiner(", ");
        Holding holding = first;
        for (int i = 0; i < MOST_NAMED && holding != null; i++) {
            names.add(holding.journey == null ? "" : holding.journey.entity().toString());
            holding = holding.after;
        }
        return names + (holding == null ? "" : " and others");
    }
}
