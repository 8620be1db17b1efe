package org.bridgeconvoy.bridge.run.plan;

/** Masses as whole milligrams, so that sums and limits are exact. */
public final class Mass {

    /** No limit. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    private static final double MILLIGRAMS_PER_TONNE = 1e9;

    private Mass() {}

    /** Tonnes as milligrams, rounded half up; {@link #UNLIMITED} above 9 billion (9e9) tonnes. */
    public static long ofTonnes(double tonnes) {
        double milligrams = Math.floor(tonnes * MILLIGRAMS_PER_TONNE + 0.5);
        return milligrams >= 0x1p63 ? UNLIMITED : (long) milligrams;
    }

    /** Milligrams as tonnes. */
    public static double toTonnes(long milligrams) {
        return milligrams / MILLIGRAMS_PER_TONNE;
    }
}
