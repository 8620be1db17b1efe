package org.bridgeconvoy.bridge.station;

import java.util.Objects;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.flow.Flow;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.Stage;

/**
 * A stage of the modeler's own in every trip, such as a weighbridge or a disinfection on one side: a {@link Flow} that the truck
 * passes through before the trip goes on. While it does, waiting or served, its state is {@code OWN}.
 *
 * <pre>{@code
 * new OwnStage("weighbridge", Stage.EXPORT, (sim, streams) -> {
 *     RandomStream times = streams.stream("weighbridge");
 *     Resource scales = new Resource("scales", 1);
 *     return Flow.<TruckView>of().seize(scales).delaySeconds(t -> 60 + 30 * times.nextDouble()).release(scales).build();
 * })
 * }</pre>
 *
 * <p>Events of the flow that fall on one instant with others come after what ends for trucks and before the openings of stations,
 * in the order in which they were scheduled. A truck that never comes out is counted as unfinished.
 *
 * @param name for observers; several stages may follow the same one, in the order in which the world lists them
 * @param after the stage behind which it comes: {@code TRUCK} is before loading, {@code EXPORT} before the outbound convoy,
 *     {@code RETURN} before the rest
 * @param course makes the flow of each run
 */
public record OwnStage(String name, Stage after, Course course) {

    /** Checks that nothing is null. */
    public OwnStage {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(course, "course");
    }

    /** What trucks do in a stage of the modeler's own. Immutable, shared by all replications. */
    @FunctionalInterface
    public interface Course {

        /**
         * Makes the flow of one run, with resources that belong to that run only.
         *
         * @param sim the run, to schedule events of the stage's own (such as the end of the warm-up of its statistics)
         * @param streams the run's random numbers; take streams with names of the stage's own
         * @return the flow that every truck passes through
         */
        Flow<TruckView> start(Simulation sim, Streams streams);
    }
}
