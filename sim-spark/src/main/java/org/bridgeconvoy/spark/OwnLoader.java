package org.bridgeconvoy.spark;

/** Spark looks for classes by the loader of the thread, which must be the one that has Spark and this module. */
final class OwnLoader {

    private OwnLoader() {}

    /** Gives the thread the loader of this module; returns the one it had. */
    static ClassLoader enter() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(OwnLoader.class.getClassLoader());
        return before;
    }

    static void leave(ClassLoader before) {
        Thread.currentThread().setContextClassLoader(before);
    }
}
