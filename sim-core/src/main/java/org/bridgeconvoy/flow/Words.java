package org.bridgeconvoy.flow;

/** Names of the modeler's own objects, for messages. */
final class Words {
    private Words() {}

    /** The text of {@code toString} if the class defines one, else the name of the class. */
    static String of(Object part) {
        return hasOwn(part) ? part.toString() : "of class " + part.getClass().getName();
    }

    /** Whether {@code toString} says more than the class and a number. */
    static boolean hasOwn(Object part) {
        return !part.toString().startsWith(part.getClass().getName() + "@");
    }
}
