package org.bridgeconvoy.flow;

import org.jspecify.annotations.Nullable;

/**
 * The time that an entity spends in a passage, from when it came; one of a list, the innermost passage first. The passage lasts from its first
 * step in the flow to the way out.
 */
record Stay(
        Passage<?> passage,
        @Nullable String kind,
        long since,
        int firstStep,
        int wayOut,
        @Nullable Stay around) {

    /** Whether an entity that is about to begin a step is in the passage. */
    boolean includes(int step) {
        return step >= firstStep && step <= wayOut;
    }
}
