package org.bridgeconvoy.bridge.reference;

import java.util.List;
import java.util.Map;

/**
 * A stretch of time in which nothing happens.
 *
 * @param from its beginning
 * @param to its end, later than its beginning
 * @param queues how many wait before each stage, by its name in the metrics
 * @param servers at work in each station
 * @param vehicles how many vehicles of each name wait before the bridge
 * @param lanes of the bridge
 */
record Moment(
        long from,
        long to,
        Map<String, Integer> queues,
        Map<String, Integer> servers,
        List<Integer> vehicles,
        int lanes) {

    /** How much of it lies behind an instant. */
    long lengthSince(long begin) {
        return Math.max(0, to - Math.max(from, begin));
    }
}
