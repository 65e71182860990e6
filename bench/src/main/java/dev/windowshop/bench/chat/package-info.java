/// What conversations cost the app: opening, going back and finding in a long one, from sending to
/// being seen, and coming back after a long absence. Real clients without a window, against the
/// relay in a process of its own.
@NullMarked
package dev.windowshop.bench.chat;

import org.jspecify.annotations.NullMarked;
