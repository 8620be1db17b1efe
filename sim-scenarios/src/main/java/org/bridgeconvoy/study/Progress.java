package org.bridgeconvoy.study;

/** Hears how far a piece of work is. Called from several threads. */
@FunctionalInterface
public interface Progress {

    /** Hears nothing. */
    Progress NONE = (done, total) -> {};

    /**
     * Some of it is done.
     *
     * @param done units finished so far
     * @param total units in all, as far as known
     */
    void at(long done, long total);
}
