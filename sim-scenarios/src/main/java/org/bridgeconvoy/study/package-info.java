/**
 * Runs scenarios and says what came out: replications in parallel, estimates over them, what limits throughput,
 * comparisons and sweeps. Everything that reports show is in the result types here ({@link
 * org.bridgeconvoy.study.StudyResult}, {@link org.bridgeconvoy.study.WhatLimits}), which know neither engine nor model;
 * nothing here writes files or prints. Start with {@link org.bridgeconvoy.study.Study}.
 */
@NullMarked
package org.bridgeconvoy.study;

import org.jspecify.annotations.NullMarked;
