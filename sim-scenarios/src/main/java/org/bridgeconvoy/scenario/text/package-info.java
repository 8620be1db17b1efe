/**
 * The text of scenario files: which files there are, every value with its file, line and column, and what a single value
 * means (a quantity, a time, a day). Problems are collected here.
 *
 * <p>Here must not live: which keys a file may hold.
 */
@NullMarked
package org.bridgeconvoy.scenario.text;

import org.jspecify.annotations.NullMarked;
