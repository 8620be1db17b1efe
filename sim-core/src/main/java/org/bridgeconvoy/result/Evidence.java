package org.bridgeconvoy.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bridgeconvoy.observe.Observations;
import org.jspecify.annotations.Nullable;

/**
 * What the values of one replication's metrics rest on.
 *
 * @param observations for each metric in the order of the files what was observed, for a percentile; null for other metrics;
 *     empty if observations were not kept
 * @param unfinished for each metric in the order of the files how many are still waiting or on their way at the horizon, which
 *     waits and lead times leave out; 0 for other metrics; empty if it is not known
 * @param chance whether any random number was drawn; without one every replication is the same
 * @param chanceInDemand whether one was drawn for when consignments appear or how large they are
 */
public record Evidence(
        List<@Nullable Observations> observations, long[] unfinished, boolean chance, boolean chanceInDemand) {

    /** Nothing is known. */
    public static final Evidence NONE = new Evidence(List.of(), new long[0], true, true);

    /** Copies the list and the array. */
    public Evidence {
        observations = Collections.unmodifiableList(new ArrayList<>(observations));
        unfinished = unfinished.clone();
    }

    /**
     * What was observed for a metric.
     *
     * @param metric its place in the order of the files, from 0
     * @return null if it is no percentile or observations were not kept
     */
    public @Nullable Observations observations(int metric) {
        return observations.isEmpty() ? null : observations.get(metric);
    }

    /**
     * How many were not observed to their end.
     *
     * @param metric its place in the order of the files, from 0
     * @return at least 0
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
