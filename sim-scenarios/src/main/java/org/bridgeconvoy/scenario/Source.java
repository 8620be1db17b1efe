package org.bridgeconvoy.scenario;

import org.jspecify.annotations.Nullable;

/**
 * The evidence for a value of a scenario, or the statement that the value is assumed. An entry covers its path and
 * every path below it that has no entry of its own.
 *
 * @param path path of the value: {@code bridge.length}
 * @param says what the source says; null if the entry does not quote it
 * @param source where to find the source; null for an assumption
 * @param grade {@code A} official or measured from imagery, {@code B} established press, {@code C} a single or
 *     anonymous source, {@code D} undated or second-hand, each perhaps with a sign ({@code B-}); or {@code assumed}
 * @param reason why the value is assumed; null for a value with a source
 */
public record Source(
        String path,
        @Nullable String says,
        @Nullable String source,
        String grade,
        @Nullable String reason) {

    /** Whether the value is an assumption. */
    public boolean isAssumed() {
        return grade.equals("assumed");
    }
}
