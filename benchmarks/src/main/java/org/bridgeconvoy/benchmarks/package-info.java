/**
 * JMH benchmarks of the library and of the built-in scenario. Measures the other modules; none of them knows it.
 */
@NullMarked
package org.bridgeconvoy.benchmarks;

import org.jspecify.annotations.NullMarked;
