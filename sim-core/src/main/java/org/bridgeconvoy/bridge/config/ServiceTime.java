package org.bridgeconvoy.bridge.config;

import org.bridgeconvoy.random.Distribution;

/** How long a service takes: a time of its own, or the truck's load divided by a rate. */
public sealed interface ServiceTime {

    /**
     * A time, drawn for each service.
     *
     * @param seconds its distribution in seconds, never below 0
     */
    record Timed(Distribution seconds) implements ServiceTime {

        /** Checks the range. */
        public Timed {
            Checks.atLeastZero("time", seconds, "s");
        }
    }

    /**
     * The load divided by a rate; an empty truck takes no time.
     *
     * @param tonnesPerHour above 0
     */
    record Rated(double tonnesPerHour) implements ServiceTime {

        /** Checks the range. */
        public Rated {
            Checks.require(
                    tonnesPerHour > 0 && tonnesPerHour < Double.POSITIVE_INFINITY,
                    "rate must be > 0 t/h, got " + tonnesPerHour + " t/h");
        }
    }
}
