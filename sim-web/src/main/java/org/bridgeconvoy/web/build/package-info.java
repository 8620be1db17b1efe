/** Compiles the model to WebAssembly GC with TeaVM; no part of the compiled module. */
@NullMarked
package org.bridgeconvoy.web.build;

import org.jspecify.annotations.NullMarked;
