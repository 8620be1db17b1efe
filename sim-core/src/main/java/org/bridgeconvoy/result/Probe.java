package org.bridgeconvoy.result;

import org.jspecify.annotations.Nullable;

/**
 * What a run is asked for at one instant: a number that people at a border could count or measure there.
 *
 * @param kind what the number is
 * @param stage whose queue or crossing is looked at; null for a queue of through traffic
 * @param traffic name of the through traffic that is looked at; empty for a stage
 * @param atNanos nanoseconds since the start of the run, at least 0
 * @param untilNanos end of the time in which exits are counted, exclusive; {@code atNanos} for a queue or a wait
 */
public record Probe(Kind kind, @Nullable Stage stage, String traffic, long atNanos, long untilNanos) {

    /** What the number is. */
    public enum Kind {
        /** How many wait just before the instant. */
        QUEUE,
        /**
         * The complete wait, in minutes, of the truck, consignment or vehicle that is the first to join the queue at the instant or later; NaN if none does
         * before the end of the run, or if it still waits then.
         */
        WAIT,
        /** How many trucks leave the bridge from the instant on until another; NaN if the run ends before that. */
        EXITS
    }

    /**
     * Checks that a stage or a name is given, and the instant.
     *
     * @throws IllegalArgumentException unless there is a stage or a name, not both, the instant is at least 0, and exits are asked of a crossing
     */
    public Probe {
        if ((stage == null) == traffic.isEmpty()) {
            throw new IllegalArgumentException(
                    "a stage or a name of traffic is needed, got " + stage + " and '" + traffic + "'");
        }
        if (atNanos < 0) {
            throw new IllegalArgumentException("atNanos must be >= 0, got " + atNanos);
        }
        if (untilNanos < atNanos) {
            throw new IllegalArgumentException("untilNanos must be >= atNanos, got " + untilNanos + " and " + atNanos);
        }
        if (kind == Kind.EXITS && (stage == null || !stage.isCrossing())) {
            throw new IllegalArgumentException("exits are those of a crossing of trucks, got " + stage);
        }
    }

    /**
     * A probe of the queue of a stage.
     *
     * @param kind queue or wait
     * @param stage whose queue is looked at
     * @param atNanos since the start of the run
     * @return the probe
     */
    public static Probe of(Kind kind, Stage stage, long atNanos) {
        return new Probe(kind, stage, "", atNanos, atNanos);
    }

    /**
     * A probe of the exits of a crossing.
     *
     * @param stage {@code OUTBOUND} or {@code RETURN}
     * @param fromNanos the first instant, since the start of the run
     * @param untilNanos the last, exclusive
     * @return the probe
     */
    public static Probe exits(Stage stage, long fromNanos, long untilNanos) {
        return new Probe(Kind.EXITS, stage, "", fromNanos, untilNanos);
    }

    /**
     * A probe of the queue of a name of through traffic.
     *
     * @param kind queue or wait
     * @param traffic the name
     * @param atNanos since the start of the run
     * @return the probe
     */
    public static Probe ofTraffic(Kind kind, String traffic, long atNanos) {
        return new Probe(kind, null, traffic, atNanos, atNanos);
    }
}
