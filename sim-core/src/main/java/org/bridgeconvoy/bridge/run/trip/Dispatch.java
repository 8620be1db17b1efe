package org.bridgeconvoy.bridge.run.trip;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.Consignment;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.run.context.FastPaths;
import org.bridgeconvoy.bridge.run.context.Phase;
import org.bridgeconvoy.bridge.run.context.PresentWorld;
import org.bridgeconvoy.bridge.run.context.RunContext;
import org.bridgeconvoy.bridge.run.context.Truck;
import org.bridgeconvoy.bridge.run.plan.WorldPlan;
import org.bridgeconvoy.bridge.run.record.Recorder;
import org.bridgeconvoy.bridge.run.record.WaitRecord;
import org.bridgeconvoy.result.Stage;

/**
 * Waiting consignments and idle trucks of one bank, and how they are matched. Of the consignments that an idle truck may carry, the highest
 * priority comes first, then the earliest. Of the trucks that carry it whole, the one idle longest takes it. If none carries it whole, the
 * truck that carries most takes what it can, and the rest keeps its place.
 *
 * <p>At the origin, where {@link FastPaths#matchesAtOnce} holds, matching happens as soon as there are both a consignment and a truck, not
 * in phase 4 of the instant.
 */
public final class Dispatch {

    /** What a truck does once it has been given a consignment. */
    public interface Begin {

        /** Begins: the truck has the consignment's cargo, load and priority, and is no longer idle. */
        void begin(Truck truck);
    }

    private final RunContext context;

    /** Whether matching happens in the event itself instead of phase 4. */
    private final boolean atOnce;

    private final PresentWorld world;
    private final Recorder recorder;
    private final Phase matching;

    private final WaitRecord record;
    private final IdleTrucks idle;
    private final Waiting waiting;
    private final Direction direction;
    private Begin begin = truck -> {
        throw new IllegalStateException("no trip begins for " + truck);
    };

    /**
     * A dispatch in the worlds of a run, without trucks and consignments; its phase is matching.
     *
     * @param direction where the consignments go: outbound ones wait at the origin, those that return at the destination
     */
    public Dispatch(
            RunContext context, Phase matching, Recorder recorder, List<WorldPlan> worlds, Direction direction) {
        this.context = context;
        this.direction = direction;
        this.recorder = recorder;
        this.matching = matching;
        world = context.world();
        record = recorder.waits(Stage.TRUCK);
        idle = new IdleTrucks(world);
        waiting = new Waiting(priorities(worlds), worlds.get(0).mayCarry(direction));
        atOnce = direction == Direction.OUTBOUND && context.fastPaths().matchesAtOnce();
    }

    /** Names what a truck does once it has been given a consignment. */
    public void leadTo(Begin named) {
        begin = named;
    }

    private static int[] priorities(List<WorldPlan> worlds) {
        Stream<CargoStream> streams = worlds.stream().flatMap(w -> w.config().demand().stream());
        return IntStream.concat(
                        streams.mapToInt(CargoStream::priority),
                        worlds.get(0).config().consignments().stream().mapToInt(Consignment::priority))
                .distinct()
                .sorted()
                .toArray();
    }

    /** Takes on which trucks may carry what, and how much. */
    public void apply(WorldPlan world) {
        waiting.regroup(world.mayCarry(direction));
        askForMatch();
    }

    /** Consignments waiting. */
    public int waiting() {
        return waiting.length();
    }

    /** Number of idle trucks. */
    public int idleTrucks() {
        return idle.length();
    }

    /** The idle trucks. */
    List<Truck> idle() {
        return idle.all();
    }

    /** Mass of a cargo that is consigned but not yet assigned, in milligrams. */
    public long backlog(int cargo) {
        return waiting.backlog(cargo);
    }

    /** Phase 3: a consignment appears. */
    public void consign(int cargo, long load, int priority) {
        long left = load;
        if (atOnce && waiting.length() == 0 && idle.isAny(waiting.group(cargo).classes)) {
            left = assignAtOnce(cargo, load, priority);
            if (left == 0) {
                return;
            }
        }
        waiting.add(cargo, left, priority, context.now());
        record.joined();
        askForMatch();
    }

    /** Gives a consignment to idle trucks. Returns the mass that none of them could take. */
    private long assignAtOnce(int cargo, long load, int priority) {
        int[] classes = waiting.group(cargo).classes;
        long left = load;
        do {
            Truck truck = idle.takeFor(classes, left);
            long part = Math.min(left, world.carrying(truck.truckClass));
            left -= part;
            record.beganAtOnce();
            if (left > 0) {
                recorder.split(cargo);
            }
            assign(truck, cargo, context.now(), part, priority);
        } while (left > 0 && idle.isAny(classes));
        return left;
    }

    /** Phase 1: a truck is idle on this bank from now on. */
    public void available(Truck truck) {
        truck.joinedAt = context.now();
        idle.add(truck);
        if (!atOnce) {
            askForMatch();
        } else if (waiting.length() > 0) {
            match();
        }
    }

    /** Adds an idle truck, to be matched in phase 4. */
    public void add(Truck truck) {
        truck.joinedAt = context.now();
        idle.add(truck);
        askForMatch();
    }

    private void askForMatch() {
        if (waiting.length() > 0 && idle.length() > 0) {
            matching.ask();
        }
    }

    /** Takes out of service the truck of a class that has been idle for the shortest time. Returns whether there was one. */
    public boolean retire(int truckClass) {
        return idle.takeLast(truckClass) != null;
    }

    /** Removes a truck that stops being idle without a consignment. */
    void remove(Truck truck) {
        idle.remove(truck);
    }

    /** Phase 4: matches idle trucks and waiting consignments while there are both. */
    public void match() {
        while (waiting.length() > 0 && idle.length() > 0) {
            Waiting.Line line = waiting.next(idle);
            if (line == null) {
                return;
            }
            assignFirst(line);
        }
    }

    /** Gives the first consignment of a line, or a part of it, to a truck. */
    private void assignFirst(Waiting.Line line) {
        long load = line.firstLoad();
        int cargo = line.firstCargo();
        long consignedAt = line.firstTime();
        Truck truck = idle.takeFor(line.classes, load);
        long part = Math.min(load, world.carrying(truck.truckClass));
        waiting.take(line, part);
        if (part == load) {
            record.began(consignedAt, context.now());
        } else {
            record.partBegan(consignedAt, context.now());
            recorder.split(cargo);
        }
        assign(truck, cargo, consignedAt, part, line.priority);
    }

    private void assign(Truck truck, int cargo, long consignedAt, long load, int priority) {
        truck.cargo = cargo;
        truck.priority = priority;
        truck.consignedAt = consignedAt;
        truck.loadMilligrams = load;
        begin.begin(truck);
    }
}
