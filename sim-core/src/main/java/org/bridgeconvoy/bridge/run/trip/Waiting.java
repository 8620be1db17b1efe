package org.bridgeconvoy.bridge.run.trip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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
        record Moved(Line line, int at) {}
        List<Moved> all = new ArrayList<>();
        for (Line line : lines) {
            for (int i = 0; i < line.length; i++) {
                all.add(new Moved(line, line.index(i)));
            }
        }
        all.sort(Comparator.comparingLong(m -> m.line.order[m.at]));
        for (Moved m : all) {
            int cargo = m.line.cargoes[m.at];
            groupOf[cargo].line(m.line.priority).add(m.line.times[m.at], m.line.loads[m.at], cargo, m.line.order[m.at]);
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
        int at = line.first;
        backlog[line.cargoes[at]] -= part;
        line.loads[at] -= part;
        if (line.loads[at] == 0) {
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
                    .filter(line -> line != null && line.length > 0)
                    .toList();
        }
    }

    /** A ring of consignments in the order in which they appeared. */
    static final class Line {

        /** A ring of at most {@code SMALL} slots never shrinks. */
        private static final int SMALL = 1024;

        final int priority;
        final int[] classes;
        private final BitSet nonEmpty;
        private final int rank;
        private long[] times = new long[16];
        private long[] loads = new long[16];
        private long[] order = new long[16];
        private int[] cargoes = new int[16];
        private int first;
        private int length;

        Line(Group group, int priority, int rank) {
            this.priority = priority;
            this.rank = rank;
            classes = group.classes;
            nonEmpty = group.nonEmpty;
        }

        long firstTime() {
            return times[first];
        }

        long firstLoad() {
            return loads[first];
        }

        int firstCargo() {
            return cargoes[first];
        }

        private boolean isBefore(Line other) {
            return priority == other.priority ? order[first] < other.order[other.first] : priority > other.priority;
        }

        private int index(int i) {
            return (first + i) & (times.length - 1);
        }

        private void add(long time, long load, int cargo, long number) {
            if (length == times.length) {
                resize(2 * length);
            }
            int at = index(length++);
            times[at] = time;
            loads[at] = load;
            order[at] = number;
            cargoes[at] = cargo;
            if (length == 1) {
                nonEmpty.set(rank);
            }
        }

        private void resize(int capacity) {
            long[] t = new long[capacity];
            long[] l = new long[capacity];
            long[] o = new long[capacity];
            int[] c = new int[capacity];
            for (int i = 0; i < length; i++) {
                int at = index(i);
                t[i] = times[at];
                l[i] = loads[at];
                o[i] = order[at];
                c[i] = cargoes[at];
            }
            times = t;
            loads = l;
            order = o;
            cargoes = c;
            first = 0;
        }

        private void drop() {
            first = index(1);
            length--;
            if (length == 0) {
                nonEmpty.clear(rank);
            }
            if (length < times.length / 8 && times.length > SMALL) {
                resize(times.length / 4);
            }
        }
    }
}
