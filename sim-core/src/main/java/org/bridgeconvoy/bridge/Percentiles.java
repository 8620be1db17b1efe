package org.bridgeconvoy.bridge;

/** What a replication does about percentiles. */
enum Percentiles {
    /** They are left out, and no wait or lead time is kept. */
    NONE,
    /** It has their values. */
    VALUES,
    /** It also keeps the observations behind them. */
    OBSERVATIONS
}
