package org.bridgeconvoy.bridge.run.record;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.run.plan.WorldPlan;
import org.bridgeconvoy.result.Activity;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TruckState;

/** The stages of a world, and the states that its trucks can be in. */
final class PossibleStates {

    private final List<WorldPlan> worlds;

    PossibleStates(List<WorldPlan> worlds) {
        this.worlds = worlds;
    }

    /** The stages, in the order of a trip. */
    List<Stage> stages() {
        return Arrays.stream(Stage.values()).filter(this::has).toList();
    }

    /** The states, in the order of a trip. */
    List<TruckState> states() {
        return Arrays.stream(TruckState.values()).filter(this::canOccur).toList();
    }

    private boolean has(Stage stage) {
        return !stage.isStation() || worlds.get(0).station(stage) != null;
    }

    private boolean canOccur(TruckState state) {
        return switch (state) {
            case ROAD -> worlds.get(0).config().hasRoads();
            case WAIT_FOR_LOAD -> worlds.get(0).config().hasReturnLoads();
            case OWN -> any(w -> !w.ownStages().isEmpty());
            case OUTBOUND_CONVOY -> any(w -> w.outboundConvoys() != null);
            case RETURN_CONVOY -> any(w -> w.returnConvoys() != null);
            default -> state.stage().map(this::has).orElse(true) && isPossible(state.activity());
        };
    }

    private boolean isPossible(Activity activity) {
        return switch (activity) {
            case CLOSURE -> any(w -> !w.bridge().closures().isEmpty());
            case BREAKDOWN -> any(w -> w.bridge().breakdowns() != null);
            case CLEARING -> any(w -> w.bridge().lanes() == 1);
            case LIMIT ->
                any(w -> w.bridge().maxTrucks() < Integer.MAX_VALUE
                                || w.bridge().maxMassTonnes() < Double.POSITIVE_INFINITY)
                        || (worlds.size() > 1 && any(w -> w.bridge().maxTruckMassTonnes() < Double.POSITIVE_INFINITY));
            default -> true;
        };
    }

    private boolean any(Predicate<ConvoyConfig> property) {
        return worlds.stream().anyMatch(w -> property.test(w.config()));
    }
}
