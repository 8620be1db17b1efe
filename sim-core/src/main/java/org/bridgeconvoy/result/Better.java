package org.bridgeconvoy.result;

/** The better end of a metric, where that is beyond dispute. */
public enum Better {
    /** More is better, as of tonnes delivered. */
    MORE,
    /** Less is better, as of waits. */
    LESS,
    /** It depends on what is asked. */
    NEITHER
}
