/**
 * From the keys of a scenario to its configuration: a mapper for each part of the file, and what is unusual about it.
 *
 * <p>Here must not live: opening scenario files, which {@code text} does.
 */
@NullMarked
package org.bridgeconvoy.scenario.map;

import org.jspecify.annotations.NullMarked;
