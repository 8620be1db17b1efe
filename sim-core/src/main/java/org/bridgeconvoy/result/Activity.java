package org.bridgeconvoy.result;

import java.util.Locale;

/** What a truck does in a stage, or waits for; with the stage it makes up a {@link TruckState}. */
public enum Activity {
    /** Nothing: it has no load to carry or to wait for. */
    IDLE("idle"),
    /** It is served, crosses, drives or rests. */
    SERVED("being served, crossing, resting"),
    /** It waits for a station that is shut, or is interrupted there. */
    CLOSED("station closed"),
    /** It waits for a server of a station that is open. */
    BUSY("servers busy"),
    /** It waits for the release of its convoy. */
    CONVOY("waiting for the convoy"),
    /** The control does not give the lane to its direction. */
    CONTROL("other direction's turn or hours"),
    /** Opposing trucks are on the lane, or the clearance has not passed. */
    CLEARING("lane clearing"),
    /** The headway has not passed. */
    HEADWAY("headway"),
    /** Too many trucks or too much mass would be on the lane. */
    LIMIT("limit of trucks or mass"),
    /** The bridge is closed. */
    CLOSURE("bridge closed"),
    /** A truck stands broken down on the lane. */
    BREAKDOWN("breakdown");

    private final String text;

    Activity(String text) {
        this.text = text;
    }

    /**
     * The name in files, behind that of a stage and a dot: {@code closed} in {@code load.closed}.
     *
     * @return in lower case
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What it is, for people.
     *
     * @return such as {@code servers busy}
     */
    public String text() {
        return text;
    }
}
