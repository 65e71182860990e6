/// The program: command line, profile, and the composition root that wires every feature.
///
/// Threads: starts on the main thread, which opens what must not wait for the window and hands over
/// to the FX thread.
@NullMarked
package dev.windowshop.client.app;

import org.jspecify.annotations.NullMarked;
