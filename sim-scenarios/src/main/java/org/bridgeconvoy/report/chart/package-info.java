/**
 * Charts of results. Records such as {@link org.bridgeconvoy.report.chart.ThroughputData} compute the numbers of a
 * chart from days and trips and are tested as numbers; the chart classes draw these numbers in one house style as PNG,
 * SVG or PDF. Only this package knows JFreeChart, Batik and PDFBox. Start at
 * {@link org.bridgeconvoy.report.chart.Charts}.
 *
 * <p>Must not live here: simulating, reading scenario files, or anything that needs a display.
 */
@NullMarked
package org.bridgeconvoy.report.chart;

import org.jspecify.annotations.NullMarked;
