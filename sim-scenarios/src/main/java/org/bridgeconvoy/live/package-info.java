/**
 * The live page: a scenario, its sliders and the compiled model in one HTML file.
 *
 * <p>Here must not live: what the page computes, which is the model itself compiled by sim-web, and how it shows it, which is
 * {@code live.js}. Start reading at {@link org.bridgeconvoy.live.LivePage}.
 */
@NullMarked
package org.bridgeconvoy.live;

import org.jspecify.annotations.NullMarked;
