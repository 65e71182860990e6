package dev.windowshop.relay.attachment.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.windowshop.relay.attachment.Samples;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AttachmentSnifferTest {
  @Test
  void picturesAreKnownWithTheirSize() {
    for (String format : List.of("jpg", "png", "gif")) {
      Sniffed sniffed = sniff(Samples.image(format, 40, 30));
      assertEquals(Sniffed.Family.IMAGE, sniffed.family(), format);
      assertEquals(40, sniffed.width());
      assertEquals(30, sniffed.height());
    }
    Sniffed turned = sniff(Samples.photo(40, 30, 6));
    assertEquals(6, turned.orientation());
    assertEquals(30, turned.width(), "as it is shown");
    Sniffed bomb = sniff(Samples.pngBomb(60_000, 60_000));
    assertEquals(60_000, bomb.width());
  }

  @Test
  void soundAndVideoAreKnownWithTheirLength() {
    assertSound("audio/wav", 1500, Samples.wav(1500));
    assertSound("audio/ogg", 2000, Samples.opus(2000));
    Sniffed video = sniff(Samples.mp4(640, 360, 3200));
    assertEquals("video/mp4", video.mime());
    assertEquals(640, video.width());
    assertEquals(360, video.height());
    assertEquals(3200, video.durationMs());
  }

  @Test
  void framesOfMp3AreCounted() {
    byte[] frame = new byte[417];
    frame[0] = (byte) 0xFF;
    frame[1] = (byte) 0xFB;
    frame[2] = (byte) 0x90;
    byte[][] frames = new byte[100][];
    Arrays.fill(frames, frame);
    assertSound("audio/mpeg", 2612, Samples.join(frames));
    assertEquals(Sniffed.Family.OTHER, sniff(new byte[] {(byte) 0xFF, (byte) 0xFB}).family());
  }

  @Test
  void flacSaysHowLongItIs() {
    byte[] flac = new byte[42];
    System.arraycopy("fLaC".getBytes(StandardCharsets.US_ASCII), 0, flac, 0, 4);
    int rate = 44_100;
    flac[18] = (byte) (rate >> 12);
    flac[19] = (byte) (rate >> 4);
    flac[20] = (byte) (rate << 4);
    int samples = 88_200;
    flac[23] = (byte) (samples >> 16);
    flac[24] = (byte) (samples >> 8);
    flac[25] = (byte) samples;
    assertSound("audio/flac", 2000, flac);
  }

  @Test
  void aRecordingThatWasNotFinishedLastsAsLongAsItsLastBlock() {
    byte[] webm =
        Samples.join(
            hex("1A45DFA3 87 4282 84 7765626D"),
            hex("18538067 01FFFFFFFFFFFFFF"),
            hex("1549A966 87 2AD7B1 83 0F4240"),
            hex("1654AE6B 85 AE 83 83 81 02"),
            hex("1F43B675 01FFFFFFFFFFFFFF E7 82 03E8 A3 85 81 01F4 80 00"));
    assertSound("audio/webm", 1500, webm);
  }

  @Test
  void documentsAreKnown() {
    assertEquals("application/pdf", mime("%PDF-1.7\n…"));
    assertEquals("application/zip", mime("PK\3\4rest"));
    assertEquals("text/plain", mime("Guten Tag, 你好, здравствуйте\n"));
  }

  @Test
  void whatABrowserWouldRunIsBytesToUs() {
    for (String text :
        List.of(
            "<!DOCTYPE html><p>",
            "  \n<svg onload=alert(1)>",
            "\uFEFF<?xml version='1.0'?>",
            "hello <script>alert(1)</script>",
            "#!/bin/sh\nrm -rf /",
            "MZ\u0090\0\3",
            "\u007FELF\2\1\1\0")) {
      assertEquals(Sniffed.BINARY, mime(text), text);
    }
  }

  @Test
  void whatNestsWithoutEndIsNotFollowed() {
    byte[] nested = new byte[400_000];
    for (int i = 0; i < nested.length; i += 2) {
      nested[i] = (byte) 0xAE;
      nested[i + 1] = (byte) 0xFF;
    }
    byte[] webm = Samples.join(hex("1A45DFA3 87 4282 84 7765626D"), nested);
    assertEquals(Sniffed.Family.OTHER, sniff(webm).family());
  }

  @Test
  void noBytesMakeItFail() {
    List<byte[]> seeds =
        List.of(
            Samples.photo(20, 10, 3),
            Samples.image("png", 20, 10),
            Samples.animation(),
            Samples.wav(20),
            Samples.opus(20),
            Samples.mp4(64, 64, 10));
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = seeds.get(i % seeds.size()).clone();
      for (int change = random.nextInt(8); change >= 0; change--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      assertNotNull(sniff(Arrays.copyOf(bytes, random.nextInt(bytes.length + 1))));
    }
    assertNotEquals(Sniffed.Family.IMAGE, sniff(new byte[0]).family());
  }

  private static void assertSound(String mime, long millis, byte[] bytes) {
    Sniffed sniffed = sniff(bytes);
    assertEquals(mime, sniffed.mime());
    assertEquals(Sniffed.Family.AUDIO, sniffed.family());
    assertEquals(millis, sniffed.durationMs());
  }

  private static String mime(String text) {
    return sniff(text.getBytes(StandardCharsets.UTF_8)).mime();
  }

  private static Sniffed sniff(byte[] bytes) {
    return AttachmentSniffer.sniff(MediaBytes.of(bytes));
  }

  private static byte[] hex(String text) {
    return java.util.HexFormat.of().parseHex(text.replace(" ", ""));
  }
}
