/// The program: command line, settings, and the composition root that wires every feature.
///
/// Runs on the main thread; what it starts has threads of its own.
@NullMarked
package dev.windowshop.relay.app;

import org.jspecify.annotations.NullMarked;
