package org.bridgeconvoy.bridge.config;

import java.util.List;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.random.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * The bridge. {@link #builder} has defaults for all but length, speed and control.
 *
 * @param lengthMetres above 0
 * @param loadedSpeed distribution of the speed of outbound trucks in m/s, above 0
 * @param emptySpeed distribution of the speed of return trucks in m/s, above 0
 * @param headwayNanos least time between a truck's entry and the entry before it in its direction, at least 0; applies to vehicles without
 *     a headway of their own too
 * @param clearanceNanos least time between the lane's becoming empty and an entry in the other direction, at least 0
 * @param lanes 1, or 2 for one lane in each direction
 * @param maxTrucks most trucks and vehicles on a lane at once, at least 1; {@code Integer.MAX_VALUE} for no limit
 * @param maxMassTonnes most gross mass on a lane at once, above 0; infinite for no limit
 * @param maxTruckMassTonnes most gross mass of one truck or vehicle, above 0; infinite for no limit
 * @param closures times in which no truck or vehicle may enter
 * @param breakdowns null if no truck or vehicle ever breaks down
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
        Checks.speed("bridge.speed", loadedSpeed);
        Checks.speed("bridge.speed", emptySpeed);
        Checks.atLeastZero("bridge.headway", headwayNanos);
        Checks.atLeastZero("bridge.clearance", clearanceNanos);
        Checks.require(lanes == 1 || lanes == 2, "bridge.lanes must be 1 or 2, got " + lanes);
        Checks.require(maxTrucks >= 1, "bridge.max-trucks must be >= 1, got " + maxTrucks);
        Checks.require(maxMassTonnes > 0, "bridge.max-mass must be > 0 t, got " + maxMassTonnes + " t");
        Checks.require(maxTruckMassTonnes > 0, "bridge.max-truck-mass must be > 0 t, got " + maxTruckMassTonnes + " t");
        closures = List.copyOf(closures);
    }

    /**
     * Begins a bridge with one lane, without headway, clearance, limits, closures and breakdowns. Length, speed and
     * control must be given.
     *
     * @return a builder with these defaults
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Begins a variant of this bridge.
     *
     * @return a builder with everything as it is here
     */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.lengthMetres = lengthMetres;
        builder.loadedSpeed = loadedSpeed;
        builder.emptySpeed = emptySpeed;
        builder.headwayNanos = headwayNanos;
        builder.clearanceNanos = clearanceNanos;
        builder.lanes = lanes;
        builder.maxTrucks = maxTrucks;
        builder.maxMassTonnes = maxMassTonnes;
        builder.maxTruckMassTonnes = maxTruckMassTonnes;
        builder.closures = closures;
        builder.breakdowns = breakdowns;
        builder.control = control;
        return builder;
    }

    /**
     * A copy with another headway.
     *
     * @param changed at least 0
     * @return a changed copy
     */
    public BridgeConfig withHeadwayNanos(long changed) {
        return toBuilder().headwayNanos(changed).build();
    }

    /**
     * A copy with another control.
     *
     * @param changed the rule that gives the lane to a direction
     * @return a changed copy
     */
    public BridgeConfig withControl(ControlRule changed) {
        return toBuilder().control(changed).build();
    }

    /**
     * A copy with other limits.
     *
     * @param trucks most on a lane at once, at least 1; {@code Integer.MAX_VALUE} for no limit
     * @param massTonnes most gross mass on a lane at once, above 0; infinite for no limit
     * @param truckMassTonnes most gross mass of one truck, above 0; infinite for no limit
     * @return a changed copy
     */
    public BridgeConfig withLimits(int trucks, double massTonnes, double truckMassTonnes) {
        return toBuilder()
                .maxTrucks(trucks)
                .maxMassTonnes(massTonnes)
                .maxTruckMassTonnes(truckMassTonnes)
                .build();
    }

    /** Collects the settings of a bridge. {@link #build} checks the ranges. Not thread-safe. */
    public static final class Builder {

        private double lengthMetres = Double.NaN;
        private @Nullable Distribution loadedSpeed;
        private @Nullable Distribution emptySpeed;
        private long headwayNanos;
        private long clearanceNanos;
        private int lanes = 1;
        private int maxTrucks = Integer.MAX_VALUE;
        private double maxMassTonnes = Double.POSITIVE_INFINITY;
        private double maxTruckMassTonnes = Double.POSITIVE_INFINITY;
        private List<Closure> closures = List.of();
        private @Nullable Breakdowns breakdowns;
        private @Nullable ControlRule control;

        private Builder() {}

        /**
         * Sets the length; required.
         *
         * @param metres above 0
         * @return this
         */
        public Builder lengthMetres(double metres) {
            lengthMetres = metres;
            return this;
        }

        /**
         * Sets one speed for both directions; required, unless each has a distribution of its own.
         *
         * @param speed in m/s, above 0
         * @return this
         */
        public Builder speedMetresPerSecond(double speed) {
            return speedMetresPerSecond(Distribution.constant(speed), Distribution.constant(speed));
        }

        /**
         * Sets the speeds, drawn for each crossing.
         *
         * @param loaded of outbound trucks in m/s, above 0
         * @param empty of return trucks in m/s, above 0
         * @return this
         */
        public Builder speedMetresPerSecond(Distribution loaded, Distribution empty) {
            loadedSpeed = loaded;
            emptySpeed = empty;
            return this;
        }

        /**
         * Sets the headway; 0 unless given.
         *
         * @param nanos least time between entries in the same direction, at least 0
         * @return this
         */
        public Builder headwayNanos(long nanos) {
            headwayNanos = nanos;
            return this;
        }

        /**
         * Sets the clearance; 0 unless given.
         *
         * @param nanos least time between the lane's becoming empty and an entry in the other direction, at least 0
         * @return this
         */
        public Builder clearanceNanos(long nanos) {
            clearanceNanos = nanos;
            return this;
        }

        /**
         * Sets the number of lanes; 1 unless given.
         *
         * @param count 1, or 2 for one lane in each direction
         * @return this
         */
        public Builder lanes(int count) {
            lanes = count;
            return this;
        }

        /**
         * Limits the trucks on a lane; no limit unless given.
         *
         * @param most at once, at least 1
         * @return this
         */
        public Builder maxTrucks(int most) {
            maxTrucks = most;
            return this;
        }

        /**
         * Limits the gross mass on a lane; no limit unless given.
         *
         * @param most tonnes at once, above 0
         * @return this
         */
        public Builder maxMassTonnes(double most) {
            maxMassTonnes = most;
            return this;
        }

        /**
         * Limits the gross mass of one truck; no limit unless given.
         *
         * @param most tonnes, above 0
         * @return this
         */
        public Builder maxTruckMassTonnes(double most) {
            maxTruckMassTonnes = most;
            return this;
        }

        /**
         * Sets the closures; none unless given.
         *
         * @param times times in which no truck or vehicle may enter
         * @return this
         */
        public Builder closures(List<Closure> times) {
            closures = times;
            return this;
        }

        /**
         * Lets trucks break down; they never do unless given.
         *
         * @param rule how often and for how long; null for never
         * @return this
         */
        public Builder breakdowns(@Nullable Breakdowns rule) {
            breakdowns = rule;
            return this;
        }

        /**
         * Sets the rule that gives the lane to a direction; required.
         *
         * @param rule a rule of the package {@code bridge.control}, or the modeler's own
         * @return this
         */
        public Builder control(ControlRule rule) {
            control = rule;
            return this;
        }

        /**
         * Builds the bridge.
         *
         * @return the bridge
         * @throws IllegalArgumentException if something required is missing or out of range
         */
        public BridgeConfig build() {
            Checks.require(!Double.isNaN(lengthMetres), "bridge.length is required");
            return new BridgeConfig(
                    lengthMetres,
                    Checks.required("bridge.speed", loadedSpeed),
                    Checks.required("bridge.speed", emptySpeed),
                    headwayNanos,
                    clearanceNanos,
                    lanes,
                    maxTrucks,
                    maxMassTonnes,
                    maxTruckMassTonnes,
                    closures,
                    breakdowns,
                    Checks.required("bridge.control", control));
        }

        @Override
        public String toString() {
            return "builder of a bridge of " + lengthMetres + " m";
        }
    }
}
