package org.bridgeconvoy.study;

import java.util.List;
import java.util.Optional;
import org.bridgeconvoy.experiment.PooledPercentile;
import org.bridgeconvoy.result.Metric;
import org.jspecify.annotations.Nullable;

/** Keeps the finished points of a sweep, so that an interrupted sweep continues where it stopped. */
public interface PointStore {

    /**
     * A finished point.
     *
     * @param metrics in the order of the files
     * @param values of each metric, by replication
     * @param pooled of each metric, the percentile of all observations; null for a metric that is none
     * @param chance whether any random number was drawn
     * @param chanceInDemand whether one was drawn for what is consigned and when
     */
    record Values(
            List<Metric> metrics,
            List<double[]> values,
            List<@Nullable PooledPercentile> pooled,
            boolean chance,
            boolean chanceInDemand) {}

    /** Keeps nothing. */
    PointStore NONE = new PointStore() {
        @Override
        public Optional<Values> find(int point, String key) {
            return Optional.empty();
        }

        @Override
        public void save(int point, String key, Values values) {
            // Nothing is kept.
        }
    };

    /**
     * A point that was saved.
     *
     * @param point its number, from 1
     * @param key tells the work: another scenario, seed, number of replications or version is another key
     * @return empty if there is none with this key
     */
    Optional<Values> find(int point, String key);

    /** Saves a point; its values are read back the same to the bit. */
    void save(int point, String key, Values values);
}
