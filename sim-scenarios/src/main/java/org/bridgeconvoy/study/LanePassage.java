package org.bridgeconvoy.study;

import org.bridgeconvoy.experiment.Estimate;

/**
 * What the lane could pass in one direction, and what it passed, a day on average over the measured window.
 *
 * @param direction {@code outbound} or {@code return}
 * @param couldPass trucks a day that could enter at most in the direction's hours at the headway; infinite without a
 *     headway, NaN under a control whose hours are unknown
 * @param basis how that was reckoned, for people
 * @param passed trucks a day that left the bridge
 */
public record LanePassage(String direction, double couldPass, String basis, Estimate passed) {}
