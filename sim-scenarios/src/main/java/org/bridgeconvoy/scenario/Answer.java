package org.bridgeconvoy.scenario;

import java.time.LocalDate;
import org.bridgeconvoy.result.Metric;
import org.jspecify.annotations.Nullable;

/**
 * One line of the answer to a scenario's question: a measured quantity with its label and, if wanted, the variant that
 * it is compared with.
 */
public sealed interface Answer {

    /** Label of the quantity, for people: {@code "Trucks over the bridge"}. */
    String says();

    /** What the number should be; null if the file does not say. */
    @Nullable
    Expectation expect();

    /**
     * A metric of the run, or its paired difference to a variant.
     *
     * @param says label of the quantity
     * @param metric the metric
     * @param of variant in which the metric is measured; null for the scenario itself
     * @param against variant that the scenario is compared with, replication by replication on common random numbers;
     *     null for no comparison
     * @param expect what the metric should be; with {@code against}, what the difference should be
     */
    record OfMetric(
            String says,
            Metric metric,
            @Nullable Variant of,
            @Nullable Variant against,
            @Nullable Expectation expect) implements Answer {}

    /**
     * Recovery time: whole days until, at the end of a day, the scenario has no more undelivered tonnes than a variant
     * with the same random numbers. Undelivered means consigned and not yet unloaded.
     *
     * @param says label of the quantity
     * @param from date from whose beginning the days count
     * @param fromDay {@code from} as a day of the run; the first day is 0
     * @param against the variant without the disturbance
     * @param expect what the days should be
     */
    record Recovery(
            String says,
            LocalDate from,
            int fromDay,
            Variant against,
            @Nullable Expectation expect) implements Answer {}
}
