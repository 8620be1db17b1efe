package org.bridgeconvoy.study.sensitivity;

import org.bridgeconvoy.experiment.sensitivity.IntervalEstimate;
import org.bridgeconvoy.study.SuchThat;

/**
 * How likely a bound is met, given chance and what is not known.
 *
 * @param bound the bound
 * @param replication probability that a single replication meets it
 * @param expected probability that the expected value of a world meets it
 */
public record BoundChance(SuchThat bound, IntervalEstimate replication, IntervalEstimate expected) {}
