package org.bridgeconvoy.bridge.config;

/** A stream's rate before its profile. */
public sealed interface DemandRate {

    /**
     * Truckloads a day.
     *
     * @param perDay at least 0
     */
    record Trucks(double perDay) implements DemandRate {

        /** Checks the range. */
        public Trucks {
            Checks.require(
                    perDay >= 0 && perDay < Double.POSITIVE_INFINITY,
                    "rate must be >= 0 trucks/d, got " + perDay + " trucks/d");
        }
    }

    /**
     * Tonnes a day, to be divided by the mean of the load as cut to what a truck can carry.
     *
     * @param perDay at least 0
     */
    record Tonnes(double perDay) implements DemandRate {

        /** Checks the range. */
        public Tonnes {
            Checks.require(
                    perDay >= 0 && perDay < Double.POSITIVE_INFINITY, "rate must be >= 0 t/d, got " + perDay + " t/d");
        }
    }
}
