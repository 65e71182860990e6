package dev.windowshop.client.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoShapeTest {
  @TempDir Path folder;

  @Test
  void aVideoSaysItsSizeAndLength() throws IOException {
    VideoShape shape = VideoShape.of(VideoSamples.clip(folder));
    assertNotNull(shape);
    assertEquals(160, shape.width());
    assertEquals(90, shape.height());
    assertEquals(0, shape.turned());
    assertEquals(4000, shape.durationMs(), 60);
    assertTrue(shape.soundTracks().isEmpty());
  }

  @Test
  void oneOfAPhoneHeldUprightIsUpright() throws IOException {
    VideoShape shape = VideoShape.of(VideoSamples.upright(folder));
    assertNotNull(shape);
    assertEquals(90, shape.width());
    assertEquals(160, shape.height());
    assertEquals(90, shape.turned());
    assertEquals(1, shape.soundTracks().size());
  }

  @Test
  void whatIsNoVideoHasNone() throws IOException {
    assertNull(VideoShape.of(Files.writeString(folder.resolve("empty.mp4"), "")));
    assertNull(VideoShape.of(Files.writeString(folder.resolve("page.mp4"), "<html>".repeat(50))));
    assertNull(VideoShape.of(VideoSamples.broken(folder)), "its track is cut off");
  }

  @Test
  void aCopyWithoutSoundKeepsThePicture() throws IOException {
    Path original = VideoSamples.upright(folder);
    byte[] before = Files.readAllBytes(original);
    try (PlayableFile silent = PlayableFile.silent(original)) {
      VideoShape shape = VideoShape.of(silent.path());
      assertNotNull(shape);
      assertEquals(90, shape.width());
      assertTrue(shape.soundTracks().isEmpty());
      assertEquals(before.length, Files.size(silent.path()));
    }
    assertEquals(
        new String(before, StandardCharsets.ISO_8859_1),
        Files.readString(original, StandardCharsets.ISO_8859_1),
        "the video itself is as it was");
  }
}
