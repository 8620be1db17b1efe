/**
 * A slow, obvious simulator of the bridge model, to which runs of the model are held over drawn worlds. It is written from the
 * contract alone, with its sentences beside the code, and takes nothing from the model but its configuration, the numbers that are
 * drawn, and when consignments appear. Start reading at {@link org.bridgeconvoy.bridge.reference.SlowRun}.
 */
package org.bridgeconvoy.bridge.reference;
