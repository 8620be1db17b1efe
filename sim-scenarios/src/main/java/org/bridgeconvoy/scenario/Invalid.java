package org.bridgeconvoy.scenario;

/** A value that is not what it should be; the message goes on from the value's path: {@code must be ..., got ...}. */
final class Invalid extends Exception {

    private static final long serialVersionUID = 1L;

    Invalid(String message) {
        super(message, null, false, false);
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
