package org.bridgeconvoy.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bridgeconvoy.observe.Observations;
import org.jspecify.annotations.Nullable;

/**
 * Evidence behind the metrics of one replication.
 *
 * @param observations for each metric in the order of the files the single observations, if it is a percentile; null for other metrics;
 *     empty if observations were not kept
 * @param unfinished for each metric in the order of the files the number of waits or lead times that had not ended at the horizon and are
 *     left out; 0 for other metrics; empty if not known
 * @param chance whether any random number was drawn; without one, all replications are the same
 * @param chanceInDemand whether a random number was drawn for the times or sizes of consignments
 */
public record Evidence(
        List<@Nullable Observations> observations, long[] unfinished, boolean chance, boolean chanceInDemand) {

    /** No evidence: chance is assumed. */
    public static final Evidence NONE = new Evidence(List.of(), new long[0], true, true);

    /** Copies the list and the array. */
    public Evidence {
        observations = Collections.unmodifiableList(new ArrayList<>(observations));
        unfinished = unfinished.clone();
    }

    /**
     * The observations of a metric.
     *
     * @param metric its index in the order of the files, from 0
     * @return null if it is no percentile or observations were not kept
     */
    public @Nullable Observations observations(int metric) {
        return observations.isEmpty() ? null : observations.get(metric);
    }

    /**
     * The number of waits or lead times of a metric that had not ended at the horizon.
     *
     * @param metric its index in the order of the files, from 0
     * @return at least 0; 0 if not known
     */
    public long unfinished(int metric) {
        return unfinished.length == 0 ? 0 : unfinished[metric];
    }

    /**
     * A copy without the observations, which take most of the memory.
     *
     * @return a copy
     */
    public Evidence withoutObservations() {
        return new Evidence(List.of(), unfinished, chance, chanceInDemand);
    }
}
