package dev.windowshop.relay.app;

import dev.windowshop.relay.attachment.AttachmentConfig;
import picocli.CommandLine.Option;

/// How much people may upload.
final class AttachmentOptions {
  @Option(
      names = "--upload-image-mb",
      paramLabel = "N",
      defaultValue = "25",
      description = "Largest picture that is taken (default: ${DEFAULT-VALUE}).")
  private int image;

  @Option(
      names = "--upload-video-mb",
      paramLabel = "N",
      defaultValue = "500",
      description = "Largest video that is taken (default: ${DEFAULT-VALUE}).")
  private int video;

  @Option(
      names = "--upload-voice-mb",
      paramLabel = "N",
      defaultValue = "50",
      description = "Largest voice message that is taken (default: ${DEFAULT-VALUE}).")
  private int voice;

  @Option(
      names = "--upload-file-mb",
      paramLabel = "N",
      defaultValue = "200",
      description = "Largest other file that is taken (default: ${DEFAULT-VALUE}).")
  private int file;

  @Option(
      names = "--upload-quota-mb",
      paramLabel = "N",
      defaultValue = "10000",
      description = "What one person's files may take altogether (default: ${DEFAULT-VALUE}).")
  private int quota;

  @Option(
      names = "--upload-reserve-mb",
      paramLabel = "N",
      defaultValue = "200",
      description = "Disk space that uploads leave free (default: ${DEFAULT-VALUE}).")
  private int reserve;

  /// @throws IllegalArgumentException saying which of them makes no sense
  AttachmentConfig config() {
    positive("--upload-image-mb", image);
    positive("--upload-video-mb", video);
    positive("--upload-voice-mb", voice);
    positive("--upload-file-mb", file);
    positive("--upload-quota-mb", quota);
    if (reserve < 0) {
      throw new IllegalArgumentException("--upload-reserve-mb must not be negative.");
    }
    return AttachmentConfig.megabytes(image, video, voice, file, quota, reserve);
  }

  private static void positive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, not " + value + ".");
    }
  }
}
