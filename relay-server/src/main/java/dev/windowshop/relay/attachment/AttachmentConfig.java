package dev.windowshop.relay.attachment;

import java.time.Duration;

/// Limits of uploads, bytes.
///
/// @param quota what one person may keep here altogether
/// @param reserve disk space that uploads leave free
/// @param orphanLife how long an upload is kept that no message names
public record AttachmentConfig(
    long image, long video, long voice, long file, long quota, long reserve, Duration orphanLife) {
  /// Uploads of one person that may be unfinished at once.
  public static final int OPEN_UPLOADS = 32;

  public static AttachmentConfig defaults() {
    return megabytes(25, 500, 50, 200, 10_000, 200);
  }

  public static AttachmentConfig megabytes(
      int image, int video, int voice, int file, int quota, int reserve) {
    long mega = 1_000_000;
    return new AttachmentConfig(
        image * mega,
        video * mega,
        voice * mega,
        file * mega,
        quota * mega,
        reserve * mega,
        Duration.ofHours(24));
  }

  long largest() {
    return Math.max(Math.max(image, video), Math.max(voice, file));
  }

  long of(Kind kind) {
    return switch (kind) {
      case IMAGE -> image;
      case VIDEO -> video;
      case VOICE -> voice;
      case FILE -> file;
    };
  }
}
