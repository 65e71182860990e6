/// Emoji as pictures: which there are, what they are called, texts that contain them, and where one
/// picks them. Knows no conversations.
///
/// Threads: the catalogue is immutable and safe anywhere; pictures and views live on the FX thread.
@NullMarked
package dev.windowshop.client.emoji;

import org.jspecify.annotations.NullMarked;
