package org.bridgeconvoy.flow;

import java.util.List;
import org.bridgeconvoy.flow.FlowProgram.Choice;
import org.bridgeconvoy.flow.FlowProgram.Filter;
import org.bridgeconvoy.flow.FlowProgram.Join;
import org.bridgeconvoy.flow.FlowProgram.OwnStep;
import org.bridgeconvoy.flow.FlowProgram.Pass;
import org.bridgeconvoy.flow.FlowProgram.Put;
import org.bridgeconvoy.flow.FlowProgram.PutItem;
import org.bridgeconvoy.flow.FlowProgram.Seize;
import org.bridgeconvoy.flow.FlowProgram.Take;
import org.bridgeconvoy.flow.FlowProgram.TakeItem;
import org.bridgeconvoy.flow.FlowProgram.Use;
import org.bridgeconvoy.flow.FlowProgram.Word;
import org.bridgeconvoy.flow.FlowTrace.Entity;
import org.bridgeconvoy.flow.SlowResource.Seized;

/** The words of {@link SlowFlow} about what ways wait for. */
final class SlowWords {
    private static final Seized BY_A_STEP = new Seized(0, FlowProgram.Interrupt.NOTHING_SAID, () -> {});

    private static final Seized HIGHER = new Seized(1, FlowProgram.Interrupt.NOTHING_SAID, () -> {});

    private final SlowWorld world;
    private final SlowFlow flow;

    SlowWords(SlowWorld world, SlowFlow flow) {
        this.world = world;
        this.flow = flow;
    }

    void use(Use use, SlowWay way, Runnable next, Runnable out) {
        Seize seize = use.seize();
        seize(
                seize,
                way,
                () -> flow.go(use.work(), way, () -> {
                    SlowResource resource = world.resources.get(way.entity.chosen(seize.number()));
                    resource.giveBack(way, seize.units());
                    resource.serve();
                    way.goOn(next);
                }),
                out);
    }

    void seize(Seize seize, SlowWay way, Runnable next, Runnable out) {
        int chosen = choose(seize, way.entity);
        way.entity.chooses(seize.number(), chosen);
        SlowResource resource = world.resources.get(chosen);
        int priority = seize.priority().of(way.entity.number);
        int passages = way.stays.size();
        Seized seized = new Seized(priority, seize.interrupt(), () -> {
            way.leavePassages(passages);
            flow.go(seize.discarded(), way, out);
        });
        way.entity.mayLeave = seize.patience() >= 0;
        SlowWait wait = new SlowWait(way, seize.units(), seized, seize.preempts(), () -> {
            way.entity.mayLeave = false;
            next.run();
        });
        wait.gaveUp = () -> {
            way.entity.mayLeave = false;
            flow.go(seize.gaveUp(), way, out);
        };
        if (seize.room() >= 0 && resource.waiting() >= seize.room() && resource.mustWait(wait)) {
            resource.units().balked++;
            way.entity.mayLeave = false;
            flow.go(seize.balked(), way, out);
            return;
        }
        resource.seize(wait);
        if (seize.patience() >= 0 && resource.isWaiting(wait)) {
            wait.whenLeft(world.clock.in(seize.patience(), () -> {
                if (resource.isWaiting(wait)) {
                    resource.leave(wait);
                }
            }));
        }
    }

    private int choose(Seize seize, Entity entity) {
        if (seize.choice() == Choice.NAMED) {
            return seize.resource();
        }
        if (seize.choice() == Choice.BY_WAY) {
            return entity.way(FlowProgram.RESOURCES);
        }
        int least = 0;
        for (int i = 0; i < FlowProgram.RESOURCES; i++) {
            least = length(i) < length(least) ? i : least;
        }
        return least;
    }

    private int length(int resource) {
        return world.resources.get(resource).waiting()
                + world.resources.get(resource).inUse();
    }

    /** Whether the word is one about gates, batches, the level, stores, or a step of one's own; if so, it is begun. */
    boolean goesOn(Word word, SlowWay way, Runnable next) {
        if (word instanceof Join join) {
            world.batches.get(join.batch()).join(new SlowWait(way, 0, next));
        } else if (word instanceof Take take) {
            world.level.take(new SlowWait(way, take.amount(), next));
        } else if (word instanceof Put put) {
            world.level.put(new SlowWait(way, put.amount(), next));
        } else if (word instanceof Pass pass) {
            world.gates.get(pass.gate()).pass(new SlowWait(way, 0, next));
        } else if (word instanceof TakeItem take) {
            take(take.store(), take.filter(), way, next);
        } else if (word instanceof PutItem put) {
            world.stores.get(put.store()).put(new SlowWait(way, 0, next), put.item());
        } else if (word instanceof OwnStep own) {
            own(own, way, next);
        } else {
            return false;
        }
        return true;
    }

    private void take(int store, Filter filter, SlowWay way, Runnable next) {
        world.stores
                .get(store)
                .take(
                        new SlowWait(way, 0, next),
                        filter,
                        item -> world.trace.gets(way.entity, item, world.clock.now()));
    }

    private void own(OwnStep own, SlowWay way, Runnable next) {
        int which = own.which();
        int amount = own.amount() % (FlowProgram.LEVEL + 1);
        switch (own.own()) {
            case WAIT ->
                way.waits(world.clock.in(own.amount(), () -> {
                    way.goesOn();
                    next.run();
                }));
            case PROCEED -> next.run();
            case PASS -> world.gates.get(which % FlowProgram.GATES).pass(new SlowWait(way, 0, next));
            case JOIN -> world.batches.get(which % FlowProgram.BATCHES).join(new SlowWait(way, 0, next));
            case TAKE -> world.level.take(new SlowWait(way, amount, next));
            case PUT -> world.level.put(new SlowWait(way, amount, next));
            case TAKE_ITEM ->
                take(which % FlowProgram.STORES, List.of(Filter.values()).get(own.amount() % 4), way, next);
            case PUT_ITEM ->
                world.stores.get(which % FlowProgram.STORES).put(new SlowWait(way, 0, next), own.amount() % 6);
            case JOCKEY, RENEGE -> leaveAfter(own, way, next);
            case LEAVE_GATE -> {
                SlowWait wait = new SlowWait(way, 0, next);
                SlowMeans.SlowGate gate = world.gates.get(which % FlowProgram.GATES);
                gate.pass(wait);
                if (gate.isWaiting(wait)) {
                    wait.whenLeft(world.clock.in(own.amount(), () -> {
                        if (gate.leave(wait)) {
                            wait.goOn();
                        }
                    }));
                }
            }
        }
    }

    private void leaveAfter(OwnStep own, SlowWay way, Runnable next) {
        SlowResource from = world.resources.get(own.which() % FlowProgram.RESOURCES);
        SlowResource to = world.resources.get((own.which() + 1) % FlowProgram.RESOURCES);
        Runnable[] forget = {() -> {}};
        SlowWait wait = new SlowWait(way, 1, BY_A_STEP, false, () -> {
            forget[0].run();
            next.run();
        });
        wait.gaveUp = own.own() == FlowProgram.Own.RENEGE
                ? next
                : () -> to.seize(new SlowWait(way, 1, own.preempts() ? HIGHER : BY_A_STEP, own.preempts(), next));
        // The model asks for it before it seizes.
        forget[0] = world.clock.in(own.amount(), () -> {
            if (from.isWaiting(wait)) {
                from.leave(wait);
            }
        });
        wait.whenLeft(forget[0]);
        way.entity.mayLeave = false;
        from.seize(wait);
    }
}
