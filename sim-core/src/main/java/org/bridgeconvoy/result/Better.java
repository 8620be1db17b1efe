package org.bridgeconvoy.result;

/** Which way a metric is better, where nobody would dispute it. */
public enum Better {
    /** More is better, as of tonnes delivered. */
    MORE,
    /** Less is better, as of waits. */
    LESS,
    /** It depends on what is asked. */
    NEITHER
}
