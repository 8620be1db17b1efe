/** The modules that come with the library; not part of its interface. */
@NullMarked
package org.bridgeconvoy.bridge.module.builtin;

import org.jspecify.annotations.NullMarked;
