/**
 * The text of scenario files: the files themselves, their values with file, line and column, and the reading of one
 * value (a quantity, a time, a day). {@link Problems} collects what is wrong. Start at {@link YamlReader}.
 *
 * <p>Must not live here: which keys a file may hold.
 */
@NullMarked
package org.bridgeconvoy.scenario.text;

import org.jspecify.annotations.NullMarked;
