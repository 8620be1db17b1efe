package org.bridgeconvoy.flow;

import java.util.ArrayList;
import java.util.List;

/** What a run of a {@link FlowProgram} did: who passed which mark when. */
final class FlowTrace {

    /** What moves: a number, and what its conditions use up. */
    static final class Entity {
        private static final int FUEL = 5;

        final int number;
        private int fuel = FUEL;
        private int asked;

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

    private final List<String> lines = new ArrayList<>();

    void passes(Entity entity, int mark, long now) {
        add(now + " entity " + entity.number + " mark " + mark);
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
