package org.bridgeconvoy.result;

/**
 * A quantity that every replication has one value of.
 *
 * @param name its name in files: {@code wait_load_min}, {@code truck_h_per_day.idle}
 * @param unit its unit for people: {@code min}, {@code trucks/d}; empty for a share
 * @param text what it is, in a few words
 */
public record Metric(String name, String unit, String text) {

    private static final String P95 = "_p95";

    /**
     * Whether it is a 95th percentile of lead times or waits. Over replications it is that of all their observations together;
     * the value of one replication is the percentile of its own.
     *
     * @return true for {@code lead_time_h_p95}, {@code wait_load_p95_min} and the like
     */
    public boolean isPercentile() {
        return (name.startsWith("lead_time_h") && name.endsWith(P95))
                || (name.startsWith("wait_") && name.contains(P95 + "_min"));
    }
}
