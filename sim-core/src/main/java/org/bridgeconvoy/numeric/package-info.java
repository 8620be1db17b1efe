/**
 * Elementary functions whose bits are fixed: plain Java, no call to the platform's mathematical library.
 *
 * <p>Here lives {@link org.bridgeconvoy.numeric.Fdlibm}. Statistics, distributions and anything that knows what a number means must
 * not live here.
 */
@NullMarked
package org.bridgeconvoy.numeric;

import org.jspecify.annotations.NullMarked;
