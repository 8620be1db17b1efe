package org.bridgeconvoy.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a run of a {@link FlowProgram} did: who passed which mark when. */
final class FlowTrace {

    /** What moves: a number, and what its conditions use up. */
    static final class Entity {
        private static final int FUEL = 5;

        final int number;
        private int fuel = FUEL;
        private int asked;

        /** Whether the seize in which it last came to be has a patience, and is not over. */
        boolean mayLeave;

        private final Map<Integer, Integer> chosen = new HashMap<>();

        Entity(int number) {
            this.number = number;
        }

        boolean holds(FlowProgram.Condition condition) {
            return switch (condition) {
                case ALWAYS -> true;
                case ODD -> number % 2 == 1;
                case HAS_FUEL -> burns();
                case EVERY_THIRD_TIME -> asked++ % 3 == 0;
            };
        }

        /** Whether there is fuel left, of which this takes one. */
        boolean burns() {
            return fuel-- > 0;
        }

        int way(int ways) {
            return Math.floorMod(number + asked++, ways);
        }

        /** Notes the resource that was chosen for a seize, by the number of the seize. */
        void chooses(int seize, int resource) {
            chosen.put(seize, resource);
        }

        int chosen(int seize) {
            return Objects.requireNonNull(chosen.get(seize));
        }

        /** The length of a delay, drawn anew each time. */
        long drawn(FlowProgram.Delay delay) {
            return delay.nanos() + (delay.spread() == 0 ? 0 : (number + 3L * asked++) % delay.spread());
        }

        /** New entities, whose numbers say whose parts they are. Parts have fuel of their own, but less the smaller they are. */
        List<Entity> parts(int count) {
            List<Entity> parts = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Entity part = new Entity(number * 3 + i);
                part.fuel = 1;
                parts.add(part);
            }
            return parts;
        }

        @Override
        public String toString() {
            return "entity " + number;
        }
    }

    private static final int LONGEST = 20_000;
    private static final int MOST_RELAUNCHES = 10;

    private final List<String> lines = new ArrayList<>();
    private int draws;
    private int relaunches;

    void passes(Entity entity, int mark, long now) {
        add(now + " entity " + entity.number + " mark " + mark);
    }

    void gets(Entity entity, int item, long now) {
        add(now + " entity " + entity.number + " gets " + item);
    }

    /** Whether an item passes a filter. */
    static boolean willDo(FlowProgram.Filter filter, int item) {
        return switch (filter) {
            case ANY -> true;
            case EVEN -> item % 2 == 0;
            case ODD -> item % 2 == 1;
            case LARGE -> item >= 4;
        };
    }

    /** Whether an entity may send another one through the flow again: not for ever, as parts may do so and be made anew. */
    boolean mayRelaunch() {
        return relaunches++ < MOST_RELAUNCHES;
    }

    /** A number from 0 to 1 for a choice by chance; each call draws another. */
    double drawn() {
        return draws++ * 7 % 16 / 16.0;
    }

    void add(String line) {
        if (lines.size() < LONGEST) {
            lines.add(line);
        }
    }

    List<String> lines() {
        return lines;
    }
}
