/**
 * The {@code convoy} command: options, progress, exit status. The only package that prints or exits. Start with
 * {@link org.bridgeconvoy.cli.Convoy}; each subcommand is a class of its own, listed in {@code Subcommand}.
 *
 * <p>Here must not live: what a program that uses the library needs too.
 */
@NullMarked
package org.bridgeconvoy.cli;

import org.jspecify.annotations.NullMarked;
