package org.bridgeconvoy.scenario;

import org.bridgeconvoy.bridge.config.DayGoal;

/**
 * What the asker of a scenario's question hopes an answer to be: {@code expect: ">= 100"}.
 *
 * @param relation on which side of the bound the number, or the difference of an answer with {@code against}, should lie
 * @param bound a finite number in the metric's unit
 */
public record Expectation(DayGoal.Relation relation, double bound) {}
