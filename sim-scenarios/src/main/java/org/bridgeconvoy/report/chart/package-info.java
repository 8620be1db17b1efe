/**
 * Charts of results: first numbers ({@link org.bridgeconvoy.report.chart.ThroughputData} and its like, computed from days and
 * trips, tested as numbers), then pictures of them in one house style as PNG, SVG or PDF. JFreeChart, Batik and PDFBox
 * stay behind this package; nothing here simulates, and no display is needed. Start with {@link
 * org.bridgeconvoy.report.chart.Charts}.
 */
@NullMarked
package org.bridgeconvoy.report.chart;

import org.jspecify.annotations.NullMarked;
