/// The screens and windows of an X server, captured in its own protocol: a mistake ends in an
/// exception and never in a crash. Used by the engine and by the thread that captures what is
/// shared; each has a connection of its own.
@NullMarked
package dev.windowshop.client.media.x11;

import org.jspecify.annotations.NullMarked;
