/// The media process: the engine of `engine` behind the link of `link`, and nothing else. It loads
/// no JavaFX, keeps nothing, and does not outlive the window's process.
@NullMarked
package dev.windowshop.client.media.child;

import org.jspecify.annotations.NullMarked;
