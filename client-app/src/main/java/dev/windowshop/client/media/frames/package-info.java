/// Pictures in shared memory: one file a tile, written by the media engine, read by the window. Any
/// one thread may write a file and any one other read it, of one process or two; neither waits.
@NullMarked
package dev.windowshop.client.media.frames;

import org.jspecify.annotations.NullMarked;
