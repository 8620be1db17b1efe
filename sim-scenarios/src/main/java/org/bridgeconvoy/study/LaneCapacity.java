package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.result.DailyTable;

/** Capacity of the lane in each direction, from one run of the lane with trucks always waiting on both sides ({@link SaturatedLane}). */
final class LaneCapacity {

    private final ConvoyConfig config;
    private final MeanTruck truck;
    private final List<ConvoyConfig> worlds = new ArrayList<>();

    private LaneCapacity(ConvoyConfig config, MeanTruck truck) {
        this.config = config;
        this.truck = truck;
        worlds.add(config);
        for (ConvoyConfig.Change change : config.changes()) {
            if (change.atNanos() < config.horizonNanos()) {
                worlds.add(change.world());
            }
        }
    }

    /**
     * Capacity of one direction.
     *
     * @param perDay trucks a day; NaN if it is not known
     * @param basis what the number rests on, or why it is not known, for people
     */
    record Passing(double perDay, String basis) {}

    /** Capacity of both directions, outbound first, for trucks with the mean load of a study's replications. */
    static List<Passing> of(ConvoyConfig config, List<DailyTable> tables) {
        return of(config, MeanTruck.of(config, tables));
    }

    /** Capacity of both directions, outbound first, for a given mean truck. */
    static List<Passing> of(ConvoyConfig config, MeanTruck truck) {
        return new LaneCapacity(config, truck).passing();
    }

    private List<Passing> passing() {
        boolean anyBounded = isBounded(Direction.OUTBOUND) || isBounded(Direction.RETURN);
        long[] passed = anyBounded ? SaturatedLane.passed(config, truck) : new long[] {-1, -1};
        List<Passing> passing = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            passing.add(passing(direction, passed[direction.ordinal()]));
        }
        return passing;
    }

    /** Whether a headway or a limit bounds a direction in every world of the run. */
    private boolean isBounded(Direction direction) {
        return worlds.stream().allMatch(w -> truck.isBounded(w, direction));
    }

    private Passing passing(Direction direction, long passed) {
        if (!isBounded(direction)) {
            return new Passing(Double.NaN, "neither a headway nor a limit bounds what could pass " + direction.label());
        }
        if (passed < 0) {
            return new Passing(Double.NaN, "the lane changes too often for what could pass to be worked out");
        }
        double days = (double) (config.horizonNanos() - config.warmUpNanos()) / Nanos.DAY;
        return new Passing(
                passed / days,
                "what leaves the lane if trucks always wait on both sides, all alike (" + truck.describe(config)
                        + "), without breakdowns" + (config.hasTraffic() ? ", convoys and traffic" : " and convoys"));
    }
}
