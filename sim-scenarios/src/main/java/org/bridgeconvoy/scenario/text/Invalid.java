package org.bridgeconvoy.scenario.text;

/** A value that is not what it should be; the message goes on from the value's path: {@code must be ..., got ...}. */
public final class Invalid extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean told;

    public Invalid(String message) {
        this(message, false);
    }

    private Invalid(String message, boolean told) {
        super(message, null, false, false);
        this.told = told;
    }

    /** A value that cannot be used because of problems that are told already, in the file that it names. */
    public static Invalid told() {
        return new Invalid("names a file with problems", true);
    }

    /** Whether the problem is among those told. */
    public boolean isTold() {
        return told;
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}
