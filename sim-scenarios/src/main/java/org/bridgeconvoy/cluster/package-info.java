/**
 * Where replications run elsewhere: finds the module that speaks to Apache Spark, builds it in a source tree the first time, and opens it
 * beside Spark's libraries, of which this program knows nothing.
 *
 * <p>Start reading at {@link org.bridgeconvoy.cluster.SparkModule}.
 */
@NullMarked
package org.bridgeconvoy.cluster;

import org.jspecify.annotations.NullMarked;
