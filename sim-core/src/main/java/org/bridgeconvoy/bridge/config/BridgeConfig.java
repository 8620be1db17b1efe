package org.bridgeconvoy.bridge.config;

import java.util.List;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.random.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * The bridge.
 *
 * @param lengthMetres above 0
 * @param loadedSpeed distribution of the speed of outbound trucks in m/s, above 0
 * @param emptySpeed distribution of the speed of return trucks in m/s, above 0
 * @param headwayNanos least time between entries in the same direction, at least 0
 * @param clearanceNanos least time between the lane's becoming empty and an entry in the other direction, at least 0
 * @param lanes 1, or 2 for a lane of its own in each direction
 * @param maxTrucks most trucks on a lane at once, at least 1; {@code Integer.MAX_VALUE} for no limit
 * @param maxMassTonnes most gross mass on a lane at once, above 0; infinite for no limit
 * @param maxTruckMassTonnes most gross mass of one truck, above 0; infinite for no limit
 * @param closures times in which nobody enters
 * @param breakdowns null if trucks never break down
 * @param control the rule that gives the lane to a direction
 */
public record BridgeConfig(
        double lengthMetres,
        Distribution loadedSpeed,
        Distribution emptySpeed,
        long headwayNanos,
        long clearanceNanos,
        int lanes,
        int maxTrucks,
        double maxMassTonnes,
        double maxTruckMassTonnes,
        List<Closure> closures,
        @Nullable Breakdowns breakdowns,
        ControlRule control) {

    /** Checks the ranges and copies the list. */
    public BridgeConfig {
        Checks.require(
                lengthMetres > 0 && lengthMetres < Double.POSITIVE_INFINITY,
                "bridge.length must be > 0 m, got " + lengthMetres + " m");
        checkSpeed(loadedSpeed);
        checkSpeed(emptySpeed);
        Checks.atLeastZero("bridge.headway", headwayNanos);
        Checks.atLeastZero("bridge.clearance", clearanceNanos);
        Checks.require(lanes == 1 || lanes == 2, "bridge.lanes must be 1 or 2, got " + lanes);
        Checks.require(maxTrucks >= 1, "bridge.max-trucks must be >= 1, got " + maxTrucks);
        Checks.require(maxMassTonnes > 0, "bridge.max-mass must be > 0 t, got " + maxMassTonnes + " t");
        Checks.require(maxTruckMassTonnes > 0, "bridge.max-truck-mass must be > 0 t, got " + maxTruckMassTonnes + " t");
        closures = List.copyOf(closures);
    }

    private static void checkSpeed(Distribution speed) {
        Checks.require(
                speed.lowerBound() >= 0 && speed.probabilityBelow(Double.MIN_NORMAL) == 0,
                "bridge.speed must be > 0, got " + speed + " (m/s); give it a min above 0");
    }

    /** The same with another headway. */
    public BridgeConfig withHeadwayNanos(long changed) {
        return new BridgeConfig(
                lengthMetres,
                loadedSpeed,
                emptySpeed,
                changed,
                clearanceNanos,
                lanes,
                maxTrucks,
                maxMassTonnes,
                maxTruckMassTonnes,
                closures,
                breakdowns,
                control);
    }

    /** The same with another control. */
    public BridgeConfig withControl(ControlRule changed) {
        return new BridgeConfig(
                lengthMetres,
                loadedSpeed,
                emptySpeed,
                headwayNanos,
                clearanceNanos,
                lanes,
                maxTrucks,
                maxMassTonnes,
                maxTruckMassTonnes,
                closures,
                breakdowns,
                changed);
    }

    /** The same with other limits. */
    public BridgeConfig withLimits(int trucks, double massTonnes, double truckMassTonnes) {
        return new BridgeConfig(
                lengthMetres,
                loadedSpeed,
                emptySpeed,
                headwayNanos,
                clearanceNanos,
                lanes,
                trucks,
                massTonnes,
                truckMassTonnes,
                closures,
                breakdowns,
                control);
    }
}
