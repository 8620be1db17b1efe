package org.bridgeconvoy.flow;

import org.jspecify.annotations.Nullable;

/** The time that an entity spends in a passage, from when it came; one of a list, the innermost passage first. */
record Stay(
        Passage<?> passage,
        @Nullable String kind,
        long since,
        @Nullable Stay around) {}
