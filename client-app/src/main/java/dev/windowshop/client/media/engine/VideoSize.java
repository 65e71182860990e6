package dev.windowshop.client.media.engine;

/// What is sent. Sides are even.
record VideoSize(int width, int height, int framesPerSecond) {
  private static final VideoSize FEW = new VideoSize(640, 360, 30);
  private static final VideoSize SPEAKER = new VideoSize(640, 360, 15);
  private static final VideoSize MANY = new VideoSize(320, 180, 15);

  VideoSize {
    width = Math.clamp(width, 16, 1920) & ~1;
    height = Math.clamp(height, 16, 1080) & ~1;
    framesPerSecond = Math.clamp(framesPerSecond, 1, 60);
  }

  /// What a mesh of so many can afford: everyone encodes once for each other.
  ///
  /// @param speaking of many, the one who speaks is sent larger
  static VideoSize forPeers(int peers, boolean speaking) {
    if (peers <= 3) {
      return FEW;
    }
    return speaking ? SPEAKER : MANY;
  }

  long frameNanos() {
    return 1_000_000_000L / framesPerSecond;
  }

  /// A bit for every eight pixels, which is what VP8 makes good use of, and some for small sizes.
  int maxBitsPerSecond() {
    return (int) (100_000 + (long) width * height * framesPerSecond / 8);
  }
}
