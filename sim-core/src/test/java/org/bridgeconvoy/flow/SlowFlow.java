package org.bridgeconvoy.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.bridgeconvoy.flow.FlowProgram.Branch;
import org.bridgeconvoy.flow.FlowProgram.Change;
import org.bridgeconvoy.flow.FlowProgram.Choose;
import org.bridgeconvoy.flow.FlowProgram.Delay;
import org.bridgeconvoy.flow.FlowProgram.GoBack;
import org.bridgeconvoy.flow.FlowProgram.Join;
import org.bridgeconvoy.flow.FlowProgram.Keep;
import org.bridgeconvoy.flow.FlowProgram.Launch;
import org.bridgeconvoy.flow.FlowProgram.Leave;
import org.bridgeconvoy.flow.FlowProgram.Mark;
import org.bridgeconvoy.flow.FlowProgram.Parallel;
import org.bridgeconvoy.flow.FlowProgram.Part;
import org.bridgeconvoy.flow.FlowProgram.Pass;
import org.bridgeconvoy.flow.FlowProgram.PassAll;
import org.bridgeconvoy.flow.FlowProgram.PassAny;
import org.bridgeconvoy.flow.FlowProgram.Put;
import org.bridgeconvoy.flow.FlowProgram.ReleaseAll;
import org.bridgeconvoy.flow.FlowProgram.Split;
import org.bridgeconvoy.flow.FlowProgram.Take;
import org.bridgeconvoy.flow.FlowProgram.Turn;
import org.bridgeconvoy.flow.FlowProgram.Until;
import org.bridgeconvoy.flow.FlowProgram.Use;
import org.bridgeconvoy.flow.FlowProgram.While;
import org.bridgeconvoy.flow.FlowProgram.Word;
import org.bridgeconvoy.flow.FlowTrace.Entity;
import org.bridgeconvoy.flow.SlowMeans.SlowBatch;
import org.bridgeconvoy.flow.SlowMeans.SlowGate;
import org.bridgeconvoy.flow.SlowMeans.SlowLevel;
import org.bridgeconvoy.flow.SlowMeans.SlowResource;
import org.bridgeconvoy.flow.SlowMeans.Wait;

/**
 * Interprets a {@link FlowProgram} word by word, from the documentation of the words and in the plainest way: what follows a word is
 * passed on as a continuation, and the clock goes to the least of all pending times.
 */
final class SlowFlow {

    private final FlowTrace trace = new FlowTrace();
    private final SlowClock clock = new SlowClock();
    private final List<SlowResource> resources = new ArrayList<>();
    private final List<SlowGate> gates = List.of(new SlowGate(true), new SlowGate(false));
    private final List<SlowBatch> batches = List.of(new SlowBatch(clock, 2, -1), new SlowBatch(clock, 3, 10));
    private final SlowLevel level = new SlowLevel(FlowProgram.LEVEL, 2);

    /** One way of an entity through steps, with what it waits for and what it holds. */
    static final class Way {
        final Entity entity;

        /** Taken out of its steps. Whatever was to continue it does nothing. */
        boolean gone;

        /** Begun and not at its end. */
        boolean going;

        /** Takes the way out of where it waits. */
        Runnable leave = () -> {};

        /** Gives back what it holds; what was seized first of a resource that it still holds comes last. */
        final Deque<SlowMeans.Held> held = new ArrayDeque<>();

        Way(Entity entity) {
            this.entity = entity;
        }

        /** Lets the way wait: it goes on with the steps, or is taken out. */
        void waits(Runnable takenOut) {
            leave = takenOut;
        }

        void goesOn() {
            leave = () -> {};
        }

        void abandon() {
            if (!going || gone) {
                return;
            }
            leave.run();
            goesOn();
            gone = true;
            giveBackAll();
        }

        void giveBackAll() {
            for (SlowMeans.Held one : List.copyOf(held)) {
                one.resource().giveBack(this, one.units());
                one.resource().serve();
            }
        }
    }

    private SlowFlow(FlowProgram program) {
        for (int capacity : program.capacities()) {
            resources.add(new SlowResource(capacity));
        }
    }

    static List<String> run(FlowProgram program) {
        return new SlowFlow(program).trace(program);
    }

    private List<String> trace(FlowProgram program) {
        for (Launch launch : program.launches()) {
            clock.at(launch.time(), () -> begin(new Way(new Entity(launch.number())), program.main(), () -> {}));
        }
        for (Change change : program.changes()) {
            clock.at(change.time(), () -> make(change));
        }
        clock.run();
        resources.forEach(resource -> trace.add(resource.inUse() + " in use, " + resource.waiting() + " wait"));
        gates.forEach(gate -> trace.add(gate.waiting() + " wait"));
        batches.forEach(batch -> trace.add(batch.waiting() + " wait"));
        trace.add(level.amount() + " in level, " + level.takers() + " take, " + level.putters() + " put");
        return trace.lines();
    }

    private void make(Change change) {
        if (change.what() < FlowProgram.RESOURCES) {
            resources.get(change.what()).change(change.amount());
        } else {
            gates.get(change.what() - FlowProgram.RESOURCES).turn(change.amount() % 2 == 0);
        }
    }

    private void begin(Way way, Part part, Runnable ended) {
        way.going = true;
        go(part, way, () -> {
            way.going = false;
            ended.run();
        });
    }

    private void go(Part part, Way way, Runnable then) {
        go(part, 0, way, then);
    }

    private void go(Part part, int at, Way way, Runnable then) {
        if (way.gone) {
            return;
        }
        if (at == part.words().size()) {
            then.run();
        } else {
            go(part.words().get(at), part, way, () -> go(part, at + 1, way, then), then);
        }
    }

    private void go(Word word, Part part, Way way, Runnable next, Runnable out) {
        Entity entity = way.entity;
        if (word instanceof Mark mark) {
            trace.passes(entity, mark.number(), clock.now());
            next.run();
        } else if (word instanceof Delay delay) {
            way.waits(clock.in(delay.nanos(), () -> {
                way.goesOn();
                next.run();
            }));
        } else if (word instanceof Use use) {
            use(use, way, next, out);
        } else if (word instanceof Keep keep) {
            resources.get(keep.resource()).seize(new Wait(way, keep.units(), 0, next));
        } else if (word instanceof ReleaseAll) {
            way.giveBackAll();
            goOn(way, next);
        } else if (word instanceof Join join) {
            batches.get(join.batch()).join(new Wait(way, 0, 0, next));
        } else if (word instanceof Take take) {
            level.take(new Wait(way, take.amount(), 0, next));
        } else if (word instanceof Put put) {
            level.put(new Wait(way, put.amount(), 0, next));
        } else if (word instanceof Turn turn) {
            gates.get(turn.gate()).turn(turn.open());
            goOn(way, next);
        } else if (word instanceof Pass pass) {
            gates.get(pass.gate()).pass(new Wait(way, 0, 0, next));
        } else if (word instanceof Leave leave) {
            (entity.holds(leave.condition()) ? out : next).run();
        } else if (word instanceof GoBack) {
            if (entity.burns()) {
                go(part, way, out);
            } else {
                next.run();
            }
        } else {
            choose(word, way, next);
        }
    }

    private static void goOn(Way way, Runnable next) {
        if (!way.gone) {
            next.run();
        }
    }

    private void choose(Word word, Way way, Runnable next) {
        Entity entity = way.entity;
        if (word instanceof Branch branch) {
            go(entity.holds(branch.condition()) ? branch.ifTrue() : branch.ifFalse(), way, next);
        } else if (word instanceof Choose choose) {
            go(choose.ways().get(entity.way(choose.ways().size())), way, next);
        } else if (word instanceof While loop) {
            if (entity.burns()) {
                go(loop.body(), way, () -> choose(loop, way, next));
            } else {
                next.run();
            }
        } else if (word instanceof Until loop) {
            go(loop.body(), way, () -> {
                if (entity.burns()) {
                    choose(loop, way, next);
                } else {
                    next.run();
                }
            });
        } else if (word instanceof Parallel parallel) {
            fork(way, sameEntity(way, parallel.ways().size()), parallel.ways(), parallel.first(), next);
        } else if (word instanceof PassAll) {
            fork(way, sameEntity(way, 2), List.of(pass(0), pass(1)), false, next);
        } else if (word instanceof PassAny) {
            fork(way, sameEntity(way, 2), List.of(pass(0), pass(1)), true, next);
        } else if (word instanceof Split split) {
            split(split, way, next);
        } else {
            throw new AssertionError(word);
        }
    }

    private static Part pass(int gate) {
        return new Part(List.of(new Pass(gate)));
    }

    private static List<Way> sameEntity(Way way, int count) {
        List<Way> ways = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ways.add(new Way(way.entity));
        }
        return ways;
    }

    private void split(Split split, Way way, Runnable next) {
        List<Way> parts = way.entity.parts(split.parts()).stream().map(Way::new).toList();
        if (split.assemble()) {
            fork(way, parts, parts.stream().map(part -> split.way()).toList(), false, next);
            return;
        }
        for (Way part : parts) {
            begin(part, split.way(), () -> {});
        }
        goOn(way, next);
    }

    /** Goes several ways at once: on when all have ended, or the first. */
    private void fork(Way way, List<Way> children, List<Part> parts, boolean first, Runnable next) {
        int[] open = {children.size()};
        if (open[0] == 0) {
            next.run();
            return;
        }
        way.waits(() -> {
            open[0] = 0;
            children.forEach(Way::abandon);
        });
        // While the ways are being begun, the entity is in that step: it goes on when all that they cause at once has
        // happened.
        boolean[] beginning = {true};
        for (int i = 0; i < children.size() && open[0] > 0; i++) {
            Way child = children.get(i);
            begin(child, parts.get(i), () -> {
                if (open[0] == 0) {
                    return;
                }
                open[0] = first ? 0 : open[0] - 1;
                if (open[0] == 0) {
                    way.goesOn();
                    children.stream().filter(other -> other != child).forEach(Way::abandon);
                    if (!beginning[0]) {
                        goOn(way, next);
                    }
                }
            });
        }
        beginning[0] = false;
        if (open[0] == 0) {
            goOn(way, next);
        }
    }

    private void use(Use use, Way way, Runnable next, Runnable out) {
        SlowResource resource = resources.get(use.resource());
        int units = Math.min(use.units(), resource.first());
        int priority = use.byNumber() ? way.entity.number % 3 : 0;
        if (use.room() >= 0 && resource.waiting() >= use.room() && resource.mustWait(units, priority)) {
            go(use.balked(), way, out);
            return;
        }
        Wait wait = new Wait(
                way,
                units,
                priority,
                () -> go(use.work(), way, () -> {
                    resource.giveBack(way, units);
                    resource.serve();
                    goOn(way, next);
                }));
        resource.seize(wait);
        if (use.patience() >= 0 && resource.isWaiting(wait)) {
            Runnable forget = clock.in(use.patience(), () -> {
                if (resource.isWaiting(wait)) {
                    resource.takeOut(wait);
                    resource.serve();
                    if (!way.gone) {
                        go(use.gaveUp(), way, out);
                    }
                }
            });
            wait.whenLeft(forget);
        }
    }
}
