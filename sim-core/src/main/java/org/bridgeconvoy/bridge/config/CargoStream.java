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
 * The demand for one cargo. {@link #builder} has defaults for all but the load.
 *
 * @param cargo its name
 * @param priority higher goes first
 * @param loadTonnes distribution of a truckload in tonnes, never below 0
 * @param rate amount a day, or an hour while the hours are open, before the factors
 * @param from first date on which it accrues; {@code LocalDate.MIN} for no such date
 * @param until last date on which it accrues; {@code LocalDate.MAX} for no such date
 * @param hours hours of the day in which consignments appear, on the origin's clock
 * @param profile factors of the day's rate, all multiplied together
 * @param arrivals how consignments appear in time
 * @param backlogTonnes mass waiting at the start, at least 0: whole truckloads until it is reached
 * @param totalTonnes the stream stops with the truckload that reaches this mass, above 0; infinite for no such stop
 * @param hourFactors factors of the rate within hours of the day, which must not overlap
 * @param classes names of the classes of trucks that may carry it; empty for all
 * @param direction {@code OUTBOUND}, or {@code RETURN} for loads that wait at the destination and come back over the bridge
 */
public record CargoStream(
        String cargo,
        int priority,
        Distribution loadTonnes,
        DemandRate rate,
        LocalDate from,
        LocalDate until,
        Hours hours,
        List<DayFactor> profile,
        ArrivalPattern arrivals,
        double backlogTonnes,
        double totalTonnes,
        List<HourFactor> hourFactors,
        List<String> classes,
        Direction direction) {

    /** Checks the ranges and copies the list. */
    public CargoStream {
        Checks.atLeastZero("load", loadTonnes, "t");
        Checks.require(loadTonnes.mean() > 0, "load must be above 0 t on average, got " + loadTonnes);
        Checks.require(
                backlogTonnes >= 0 && backlogTonnes < Double.POSITIVE_INFINITY,
                "backlog must be >= 0 t, got " + backlogTonnes + " t");
        Checks.require(totalTonnes > 0, "total must be > 0 t, got " + totalTonnes + " t");
        profile = List.copyOf(profile);
        hourFactors = List.copyOf(hourFactors);
        classes = List.copyOf(classes);
        Checks.noOverlap(hourFactors);
    }

    /**
     * Begins a stream that accrues at all hours, as a Poisson process without a profile, a backlog and a total, and with priority 0. The
     * load must be given. Without a rate or a backlog no consignment appears.
     *
     * @param cargo its name
     * @return a builder with these defaults
     */
    public static Builder builder(String cargo) {
        return new Builder(cargo);
    }

    /**
     * Begins a variant of this stream.
     *
     * @return a builder with everything as it is here
     */
    public Builder toBuilder() {
        Builder builder = new Builder(cargo);
        builder.priority = priority;
        builder.load = loadTonnes;
        builder.rate = rate;
        builder.from = from;
        builder.until = until;
        builder.hours = hours;
        builder.profile = profile;
        builder.arrivals = arrivals;
        builder.backlogTonnes = backlogTonnes;
        builder.totalTonnes = totalTonnes;
        builder.hourFactors = hourFactors;
        builder.classes = classes;
        builder.direction = direction;
        return builder;
    }

    /**
     * Whether trucks of a class may carry this cargo.
     *
     * @param truckClass one of the fleet's
     * @return true unless this stream names classes and {@code truckClass} is not among them
     */
    public boolean isCarriedBy(TruckClass truckClass) {
        return classes.isEmpty() || classes.contains(truckClass.name());
    }

    /**
     * Whether its loads travel back over the bridge.
     *
     * @return whether the direction is {@code RETURN}
     */
    public boolean isReturn() {
        return direction == Direction.RETURN;
    }

    /**
     * Whether the stream stops at a total.
     *
     * @return whether the total is finite
     */
    public boolean hasTotal() {
        return totalTonnes < Double.POSITIVE_INFINITY;
    }

    /**
     * Whether consignments are drawn at all: there is a rate or a backlog. Otherwise the cargo is only listed.
     *
     * @return whether the rate or the backlog is above 0
     */
    public boolean isDrawn() {
        return rate.amount() > 0 || backlogTonnes > 0;
    }

    /** Collects the settings of a stream. {@link #build} checks the ranges. Not thread-safe. */
    public static final class Builder {

        private final String cargo;
        private int priority;
        private @Nullable Distribution load;
        private DemandRate rate = new DemandRate.Trucks(0);
        private LocalDate from = LocalDate.MIN;
        private LocalDate until = LocalDate.MAX;
        private Hours hours = Hours.always();
        private List<DayFactor> profile = List.of();
        private ArrivalPattern arrivals = new PoissonArrivals();
        private double backlogTonnes;
        private double totalTonnes = Double.POSITIVE_INFINITY;
        private List<HourFactor> hourFactors = List.of();
        private List<String> classes = List.of();
        private Direction direction = Direction.OUTBOUND;

        private Builder(String cargo) {
            this.cargo = cargo;
        }

        /**
         * Sets the priority; 0 unless given.
         *
         * @param higherFirst any number
         * @return this
         */
        public Builder priority(int higherFirst) {
            priority = higherFirst;
            return this;
        }

        /**
         * Sets a load that is always the same; a load is required.
         *
         * @param tonnes of a truckload, above 0
         * @return this
         */
        public Builder loadTonnes(double tonnes) {
            return loadTonnes(Distribution.constant(tonnes));
        }

        /**
         * Sets the load, drawn for each consignment; required.
         *
         * @param tonnes of a truckload, never below 0 and above 0 on average
         * @return this
         */
        public Builder loadTonnes(Distribution tonnes) {
            load = tonnes;
            return this;
        }

        /**
         * Sets the rate in truckloads; 0 unless given.
         *
         * @param perDay before the factors of the profile, at least 0
         * @return this
         */
        public Builder trucksPerDay(double perDay) {
            return rate(new DemandRate.Trucks(perDay));
        }

        /**
         * Sets the rate in tonnes, which is divided by the mean load, each load cut to a truck's capacity.
         *
         * @param perDay before the factors of the profile, at least 0
         * @return this
         */
        public Builder tonnesPerDay(double perDay) {
            return rate(new DemandRate.Tonnes(perDay));
        }

        /**
         * Sets the rate; none unless given.
         *
         * @param given in truckloads or tonnes, a day or an open hour
         * @return this
         */
        public Builder rate(DemandRate given) {
            rate = given;
            return this;
        }

        /**
         * Sets the first date on which demand accrues; the start of the run unless given.
         *
         * @param date included
         * @return this
         */
        public Builder from(LocalDate date) {
            from = date;
            return this;
        }

        /**
         * Sets the last date on which demand accrues; the end of the run unless given.
         *
         * @param date included
         * @return this
         */
        public Builder until(LocalDate date) {
            until = date;
            return this;
        }

        /**
         * Sets the hours of the day in which consignments appear; always unless given.
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
        public Builder profile(DayFactor... factors) {
            return profile(List.of(factors));
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
         * Sets how consignments appear in time; a Poisson process unless given.
         *
         * @param pattern a pattern of the package {@code bridge.demand}, or the modeler's own
         * @return this
         */
        public Builder arrivals(ArrivalPattern pattern) {
            arrivals = pattern;
            return this;
        }

        /**
         * Sets the mass that waits at the start; nothing unless given.
         *
         * @param tonnes at least 0: whole truckloads until it is reached
         * @return this
         */
        public Builder backlogTonnes(double tonnes) {
            backlogTonnes = tonnes;
            return this;
        }

        /**
         * Lets the stream stop with the truckload that reaches a total; it does not stop unless given.
         *
         * @param tonnes above 0; the backlog counts
         * @return this
         */
        public Builder totalTonnes(double tonnes) {
            totalTonnes = tonnes;
            return this;
        }

        /**
         * Lets only trucks of some classes carry the cargo; trucks of all classes may unless given.
         *
         * @param names of classes of the fleet, at least one
         * @return this
         */
        public Builder classes(String... names) {
            classes = List.of(names);
            return this;
        }

        /**
         * Sets the direction; outbound unless given.
         *
         * @param where {@code RETURN} for loads that wait at the destination for unloaded trucks
         * @return this
         */
        public Builder direction(Direction where) {
            direction = where;
            return this;
        }

        /**
         * Builds the stream.
         *
         * @return the stream
         * @throws IllegalArgumentException if the load is missing or something is out of range
         */
        public CargoStream build() {
            return new CargoStream(
                    cargo,
                    priority,
                    Checks.required("demand." + cargo + ".load", load),
                    rate,
                    from,
                    until,
                    hours,
                    profile,
                    arrivals,
                    backlogTonnes,
                    totalTonnes,
                    hourFactors,
                    classes,
                    direction);
        }

        @Override
        public String toString() {
            return "builder of the stream of '" + cargo + "'";
        }
    }
}
