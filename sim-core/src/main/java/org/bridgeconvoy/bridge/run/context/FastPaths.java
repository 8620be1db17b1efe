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
 * The short cuts that one run may take. Each gives the same trips and metrics as the long way, which {@link #NONE} takes throughout;
 * tests compare the two.
 *
 * @param servesAtOnce a first-come station begins a service in the event that makes it possible, not in phase 5. Observers would hear
 *     of it in another order, so nobody may listen.
 * @param matchesAtOnce a truck takes a consignment in the event that brings both together, not in phase 4. The pairs are the same only
 *     if all consignments have one priority, every truck may carry all of them and as much as any other, and trucks become idle by
 *     number: no stage of the modeler's own may let them come in another order. Through traffic joins the bridge queue before phase 4, so
 *     there must be none. Nobody may listen. On the far bank trucks are always matched in phase 4.
 * @param drawsAhead draws of one cause are made some at a time. Every distribution must stay as it is to the end, so the world must not
 *     change.
 * @param lane the lane replays its wake-ups when something else happens on it or looks at it, and schedules an event for a wake-up only
 *     where nothing else would come in time. Nobody may listen.
 * @param leavesUnheard trucks leave the return side without an event of their own ({@link #leavesUnheard(BridgeConfig, boolean, boolean)}).
 */
public record FastPaths(
        boolean servesAtOnce, boolean matchesAtOnce, boolean drawsAhead, boolean lane, boolean leavesUnheard) {

    /** No short cut: the reference for all others. */
    public static final FastPaths NONE = new FastPaths(false, false, false, false, false);

    /**
     * What a run may take.
     *
     * @param worlds the plans of the run in order of time
     * @param isHeard whether somebody listens to the run
     */
    public static FastPaths of(List<WorldPlan> worlds, boolean isHeard) {
        boolean isUnchanging = worlds.size() == 1;
        boolean hasTraffic = worlds.get(0).config().hasTraffic();
        return new FastPaths(
                !isHeard,
                !isHeard && !hasTraffic && isOneLine(worlds),
                isUnchanging,
                !isHeard,
                !isHeard && !hasTraffic && isUnchanging);
    }

    /** Whether consignments and trucks are matched in the order in which they come, whichever they are. */
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
     * Whether the way from the origin's yard always takes a time, or never does: else who takes a consignment early could come to the
     * customs before one who has been on the road.
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

    /** Whether rests are drawn ahead: of several classes of trucks each has a distribution of its own. */
    public boolean drawsRestAhead(int truckClasses) {
        return drawsAhead && truckClasses == 1;
    }

    /**
     * Whether trucks leave the return side without an event of their own. They must leave one by one, only to rest for a time, and not
     * before the time that is known as they enter: the control follows the clock alone, there is a headway, none breaks down, no vehicle
     * is between them.
     *
     * @param leadsToRest whether a rest above 0 s is all that comes behind the lane
     */
    public boolean leavesUnheard(BridgeConfig bridge, boolean followsClockOnly, boolean leadsToRest) {
        return leavesUnheard
                && followsClockOnly
                && bridge.headwayNanos() > 0
                && bridge.breakdowns() == null
                && leadsToRest;
    }
}
