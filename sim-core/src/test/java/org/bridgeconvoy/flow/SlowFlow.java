package org.bridgeconvoy.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.bridgeconvoy.flow.FlowProgram.Branch;
import org.bridgeconvoy.flow.FlowProgram.Chance;
import org.bridgeconvoy.flow.FlowProgram.Change;
import org.bridgeconvoy.flow.FlowProgram.Choose;
import org.bridgeconvoy.flow.FlowProgram.Deed;
import org.bridgeconvoy.flow.FlowProgram.Delay;
import org.bridgeconvoy.flow.FlowProgram.Do;
import org.bridgeconvoy.flow.FlowProgram.GoBack;
import org.bridgeconvoy.flow.FlowProgram.Keep;
import org.bridgeconvoy.flow.FlowProgram.Launch;
import org.bridgeconvoy.flow.FlowProgram.Leave;
import org.bridgeconvoy.flow.FlowProgram.Mark;
import org.bridgeconvoy.flow.FlowProgram.Parallel;
import org.bridgeconvoy.flow.FlowProgram.Part;
import org.bridgeconvoy.flow.FlowProgram.Pass;
import org.bridgeconvoy.flow.FlowProgram.PassAll;
import org.bridgeconvoy.flow.FlowProgram.PassAny;
import org.bridgeconvoy.flow.FlowProgram.ReleaseAll;
import org.bridgeconvoy.flow.FlowProgram.Split;
import org.bridgeconvoy.flow.FlowProgram.Until;
import org.bridgeconvoy.flow.FlowProgram.Use;
import org.bridgeconvoy.flow.FlowProgram.While;
import org.bridgeconvoy.flow.FlowProgram.Within;
import org.bridgeconvoy.flow.FlowProgram.Word;
import org.bridgeconvoy.flow.FlowTrace.Entity;

/**
 * Interprets a {@link FlowProgram} word by word, from the documentation of the words and in the plainest way: what follows a word is
 * passed on as a continuation, and the clock goes to the least of all pending times.
 */
final class SlowFlow {

    private static final long STACK = 64L << 20;

    private final FlowTrace trace = new FlowTrace();
    private final SlowClock clock = new SlowClock();
    private final SlowWorld world;
    private final SlowWords words;
    private final FlowProgram program;

    /** The ways of the entities that were launched one by one, by their place in the list of launches. */
    private final Map<Integer, SlowWay> launched = new HashMap<>();

    private SlowFlow(FlowProgram program) {
        this.program = program;
        this.world = new SlowWorld(program, clock, trace);
        this.words = new SlowWords(world, this);
    }

    /** Runs a program on a large stack: a continuation calls the next one, also around a loop in which no time passes. */
    static List<String> run(FlowProgram program) {
        FutureTask<List<String>> run = new FutureTask<>(() -> new SlowFlow(program).trace());
        Thread thread = new Thread(null, run, "interpreter", STACK);
        thread.start();
        try {
            return run.get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new AssertionError(program.toString(), failure);
        }
    }

    private List<String> trace() {
        world.begin();
        for (int i = 0; i < program.launches().size(); i++) {
            Launch launch = program.launches().get(i);
            SlowWay way = world.way(new Entity(launch.number()));
            int place = i;
            clock.at(launch.time(), () -> {
                launched.put(place, way);
                begin(way, program.main(), () -> {});
            });
        }
        launchAfterGap(0);
        for (Change change : program.changes()) {
            clock.at(change.time(), () -> act(change.deed()));
        }
        clock.runUntil(FlowProgram.END);
        world.tellTheEnd();
        return trace.lines();
    }

    private void launchAfterGap(int number) {
        if (number < program.gaps().size()) {
            clock.in(program.gaps().get(number), () -> {
                Entity entity = new Entity(100 + number);
                begin(world.way(entity), program.main(), () -> {});
                launchAfterGap(number + 1);
            });
        }
    }

    void act(Deed deed) {
        SlowWay way = launched.get(deed.amount() % program.launches().size());
        switch (deed.act()) {
            case RELAUNCH -> {
                if (way != null && !way.going) {
                    begin(way, program.main(), () -> {});
                }
            }
            case LEAVE -> {
                SlowResource resource = world.resources.get(deed.which());
                resource.queue().stream()
                        .filter(wait -> wait.way == way && way.entity.mayLeave)
                        .findFirst()
                        .ifPresent(resource::leave);
            }
            default -> world.act(deed);
        }
    }

    private void begin(SlowWay way, Part part, Runnable ended) {
        way.going = true;
        go(part, way, () -> {
            way.going = false;
            ended.run();
        });
    }

    void go(Part part, SlowWay way, Runnable then) {
        go(part, 0, way, then);
    }

    private void go(Part part, int at, SlowWay way, Runnable then) {
        if (way.gone) {
            return;
        }
        if (at == part.words().size()) {
            then.run();
        } else {
            go(part.words().get(at), part, way, () -> go(part, at + 1, way, then), then);
        }
    }

    private void go(Word word, Part part, SlowWay way, Runnable next, Runnable out) {
        Entity entity = way.entity;
        if (word instanceof Mark mark) {
            trace.passes(entity, mark.number(), clock.now());
            next.run();
        } else if (word instanceof Delay delay) {
            new SlowDelay(clock, way, () -> entity.drawn(delay), next).begin();
        } else if (word instanceof Use use) {
            words.use(use, way, next, out);
        } else if (word instanceof Keep keep) {
            words.seize(keep.seize(), way, next, out);
        } else if (word instanceof ReleaseAll) {
            way.giveBackAll();
            way.goOn(next);
        } else if (word instanceof Do one) {
            if (one.deed().act() != FlowProgram.Act.RELAUNCH || trace.mayRelaunch()) {
                act(one.deed());
            }
            way.goOn(next);
        } else if (word instanceof Leave leave) {
            (entity.holds(leave.condition()) ? out : next).run();
        } else if (word instanceof GoBack) {
            if (entity.burns()) {
                go(part, way, out);
            } else {
                next.run();
            }
        } else if (!words.goesOn(word, way, next)) {
            choose(word, way, next);
        }
    }

    private void choose(Word word, SlowWay way, Runnable next) {
        Entity entity = way.entity;
        if (word instanceof Branch branch) {
            go(entity.holds(branch.condition()) ? branch.ifTrue() : branch.ifFalse(), way, next);
        } else if (word instanceof Choose choose) {
            go(choose.ways().get(entity.way(choose.ways().size())), way, next);
        } else if (word instanceof Chance chance) {
            go(chance.ways().get(byChance(trace.drawn())), way, next);
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
        } else if (word instanceof Within within) {
            world.enter(way);
            go(within.part(), way, () -> {
                way.leavePassages(way.stays.size() - 1);
                next.run();
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

    private static int byChance(double drawn) {
        int way = 0;
        double below = FlowProgram.PROBABILITIES[0];
        while (drawn >= below) {
            way++;
            below += FlowProgram.PROBABILITIES[way];
        }
        return way;
    }

    private static Part pass(int gate) {
        return new Part(List.of(new Pass(gate)));
    }

    private List<SlowWay> sameEntity(SlowWay way, int count) {
        List<SlowWay> ways = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ways.add(world.way(way.entity));
        }
        return ways;
    }

    private void split(Split split, SlowWay way, Runnable next) {
        List<SlowWay> parts =
                way.entity.parts(split.parts()).stream().map(world::way).toList();
        if (split.assemble()) {
            fork(way, parts, parts.stream().map(part -> split.way()).toList(), false, next);
            return;
        }
        for (SlowWay part : parts) {
            begin(part, split.way(), () -> {});
        }
        way.goOn(next);
    }

    /** Goes several ways at once: on when all have ended, or the first. */
    private void fork(SlowWay way, List<SlowWay> children, List<Part> parts, boolean first, Runnable next) {
        int[] open = {children.size()};
        if (open[0] == 0) {
            next.run();
            return;
        }
        way.waits(() -> {
            open[0] = 0;
            children.forEach(SlowWay::abandon);
        });
        // While the ways are being begun, the entity is in that step: it goes on when all that they cause at once has
        // happened.
        boolean[] beginning = {true};
        for (int i = 0; i < children.size() && open[0] > 0; i++) {
            SlowWay child = children.get(i);
            begin(child, parts.get(i), () -> {
                if (open[0] == 0) {
                    return;
                }
                open[0] = first ? 0 : open[0] - 1;
                if (open[0] == 0) {
                    way.entity.mayLeave = false;
                    way.goesOn();
                    children.stream().filter(other -> other != child).forEach(SlowWay::abandon);
                    if (!beginning[0]) {
                        way.goOn(next);
                    }
                }
            });
        }
        beginning[0] = false;
        if (open[0] == 0) {
            way.goOn(next);
        }
    }
}
