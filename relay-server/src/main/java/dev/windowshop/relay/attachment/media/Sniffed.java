package dev.windowshop.relay.attachment.media;

import org.jspecify.annotations.Nullable;

/// What a file turned out to be.
///
/// @param mime `application/octet-stream` for everything that must not be shown by a browser
/// @param width as it is shown, after any turning that the file asks for
/// @param orientation how it is to be turned, EXIF's 1 to 8
public record Sniffed(
    Family family,
    String mime,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Long durationMs,
    int orientation) {
  public enum Family {
    IMAGE,
    VIDEO,
    AUDIO,
    OTHER
  }

  public static final String BINARY = "application/octet-stream";

  static Sniffed other(String mime) {
    return new Sniffed(Family.OTHER, mime, null, null, null, 1);
  }

  static Sniffed image(String mime, int width, int height, int orientation) {
    boolean turned = orientation >= 5 && orientation <= 8;
    return new Sniffed(
        Family.IMAGE, mime, turned ? height : width, turned ? width : height, null, orientation);
  }

  static Sniffed audio(String mime, @Nullable Long durationMs) {
    return new Sniffed(Family.AUDIO, mime, null, null, durationMs, 1);
  }

  static Sniffed video(
      String mime, @Nullable Integer width, @Nullable Integer height, @Nullable Long durationMs) {
    return new Sniffed(Family.VIDEO, mime, width, height, durationMs, 1);
  }
}
