/**
 * Direction controls, arrival patterns and profiles that scenario files use by name. The built-in ones and a modeler's own
 * implement the same interfaces and are found in the same way, by {@link java.util.ServiceLoader}. Start with {@link
 * org.bridgeconvoy.bridge.module.ControlModule}; {@link org.bridgeconvoy.bridge.module.Modules} finds them.
 *
 * <p>Here must not live: reading files, or anything that a run does; a module only makes a rule from its settings.
 */
@NullMarked
package org.bridgeconvoy.bridge.module;

import org.jspecify.annotations.NullMarked;
