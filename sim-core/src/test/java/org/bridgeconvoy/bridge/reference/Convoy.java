package org.bridgeconvoy.bridge.reference;

/** Trucks that were released together (section 6). */
final class Convoy {

    /** Its trucks that wait in the bridge queue. */
    int queued;

    /** Its trucks that have entered the lane. */
    int entered;

    /** "Between the entries of one convoy." (Section 6) */
    boolean isEntering() {
        return entered > 0 && queued > 0;
    }
}
