package org.bridgeconvoy.study;

import java.util.function.IntFunction;

/**
 * How a machine that knows nothing of a batch makes its models: from the texts of their scenarios, which are whole, and from what is wanted
 * of a replication.
 *
 * @param <R> what a replication gives
 * @param scenarios the resolved text of the scenario of each point by its number
 * @param wanted what a replication is to give
 */
public record Recipe<R>(IntFunction<String> scenarios, Wanted<R> wanted) {}
