package dev.windowshop.client.call;

import dev.windowshop.client.media.LocalSources.Picture;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// One's own side of a call. Immutable.
///
/// @param muted what the user chose, as is `cameraOn`
/// @param picture what is really sent when the camera is on
/// @param frames one's own picture, null without one
public record Local(
    boolean muted, boolean cameraOn, Picture picture, boolean speaking, @Nullable Path frames) {

  static Local of(boolean cameraOn, Picture picture) {
    return new Local(false, cameraOn, picture, false, null);
  }

  Local withMuted(boolean next) {
    return new Local(next, cameraOn, picture, speaking && !next, frames);
  }

  Local withCamera(boolean next) {
    return new Local(muted, next, picture, speaking, frames);
  }

  Local withPicture(Picture next) {
    return new Local(muted, cameraOn, next, speaking, frames);
  }

  Local withSpeaking(boolean next) {
    return new Local(muted, cameraOn, picture, next, frames);
  }

  Local withFrames(@Nullable Path next) {
    return new Local(muted, cameraOn, picture, speaking, next);
  }
}
