/**
 * The immutable configuration of a bridge model, in SI units, checked when it is built.
 *
 * <p>Here must not live: anything that changes during a run, or that knows about files. Start reading at
 * {@code ConvoyConfig}.
 */
@NullMarked
package org.bridgeconvoy.bridge.config;

import org.jspecify.annotations.NullMarked;
