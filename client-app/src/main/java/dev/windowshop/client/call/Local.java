package dev.windowshop.client.call;

import dev.windowshop.client.media.LocalSources.Picture;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.ScreenSource;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// One's own side of a call. Immutable.
///
/// @param muted what the user chose, as is `cameraOn`
/// @param picture what is really sent when the camera is on
/// @param frames one's own picture, null without one
/// @param handRaised one wants to say something
/// @param reaction the last emoji that one showed
/// @param sharing what is shown beside the camera
/// @param soundless this machine has no sound just now
/// @param switched a device that came or went, until the user has read of it
/// @param quality how much less is sent than could be, null for not at all
public record Local(
    boolean muted,
    boolean cameraOn,
    Picture picture,
    boolean speaking,
    @Nullable Path frames,
    boolean handRaised,
    Signs.@Nullable Reaction reaction,
    MediaEvent.@Nullable Quality quality,
    @Nullable ScreenSource sharing,
    MediaEvent.@Nullable DeviceSwitched switched,
    boolean soundless) {
  Local(boolean muted, boolean cameraOn, Picture picture, boolean speaking, @Nullable Path frames) {
    this(muted, cameraOn, picture, speaking, frames, false, null, null, null, null, false);
  }

  static Local of(boolean cameraOn, Picture picture) {
    return new Local(false, cameraOn, picture, false, null);
  }

  Local withMuted(boolean next) {
    return new Local(
        next,
        cameraOn,
        picture,
        speaking && !next,
        frames,
        handRaised,
        reaction,
        quality,
        sharing,
        switched,
        soundless);
  }

  Local withCamera(boolean next) {
    return new Local(
        muted,
        next,
        picture,
        speaking,
        frames,
        handRaised,
        reaction,
        quality,
        sharing,
        switched,
        soundless);
  }

  Local withPicture(Picture next) {
    return new Local(
        muted,
        cameraOn,
        next,
        speaking,
        frames,
        handRaised,
        reaction,
        quality,
        sharing,
        switched,
        soundless);
  }

  Local withSpeaking(boolean next) {
    return new Local(
        muted,
        cameraOn,
        picture,
        next,
        frames,
        handRaised,
        reaction,
        quality,
        sharing,
        switched,
        soundless);
  }

  Local withFrames(@Nullable Path next) {
    return new Local(
        muted,
        cameraOn,
        picture,
        speaking,
        next,
        handRaised,
        reaction,
        quality,
        sharing,
        switched,
        soundless);
  }

  Local withHand(boolean next) {
    return new Local(
        muted, cameraOn, picture, speaking, frames, next, reaction, quality, sharing, switched,
        soundless);
  }

  Local reacting(String emoji) {
    Signs.Reaction next = new Signs.Reaction(emoji, reaction == null ? 1 : reaction.number() + 1);
    return new Local(
        muted,
        cameraOn,
        picture,
        speaking,
        frames,
        handRaised,
        next,
        quality,
        sharing,
        switched,
        soundless);
  }

  Local withQuality(MediaEvent.Quality next) {
    MediaEvent.@Nullable Quality shown = next.step() == 0 ? null : next;
    return new Local(
        muted,
        cameraOn,
        picture,
        speaking,
        frames,
        handRaised,
        reaction,
        shown,
        sharing,
        switched,
        soundless);
  }

  Local withSharing(@Nullable ScreenSource next) {
    return new Local(
        muted,
        cameraOn,
        picture,
        speaking,
        frames,
        handRaised,
        reaction,
        quality,
        next,
        switched,
        soundless);
  }

  Local withSwitched(MediaEvent.@Nullable DeviceSwitched next) {
    return new Local(
        muted,
        cameraOn,
        picture,
        speaking,
        frames,
        handRaised,
        reaction,
        quality,
        sharing,
        next,
        soundless);
  }

  Local withSoundless(boolean next) {
    return new Local(
        muted,
        cameraOn,
        picture,
        speaking,
        frames,
        handRaised,
        reaction,
        quality,
        sharing,
        switched,
        next);
  }
}
