package org.bridgeconvoy.flow;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A flow of the words of {@link Flow}, as data: read from bytes, so that a fuzzer can make any. No program can fail or run for ever. */
record FlowProgram(Part main, List<Launch> launches, List<Change> changes, int[] capacities) {

    static final int RESOURCES = 3;
    static final int GATES = 2;
    static final int BATCHES = 2;
    static final int LEVEL = 5;

    private static final int DEEPEST = 4;
    private static final int MOST_WORDS = 60;

    /** An entity that enters the flow. */
    record Launch(long time, int number) {}

    /** What happens from outside: a gate opens or closes, a resource gets another capacity. */
    record Change(long time, int what, int amount) {}

    /** Steps of one builder: their words in order. */
    record Part(List<Word> words) {}

    /** Whether something holds for an entity when it comes. */
    enum Condition {
        ALWAYS,
        ODD,
        HAS_FUEL,
        EVERY_THIRD_TIME
    }

    /** A step, with a number that traces name. */
    sealed interface Word {}

    record Mark(int number) implements Word {}

    record Delay(int nanos) implements Word {}

    /** Seizes, works and releases. A patience below 0 is none, and so is room below 0. */
    record Use(int resource, int units, boolean byNumber, int patience, Part gaveUp, int room, Part balked, Part work)
            implements Word {}

    /** Seizes and keeps until a release of all, or for ever. */
    record Keep(int resource, int units) implements Word {}

    record ReleaseAll() implements Word {}

    record Pass(int gate) implements Word {}

    record PassAll() implements Word {}

    record PassAny() implements Word {}

    record Turn(int gate, boolean open) implements Word {}

    record Join(int batch) implements Word {}

    record Take(int amount) implements Word {}

    record Put(int amount) implements Word {}

    record Branch(Condition condition, Part ifTrue, Part ifFalse) implements Word {}

    record Choose(List<Part> ways) implements Word {}

    record While(Part body) implements Word {}

    record Until(Part body) implements Word {}

    /** Goes back to the beginning of its part while the entity has fuel. */
    record GoBack() implements Word {}

    record Leave(Condition condition) implements Word {}

    record Parallel(List<Part> ways, boolean first) implements Word {}

    record Split(int parts, Part way, boolean assemble) implements Word {}

    /** Reads a program. Bytes that are missing are 0, which ends every part. */
    static FlowProgram read(byte[] input) {
        return new Reader(ByteBuffer.wrap(input)).program();
    }

    /** Turns bytes into words. */
    private static final class Reader {
        private final ByteBuffer input;
        private int marks;
        private int words;

        Reader(ByteBuffer input) {
            this.input = input;
        }

        private int next() {
            return input.hasRemaining() ? input.get() & 0xff : 0;
        }

        FlowProgram program() {
            int[] capacities = {1 + next() % 3, 1 + next() % 3, 1 + next() % 3};
            List<Launch> launches = new ArrayList<>();
            int entities = 1 + next() % 8;
            for (int i = 0; i < entities; i++) {
                launches.add(new Launch(next() % 16, i + 1));
            }
            List<Change> changes = new ArrayList<>();
            int count = next() % 6;
            for (int i = 0; i < count; i++) {
                changes.add(new Change(next() % 64, next() % (RESOURCES + GATES), next() % 4));
            }
            return new FlowProgram(part(0, false), launches, changes, capacities);
        }

        private Part part(int depth, boolean holds) {
            List<Word> part = new ArrayList<>();
            part.add(new Mark(marks++));
            for (int code = next(); code != 0 && words < MOST_WORDS; code = next()) {
                words++;
                part.add(word(code, depth, holds));
                part.add(new Mark(marks++));
            }
            return new Part(List.copyOf(part));
        }

        private Part deeper(int depth, boolean holds) {
            return depth == DEEPEST ? new Part(List.of(new Mark(marks++))) : part(depth + 1, holds);
        }

        private List<Part> ways(int count, int depth, boolean holds) {
            List<Part> ways = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                ways.add(deeper(depth, holds));
            }
            return ways;
        }

        private Condition condition() {
            return Condition.values()[next() % Condition.values().length];
        }

        private Word word(int code, int depth, boolean holds) {
            return switch (code % 20) {
                case 0, 1 -> new Delay(next() % 16);
                case 2, 3 -> use(depth);
                case 4 -> new Keep(next() % RESOURCES, 1);
                // Of an entity within a use a release of all takes what the end of the use releases.
                case 5 -> holds ? new Delay(1) : new ReleaseAll();
                case 6 -> new Pass(next() % GATES);
                case 7 -> new Turn(next() % GATES, next() % 2 == 0);
                case 8 -> new Join(next() % BATCHES);
                case 9 -> new Take(next() % (LEVEL + 1));
                case 10 -> new Put(next() % (LEVEL + 1));
                case 11 -> new Branch(condition(), deeper(depth, holds), deeper(depth, holds));
                case 12 -> new Choose(ways(1 + next() % 3, depth, holds));
                case 13 -> new While(deeper(depth, holds));
                case 14 -> new Until(deeper(depth, holds));
                case 15 -> new GoBack();
                case 16 -> new Leave(condition());
                case 17 -> new Parallel(ways(1 + next() % 3, depth, false), false);
                case 18 -> new Parallel(ways(1 + next() % 3, depth, false), true);
                default -> split(depth);
            };
        }

        private Word use(int depth) {
            int how = next();
            int resource = how % RESOURCES;
            int patience = (how & 8) == 0 ? -1 : next() % 16;
            Part gaveUp = patience < 0 ? new Part(List.of()) : deeper(depth, true);
            int room = (how & 16) == 0 ? -1 : next() % 3;
            Part balked = room < 0 ? new Part(List.of()) : deeper(depth, true);
            int units = (how & 32) == 0 ? 1 : 2;
            return new Use(resource, units, (how & 64) != 0, patience, gaveUp, room, balked, deeper(depth, true));
        }

        private Word split(int depth) {
            int how = next();
            if ((how & 2) != 0) {
                return (how & 1) != 0 ? new PassAll() : new PassAny();
            }
            return new Split(how / 4 % 3, deeper(depth, false), (how & 1) != 0);
        }
    }
}
