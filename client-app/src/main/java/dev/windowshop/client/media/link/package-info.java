/// The local socket between the window's process and the media process: length-prefixed JSON. Each
/// end has a writer thread of its own, so that sending never waits; reading is a loop that the
/// owner runs on a thread of its choice.
@NullMarked
package dev.windowshop.client.media.link;

import org.jspecify.annotations.NullMarked;
