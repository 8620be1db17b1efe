package org.bridgeconvoy.study;

import org.bridgeconvoy.experiment.Estimate;

/**
 * What the lane could pass in one direction, and what it passed, a day on average over the measured window.
 *
 * @param direction {@code outbound} or {@code return}
 * @param couldPass trucks a day that leave the lane in a run of the same window in which trucks never fail to wait on both sides,
 *     all alike, so that clearing, greens, limits and closures are in it; NaN where neither a headway nor a limit bounds it
 * @param basis what it rests on, or why there is none, for people
 * @param passed trucks a day that left the bridge
 */
public record LanePassage(String direction, double couldPass, String basis, Estimate passed) {}
