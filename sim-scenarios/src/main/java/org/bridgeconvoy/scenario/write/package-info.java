/**
 * From a configuration back to the text of a scenario file: {@link ScenarioWriter}. Each part of a file has its writer here, beside its mapper in
 * {@code scenario.map}; the text is read again by {@code scenario.load} before anyone gets it.
 *
 * <p>Must not live here: code that reads files or runs a scenario.
 */
@NullMarked
package org.bridgeconvoy.scenario.write;

import org.jspecify.annotations.NullMarked;
