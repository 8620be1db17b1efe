package org.bridgeconvoy.bridge.run.trip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Consignments waiting for a truck. Cargoes that the same truck classes may carry form a {@link Group}; a group has one {@link Line} for
 * each priority, in the order in which the consignments appeared.
 */
final class Waiting {

    /** The priorities that occur in any world of the run, highest first. */
    private final int[] priorities;

    private Group[] groups;

    /** The group of each cargo. */
    private final Group[] groupOf;

    /** Mass of each cargo in milligrams. */
    private final long[] backlog;

    private int length;
    private long appeared;

    /** No consignments; {@code mayCarry} gives for each cargo the classes that may carry it. */
    Waiting(int[] risingPriorities, List<BitSet> mayCarry) {
        priorities = new int[risingPriorities.length];
        for (int i = 0; i < priorities.length; i++) {
            priorities[i] = risingPriorities[priorities.length - 1 - i];
        }
        groups = new Group[0];
        groupOf = new Group[mayCarry.size()];
        backlog = new long[mayCarry.size()];
        regroup(mayCarry);
    }

    /** Takes on which classes may carry each cargo; waiting consignments keep their place. */
    void regroup(List<BitSet> mayCarry) {
        if (isGrouped(mayCarry)) {
            return;
        }
        List<Line> before = new ArrayList<>();
        for (Group group : groups) {
            before.addAll(group.nonEmptyLines());
        }
        List<Group> made = new ArrayList<>();
        for (int cargo = 0; cargo < groupOf.length; cargo++) {
            groupOf[cargo] = group(made, mayCarry.get(cargo));
        }
        groups = made.toArray(new Group[0]);
        moveFrom(before);
    }

    private boolean isGrouped(List<BitSet> mayCarry) {
        for (int cargo = 0; cargo < groupOf.length; cargo++) {
            if (groupOf[cargo] == null || !groupOf[cargo].isOf(mayCarry.get(cargo))) {
                return false;
            }
        }
        return true;
    }

    private Group group(List<Group> made, BitSet classes) {
        for (Group group : made) {
            if (group.isOf(classes)) {
                return group;
            }
        }
        Group group = new Group(classes);
        made.add(group);
        return group;
    }

    private void moveFrom(List<Line> lines) {
        List<Line> rest = new ArrayList<>(lines);
        while (!rest.isEmpty()) {
            Line earliest = Collections.min(rest, Comparator.comparingLong(line -> line.queue.firstNumber()));
            ConsignmentQueue from = earliest.queue;
            groupOf[from.firstCargo()]
                    .line(earliest.priority)
                    .add(from.firstTime(), from.firstLoad(), from.firstCargo(), from.firstNumber());
            from.drop();
            if (from.isEmpty()) {
                rest.remove(earliest);
            }
        }
    }

    int length() {
        return length;
    }

    long backlog(int cargo) {
        return backlog[cargo];
    }

    /** Whether every truck may carry every cargo and there is one priority, so that there is one line. */
    boolean isOneLine() {
        return priorities.length == 1 && groups.length == 1;
    }

    Group group(int cargo) {
        return groupOf[cargo];
    }

    void add(int cargo, long load, int priority, long now) {
        groupOf[cargo].line(priority).add(now, load, cargo, appeared++);
        backlog[cargo] += load;
        length++;
    }

    /**
     * The line to match next, of those whose first consignment an idle truck may carry: highest priority, then earliest; null if there is
     * none.
     */
    @Nullable
    Line next(IdleTrucks idle) {
        Line found = null;
        for (Group group : groups) {
            Line line = group.first();
            if (line != null && idle.isAny(group.classes) && (found == null || line.isBefore(found))) {
                found = line;
            }
        }
        return found;
    }

    /** Takes a part of the first consignment in a line; the rest, if any, keeps its place. */
    void take(Line line, long part) {
        long rest = line.firstLoad() - part;
        backlog[line.firstCargo()] -= part;
        line.queue.setFirstLoad(rest);
        if (rest == 0) {
            line.drop();
            length--;
        }
    }

    /** Consignments that the same classes of trucks may carry. */
    final class Group {

        /** Indices of the classes in the fleet, rising. */
        final int[] classes;

        /** A line for each priority, highest first; null until it is first needed. */
        private final @Nullable Line[] lines = new Line[priorities.length];

        private final BitSet nonEmpty = new BitSet();

        Group(BitSet classes) {
            this.classes = classes.stream().toArray();
        }

        private boolean isOf(BitSet others) {
            return Arrays.equals(classes, others.stream().toArray());
        }

        private Line line(int priority) {
            // Binary search over falling priorities.
            int low = 0;
            int high = priorities.length - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (priorities[middle] <= priority) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            Line line = lines[low];
            if (line == null) {
                line = new Line(this, priority, low);
                lines[low] = line;
            }
            return line;
        }

        private @Nullable Line first() {
            int first = nonEmpty.nextSetBit(0);
            return first < 0 ? null : lines[first];
        }

        private List<Line> nonEmptyLines() {
            return Arrays.stream(lines)
                    .filter(line -> line != null && !line.queue.isEmpty())
                    .toList();
        }
    }

    /** Consignments of a group and a priority. */
    static final class Line {

        final int priority;
        final int[] classes;
        private final BitSet nonEmpty;
        private final int rank;
        private final ConsignmentQueue queue = new ConsignmentQueue();

        Line(Group group, int priority, int rank) {
            this.priority = priority;
            this.rank = rank;
            classes = group.classes;
            nonEmpty = group.nonEmpty;
        }

        long firstTime() {
            return queue.firstTime();
        }

        long firstLoad() {
            return queue.firstLoad();
        }

        int firstCargo() {
            return queue.firstCargo();
        }

        private boolean isBefore(Line other) {
            return priority == other.priority
                    ? queue.firstNumber() < other.queue.firstNumber()
                    : priority > other.priority;
        }

        private void add(long time, long load, int cargo, long number) {
            if (queue.isEmpty()) {
                nonEmpty.set(rank);
            }
            queue.add(time, load, cargo, number);
        }

        private void drop() {
            queue.drop();
            if (queue.isEmpty()) {
                nonEmpty.clear(rank);
            }
        }
    }
}
