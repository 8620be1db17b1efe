/**
 * From the tree of a scenario file to the configuration of the model: one mapper for each part of the file, the check
 * of what can never work, and warnings about unusual values. Start at {@link ScenarioMapper}.
 *
 * <p>Must not live here: opening scenario files, which {@code text} does, and the table of keys, which is in
 * {@code key}.
 */
@NullMarked
package org.bridgeconvoy.scenario.map;

import org.jspecify.annotations.NullMarked;
