/**
 * Points of a scenario for methods of decision: worlds with values set, their replications on threads or from what an earlier, interrupted
 * command has stored, and the numbers that a method asks for. Results, texts and files are not made here.
 *
 * <p>Start reading at {@link org.bridgeconvoy.study.point.ScenarioPoints}.
 */
@NullMarked
package org.bridgeconvoy.study.point;

import org.jspecify.annotations.NullMarked;
