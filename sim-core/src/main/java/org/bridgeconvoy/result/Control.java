package org.bridgeconvoy.result;

import java.util.Locale;

/**
 * A control variate of a run: what chance let appear or take in the window, less what was expected. Its expectation is 0 whatever the rest
 * of the model does, so it can take the part of chance that it explains out of a metric ({@code
 * org.bridgeconvoy.experiment.ControlledEstimate}).
 *
 * @param kind what it is
 * @param part the cargo, the name of the through traffic, or the label of the stage
 */
public record Control(Kind kind, String part) {

    /** What a control is. */
    public enum Kind {
        /** Tonnes of a cargo that appeared; where the expected number of truckloads is not known, of their loads alone. */
        TONNES("t"),
        /** Truckloads of a cargo that appeared. */
        TRUCKLOADS("truckloads"),
        /** Sum over these truckloads of the time of day at which they appeared, counted from noon on the simulation clock. */
        HOUR("h"),
        /** Sum over these truckloads of the square of that time of day. */
        HOUR_SQUARED("h2"),
        /** Vehicles of a name of the through traffic that appeared. */
        VEHICLES("vehicles"),
        /** Sum over these vehicles of their time of day, as for truckloads. */
        VEHICLE_HOUR("h"),
        /** Sum over these vehicles of the square of that time of day. */
        VEHICLE_HOUR_SQUARED("h2"),
        /** Service times drawn at a station, all together. */
        SERVICE("h");

        private final String unit;

        Kind(String unit) {
            this.unit = unit;
        }

        /**
         * Its unit.
         *
         * @return such as {@code t}
         */
        public String unit() {
            return unit;
        }

        /**
         * Its name in files.
         *
         * @return such as {@code hour_squared}
         */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Its name.
     *
     * @return such as {@code tonnes.cloth}
     */
    public String name() {
        return kind.label() + "." + part;
    }

    @Override
    public String toString() {
        return name();
    }
}
