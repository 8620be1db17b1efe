package org.bridgeconvoy.scenario.text;

/**
 * A value that cannot be used. The message is a predicate that follows the path of the value:
 * {@code must be ..., got ...}.
 */
public final class Invalid extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean told;

    /** A value with a problem that the caller will report. */
    public Invalid(String message) {
        this(message, false);
    }

    private Invalid(String message, boolean told) {
        super(message, null, false, false);
        this.told = told;
    }

    /** A value whose problems are reported already, in the data file that it names. The caller reports nothing more. */
    public static Invalid told() {
        return new Invalid("names a file with problems", true);
    }

    /** Whether the problems are reported already. */
    public boolean isTold() {
        return told;
    }

    /** What is wrong, to follow the path of the value. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
