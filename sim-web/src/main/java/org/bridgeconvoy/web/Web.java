package org.bridgeconvoy.web;

import org.teavm.interop.Export;

/**
 * The door from JavaScript. WebAssembly passes numbers only, so texts go in and come out character by character; {@code convoy.mjs} makes
 * functions of it and documents them.
 */
public final class Web {

    private static final Calls CALLS = new Calls();

    private Web() {}

    /** TeaVM wants an entry; there is nothing to begin. */
    public static void main(String[] args) {}

    /** Appends a character to the input. */
    @Export(name = "convoyText")
    public static void text(int unit) {
        CALLS.text((char) unit);
    }

    /** Appends a number to the input. */
    @Export(name = "convoyNumber")
    public static void number(double value) {
        CALLS.number(value);
    }

    /** Does what a letter says with the input, which is then empty; gives the length of the text that comes out. */
    @Export(name = "convoyCall")
    public static int call(int letter, int first, int last) {
        return CALLS.call((char) letter, first, last);
    }

    /** A character of the text that came out. */
    @Export(name = "convoyUnit")
    public static int unit(int index) {
        return CALLS.output().charAt(index);
    }

    /** How many numbers came out. */
    @Export(name = "convoyCount")
    public static int count() {
        return CALLS.values().length;
    }

    /** A number that came out. */
    @Export(name = "convoyValue")
    public static double value(int index) {
        return CALLS.values()[index];
    }
}
