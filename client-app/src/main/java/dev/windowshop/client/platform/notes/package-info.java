/// Notes of the desktop: shown, replaced, answered and taken away again by whatever shows them on
/// this system, over the session's message bus. Everything runs on the thread `notes`, whoever
/// asks; nothing here knows the application's features.
@NullMarked
package dev.windowshop.client.platform.notes;

import org.jspecify.annotations.NullMarked;
