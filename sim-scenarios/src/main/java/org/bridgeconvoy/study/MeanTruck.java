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
 * The mean truck of each direction, of which {@link SaturatedLane} sends any number over the lane. Its tare is the fleet's mean. Outbound
 * it carries the mean load, at most what the largest truck takes, because a listed consignment may be many truckloads. On return it carries
 * the mean return load times the share of loaded returns. It crosses in the mean of the free-flow times. A gross mass above a limit of the
 * bridge counts as that limit.
 *
 * @param loadTonnes mean tonnes of a consignment that goes out
 * @param returnTonnes mean tonnes of a return load
 * @param loadedShare share of returns with a load, 0 to 1
 */
record MeanTruck(double loadTonnes, double returnTonnes, double loadedShare) {

    /**
     * Trucks of a direction on the lane at once where the scenario sets no bound: without one, infinitely many would enter in one instant,
     * and the other direction could not be worked out.
     */
    private static final int UNBOUNDED = 1000;

    private static final double MILLIGRAMS = 1e9;

    /** Number of quantiles of a speed from which its mean crossing time is worked out. */
    private static final int QUANTILES = 1000;

    /** A truck that returns empty. */
    MeanTruck(double loadTonnes) {
        this(loadTonnes, 0, 0);
    }

    /**
     * Means over all replications. The loads are those consigned on the days that begin in the measured window, or in the whole run if no
     * load appears on these days. The share of loaded returns is that of the measured days.
     */
    static MeanTruck of(ConvoyConfig config, List<DailyTable> tables) {
        int begins = (int) ((config.warmUpNanos() + Nanos.DAY - 1) / Nanos.DAY);
        return new MeanTruck(
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

    /** Gross mass in a world, in tonnes. */
    double massTonnes(ConvoyConfig world, Direction direction) {
        double largest = Loads.largestPayload(world);
        double load = direction == Direction.OUTBOUND
                ? Math.min(loadTonnes, largest)
                : loadedShare * Math.min(returnTonnes, largest);
        double gross = Loads.meanTare(world) + load;
        BridgeConfig bridge = world.bridge();
        return Math.min(gross, Math.min(bridge.maxTruckMassTonnes(), bridge.maxMassTonnes()));
    }

    /** Gross mass in a world, in milligrams. */
    long massMilligrams(ConvoyConfig world, Direction direction) {
        return milligrams(massTonnes(world, direction));
    }

    /** Tonnes as milligrams, rounded; infinity becomes {@link Long#MAX_VALUE}. */
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

    /** Most trucks of a direction on the lane, apart from the limits of the bridge. */
    int mostOnLane(ConvoyConfig world, Direction direction) {
        return isBounded(world, direction) ? Integer.MAX_VALUE : UNBOUNDED;
    }

    /** Mean free-flow time over the bridge in ns, of loaded and empty crossings in their shares; at least 1. */
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

    /** Mean crossing time: the length times the mean of 1 ÷ speed. */
    private static double meanSeconds(BridgeConfig bridge, Distribution speed) {
        return speed.lowerBound() == speed.upperBound()
                ? bridge.lengthMetres() / speed.mean()
                : bridge.lengthMetres() * meanOfInverse(speed);
    }

    /** Mean of 1 ÷ speed: midpoint rule over the quantiles, each found by bisection. */
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

    /** A speed above all quantiles that the midpoint rule uses; the upper bound if there is one. */
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

    /** The gross masses at the start, for people. */
    String describe(ConvoyConfig world) {
        return String.format(
                Locale.ROOT,
                "outbound %s t, return %s t gross",
                Steps.trimmed(massTonnes(world, Direction.OUTBOUND)),
                Steps.trimmed(massTonnes(world, Direction.RETURN)));
    }
}
