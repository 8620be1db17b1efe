package org.bridgeconvoy.bridge.run.context;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.Consignment;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.run.plan.WorldPlan;
import org.bridgeconvoy.bridge.station.Discipline;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;

/**
 * The short cuts that one run may take. Each gives the same trips and metrics as the long way, {@link #NONE}; tests compare the two.
 *
 * @param servesAtOnce a first-come station begins a service in the event that makes it possible, not in phase 5. Observers would be told in
 *     another order, so the run must have none.
 * @param matchesAtOnce a truck takes a consignment in the event that brings both together, not in phase 4. The pairs are the same only if
 *     all consignments have one priority, every truck may carry all of them and equally much, and trucks become idle in the order of their
 *     numbers: no stage of the modeler's own may reorder them. Through traffic joins the bridge queue before phase 4, so there must be
 *     none, and no observers. On the far bank trucks are always matched in phase 4.
 * @param drawsAhead draws of one cause are made in batches. No distribution may change before the end, so the world must not change.
 * @param lane the lane replays its wake-ups when an event concerns it or a reader looks at it, and schedules an event for a wake-up only
 *     where nothing else would come in time. The run must have no observers.
 * @param leavesUnheard trucks leave the return side without an event of their own ({@link #leavesUnheard(BridgeConfig, boolean, boolean)}).
 * @param vehiclesLeaveUnheard vehicles of the through traffic leave without an event of their own ({@link
 *     #vehiclesLeaveUnheard(BridgeConfig)}).
 */
public record FastPaths(
        boolean servesAtOnce,
        boolean matchesAtOnce,
        boolean drawsAhead,
        boolean lane,
        boolean leavesUnheard,
        boolean vehiclesLeaveUnheard) {

    /** No short cut: the reference for all others. */
    public static final FastPaths NONE = new FastPaths(false, false, false, false, false, false);

    /**
     * The short cuts that a run may take.
     *
     * @param worlds the plans of the run in order of time
     * @param isHeard whether the run has observers
     */
    public static FastPaths of(List<WorldPlan> worlds, boolean isHeard) {
        boolean isUnchanging = worlds.size() == 1;
        boolean hasTraffic = worlds.get(0).config().hasTraffic();
        return new FastPaths(
                !isHeard,
                !isHeard && !hasTraffic && isOneLine(worlds),
                isUnchanging,
                !isHeard,
                !isHeard && !hasTraffic && isUnchanging,
                !isHeard && isUnchanging);
    }

    /** Whether consignments and trucks are matched purely in the order in which they come. */
    private static boolean isOneLine(List<WorldPlan> worlds) {
        ConvoyConfig first = worlds.get(0).config();
        IntStream priorities = IntStream.concat(
                worlds.stream().flatMap(w -> w.config().demand().stream()).mapToInt(CargoStream::priority),
                first.consignments().stream().mapToInt(Consignment::priority));
        return priorities.distinct().count() == 1
                && worlds.stream().allMatch(WorldPlan::isCarriedByAllAlike)
                && first.ownStages().isEmpty()
                && areRoadsAlike(worlds);
    }

    /**
     * Whether the way from the origin's yard always takes time, or never does. Otherwise a truck that takes a consignment early could reach
     * customs before a truck that has been on the road.
     */
    private static boolean areRoadsAlike(List<WorldPlan> worlds) {
        return worlds.stream().allMatch(w -> roadNanos(w, Distribution::upperBound) == 0)
                || worlds.stream().allMatch(w -> roadNanos(w, Distribution::lowerBound) > 0);
    }

    private static long roadNanos(WorldPlan world, ToDoubleFunction<Distribution> bound) {
        Distribution road = world.road(Direction.OUTBOUND);
        return road == null ? 0 : Nanos.delayOfSeconds(bound.applyAsDouble(road));
    }

    /** Whether a station of a discipline begins services at once. */
    public boolean servesAtOnce(Discipline discipline) {
        return servesAtOnce && discipline == Discipline.FIRST_COME;
    }

    /** Whether rests are drawn ahead; with several truck classes they are not, because each class has its own distribution. */
    public boolean drawsRestAhead(int truckClasses) {
        return drawsAhead && truckClasses == 1;
    }

    /**
     * Whether trucks leave the return side without an event of their own. This requires that trucks leave one by one, go only to a rest
     * above 0 s, and never leave before the time known at their entry: the control follows the clock alone, there is a headway, no truck
     * breaks down, and no vehicles cross.
     *
     * @param leadsToRest whether only a rest above 0 s follows the lane
     */
    public boolean leavesUnheard(BridgeConfig bridge, boolean followsClockOnly, boolean leadsToRest) {
        return leavesUnheard
                && followsClockOnly
                && bridge.headwayNanos() > 0
                && bridge.breakdowns() == null
                && leadsToRest;
    }

    /**
     * Whether vehicles leave without an event of their own. Behind the bridge they are gone, so only the lane and its records notice an
     * exit, and the lane replays it at its instant, whatever the control. This requires that they leave at the time known at their entry: the
     * world does not change, and no vehicle breaks down.
     */
    public boolean vehiclesLeaveUnheard(BridgeConfig bridge) {
        return vehiclesLeaveUnheard && bridge.breakdowns() == null;
    }
}
