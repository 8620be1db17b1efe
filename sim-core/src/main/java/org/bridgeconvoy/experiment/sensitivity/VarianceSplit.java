package org.bridgeconvoy.experiment.sensitivity;

/**
 * The variance of one replication's value, split by the law of total variance: Var(Y) = E[Var(Y | world)] + Var(E[Y | world]).
 *
 * @param chance variance within a world, on average; NaN with a single replication a world
 * @param worlds variance of the worlds' expected values, without the part that chance adds to the variance of means; may come out below 0
 * @param worldsShare {@code worlds} ÷ ({@code worlds} + {@code chance}), from 0 to 1; NaN if both are 0
 */
public record VarianceSplit(IntervalEstimate chance, IntervalEstimate worlds, IntervalEstimate worldsShare) {}
