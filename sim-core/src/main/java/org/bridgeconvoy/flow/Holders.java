package org.bridgeconvoy.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/** Who has the units of a resource. Entries are used again, so that as many are allocated as there ever are holders at once. */
final class Holders {
    /** As many are named in a message. */
    private static final int MOST_NAMED = 3;

    private final Resource resource;

    /** The first ones are in use, the others spare. */
    private Holding[] all;

    private int inUse;

    Holders(Resource resource) {
        this.resource = resource;
        all = new Holding[] {new Holding(resource)};
    }

    void take(Journey<?> journey, int units) {
        if (journey.holdings != null) {
            Holding holding = Holding.find(journey.holdings, resource);
            if (holding != null) {
                holding.units += units;
                return;
            }
        }
        if (inUse == all.length) {
            addSpare();
        }
        Holding holding = all[inUse];
        holding.index = inUse++;
        holding.journey = journey;
        holding.units = units;
        holding.next = journey.holdings;
        journey.holdings = holding;
    }

    private void addSpare() {
        all = Arrays.copyOf(all, 2 * inUse);
        for (int i = inUse; i < all.length; i++) {
            all[i] = new Holding(resource);
        }
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
        // From behind: a holding that is given back whole changes places with the last one.
        for (int i = inUse - 1; left > 0 && i >= 0; i--) {
            if (isOf(all[i], journey.entity())) {
                int part = Math.min(left, all[i].units);
                reduce(all[i], part, now);
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
        Holding last = all[--inUse];
        all[holding.index] = last;
        last.index = holding.index;
        all[inUse] = holding;
        holding.journey = null;
        holding.next = null;
    }

    /** The units of an entity, on all its journeys. */
    int held(Object entity) {
        int units = 0;
        for (int i = 0; i < inUse; i++) {
            units += isOf(all[i], entity) ? all[i].units : 0;
        }
        return units;
    }

    private static boolean isOf(Holding holding, Object entity) {
        return holding.journey != null && entity.equals(holding.journey.entity());
    }

    /** The entities that have units though their flow has ended. */
    List<Object> ended() {
        List<Object> entities = new ArrayList<>();
        for (int i = 0; i < inUse; i++) {
            Journey<?> journey = all[i].journey;
            if (journey != null && journey.isIdle()) {
                entities.add(journey.entity());
            }
        }
        return entities;
    }

    /** The first few, for messages. */
    String names() {
        StringJoiner names = new StringJoiner(", ");
        for (int i = 0; i < Math.min(MOST_NAMED, inUse); i++) {
            Journey<?> journey = all[i].journey;
            names.add(journey == null ? "" : journey.entity().toString());
        }
        return names + (inUse > MOST_NAMED ? " and others" : "");
    }
}
