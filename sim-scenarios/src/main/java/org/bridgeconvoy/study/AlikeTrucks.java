package org.bridgeconvoy.study;

import java.util.List;
import java.util.Locale;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.result.DailyTable;

/**
 * Trucks of a direction that are all alike, as {@link SaturatedLane} needs them: of the fleet's mean tare, outbound with the mean
 * load (no more than the largest truck takes: of a listed consignment of many truckloads each is one), on the way back with the mean
 * return load in the share of returns that were loaded, at the mean of the crossings' free-flow times. A truck heavier than the limits
 * of the moment counts as loaded to them.
 *
 * @param loadTonnes mean tonnes of a consignment that goes out
 * @param returnTonnes mean tonnes of a consignment that comes back
 * @param loadedShare share of returns that carry one
 */
record AlikeTrucks(double loadTonnes, double returnTonnes, double loadedShare) {

    /** Where nothing bounds a direction, so many stand on the lane at once, so that the other direction can be worked out. */
    private static final int UNBOUNDED = 1000;

    private static final double MILLIGRAMS = 1e9;

    /** Quantiles of a speed that its mean crossing is worked out from. */
    private static final int QUANTILES = 1000;

    /** Trucks that come back empty. */
    AlikeTrucks(double loadTonnes) {
        this(loadTonnes, 0, 0);
    }

    /**
     * Trucks with the mean loads of the truckloads consigned in the measured window, all replications together: on the days that
     * begin in it, or in the whole run if none of them brings a load; and so the share of returns.
     */
    static AlikeTrucks of(ConvoyConfig config, List<DailyTable> tables) {
        int begins = (int) ((config.warmUpNanos() + Nanos.DAY - 1) / Nanos.DAY);
        return new AlikeTrucks(
                meanLoad(config, tables, begins, false),
                meanLoad(config, tables, begins, true),
                loaded(tables, begins));
    }

    private static double meanLoad(ConvoyConfig config, List<DailyTable> tables, int begins, boolean isReturn) {
        double load = meanLoadFrom(config, tables, begins, isReturn);
        return load > 0 ? load : meanLoadFrom(config, tables, 0, isReturn);
    }

    private static double meanLoadFrom(ConvoyConfig config, List<DailyTable> tables, int from, boolean isReturn) {
        double milligrams = 0;
        long count = 0;
        for (DailyTable table : tables) {
            for (int day = from; day < table.days(); day++) {
                for (int cargo = 0; cargo < config.demand().size(); cargo++) {
                    boolean counts = config.demand().get(cargo).isReturn() == isReturn;
                    milligrams += counts ? table.byCargo().get(cargo).consigned()[day] : 0;
                }
                int returns = table.consignedReturnLoads()[day];
                count += isReturn ? returns : table.consignedTrucks()[day] - returns;
            }
        }
        return count > 0 ? milligrams / MILLIGRAMS / count : 0;
    }

    private static double loaded(List<DailyTable> tables, int from) {
        long returned = 0;
        long loaded = 0;
        for (DailyTable table : tables) {
            for (int day = from; day < table.days(); day++) {
                returned += table.returnTrucks()[day];
                loaded += table.loadedReturnTrucks()[day];
            }
        }
        return returned > 0 ? (double) loaded / returned : 0;
    }

    /** Gross tonnes in a world. */
    double massTonnes(ConvoyConfig world, Direction direction) {
        double largest = Loads.largestPayload(world);
        double load = direction == Direction.OUTBOUND
                ? Math.min(loadTonnes, largest)
                : loadedShare * Math.min(returnTonnes, largest);
        double gross = Loads.meanTare(world) + load;
        BridgeConfig bridge = world.bridge();
        return Math.min(gross, Math.min(bridge.maxTruckMassTonnes(), bridge.maxMassTonnes()));
    }

    long massMilligrams(ConvoyConfig world, Direction direction) {
        return milligrams(massTonnes(world, direction));
    }

    /** Rounded to the milligram; infinite tonnes are the most that a long holds. */
    static long milligrams(double tonnes) {
        return Math.round(tonnes * MILLIGRAMS);
    }

    /** Whether the headway or a limit bounds how many trucks of a direction pass. */
    boolean isBounded(ConvoyConfig world, Direction direction) {
        BridgeConfig bridge = world.bridge();
        return bridge.headwayNanos() > 0
                || bridge.maxTrucks() < Integer.MAX_VALUE
                || (bridge.maxMassTonnes() < Double.POSITIVE_INFINITY && massMilligrams(world, direction) > 0);
    }

    /** How many of a direction may stand on the lane apart from the limits of the bridge. */
    int mostOnLane(ConvoyConfig world, Direction direction) {
        return isBounded(world, direction) ? Integer.MAX_VALUE : UNBOUNDED;
    }

    /** The mean of the free-flow times over the bridge, of loaded and empty crossings in their shares. */
    long crossingNanos(ConvoyConfig world, Direction direction) {
        BridgeConfig bridge = world.bridge();
        double loaded = direction == Direction.OUTBOUND ? 1 : loadedShare;
        double seconds = 0;
        if (loaded > 0) {
            seconds += loaded * meanSeconds(bridge, bridge.loadedSpeed());
        }
        if (loaded < 1) {
            seconds += (1 - loaded) * meanSeconds(bridge, bridge.emptySpeed());
        }
        return Math.max(1, Nanos.ofSeconds(seconds));
    }

    /** Length times the mean of 1 ÷ speed. */
    private static double meanSeconds(BridgeConfig bridge, Distribution speed) {
        return speed.lowerBound() == speed.upperBound()
                ? bridge.lengthMetres() / speed.mean()
                : bridge.lengthMetres() * meanOfInverse(speed);
    }

    /** By the midpoint rule over the quantiles, which are found by bisection. */
    private static double meanOfInverse(Distribution speed) {
        double sum = 0;
        double low = Math.max(0, speed.lowerBound());
        double high = highest(speed);
        for (int i = 0; i < QUANTILES; i++) {
            low = quantile(speed, (i + 0.5) / QUANTILES, low, high);
            sum += 1 / low;
        }
        return sum / QUANTILES;
    }

    private static double highest(Distribution speed) {
        double high = Double.isInfinite(speed.upperBound()) ? 2 * speed.mean() : speed.upperBound();
        while (Double.isInfinite(speed.upperBound()) && speed.probabilityBelow(high) < 1 - 0.1 / QUANTILES) {
            high *= 2;
        }
        return high;
    }

    private static double quantile(Distribution speed, double probability, double least, double most) {
        double low = least;
        double high = most;
        while (high - low > 1e-9 * high) {
            double middle = low + (high - low) / 2;
            if (speed.probabilityBelow(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** What they are like at the start, for people. */
    String describe(ConvoyConfig world) {
        return String.format(
                Locale.ROOT,
                "outbound %s t, return %s t gross",
                Steps.trimmed(massTonnes(world, Direction.OUTBOUND)),
                Steps.trimmed(massTonnes(world, Direction.RETURN)));
    }
}
