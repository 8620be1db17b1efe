package org.bridgeconvoy.flow;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.flow.FlowProgram.Deed;
import org.bridgeconvoy.flow.FlowProgram.Means;
import org.bridgeconvoy.flow.FlowTrace.Entity;

/** All that the entities of a {@link BuiltFlow} wait for, and what the model does with it from outside. */
final class BuiltWorld {
    final Simulation sim = new Simulation();
    final FlowTrace trace = new FlowTrace();
    final List<Resource> resources = new ArrayList<>();
    final List<Gate> gates = List.of(new Gate("g0", true), new Gate("g1", false));
    final List<Batch> batches = List.of(new Batch("b0", 2), new Batch("b1", 3, 10));
    final List<Store<Integer>> stores = List.of(new Store<>("s0", 2), new Store<>("s1", 3));
    final Level level = new Level("level", FlowProgram.LEVEL, 2);
    final Passage<Entity> passage = new Passage<>("passage");
    final Cursor<?>[] cursors;
    private final FlowProgram program;
    private final int[] failures = new int[FlowProgram.RESOURCES];

    /** The units of a resource over time. */
    private record Schedule(Means means) implements CapacitySchedule {
        @Override
        public int capacityAt(long nowNanos) {
            return means.unitsAt(nowNanos);
        }

        @Override
        public long nextChange(long nowNanos) {
            return means.changeAfter(nowNanos);
        }

        @Override
        public int greatest() {
            return means.greatest();
        }
    }

    BuiltWorld(FlowProgram program) {
        this.program = program;
        this.cursors = new Cursor<?>[program.launches().size()];
        for (Means means : program.means()) {
            String name = "r" + resources.size();
            resources.add(
                    means.sizes().size() == 1
                            ? new Resource(name, means.greatest())
                            : new Resource(name, new Schedule(means)));
        }
    }

    /** Begins the failures. */
    void begin() {
        for (int i = 0; i < resources.size(); i++) {
            Means means = program.means().get(i);
            switch (means.failing()) {
                case BY_TIME ->
                    resources.get(i).failByTime(sim, BuiltFlow.seconds(means.times()), () -> means.repair() / 1e9);
                case BY_USE ->
                    resources.get(i).failByUse(sim, BuiltFlow.seconds(means.times()), () -> means.repair() / 1e9);
                case NEVER -> {}
            }
        }
    }

    void act(Deed deed) {
        switch (deed.act()) {
            case RESIZE -> resources.get(deed.which()).changeCapacity(sim, deed.amount());
            case TURN -> turn(gates.get(deed.which()), deed.amount() % 2 == 0);
            case FAIL -> {
                failures[deed.which()]++;
                resources.get(deed.which()).fail(sim);
            }
            case REPAIR -> {
                // Failures by time or use are repaired by what made them.
                if (failures[deed.which()] > 0) {
                    failures[deed.which()]--;
                    resources.get(deed.which()).repair(sim);
                }
            }
            case OFFER -> stores.get(deed.which()).offer(sim, deed.amount());
            case RELAUNCH -> {
                Cursor<?> cursor = cursors[deed.which() % cursors.length];
                if (cursor != null && cursor.isIdle()) {
                    cursor.relaunch(sim);
                }
            }
        }
    }

    private void turn(Gate gate, boolean open) {
        if (open) {
            gate.open(sim);
        } else {
            gate.close();
        }
    }

    void gets(Entity entity, int item) {
        trace.gets(entity, item, sim.now());
    }

    void tellTheEnd() {
        for (Resource resource : resources) {
            trace.add(resource.inUse() + " in use, " + resource.waiting() + " wait, failed " + resource.isFailed()
                    + ", free " + resource.free(sim));
        }
        gates.forEach(gate -> trace.add(gate.waiting() + " wait"));
        batches.forEach(batch -> trace.add(batch.waiting() + " wait"));
        trace.add((int) level.amount() + " in level, " + level.takersWaiting() + " take, " + level.puttersWaiting()
                + " put");
        stores.forEach(store -> trace.add(store.items() + " in store, "
                + (long) store.statistics().takersWaiting().value() + " take, "
                + (long) store.statistics().puttersWaiting().value() + " put"));
        var times = passage.all().timeSeconds();
        trace.add((long) passage.all().inside().value() + " inside, " + times.count() + " left after "
                + Math.round(times.count() == 0 ? 0 : times.mean() * times.count() * Nanos.SECOND));
    }
}
