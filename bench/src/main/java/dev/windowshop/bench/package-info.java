/// Load harness and benchmarks: `./windowshop bench NAME`. Never shipped.
@NullMarked
package dev.windowshop.bench;

import org.jspecify.annotations.NullMarked;
