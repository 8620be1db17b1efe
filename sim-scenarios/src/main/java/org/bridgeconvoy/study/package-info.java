/**
 * Runs scenarios and estimates: replications in parallel, estimates over them, what limits throughput, comparisons and
 * sweeps. The result types here ({@link org.bridgeconvoy.study.StudyResult}, {@link org.bridgeconvoy.study.WhatLimits})
 * hold everything that reports show, and know neither engine nor model. Start with {@link org.bridgeconvoy.study.Study}.
 *
 * <p>Here must not live: what writes files or prints.
 */
@NullMarked
package org.bridgeconvoy.study;

import org.jspecify.annotations.NullMarked;
