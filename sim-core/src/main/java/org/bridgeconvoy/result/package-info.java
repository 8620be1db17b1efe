/**
 * What one replication of the bridge model produced: values of metrics, a table by day, a table of trips. Plain immutable
 * data that reports and experiments read; nothing here computes or knows a model. Start with {@link
 * org.bridgeconvoy.result.ReplicationResult}.
 */
@NullMarked
package org.bridgeconvoy.result;

import org.jspecify.annotations.NullMarked;
