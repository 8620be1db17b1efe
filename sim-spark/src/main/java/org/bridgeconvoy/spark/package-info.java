/**
 * Replications on Apache Spark. Texts of scenarios and numbers of replications travel; bytes come back, whatever machine ran them.
 *
 * <p>Start reading at {@link org.bridgeconvoy.spark.SparkEngine}.
 */
@NullMarked
package org.bridgeconvoy.spark;

import org.jspecify.annotations.NullMarked;
