/**
 * The optimum: which values of a scenario are the best under bounds, with a stated confidence. Selection and search are those of the
 * library; here worlds, metrics and costs become their candidates and outputs. Texts and files are not made here.
 *
 * <p>Start reading at {@link org.bridgeconvoy.study.optimum.Optimum}.
 */
@NullMarked
package org.bridgeconvoy.study.optimum;

import org.jspecify.annotations.NullMarked;
