package org.bridgeconvoy.bridge.reference;

/**
 * A consignment, or what is left of it. "The rest stays a consignment that keeps its time of appearing, priority and place."
 * (Section 3)
 */
final class Load {

    /** The index of its cargo in the demand. */
    final int cargo;

    final int priority;
    final long appeared;

    /** What still waits, in milligrams: "Tonnes are kept to the milligram." (Section 3) */
    long milligrams;

    Load(int cargo, int priority, long appeared, long milligrams) {
        this.cargo = cargo;
        this.priority = priority;
        this.appeared = appeared;
        this.milligrams = milligrams;
    }
}
