/// Versions of the app that the relay hands out: files and their signed sheets in a folder of the
/// relay's. It holds no key and signs nothing. Everything blocks, on the caller's thread.
@NullMarked
package dev.windowshop.relay.release;

import org.jspecify.annotations.NullMarked;
