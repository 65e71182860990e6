/// A small internet of network namespaces for tests, on Linux as root: homes behind address
/// translation, a public host, and cables that lose, delay and can be pulled. Used by one thread,
/// but for the cables' own.
@NullMarked
package dev.windowshop.client.netlab;

import org.jspecify.annotations.NullMarked;
