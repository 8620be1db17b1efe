package org.bridgeconvoy.result;

/** Where a metric is shown; every metric is in the files. */
public enum Prominence {
    /** What people compare scenarios by: wherever there is room for a few numbers. */
    HEADLINE,
    /** In the tables that a terminal shows. */
    MAIN,
    /** Only where all metrics are listed. */
    DETAIL
}
