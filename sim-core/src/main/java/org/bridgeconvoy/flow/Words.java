package org.bridgeconvoy.flow;

/** What an object of the modeler's own is called in a message. */
final class Words {
    private Words() {}

    /** Its own words if it has any, else its class. */
    static String of(Object part) {
        return hasOwn(part) ? part.toString() : "of class " + part.getClass().getName();
    }

    /** Whether it says more of itself than its class and a number. */
    static boolean hasOwn(Object part) {
        return !part.toString().startsWith(part.getClass().getName() + "@");
    }
}
