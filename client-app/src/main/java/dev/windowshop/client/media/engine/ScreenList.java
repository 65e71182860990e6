package dev.windowshop.client.media.engine;

import dev.onvoid.webrtc.media.FourCC;
import dev.onvoid.webrtc.media.video.VideoBufferConverter;
import dev.onvoid.webrtc.media.video.VideoFrameBuffer;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.ScreenSource;
import dev.windowshop.client.media.frames.FrameWriter;
import dev.windowshop.protocol.Ids;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What can be shared: first the names, then a small picture of each, one after the other, so that
/// the engine's thread has time for calls between them. The pictures stay until the next list.
final class ScreenList implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ScreenList.class);
  private static final int MOST = 32;
  private static final int WIDTH = 256;
  private static final int HEIGHT = 144;

  private final EngineLoop loop;
  private final Path folder;
  private final Desktop desktop;
  private final List<FrameWriter> pictures = new ArrayList<>();
  private int lists;

  ScreenList(EngineLoop loop, Path folder, Desktop desktop) {
    this.loop = loop;
    this.folder = folder;
    this.desktop = desktop;
  }

  void look() {
    close();
    int list = ++lists;
    List<ScreenSource> found = List.of();
    try {
      found = desktop.sources().stream().limit(MOST).toList();
    } catch (IOException e) {
      LOG.warn("what can be shared could not be listed: {}", e.getMessage());
    }
    loop.emit(new MediaEvent.Screens(found));
    for (ScreenSource one : found) {
      loop.post(() -> {
        if (list == lists) {
          draw(one);
        }
      });
    }
  }

  private void draw(ScreenSource one) {
    try (Desktop.Grab grab = desktop.grab(one)) {
      VideoFrameBuffer seen = grab.take();
      if (seen != null) {
        try {
          keep(one, seen);
        } finally {
          seen.release();
        }
      }
    } catch (Exception | Error e) {
      LOG.warn("no small picture of {}: {}", one.kind(), e.toString());
    }
  }

  private void keep(ScreenSource source, VideoFrameBuffer seen) throws Exception {
    VideoFrameBuffer small = Cut.fitting(seen, WIDTH, HEIGHT);
    try {
      FrameWriter writer =
          FrameWriter.create(
              folder.resolve(Ids.newId() + ".frames"), small.getWidth(), small.getHeight());
      pictures.add(writer);
      writer.write(
          small.getWidth(),
          small.getHeight(),
          System.nanoTime(),
          bgra -> VideoBufferConverter.convertFromI420(small, bgra, FourCC.ARGB));
      loop.emit(new MediaEvent.ScreenPictured(source, writer.path()));
    } finally {
      small.release();
    }
  }

  /// Deletes the pictures.
  @Override
  public void close() {
    pictures.forEach(FrameWriter::close);
    pictures.clear();
  }
}
