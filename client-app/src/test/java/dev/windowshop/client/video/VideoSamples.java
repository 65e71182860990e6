package dev.windowshop.client.video;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Small videos, made once by ffmpeg (160 × 90, 4 s, H.264 baseline at 10 frames a second; a yellow
/// square at the left above, on blue for 0.3 s and on red from there on):
///
/// ```
/// ffmpeg -f lavfi -i color=c=0x2266aa:size=160x90:rate=10:duration=0.3 \
///   -f lavfi -i color=c=0xcc3322:size=160x90:rate=10:duration=3.7 -filter_complex \
///   "[0][1]concat=n=2:v=1,drawbox=x=10:y=10:w=40:h=40:color=yellow:t=fill" \
///   -c:v libx264 -profile:v baseline -pix_fmt yuv420p -preset veryslow -crf 35 -g 10 \
///   -movflags +faststart -bitexact clip.mp4
/// ffmpeg -i clip.mp4 -f lavfi -i sine=frequency=440:sample_rate=8000:duration=4 -map 0:v -map 1:a \
///   -c:v copy -c:a aac -b:a 8k -ac 1 -metadata:s:v rotate=270 -movflags +faststart -bitexact \
///   upright.mp4
/// ```
public final class VideoSamples {
  private VideoSamples() {}

  /// Without sound.
  public static Path clip(Path folder) {
    return copied("clip.mp4", folder.resolve("clip.mp4"));
  }

  /// As a phone records that is held upright, with a tone.
  public static Path upright(Path folder) {
    return copied("upright.mp4", folder.resolve("upright.mp4"));
  }

  /// Says that it is a video, and is none.
  public static Path broken(Path folder) {
    try {
      byte[] whole = Files.readAllBytes(clip(folder));
      for (int i = whole.length / 2; i < whole.length; i++) {
        whole[i] = (byte) (i * 31);
      }
      Path file = folder.resolve("broken.mp4");
      return Files.write(file, java.util.Arrays.copyOf(whole, 200));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path copied(String name, Path to) {
    try (InputStream in = Objects.requireNonNull(VideoSamples.class.getResourceAsStream(name))) {
      Files.write(to, in.readAllBytes());
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Skips a test where this system has nothing that decodes H.264.
  public static void assumeDecoder() {
    if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
      List<Path> folders =
          Stream.of(
                  "/usr/lib/x86_64-linux-gnu",
                  "/usr/lib/aarch64-linux-gnu",
                  "/usr/lib64",
                  "/usr/lib")
              .map(Path::of)
              .toList();
      boolean there =
          folders.stream()
              .anyMatch(folder ->
                  IntStream.rangeClosed(57, 61)
                      .anyMatch(version ->
                          Files.exists(folder.resolve("libavcodec.so." + version))
                              && Files.exists(folder.resolve("libavformat.so." + version))));
      assumeTrue(there, "there is no libavformat and libavcodec here (57 to 61)");
    }
  }
}
