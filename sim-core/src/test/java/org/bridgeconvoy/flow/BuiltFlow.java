package org.bridgeconvoy.flow;

import java.util.Iterator;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.bridgeconvoy.flow.FlowProgram.Branch;
import org.bridgeconvoy.flow.FlowProgram.Chance;
import org.bridgeconvoy.flow.FlowProgram.Change;
import org.bridgeconvoy.flow.FlowProgram.Choose;
import org.bridgeconvoy.flow.FlowProgram.Delay;
import org.bridgeconvoy.flow.FlowProgram.Do;
import org.bridgeconvoy.flow.FlowProgram.GoBack;
import org.bridgeconvoy.flow.FlowProgram.Join;
import org.bridgeconvoy.flow.FlowProgram.Launch;
import org.bridgeconvoy.flow.FlowProgram.Leave;
import org.bridgeconvoy.flow.FlowProgram.Mark;
import org.bridgeconvoy.flow.FlowProgram.Parallel;
import org.bridgeconvoy.flow.FlowProgram.Part;
import org.bridgeconvoy.flow.FlowProgram.Pass;
import org.bridgeconvoy.flow.FlowProgram.PassAll;
import org.bridgeconvoy.flow.FlowProgram.PassAny;
import org.bridgeconvoy.flow.FlowProgram.Put;
import org.bridgeconvoy.flow.FlowProgram.PutItem;
import org.bridgeconvoy.flow.FlowProgram.Split;
import org.bridgeconvoy.flow.FlowProgram.Take;
import org.bridgeconvoy.flow.FlowProgram.TakeItem;
import org.bridgeconvoy.flow.FlowProgram.Until;
import org.bridgeconvoy.flow.FlowProgram.While;
import org.bridgeconvoy.flow.FlowProgram.Within;
import org.bridgeconvoy.flow.FlowProgram.Word;
import org.bridgeconvoy.flow.FlowTrace.Entity;

/** Runs a {@link FlowProgram} as a model does: builds a {@link Flow} with the public words. */
final class BuiltFlow {
    private final FlowProgram program;
    private final BuiltWorld world;
    private final BuiltSeizes seizes;

    private BuiltFlow(FlowProgram program) {
        this.program = program;
        this.world = new BuiltWorld(program);
        this.seizes = new BuiltSeizes(world, this);
    }

    static List<String> run(FlowProgram program) {
        return new BuiltFlow(program).trace();
    }

    private List<String> trace() {
        Flow<Entity> built = flow(program.main());
        Flow<Entity> flow = program.traced() ? built.traced((entity, now, step) -> {}) : built;
        world.begin();
        for (int i = 0; i < program.launches().size(); i++) {
            Launch launch = program.launches().get(i);
            int place = i;
            world.sim.schedule(launch.time(), s -> {
                Cursor<Entity> cursor = flow.cursor(new Entity(launch.number()));
                world.cursors.put(place, cursor);
                cursor.relaunch(s);
            });
        }
        if (!program.gaps().isEmpty()) {
            int[] next = {100};
            flow.launchEverySeconds(world.sim, seconds(program.gaps()), () -> new Entity(next[0]++));
        }
        for (Change change : program.changes()) {
            world.sim.schedule(change.time(), s -> world.act(change.deed()));
        }
        world.sim.runUntil(FlowProgram.END);
        world.tellTheEnd();
        return world.trace.lines();
    }

    /** Each of the numbers of nanoseconds, then infinity. */
    static DoubleSupplier seconds(List<Integer> nanos) {
        Iterator<Integer> left = nanos.iterator();
        return () -> left.hasNext() ? left.next() / 1e9 : Double.POSITIVE_INFINITY;
    }

    Flow<Entity> flow(Part part) {
        Flow.Builder<Entity> flow = Flow.<Entity>of().mark("begin");
        for (Word word : part.words()) {
            add(flow, word);
        }
        return flow.build();
    }

    private List<Flow<Entity>> flows(List<Part> parts) {
        return parts.stream().map(this::flow).toList();
    }

    private void add(Flow.Builder<Entity> flow, Word word) {
        if (word instanceof Mark mark) {
            flow.observe((entity, now) -> world.trace.passes(entity, mark.number(), now));
        } else if (word instanceof Delay delay && delay.inSeconds()) {
            flow.delaySeconds(entity -> entity.drawn(delay) / 1e9);
        } else if (word instanceof Delay delay && delay.spread() > 0) {
            flow.delay(entity -> entity.drawn(delay));
        } else if (word instanceof Delay delay) {
            flow.delay(delay.nanos());
        } else if (word instanceof Do one) {
            flow.observe((entity, now) -> {
                if (one.deed().act() != FlowProgram.Act.RELAUNCH || world.trace.mayRelaunch()) {
                    world.act(one.deed());
                }
            });
        } else if (!seizes.add(flow, word) && !addedStock(flow, word)) {
            addWay(flow, word);
        }
    }

    private boolean addedStock(Flow.Builder<Entity> flow, Word word) {
        if (word instanceof Join join) {
            flow.batch(world.batches.get(join.batch()));
        } else if (word instanceof Take take) {
            flow.take(world.level, entity -> take.amount());
        } else if (word instanceof Put put) {
            flow.put(world.level, entity -> put.amount());
        } else if (word instanceof TakeItem take) {
            flow.take(
                    world.stores.get(take.store()),
                    entity -> item -> FlowTrace.willDo(take.filter(), item),
                    world::gets);
        } else if (word instanceof PutItem put) {
            flow.put(world.stores.get(put.store()), entity -> put.item());
        } else if (word instanceof Pass pass) {
            flow.waitFor(world.gates.get(pass.gate()));
        } else if (word instanceof PassAll) {
            flow.waitForAll(world.gates);
        } else if (word instanceof PassAny) {
            flow.waitForAny(world.gates);
        } else {
            return false;
        }
        return true;
    }

    private void addWay(Flow.Builder<Entity> flow, Word word) {
        if (word instanceof Branch branch) {
            flow.branch(entity -> entity.holds(branch.condition()), flow(branch.ifTrue()), flow(branch.ifFalse()));
        } else if (word instanceof Choose choose) {
            flow.choose(entity -> entity.way(choose.ways().size()), flows(choose.ways()));
        } else if (word instanceof Chance chance) {
            flow.chooseByChance(world.trace::drawn, FlowProgram.PROBABILITIES, flows(chance.ways()));
        } else if (word instanceof While loop) {
            flow.repeatWhile(Entity::burns, flow(loop.body()));
        } else if (word instanceof Until loop) {
            flow.repeatUntil(entity -> !entity.burns(), flow(loop.body()));
        } else if (word instanceof GoBack) {
            flow.goBackTo("begin", Entity::burns);
        } else if (word instanceof Leave leave) {
            flow.leaveIf(entity -> entity.holds(leave.condition()));
        } else if (word instanceof Within within) {
            flow.within(world.passage, flow(within.part()));
        } else if (word instanceof Parallel parallel && parallel.first()) {
            flow.firstOf(flows(parallel.ways())).observe(BuiltSeizes::mustStay);
        } else if (word instanceof Parallel parallel) {
            flow.inParallel(flows(parallel.ways())).observe(BuiltSeizes::mustStay);
        } else if (word instanceof Split split && split.assemble()) {
            flow.splitAndAssemble(entity -> entity.parts(split.parts()), flow(split.way()));
        } else if (word instanceof Split split) {
            flow.splitOff(entity -> entity.parts(split.parts()), flow(split.way()));
        } else {
            throw new AssertionError(word);
        }
    }
}
