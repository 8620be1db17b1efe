package org.bridgeconvoy.result;

/** Where reports show a metric; the files have every metric. */
public enum Prominence {
    /** Wherever there is room for a few numbers: people compare scenarios by them. */
    HEADLINE,
    /** In the tables of a terminal. */
    MAIN,
    /** Only where all metrics are listed. */
    DETAIL
}
