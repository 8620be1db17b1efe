package org.bridgeconvoy.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.flow.FlowProgram.Deed;
import org.bridgeconvoy.flow.FlowProgram.Means;
import org.bridgeconvoy.flow.FlowTrace.Entity;
import org.bridgeconvoy.observe.Tally;

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
    /** Of the entities that have been launched, by their place in the list of launches. */
    final Map<Integer, Cursor<Entity>> cursors = new HashMap<>();

    private final FlowProgram program;
    private final int[] greatest;
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
        this.greatest = program.means().stream().mapToInt(Means::greatest).toArray();
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
            case RESIZE -> {
                greatest[deed.which()] = Math.max(greatest[deed.which()], deed.amount());
                resources.get(deed.which()).changeCapacity(sim, deed.amount());
            }
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
                Cursor<Entity> cursor =
                        cursors.get(deed.amount() % program.launches().size());
                if (cursor != null && cursor.isIdle()) {
                    cursor.relaunch(sim);
                }
            }
            case LEAVE -> {
                Cursor<Entity> cursor =
                        cursors.get(deed.amount() % program.launches().size());
                if (cursor != null
                        && cursor.entity().mayLeave
                        && resources.get(deed.which()).leave(sim, cursor)) {
                    cursor.proceed(sim);
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
        resources.forEach(resource -> trace.add(text(resource)));
        gates.forEach(gate -> trace.add(gate.waiting() + " wait"));
        batches.forEach(batch -> trace.add(batch.waiting() + " wait"));
        trace.add((int) level.amount() + " in level, " + level.takersWaiting() + " take, " + level.puttersWaiting()
                + " put, " + text(level.statistics()));
        for (Store<Integer> store : stores) {
            StockStatistics stock = store.statistics();
            trace.add(store.items() + " in store, " + stock.takersWaiting().value() + " take, "
                    + stock.puttersWaiting().value() + " put, " + text(stock));
        }
        Passage.Kind all = passage.all();
        trace.add(all.inside().value() + " inside, " + all.timeSeconds().count() + " left after "
                + nanos(all.timeSeconds()) + ", inside for " + all.inside().area(sim.now()));
    }

    private String text(Resource resource) {
        WaitStatistics all = resource.statistics();
        UnitShares shares = resource.shares(sim);
        return resource.inUse() + " in use, " + resource.waiting() + " wait, failed " + resource.isFailed() + ", free "
                + resource.free(sim) + ", not given back "
                + resource.notGivenBack().stream()
                        .map(Object::toString)
                        .sorted()
                        .toList() + ", "
                + all.waitSeconds().count() + " of " + all.totalWait().nanos() + " waited, "
                + text(all.gaveUpSeconds()) + " gave up, " + text(all.interruptedSeconds()) + " were interrupted, "
                + all.discarded() + " discarded, " + all.balked() + " balked, "
                + all.queueLength().area(sim.now())
                + " in the queue, " + all.inUse().area(sim.now()) + " in use, "
                + all.blocked().area(sim.now())
                + " of them blocked, busy " + time(resource, shares.busy()) + ", blocked "
                + time(resource, shares.blocked()) + ", failed " + time(resource, shares.failed()) + ", idle "
                + time(resource, shares.idle()) + ", off " + time(resource, shares.offShift());
    }

    private long time(Resource resource, double share) {
        return Math.round(share * greatest[resources.indexOf(resource)] * sim.now());
    }

    private String text(StockStatistics stock) {
        return Math.round(stock.amount().mean(sim.now()) * sim.now()) + " held, "
                + stock.takersWaiting().area(sim.now())
                + " waited to take, " + stock.puttersWaiting().area(sim.now()) + " to put, "
                + text(stock.takeWaitSeconds()) + " took, " + text(stock.putWaitSeconds()) + " put";
    }

    private static String text(Tally waits) {
        return waits.count() + " of " + nanos(waits);
    }

    private static long nanos(Tally waits) {
        return waits.count() == 0 ? 0 : Math.round(waits.mean() * waits.count() * Nanos.SECOND);
    }
}
