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

/** The stages of the modeler's own in one run: for each stage of the trip, one flow through all that come behind it. */
final class OwnStages {

    private final BridgeRun run;
    private final Map<Stage, OwnPlace> behind = new EnumMap<>(Stage.class);

    OwnStages(BridgeRun run, List<OwnStage> stages, Streams streams) {
        this.run = run;
        Map<Stage, List<OwnStage>> byStage = new EnumMap<>(Stage.class);
        for (OwnStage stage : stages) {
            byStage.computeIfAbsent(stage.after(), s -> new ArrayList<>()).add(stage);
        }
        byStage.forEach((after, own) -> behind.put(after, new OwnPlace(own, streams)));
    }

    /** Where a truck goes behind a stage: to the next place, through the stages of the modeler's own if there are any. */
    Place behind(Stage stage, Place next) {
        OwnPlace own = behind.get(stage);
        if (own == null) {
            return next;
        }
        own.next = next;
        return own;
    }

    /** All stages of the modeler's own behind one stage. */
    private final class OwnPlace extends Place {

        private final Flow<TruckView> flow;
        private Place next = this;

        OwnPlace(List<OwnStage> stages, Streams streams) {
            Flow.Builder<TruckView> steps =
                    Flow.<TruckView>of().observe((truck, now) -> run.states().enter(TruckState.OWN));
            for (OwnStage stage : stages) {
                steps.observe((truck, now) -> run.observers().ownStage(stage.name(), truck, true))
                        .then(start(stage, streams))
                        .observe((truck, now) -> run.observers().ownStage(stage.name(), truck, false));
            }
            flow = steps.observe((truck, now) -> goOn(truck)).build();
        }

        @SuppressWarnings("ConstantValue") // A modeler's own may give null all the same.
        private Flow<TruckView> start(OwnStage stage, Streams streams) {
            Flow<TruckView> course = stage.course().start(run.sim(), streams);
            if (course == null) {
                throw new IllegalStateException("stage '" + stage.name() + "': start of its course gave null");
            }
            return course;
        }

        @Override
        void arrive(Truck truck) {
            flow.launch(run.sim(), truck);
        }

        private void goOn(TruckView truck) {
            run.states().leave(TruckState.OWN);
            // Nothing but this run's trucks is ever launched.
            next.arrive((Truck) truck);
            run.settleLast();
        }
    }
}
