package org.bridgeconvoy.flow;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.flow.FlowProgram.Deed;
import org.bridgeconvoy.flow.FlowTrace.Entity;
import org.bridgeconvoy.flow.SlowMeans.SlowBatch;
import org.bridgeconvoy.flow.SlowMeans.SlowGate;
import org.bridgeconvoy.flow.SlowMeans.SlowLevel;
import org.bridgeconvoy.flow.SlowMeans.SlowStore;

/** All that the ways of a {@link SlowFlow} wait for, and what the model does with it from outside. */
final class SlowWorld {
    final SlowClock clock;
    final FlowTrace trace;
    final List<SlowResource> resources = new ArrayList<>();
    final List<SlowGate> gates = List.of(new SlowGate(true), new SlowGate(false));
    final List<SlowBatch> batches;
    final List<SlowStore> stores;
    final SlowLevel level;
    private final int[] failures = new int[FlowProgram.RESOURCES];
    private int inside;
    private int left;
    private long time;
    private long insideTime;

    SlowWorld(FlowProgram program, SlowClock clock, FlowTrace trace) {
        this.clock = clock;
        this.trace = trace;
        this.batches = List.of(new SlowBatch(clock, 2, -1), new SlowBatch(clock, 3, 10));
        this.stores = List.of(new SlowStore(clock, 2), new SlowStore(clock, 3));
        this.level = new SlowLevel(clock, FlowProgram.LEVEL, 2);
        clock.whenTimePasses((from, to) -> insideTime += (to - from) * inside);
        program.means().forEach(means -> resources.add(new SlowResource(clock, means)));
    }

    void begin() {
        resources.forEach(SlowResource::begin);
    }

    void act(Deed deed) {
        switch (deed.act()) {
            case RESIZE -> resources.get(deed.which()).change(deed.amount());
            case TURN -> gates.get(deed.which()).turn(deed.amount() % 2 == 0);
            case FAIL -> {
                failures[deed.which()]++;
                resources.get(deed.which()).fail();
            }
            case REPAIR -> {
                // Failures by time or use are repaired by what made them.
                if (failures[deed.which()] > 0) {
                    failures[deed.which()]--;
                    resources.get(deed.which()).repair();
                }
            }
            case OFFER -> stores.get(deed.which()).offer(deed.amount());
            case RELAUNCH, LEAVE -> throw new AssertionError(deed);
        }
    }

    /** A way enters the passage. */
    void enter(SlowWay way) {
        inside++;
        way.stays.add(0, clock.now());
    }

    private void leave(long since) {
        inside--;
        left++;
        time += clock.now() - since;
    }

    SlowWay way(Entity entity) {
        return new SlowWay(entity, this::leave);
    }

    void tellTheEnd() {
        resources.forEach(resource -> trace.add(resource.text(clock.now())));
        gates.forEach(gate -> trace.add(gate.waiting() + " wait"));
        batches.forEach(batch -> trace.add(batch.waiting() + " wait"));
        trace.add(level.toString());
        stores.forEach(store -> trace.add(store.toString()));
        trace.add(inside + " inside, " + left + " left after " + time + ", inside for " + insideTime);
    }
}
