package org.bridgeconvoy.flow;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.engine.Simulation;
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

/** Runs a {@link FlowProgram} as a model does: builds a {@link Flow} with the public words. */
final class BuiltFlow {

    private final FlowTrace trace = new FlowTrace();
    private final Simulation sim = new Simulation();
    private final List<Resource> resources = new ArrayList<>();
    private final List<Gate> gates = List.of(new Gate("g0", true), new Gate("g1", false));
    private final List<Batch> batches = List.of(new Batch("b0", 2), new Batch("b1", 3, 10));
    private final Level level = new Level("level", FlowProgram.LEVEL, 2);

    private BuiltFlow(FlowProgram program) {
        for (int capacity : program.capacities()) {
            resources.add(new Resource("r" + resources.size(), capacity));
        }
    }

    static List<String> run(FlowProgram program) {
        return new BuiltFlow(program).trace(program);
    }

    private List<String> trace(FlowProgram program) {
        Flow<Entity> flow = flow(program.main());
        for (Launch launch : program.launches()) {
            sim.schedule(launch.time(), s -> flow.launch(s, new Entity(launch.number())));
        }
        for (Change change : program.changes()) {
            sim.schedule(change.time(), s -> make(change));
        }
        sim.run();
        resources.forEach(resource -> trace.add(resource.inUse() + " in use, " + resource.queueLength() + " wait"));
        gates.forEach(gate -> trace.add(gate.waiting() + " wait"));
        batches.forEach(batch -> trace.add(batch.waiting() + " wait"));
        trace.add((int) level.amount() + " in level, " + level.takersWaiting() + " take, " + level.puttersWaiting()
                + " put");
        return trace.lines();
    }

    private void make(Change change) {
        if (change.what() < FlowProgram.RESOURCES) {
            resources.get(change.what()).changeCapacity(sim, change.amount());
        } else {
            turn(change.what() - FlowProgram.RESOURCES, change.amount() % 2 == 0);
        }
    }

    private void turn(int gate, boolean open) {
        if (open) {
            gates.get(gate).open(sim);
        } else {
            gates.get(gate).close();
        }
    }

    private Flow<Entity> flow(Part part) {
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
            flow.observe((entity, now) -> trace.passes(entity, mark.number(), now));
        } else if (word instanceof Delay delay) {
            flow.delay(delay.nanos());
        } else if (word instanceof Use use) {
            addUse(flow, use);
        } else if (word instanceof Keep keep) {
            flow.seize(resources.get(keep.resource()), keep.units());
        } else if (word instanceof ReleaseAll) {
            flow.releaseAll();
        } else if (word instanceof Join join) {
            flow.batch(batches.get(join.batch()));
        } else if (word instanceof Take take) {
            flow.take(level, entity -> take.amount());
        } else if (word instanceof Put put) {
            flow.put(level, entity -> put.amount());
        } else if (!addedGate(flow, word)) {
            addWay(flow, word);
        }
    }

    private boolean addedGate(Flow.Builder<Entity> flow, Word word) {
        if (word instanceof Pass pass) {
            flow.waitFor(gates.get(pass.gate()));
        } else if (word instanceof PassAll) {
            flow.waitForAll(gates);
        } else if (word instanceof PassAny) {
            flow.waitForAny(gates);
        } else if (word instanceof Turn turn) {
            flow.observe((entity, now) -> turn(turn.gate(), turn.open()));
        } else {
            return false;
        }
        return true;
    }

    private void addUse(Flow.Builder<Entity> flow, Use use) {
        Resource resource = resources.get(use.resource());
        int units = Math.min(use.units(), units(resource));
        if (use.byNumber()) {
            flow.seize(resource, units, entity -> entity.number % 3);
        } else {
            flow.seize(resource, units);
        }
        if (use.room() >= 0) {
            flow.orBalkAt(use.room(), flow(use.balked()));
        }
        if (use.patience() >= 0) {
            flow.orGiveUpAfterSeconds(entity -> use.patience() / 1e9, flow(use.gaveUp()));
        }
        flow.then(flow(use.work())).release(resource, units);
    }

    /** The capacity that a resource began with. */
    private int units(Resource resource) {
        return resource.free(sim);
    }

    private void addWay(Flow.Builder<Entity> flow, Word word) {
        if (word instanceof Branch branch) {
            flow.branch(entity -> entity.holds(branch.condition()), flow(branch.ifTrue()), flow(branch.ifFalse()));
        } else if (word instanceof Choose choose) {
            flow.choose(entity -> entity.way(choose.ways().size()), flows(choose.ways()));
        } else if (word instanceof While loop) {
            flow.repeatWhile(Entity::burns, flow(loop.body()));
        } else if (word instanceof Until loop) {
            flow.repeatUntil(entity -> !entity.burns(), flow(loop.body()));
        } else if (word instanceof GoBack) {
            flow.goBackTo("begin", Entity::burns);
        } else if (word instanceof Leave leave) {
            flow.leaveIf(entity -> entity.holds(leave.condition()));
        } else if (word instanceof Parallel parallel && parallel.first()) {
            flow.firstOf(flows(parallel.ways()));
        } else if (word instanceof Parallel parallel) {
            flow.inParallel(flows(parallel.ways()));
        } else if (word instanceof Split split && split.assemble()) {
            flow.splitAndAssemble(entity -> entity.parts(split.parts()), flow(split.way()));
        } else if (word instanceof Split split) {
            flow.splitOff(entity -> entity.parts(split.parts()), flow(split.way()));
        } else {
            throw new AssertionError(word);
        }
    }
}
