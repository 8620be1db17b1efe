package org.bridgeconvoy.study;

import org.bridgeconvoy.experiment.Estimate;

/**
 * Capacity and throughput of the lane in one direction, as daily means over the measured window.
 *
 * @param direction {@code outbound} or {@code return}
 * @param couldPass capacity: trucks a day that leave the lane in a run of the same window in which trucks, all alike, always wait on both
 *     sides; it includes the effect of clearance, greens, limits and closures; NaN if neither a headway nor a limit bounds the direction
 * @param basis what the capacity rests on, or why it is not known, for people
 * @param passed throughput: trucks a day that left the bridge
 */
public record LanePassage(String direction, double couldPass, String basis, Estimate passed) {}
