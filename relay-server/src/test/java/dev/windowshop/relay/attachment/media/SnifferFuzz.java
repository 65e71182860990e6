package dev.windowshop.relay.attachment.media;

/// Feeds the upload sniffer. Whatever comes, it says what the file is, and nothing impossible of
/// it.
public final class SnifferFuzz {
  private SnifferFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    Sniffed sniffed = AttachmentSniffer.sniff(MediaBytes.of(data));
    Integer width = sniffed.width();
    Integer height = sniffed.height();
    Long duration = sniffed.durationMs();
    if (sniffed.mime().isBlank()
        || (width != null && width < 0)
        || (height != null && height < 0)
        || (duration != null && duration < 0)
        || sniffed.orientation() < 1
        || sniffed.orientation() > 8) {
      throw new IllegalStateException("impossible: " + sniffed);
    }
  }
}
