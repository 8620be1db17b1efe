package org.bridgeconvoy.experiment.sensitivity;

/**
 * The mean of an output over the worlds with about one value of an input.
 *
 * @param input mean of the input's values in these worlds
 * @param mean mean of the output
 * @param worlds how many worlds these are
 */
public record ConditionalMean(double input, double mean, int worlds) {}
