/// The relay's fan-out beside that of the Node reference on the same work, each a process of its
/// own, with the same load client in a third.
@NullMarked
package dev.windowshop.bench.fanout;

import org.jspecify.annotations.NullMarked;
