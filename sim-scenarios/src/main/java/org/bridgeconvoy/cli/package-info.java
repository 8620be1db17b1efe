/**
 * The {@code convoy} command: options, progress, exit status. The only place that prints or exits.
 *
 * <p>Here must not live: anything that a caller of the library would miss.
 */
@NullMarked
package org.bridgeconvoy.cli;

import org.jspecify.annotations.NullMarked;
