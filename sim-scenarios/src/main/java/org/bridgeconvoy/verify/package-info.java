/**
 * Cases with a known answer, published or derived, against which the library is run: queues, single lanes, demand,
 * generators, intervals. Start with {@link org.bridgeconvoy.verify.Verification}.
 *
 * <p>Here must not live: an answer that was read off the library itself.
 */
@NullMarked
package org.bridgeconvoy.verify;

import org.jspecify.annotations.NullMarked;
