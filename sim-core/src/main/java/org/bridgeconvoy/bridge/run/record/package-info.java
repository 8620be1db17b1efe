/**
 * How a run is measured: the recorder, to which the parts report what happens, the records of queues and cargoes, and the metrics computed
 * from them.
 *
 * <p>Here must not live: anything that asks a part of the model. Start reading at {@link org.bridgeconvoy.bridge.run.record.Recorder}; the
 * metrics are defined in {@link org.bridgeconvoy.bridge.run.record.BridgeMetrics}.
 */
@NullMarked
package org.bridgeconvoy.bridge.run.record;

import org.jspecify.annotations.NullMarked;
