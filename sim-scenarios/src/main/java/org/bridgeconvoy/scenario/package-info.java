/**
 * From a scenario file to a validated configuration, with every problem of the file at once, each with its line.
 *
 * <p>Here must not live: running anything, or printing anything.
 */
@NullMarked
package org.bridgeconvoy.scenario;

import org.jspecify.annotations.NullMarked;
