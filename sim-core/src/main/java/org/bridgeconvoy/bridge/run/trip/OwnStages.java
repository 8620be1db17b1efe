package org.bridgeconvoy.bridge.run.trip;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.bridge.run.context.RunContext;
import org.bridgeconvoy.bridge.run.context.Step;
import org.bridgeconvoy.bridge.run.context.Truck;
import org.bridgeconvoy.bridge.station.OwnStage;
import org.bridgeconvoy.bridge.station.TruckView;
import org.bridgeconvoy.flow.Flow;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TruckState;

/** The modeler's own stages in one run: for each stage of the trip, one flow through all own stages that follow it. */
public final class OwnStages {

    private final RunContext context;
    private final Map<Stage, OwnPlace> behind = new EnumMap<>(Stage.class);

    /** The stages of a world in one run. */
    public OwnStages(RunContext context, List<OwnStage> stages, Streams streams) {
        this.context = context;
        Map<Stage, List<OwnStage>> byStage = new EnumMap<>(Stage.class);
        for (OwnStage stage : stages) {
            byStage.computeIfAbsent(stage.after(), s -> new ArrayList<>()).add(stage);
        }
        byStage.forEach((after, own) -> behind.put(after, new OwnPlace(own, streams)));
    }

    /** The step after a stage: the next step, through the modeler's own stages if there are any. */
    public Step behind(Stage stage, Step next) {
        OwnPlace own = behind.get(stage);
        if (own == null) {
            return next;
        }
        own.next = next;
        return own;
    }

    /** All own stages that follow one stage. */
    private final class OwnPlace extends Step {

        private final Flow<TruckView> flow;
        private Step next = this;

        OwnPlace(List<OwnStage> stages, Streams streams) {
            Flow.Builder<TruckView> steps = Flow.<TruckView>of()
                    .observe((truck, now) -> context.states().enter(TruckState.OWN));
            for (OwnStage stage : stages) {
                steps.observe((truck, now) -> context.observers().ownStage(stage.name(), truck, true))
                        .then(start(stage, streams))
                        .observe((truck, now) -> context.observers().ownStage(stage.name(), truck, false));
            }
            flow = steps.observe((truck, now) -> goOn(truck)).build();
        }

        @SuppressWarnings("ConstantValue") // A modeler's own stage may return null all the same.
        private Flow<TruckView> start(OwnStage stage, Streams streams) {
            Flow<TruckView> course = stage.course().start(context.sim(), streams);
            if (course == null) {
                throw new IllegalStateException("stage '" + stage.name() + "': start of its course gave null");
            }
            return course;
        }

        @Override
        public void arrive(Truck truck) {
            flow.launch(context.sim(), truck);
        }

        private void goOn(TruckView truck) {
            context.states().leave(TruckState.OWN);
            // Only trucks of this run are ever launched.
            next.arrive((Truck) truck);
            context.pass().settleLast();
        }
    }
}
