package org.bridgeconvoy.bridge.config;

/** A stream's rate before its profile. */
public sealed interface DemandRate {

    /**
     * How much, in truckloads or tonnes, a day or an open hour.
     *
     * @return at least 0
     */
    double amount();

    /**
     * Whether the rate is in tonnes, which are divided by the mean load, each load cut to a truck's capacity at the start of the run.
     *
     * @return false for truckloads
     */
    default boolean isInTonnes() {
        return false;
    }

    /**
     * Whether it is an hour's rate while the stream's hours are open, rather than a day's quantity.
     *
     * @return false for a rate a day
     */
    default boolean isPerOpenHour() {
        return false;
    }

    /**
     * Truckloads a day.
     *
     * @param perDay at least 0
     */
    record Trucks(double perDay) implements DemandRate {

        /** Checks the range. */
        public Trucks {
            check(perDay, "trucks/d");
        }

        @Override
        public double amount() {
            return perDay;
        }
    }

    /**
     * Tonnes a day.
     *
     * @param perDay at least 0
     */
    record Tonnes(double perDay) implements DemandRate {

        /** Checks the range. */
        public Tonnes {
            check(perDay, "t/d");
        }

        @Override
        public double amount() {
            return perDay;
        }

        @Override
        public boolean isInTonnes() {
            return true;
        }
    }

    /**
     * Truckloads an hour, while the stream's hours are open.
     *
     * @param perOpenHour at least 0
     */
    record TrucksPerHour(double perOpenHour) implements DemandRate {

        /** Checks the range. */
        public TrucksPerHour {
            check(perOpenHour, "trucks/h");
        }

        @Override
        public double amount() {
            return perOpenHour;
        }

        @Override
        public boolean isPerOpenHour() {
            return true;
        }
    }

    /**
     * Tonnes an hour, while the stream's hours are open.
     *
     * @param perOpenHour at least 0
     */
    record TonnesPerHour(double perOpenHour) implements DemandRate {

        /** Checks the range. */
        public TonnesPerHour {
            check(perOpenHour, "t/h");
        }

        @Override
        public double amount() {
            return perOpenHour;
        }

        @Override
        public boolean isInTonnes() {
            return true;
        }

        @Override
        public boolean isPerOpenHour() {
            return true;
        }
    }

    private static void check(double amount, String unit) {
        Checks.require(
                amount >= 0 && amount < Double.POSITIVE_INFINITY,
                "rate must be >= 0 " + unit + ", got " + amount + " " + unit);
    }
}
