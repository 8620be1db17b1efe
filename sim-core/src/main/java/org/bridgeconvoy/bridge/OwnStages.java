package org.bridgeconvoy.bridge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.bridge.station.OwnStage;
import org.bridgeconvoy.bridge.station.Stage;
import org.bridgeconvoy.bridge.station.TruckView;
import org.bridgeconvoy.flow.Flow;
import org.bridgeconvoy.random.Streams;
import org.jspecify.annotations.Nullable;

/** The stages of the modeler's own in one run: for each stage of the trip, one flow through all that come behind it. */
final class OwnStages {

    private final BridgeRun run;
    private final Map<Stage, Flow<TruckView>> behind = new EnumMap<>(Stage.class);

    OwnStages(BridgeRun run, List<OwnStage> stages, Streams streams) {
        this.run = run;
        Map<Stage, List<OwnStage>> byStage = new EnumMap<>(Stage.class);
        for (OwnStage stage : stages) {
            byStage.computeIfAbsent(stage.after(), s -> new ArrayList<>()).add(stage);
        }
        byStage.forEach((after, own) -> behind.put(after, flow(after, own, streams)));
    }

    private Flow<TruckView> flow(Stage after, List<OwnStage> own, Streams streams) {
        Flow.Builder<TruckView> flow =
                Flow.<TruckView>of().observe((truck, now) -> run.states().enter(TruckState.OWN));
        for (OwnStage stage : own) {
            flow.observe((truck, now) -> run.observeOwnStage(stage.name(), truck, true))
                    .then(stage.course().start(run.sim(), streams))
                    .observe((truck, now) -> run.observeOwnStage(stage.name(), truck, false));
        }
        return flow.observe((truck, now) -> goOn(after, truck)).build();
    }

    private void goOn(Stage after, TruckView truck) {
        run.states().leave(TruckState.OWN);
        // Nothing but this run's trucks is ever launched.
        run.goOn(after, (Truck) truck);
    }

    /** The flow behind a stage; null if there is none. */
    @Nullable
    Flow<TruckView> behind(Stage stage) {
        return behind.get(stage);
    }
}
