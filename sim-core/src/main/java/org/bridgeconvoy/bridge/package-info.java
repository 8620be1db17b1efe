/**
 * The bridge model: trucks, stations, convoys and the lane, run from an immutable configuration.
 *
 * <p>What happens at one nanosecond is handled in the fixed order of phases that the model's documentation lists.
 * Here must not live: files, text formats, or statistics over replications. Start reading at the package's
 * configuration types and then at the model that they build.
 */
@NullMarked
package org.bridgeconvoy.bridge;

import org.jspecify.annotations.NullMarked;
