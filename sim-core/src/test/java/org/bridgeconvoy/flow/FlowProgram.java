package org.bridgeconvoy.flow;

import java.util.List;

/** A flow of the words of {@link Flow}, as data, with what happens to it from outside. {@link FlowReader} makes one of any bytes. */
record FlowProgram(
        Part main, boolean traced, List<Launch> launches, List<Integer> gaps, List<Change> changes, List<Means> means) {

    static final int RESOURCES = 3;
    static final int GATES = 2;
    static final int BATCHES = 2;
    static final int STORES = 2;
    static final int LEVEL = 5;

    /** A time at which nothing is pending in any program, ns. */
    static final long END = 1_000_000;

    /** Probabilities of the ways of a {@link Chance}, and those added up. */
    static final double[] PROBABILITIES = {0.25, 0.5, 0.25};

    /** An entity that enters the flow. */
    record Launch(long time, int number) {}

    /** What happens at a time from outside. */
    record Change(long time, Deed deed) {}

    /** How many units a resource has from a time on. */
    record Size(long from, int units) {}

    /** How a resource fails. */
    enum Failing {
        NEVER,
        BY_TIME,
        BY_USE
    }

    /** A resource: its units, from time 0 on, and its failures. Behind the last of the times it fails no more. */
    record Means(List<Size> sizes, Failing failing, List<Integer> times, int repair) {
        int greatest() {
            return sizes.stream().mapToInt(Size::units).max().orElseThrow();
        }

        int unitsAt(long now) {
            int units = 0;
            for (Size size : sizes) {
                units = size.from() <= now ? size.units() : units;
            }
            return units;
        }

        /** Time of the next change; the greatest if never. */
        long changeAfter(long now) {
            return sizes.stream()
                    .mapToLong(Size::from)
                    .filter(time -> time > now)
                    .min()
                    .orElse(Long.MAX_VALUE);
        }
    }

    /** What a model does from outside of its flows, or from within a step. */
    enum Act {
        RESIZE,
        TURN,
        FAIL,
        REPAIR,
        OFFER,
        /** Sends the entity of a launch, by the amount, through the flow again. */
        RELAUNCH,
        /** Takes the entity of a launch, by the amount, out of the queue of a resource if its seize has a patience. */
        LEAVE
    }

    /** An act on one of its kind, by its number. */
    record Deed(Act act, int which, int amount) {}

    /** Steps of one builder: their words in order. */
    record Part(List<Word> words) {}

    /** Whether something holds for an entity when it comes. */
    enum Condition {
        ALWAYS,
        ODD,
        HAS_FUEL,
        EVERY_THIRD_TIME
    }

    /** What a seize says of interrupted work. */
    enum Interrupt {
        NOTHING_SAID,
        RESUME,
        RESTART,
        REDRAW,
        GO
    }

    /** Which resource is seized: one that is named, or one that is chosen when the entity comes. */
    enum Choice {
        NAMED,
        BY_WAY,
        SHORTEST
    }

    /** Which items of a store will do. */
    enum Filter {
        ANY,
        EVEN,
        ODD,
        LARGE
    }

    /**
     * A seize with all that may be said of it. Patience and room below 0 are none, and so are their parts and the one of who is interrupted
     * unless it is to go. Its number tells it from others; by a step of one's own there are no parts.
     */
    record Seize(
            int number,
            Choice choice,
            int resource,
            int units,
            Priority priority,
            boolean preempts,
            boolean own,
            int patience,
            Part gaveUp,
            int room,
            Part balked,
            Interrupt interrupt,
            Part discarded) {}

    /** A priority that is given, or one by the number of the entity if it is below 0. */
    record Priority(int given) {
        int of(int number) {
            return given < 0 ? number % 3 : given;
        }
    }

    /** A step. */
    sealed interface Word {}

    /** Tells that an entity passes; the number is what traces name. */
    record Mark(int number) implements Word {}

    /** Delays: by a constant time, or by one that is drawn, if there is a spread. */
    record Delay(int nanos, int spread, boolean inSeconds) implements Word {}

    /** Seizes, works and releases. */
    record Use(Seize seize, Part work) implements Word {}

    /** Seizes and keeps until a release of all, or for ever. */
    record Keep(Seize seize) implements Word {}

    record ReleaseAll() implements Word {}

    record Pass(int gate) implements Word {}

    record PassAll() implements Word {}

    record PassAny() implements Word {}

    record Join(int batch) implements Word {}

    record Take(int amount) implements Word {}

    record Put(int amount) implements Word {}

    record TakeItem(int store, Filter filter) implements Word {}

    record PutItem(int store, int item) implements Word {}

    record Do(Deed deed) implements Word {}

    /** Steps of one's own. */
    enum Own {
        WAIT,
        PROCEED,
        PASS,
        JOIN,
        TAKE,
        PUT,
        TAKE_ITEM,
        PUT_ITEM,
        /** Leaves the queue of a resource after a time for that of another one. */
        JOCKEY,
        /** Leaves the queue of a resource after a time, and goes on. */
        RENEGE,
        /** Leaves the queue of a gate after a time, and goes on. */
        LEAVE_GATE
    }

    record OwnStep(Own own, int which, int amount) implements Word {
        /** Whether who jockeys takes units of those of lower priority. */
        boolean preempts() {
            return which >= 128;
        }
    }

    record Within(Part part) implements Word {}

    record Branch(Condition condition, Part ifTrue, Part ifFalse) implements Word {}

    record Choose(List<Part> ways) implements Word {}

    record Chance(List<Part> ways) implements Word {}

    record While(Part body) implements Word {}

    record Until(Part body) implements Word {}

    /** Goes back to the beginning of its part while the entity has fuel. */
    record GoBack() implements Word {}

    record Leave(Condition condition) implements Word {}

    record Parallel(List<Part> ways, boolean first) implements Word {}

    record Split(int parts, Part way, boolean assemble) implements Word {}
}
