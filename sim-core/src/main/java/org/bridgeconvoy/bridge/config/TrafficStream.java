package org.bridgeconvoy.bridge.config;

import java.time.LocalDate;
import java.util.List;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.demand.ArrivalPattern;
import org.bridgeconvoy.bridge.demand.DayFactor;
import org.bridgeconvoy.bridge.demand.HourFactor;
import org.bridgeconvoy.bridge.demand.PoissonArrivals;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.random.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * Through traffic: vehicles of one name that only cross the bridge, in one direction. {@link #builder} has defaults for all but the
 * rate.
 *
 * @param name its name
 * @param direction where the vehicles go
 * @param vehicles number a day, or an hour while the hours are open, before the factors; at least 0
 * @param perOpenHour whether {@code vehicles} is a rate an hour rather than a day
 * @param from first date on which they appear; {@code LocalDate.MIN} for no such date
 * @param until last date on which they appear; {@code LocalDate.MAX} for no such date
 * @param hours hours of the day in which they appear, on the origin's clock
 * @param profile factors of the day's rate, all multiplied together
 * @param hourFactors factors of the rate within hours of the day, which must not overlap
 * @param arrivals how they appear in time
 * @param speed distribution of the speed in m/s, above 0; null for the bridge's loaded speed
 * @param massTonnes distribution of the mass in tonnes, never below 0
 * @param headwayNanos a vehicle's own headway, at least 0; {@link #HEADWAY_OF_BRIDGE} for the bridge's
 */
public record TrafficStream(
        String name,
        Direction direction,
        double vehicles,
        boolean perOpenHour,
        LocalDate from,
        LocalDate until,
        Hours hours,
        List<DayFactor> profile,
        List<HourFactor> hourFactors,
        ArrivalPattern arrivals,
        @Nullable Distribution speed,
        Distribution massTonnes,
        long headwayNanos) {

    /** Stands for the bridge's headway. */
    public static final long HEADWAY_OF_BRIDGE = -1;

    /** The default mass of a vehicle, a car's: 1.5 t. */
    public static final double DEFAULT_MASS_TONNES = 1.5;

    /** Checks the ranges and copies the lists. */
    public TrafficStream {
        Checks.require(
                vehicles >= 0 && vehicles < Double.POSITIVE_INFINITY,
                "rate must be >= 0 vehicles, got " + vehicles + " vehicles");
        Checks.atLeastZero("mass", massTonnes, "t");
        Checks.require(headwayNanos >= HEADWAY_OF_BRIDGE, "headway must be >= 0 s, got " + headwayNanos + " ns");
        if (speed != null) {
            Checks.speed("speed", speed);
        }
        profile = List.copyOf(profile);
        hourFactors = List.copyOf(hourFactors);
        Checks.noOverlap(hourFactors);
    }

    /**
     * Begins a stream of cars at all hours, as a Poisson process without a profile. Without a rate no vehicle appears.
     *
     * @param name its name
     * @param direction where the vehicles go
     * @return a builder with these defaults
     */
    public static Builder builder(String name, Direction direction) {
        return new Builder(name, direction);
    }

    /**
     * Begins a variant of this stream.
     *
     * @return a builder with everything as it is here
     */
    public Builder toBuilder() {
        Builder builder = new Builder(name, direction);
        builder.vehicles = vehicles;
        builder.perOpenHour = perOpenHour;
        builder.from = from;
        builder.until = until;
        builder.hours = hours;
        builder.profile = profile;
        builder.hourFactors = hourFactors;
        builder.arrivals = arrivals;
        builder.speed = speed;
        builder.massTonnes = massTonnes;
        builder.headwayNanos = headwayNanos;
        return builder;
    }

    /**
     * The speed over a bridge.
     *
     * @param bridge which
     * @return distribution in m/s: its own, or the bridge's loaded speed
     */
    public Distribution speedOver(BridgeConfig bridge) {
        return speed == null ? bridge.loadedSpeed() : speed;
    }

    /**
     * The headway on a bridge.
     *
     * @param bridge which
     * @return nanoseconds: its own, or the bridge's
     */
    public long headwayOn(BridgeConfig bridge) {
        return headwayNanos == HEADWAY_OF_BRIDGE ? bridge.headwayNanos() : headwayNanos;
    }

    /** Collects the settings of a stream. {@link #build} checks the ranges. Not thread-safe. */
    public static final class Builder {

        private final String name;
        private final Direction direction;
        private double vehicles;
        private boolean perOpenHour;
        private LocalDate from = LocalDate.MIN;
        private LocalDate until = LocalDate.MAX;
        private Hours hours = Hours.always();
        private List<DayFactor> profile = List.of();
        private List<HourFactor> hourFactors = List.of();
        private ArrivalPattern arrivals = new PoissonArrivals();
        private @Nullable Distribution speed;
        private Distribution massTonnes = Distribution.constant(DEFAULT_MASS_TONNES);
        private long headwayNanos = HEADWAY_OF_BRIDGE;

        private Builder(String name, Direction direction) {
            this.name = name;
            this.direction = direction;
        }

        /**
         * Sets the rate a day; 0 unless given.
         *
         * @param perDay vehicles before the factors of the profile, at least 0
         * @return this
         */
        public Builder vehiclesPerDay(double perDay) {
            vehicles = perDay;
            perOpenHour = false;
            return this;
        }

        /**
         * Sets the rate an hour while the hours are open.
         *
         * @param perHour vehicles before the factors of the profile, at least 0
         * @return this
         */
        public Builder vehiclesPerHour(double perHour) {
            vehicles = perHour;
            perOpenHour = true;
            return this;
        }

        /**
         * Sets the first date on which vehicles appear; the start of the run unless given.
         *
         * @param date included
         * @return this
         */
        public Builder from(LocalDate date) {
            from = date;
            return this;
        }

        /**
         * Sets the last date on which vehicles appear; the end of the run unless given.
         *
         * @param date included
         * @return this
         */
        public Builder until(LocalDate date) {
            until = date;
            return this;
        }

        /**
         * Sets the hours of the day in which vehicles appear; always unless given.
         *
         * @param ofTheDay on the origin's clock
         * @return this
         */
        public Builder hours(Hours ofTheDay) {
            hours = ofTheDay;
            return this;
        }

        /**
         * Sets the factors of the day's rate; none unless given.
         *
         * @param factors all multiplied together
         * @return this
         */
        public Builder profile(List<DayFactor> factors) {
            profile = factors;
            return this;
        }

        /**
         * Sets factors of the rate within hours of the day, every day; none unless given.
         *
         * @param factors factors with hours that do not overlap
         * @return this
         */
        public Builder hourFactors(HourFactor... factors) {
            hourFactors = List.of(factors);
            return this;
        }

        /**
         * Sets how vehicles appear in time; a Poisson process unless given.
         *
         * @param pattern a pattern of the package {@code bridge.demand}, or the modeler's own
         * @return this
         */
        public Builder arrivals(ArrivalPattern pattern) {
            arrivals = pattern;
            return this;
        }

        /**
         * Sets the speed, drawn for each vehicle; the bridge's loaded speed unless given.
         *
         * @param given in m/s, above 0; null for the bridge's
         * @return this
         */
        public Builder speedMetresPerSecond(@Nullable Distribution given) {
            speed = given;
            return this;
        }

        /**
         * Sets the mass, drawn for each vehicle; {@link #DEFAULT_MASS_TONNES} unless given.
         *
         * @param tonnes never below 0
         * @return this
         */
        public Builder massTonnes(Distribution tonnes) {
            massTonnes = tonnes;
            return this;
        }

        /**
         * Sets the vehicles' own headway; the bridge's unless given.
         *
         * @param nanos at least 0, or {@link #HEADWAY_OF_BRIDGE}
         * @return this
         */
        public Builder headwayNanos(long nanos) {
            headwayNanos = nanos;
            return this;
        }

        /**
         * Builds the stream.
         *
         * @return the stream
         * @throws IllegalArgumentException if something is out of range
         */
        public TrafficStream build() {
            return new TrafficStream(
                    name,
                    direction,
                    vehicles,
                    perOpenHour,
                    from,
                    until,
                    hours,
                    profile,
                    hourFactors,
                    arrivals,
                    speed,
                    massTonnes,
                    headwayNanos);
        }

        @Override
        public String toString() {
            return "builder of the traffic '" + name + "'";
        }
    }
}
