package org.bridgeconvoy.scenario;

import org.jspecify.annotations.Nullable;

/**
 * What a value of a scenario rests on. An entry covers its path and everything under it that has no entry of its own.
 *
 * @param path where the value is: {@code bridge.length}
 * @param says what the source says, null if the entry does not tell
 * @param source where it says so, null for an assumption
 * @param grade {@code A} official or measured from imagery, {@code B} established press, {@code C} a single or anonymous
 *     source, {@code D} undated or second-hand, each also with a sign ({@code B-}); or {@code assumed}
 * @param reason why it is assumed, null unless it is
 */
public record Source(
        String path,
        @Nullable String says,
        @Nullable String source,
        String grade,
        @Nullable String reason) {

    /** Whether it is an assumption. */
    public boolean isAssumed() {
        return grade.equals("assumed");
    }
}
