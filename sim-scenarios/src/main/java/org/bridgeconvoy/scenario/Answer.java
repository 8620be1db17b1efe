package org.bridgeconvoy.scenario;

import java.time.LocalDate;
import org.bridgeconvoy.result.Metric;
import org.jspecify.annotations.Nullable;

/** One line of the answer to a scenario's question: what is measured, and what it is compared with. */
public sealed interface Answer {

    /** What is measured, for people. */
    String says();

    /**
     * A metric.
     *
     * @param says what it is, for people
     * @param metric which one
     * @param of the world that it is measured in; null for the scenario itself
     * @param against the world that the scenario is compared with, paired by replication; null for none
     */
    record OfMetric(
            String says,
            Metric metric,
            @Nullable Variant of,
            @Nullable Variant against) implements Answer {}

    /**
     * Days until the tonnes that are consigned and not yet unloaded are, at the end of a day, no more than at the same time
     * in another world with the same random numbers.
     *
     * @param says what it is, for people
     * @param from the date from whose beginning the days count
     * @param fromDay the same as a day of the run, the first is 0
     * @param against the other world
     */
    record Recovery(String says, LocalDate from, int fromDay, Variant against) implements Answer {}
}
