/**
 * The entrance to scenario files: {@link ScenarioLoader} turns a name, a path or a text into a validated scenario, or
 * into all problems of its files with their lines. Also lists the built-in scenarios and gives the schema.
 *
 * <p>Must not live here: code that runs a scenario or prints.
 */
@NullMarked
package org.bridgeconvoy.scenario.load;

import org.jspecify.annotations.NullMarked;
