package org.bridgeconvoy.flow;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.flow.FlowProgram.Choice;
import org.bridgeconvoy.flow.FlowProgram.Filter;
import org.bridgeconvoy.flow.FlowProgram.Keep;
import org.bridgeconvoy.flow.FlowProgram.OwnStep;
import org.bridgeconvoy.flow.FlowProgram.Part;
import org.bridgeconvoy.flow.FlowProgram.ReleaseAll;
import org.bridgeconvoy.flow.FlowProgram.Seize;
import org.bridgeconvoy.flow.FlowProgram.Use;
import org.bridgeconvoy.flow.FlowProgram.Word;
import org.bridgeconvoy.flow.FlowTrace.Entity;

/** The words of {@link BuiltFlow} that seize and release, and the steps of one's own. */
final class BuiltSeizes {
    private final BuiltWorld world;
    private final BuiltFlow flows;
    private final Function<Object, Resource> shortest;

    BuiltSeizes(BuiltWorld world, BuiltFlow flows) {
        this.world = world;
        this.flows = flows;
        this.shortest = Resource.withShortestLine(world.resources);
    }

    /** Whether the word is one of these; if so, it is added. */
    boolean add(Flow.Builder<Entity> flow, Word word) {
        if (word instanceof Use use) {
            seize(flow, use.seize());
            flow.observe(BuiltSeizes::mustStay).then(flows.flow(use.work()));
            release(flow, use.seize());
        } else if (word instanceof Keep keep) {
            seize(flow, keep.seize());
            flow.observe(BuiltSeizes::mustStay);
        } else if (word instanceof ReleaseAll) {
            flow.releaseAll();
        } else if (word instanceof OwnStep step) {
            own(flow, step);
        } else {
            return false;
        }
        return true;
    }

    private Resource choose(Seize seize, Entity entity) {
        Resource chosen = switch (seize.choice()) {
            case NAMED -> world.resources.get(seize.resource());
            case BY_WAY -> world.resources.get(entity.way(FlowProgram.RESOURCES));
            case SHORTEST -> shortest.apply(entity);
        };
        entity.chooses(seize.number(), world.resources.indexOf(chosen));
        return chosen;
    }

    /** From here on the entity must not be taken out of a queue from outside. */
    static void mustStay(Entity entity, long now) {
        entity.mayLeave = false;
    }

    private Flow<Entity> away(Part part) {
        return Flow.<Entity>of()
                .observe(BuiltSeizes::mustStay)
                .then(flows.flow(part))
                .build();
    }

    private void seize(Flow.Builder<Entity> flow, Seize seize) {
        flow.observe((entity, now) -> entity.mayLeave = seize.patience() >= 0);
        if (seize.own()) {
            flow.then((sim, entity, done) -> {
                Resource chosen = choose(seize, entity);
                int priority = seize.priority().of(entity.number);
                if (seize.preempts()) {
                    chosen.seizePreempting(sim, done, seize.units(), priority);
                } else {
                    chosen.seize(sim, done, seize.units(), priority);
                }
            });
            return;
        }
        addSeize(flow, seize);
        if (seize.preempts()) {
            flow.preempting();
        }
        if (seize.room() >= 0) {
            flow.orBalkAt(seize.room(), away(seize.balked()));
        }
        switch (seize.interrupt()) {
            case NOTHING_SAID -> {}
            case RESUME -> flow.ifInterrupted(Interrupted.RESUME);
            case RESTART -> flow.ifInterrupted(Interrupted.RESTART);
            case REDRAW -> flow.ifInterrupted(Interrupted.REDRAW);
            case GO -> flow.ifInterruptedGo(flows.flow(seize.discarded()));
        }
        if (seize.patience() >= 0) {
            flow.orGiveUpAfterSeconds(entity -> seize.patience() / 1e9, away(seize.gaveUp()));
        }
    }

    private void addSeize(Flow.Builder<Entity> flow, Seize seize) {
        boolean first = seize.priority().given() == 0;
        if (seize.choice() != Choice.NAMED) {
            if (first) {
                flow.seize(entity -> choose(seize, entity));
            } else {
                flow.seize(
                        entity -> choose(seize, entity),
                        1,
                        entity -> seize.priority().of(entity.number));
            }
            return;
        }
        Resource resource = world.resources.get(seize.resource());
        if (!first) {
            flow.seize(resource, seize.units(), entity -> seize.priority().of(entity.number));
        } else if (seize.units() == 1) {
            flow.seize(resource);
        } else {
            flow.seize(resource, seize.units());
        }
    }

    private void release(Flow.Builder<Entity> flow, Seize seize) {
        if (seize.own()) {
            flow.then((sim, entity, done) -> {
                world.resources.get(entity.chosen(seize.number())).release(sim, done, seize.units());
                done.proceed(sim);
            });
        } else if (seize.choice() != Choice.NAMED) {
            flow.release(entity -> world.resources.get(entity.chosen(seize.number())));
        } else {
            flow.release(world.resources.get(seize.resource()), seize.units());
        }
    }

    private void own(Flow.Builder<Entity> flow, OwnStep step) {
        // What is to end a wait is forgotten when the wait is over.
        IdentityHashMap<Entity, Long> pending = new IdentityHashMap<>();
        flow.then((sim, entity, done) -> begin(sim, step, entity, done, pending));
        flow.observe((entity, now) -> {
            Long handle = pending.remove(entity);
            if (handle != null) {
                world.sim.cancel(handle);
            }
        });
    }

    private void begin(
            Simulation sim, OwnStep step, Entity entity, Cursor<Entity> done, IdentityHashMap<Entity, Long> pending) {
        int which = step.which();
        int amount = step.amount() % (FlowProgram.LEVEL + 1);
        Gate gate = world.gates.get(which % FlowProgram.GATES);
        Store<Integer> store = world.stores.get(which % FlowProgram.STORES);
        Resource from = world.resources.get(which % FlowProgram.RESOURCES);
        switch (step.own()) {
            case WAIT -> sim.schedule(step.amount(), done);
            case PROCEED -> done.proceed(sim);
            case PASS -> gate.waitFor(sim, done);
            case JOIN -> world.batches.get(which % FlowProgram.BATCHES).join(sim, done);
            case TAKE -> world.level.take(sim, done, amount);
            case PUT -> world.level.put(sim, done, amount);
            case TAKE_ITEM -> {
                Filter filter = List.of(Filter.values()).get(step.amount() % 4);
                store.take(sim, done, item -> FlowTrace.willDo(filter, item), item -> world.gets(entity, item));
            }
            case PUT_ITEM -> store.put(sim, done, step.amount() % 6);
            case JOCKEY, RENEGE -> {
                entity.mayLeave = false;
                pending.put(entity, sim.schedule(step.amount(), s -> leave(s, step, done)));
                from.seize(sim, done, 1, 0);
            }
            case LEAVE_GATE -> {
                pending.put(entity, sim.schedule(step.amount(), s -> {
                    if (gate.leave(s, done)) {
                        done.proceed(s);
                    }
                }));
                gate.waitFor(sim, done);
            }
        }
    }

    private void leave(Simulation sim, OwnStep step, Cursor<Entity> done) {
        if (world.resources.get(step.which() % FlowProgram.RESOURCES).leave(sim, done)) {
            if (step.own() == FlowProgram.Own.RENEGE) {
                done.proceed(sim);
                return;
            }
            Resource to = world.resources.get((step.which() + 1) % FlowProgram.RESOURCES);
            if (step.preempts()) {
                to.seizePreempting(sim, done, 1, 1);
            } else {
                to.seize(sim, done, 1, 0);
            }
        }
    }
}
