/**
 * The model for a page: scenario text in, numbers out. What {@link org.bridgeconvoy.web.Web} exports is compiled to WebAssembly GC; the other
 * classes are plain Java, so that the JVM can be held to the same numbers.
 */
@NullMarked
package org.bridgeconvoy.web;

import org.jspecify.annotations.NullMarked;
