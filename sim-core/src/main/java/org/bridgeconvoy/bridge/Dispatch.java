package org.bridgeconvoy.bridge;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.Consignment;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.station.Stage;

/**
 * Waiting consignments and idle trucks, and how they are matched.
 *
 * <p>A truck takes a consignment as soon as there are both, and not later, in phase 4 of the instant, wherever that gives the same
 * pairs in the same order: all consignments have one priority, and trucks become idle by number. Observers hear of phase 4.
 */
final class Dispatch {

    private final BridgeRun run;

    /** Whether matching need not wait for phase 4. */
    private final boolean atOnce;

    private final WaitRecord record;
    private final TruckQueue idle = new TruckQueue();

    /** Lines of waiting consignments, the highest priority first. */
    private final Line[] lines;

    /** The priorities that occur, rising. */
    private final int[] priorities;

    /** The line of what each cargo's stream draws. */
    private final Line[] lineOf;

    private final long[] backlog;
    private int waiting;
    private long trips;

    Dispatch(BridgeRun run, ConvoyConfig config) {
        this.run = run;
        record = run.recorder().waits(Stage.TRUCK);
        List<CargoStream> demand = config.demand();
        priorities = IntStream.concat(
                        demand.stream().mapToInt(CargoStream::priority),
                        config.consignments().stream().mapToInt(Consignment::priority))
                .distinct()
                .sorted()
                .toArray();
        lines = new Line[priorities.length];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = new Line(priorities[lines.length - 1 - i]);
        }
        lineOf = new Line[demand.size()];
        for (int c = 0; c < lineOf.length; c++) {
            lineOf[c] = line(demand.get(c).priority());
        }
        backlog = new long[demand.size()];
        // Behind stages of the modeler's own, trucks come in any order.
        atOnce = lines.length == 1
                && config.ownStages().isEmpty()
                && run.observers().isEmpty();
    }

    private Line line(int priority) {
        return lines[lines.length - 1 - Arrays.binarySearch(priorities, priority)];
    }

    /** A ring of consignments in the order in which they appeared. */
    private static final class Line {

        /** Memory below this many is not given back. */
        private static final int SMALL = 1024;

        final int priority;
        long[] times = new long[16];
        long[] loads = new long[16];
        int[] cargoes = new int[16];
        int first;
        int length;

        Line(int priority) {
            this.priority = priority;
        }

        void add(long time, long load, int cargo) {
            if (length == times.length) {
                resize(2 * length);
            }
            int at = (first + length++) & (times.length - 1);
            times[at] = time;
            loads[at] = load;
            cargoes[at] = cargo;
        }

        private void resize(int capacity) {
            long[] t = new long[capacity];
            long[] l = new long[capacity];
            int[] c = new int[capacity];
            for (int i = 0; i < length; i++) {
                int at = (first + i) & (times.length - 1);
                t[i] = times[at];
                l[i] = loads[at];
                c[i] = cargoes[at];
            }
            times = t;
            loads = l;
            cargoes = c;
            first = 0;
        }

        void drop() {
            first = (first + 1) & (times.length - 1);
            length--;
            if (length < times.length / 8 && times.length > SMALL) {
                resize(times.length / 4);
            }
        }
    }

    int waiting() {
        return waiting;
    }

    int idleTrucks() {
        return idle.length();
    }

    /** Mass of a cargo that is consigned and not yet assigned, in milligrams. */
    long backlog(int cargo) {
        return backlog[cargo];
    }

    void consign(int cargo, long load) {
        consign(cargo, load, lineOf[cargo]);
    }

    void consign(int cargo, long load, int priority) {
        consign(cargo, load, line(priority));
    }

    private void consign(int cargo, long load, Line line) {
        if (atOnce && waiting == 0 && idle.length() > 0) {
            record.beganAtOnce();
            assign(idle.poll(), cargo, run.now(), load, line.priority);
            return;
        }
        line.add(run.now(), load, cargo);
        backlog[cargo] += load;
        waiting++;
        record.joined();
        askForMatch();
    }

    /** Phase 1: a truck is idle at the origin from now on. */
    void available(Truck truck) {
        if (atOnce && waiting > 0 && idle.length() == 0) {
            assignFirst(truck, lines[0]);
            return;
        }
        add(truck);
    }

    /** A truck is idle, and will be matched in phase 4. */
    void add(Truck truck) {
        truck.joinedAt = run.now();
        idle.addByNumber(truck);
        askForMatch();
    }

    private void askForMatch() {
        if (waiting > 0 && idle.length() > 0) {
            run.dispatchChanged();
        }
    }

    /** Takes an idle truck of a class out of service, the one that has been idle for the shortest time; whether there was one. */
    boolean retire(int truckClass) {
        Truck found = null;
        int n = idle.length();
        for (Truck truck = idle.first(); truck != null; truck = truck.next) {
            found = truck.truckClass == truckClass ? truck : found;
        }
        for (int i = 0; found != null && i < n; i++) {
            Truck truck = idle.poll();
            if (truck != found) {
                idle.add(truck);
            }
        }
        return found != null;
    }

    /** Phase 4: matches idle trucks and waiting consignments while there are both. */
    void match() {
        while (waiting > 0 && idle.length() > 0) {
            Line line = lines[0];
            for (int i = 1; line.length == 0; i++) {
                line = lines[i];
            }
            assignFirst(idle.poll(), line);
        }
    }

    /** Gives a truck the first consignment of a line. */
    private void assignFirst(Truck truck, Line line) {
        int at = line.first;
        int cargo = line.cargoes[at];
        long consignedAt = line.times[at];
        long load = line.loads[at];
        line.drop();
        waiting--;
        backlog[cargo] -= load;
        record.began(consignedAt, run.now());
        assign(truck, cargo, consignedAt, load, line.priority);
    }

    private void assign(Truck truck, int cargo, long consignedAt, long load, int priority) {
        truck.cargo = cargo;
        truck.priority = priority;
        truck.consignedAt = consignedAt;
        truck.assignedAt = run.now();
        truck.loadMilligrams = Math.min(load, run.fleet().carrying(truck));
        truck.trip = ++trips;
        run.recorder().assigned(truck, load);
        run.states().leave(TruckState.IDLE);
        run.assigned(truck);
    }
}
