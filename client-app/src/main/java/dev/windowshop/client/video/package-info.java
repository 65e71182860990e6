/// Videos: their posters, and playing them in place, by JavaFX's own media stack. Knows no
/// conversations.
///
/// What the system can't decode fails with a [CannotPlayException], and is left to another program.
/// On Linux that is H.264 without libavformat and libavcodec, everywhere what is no MP4 or
/// QuickTime.
///
/// Threads: [VideoDesk], [Playback] and nodes on the FX thread; [Posters] from any. Files are
/// looked into, and players made, on the `cpu` workers.
@NullMarked
package dev.windowshop.client.video;

import org.jspecify.annotations.NullMarked;
