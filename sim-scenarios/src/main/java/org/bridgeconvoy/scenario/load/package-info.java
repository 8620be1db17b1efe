/**
 * The door to scenario files: from a name, a path or a text to a validated scenario, with every problem of the file at
 * once, each with its line; the scenarios that come with the program; the schema.
 *
 * <p>Here must not live: running anything, or printing anything.
 */
@NullMarked
package org.bridgeconvoy.scenario.load;

import org.jspecify.annotations.NullMarked;
