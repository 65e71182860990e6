/// Calls measured: one real client among synthetic peers, beside the bare library doing the same;
/// how long the first picture takes; many calls in a row in a program with a window. Every
/// measurement runs in a process of its own, by its main thread.
@NullMarked
package dev.windowshop.bench.calls;

import org.jspecify.annotations.NullMarked;
