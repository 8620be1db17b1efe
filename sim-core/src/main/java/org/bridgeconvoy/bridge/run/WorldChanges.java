package org.bridgeconvoy.bridge.run;

import java.util.List;
import org.bridgeconvoy.bridge.run.context.PartEvent;
import org.bridgeconvoy.bridge.run.context.Priorities;
import org.bridgeconvoy.bridge.run.context.RunContext;
import org.bridgeconvoy.bridge.run.plan.StationPlan;
import org.bridgeconvoy.bridge.run.plan.WorldPlan;
import org.bridgeconvoy.bridge.run.trip.FarBank;

/** Changes of the world in one run: tells each part, in a fixed order, when another plan comes into force. */
final class WorldChanges {

    private final RunParts parts;
    private final RunContext context;

    WorldChanges(RunParts parts) {
        this.parts = parts;
        context = parts.context();
    }

    /** Schedules the changes; {@code worlds} begins with the world at the start. */
    void begin(List<WorldPlan> worlds) {
        for (WorldPlan next : worlds.subList(1, worlds.size())) {
            PartEvent event = new PartEvent(context.pass(), "the world changes", () -> change(next));
            context.sim().scheduleAt(next.from(), Priorities.CHANGE, event);
        }
    }

    private void change(WorldPlan next) {
        WorldPlan before = context.world().plan();
        boolean otherControl = !next.config()
                .bridge()
                .control()
                .equals(before.config().bridge().control());
        // The lane replays everything before this instant in the world that then held.
        parts.lane().catchUp();
        context.world().change(next);
        parts.fleet().apply(parts.rest());
        parts.dispatch().apply(next);
        FarBank farBank = parts.farBank();
        if (farBank != null) {
            farBank.apply(next);
        }
        parts.stations().forEach((stage, station) -> {
            StationPlan plan = next.station(stage);
            if (plan != null) {
                station.apply(plan);
            }
        });
        parts.lane().apply(next.lane(), otherControl);
        parts.outboundYard().apply(next.config().outboundConvoys());
        parts.returnYard().apply(next.config().returnConvoys());
        for (int i = 0; i < parts.sources().size(); i++) {
            parts.sources().get(i).apply(next.streams().get(i));
        }
        parts.traffic().apply(next);
        context.observers().worldChanged(next.config().trucks());
    }
}
