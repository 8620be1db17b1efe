package org.bridgeconvoy.experiment.sensitivity;

/**
 * What to expect of an output's expected value, given what is not known. The worlds' means spread more than their expected values do, for chance is in
 * them; they are drawn towards their mean by the factor √(1 − s²/(R·V)), where s² is the mean variance within worlds, R the replications of a world and
 * V the variance of the worlds' means.
 *
 * @param mean mean over worlds, with its interval
 * @param p5 value below which 5% of the drawn worlds' means lie
 * @param median value below which half of them lie
 * @param p95 value below which 95% of them lie
 * @param shrinkage the factor, from 0 (chance explains all of the spread) to 1 (none)
 */
public record ExpectedRange(IntervalEstimate mean, double p5, double median, double p95, double shrinkage) {}
