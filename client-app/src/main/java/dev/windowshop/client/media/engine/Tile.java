package dev.windowshop.client.media.engine;

import dev.onvoid.webrtc.media.FourCC;
import dev.onvoid.webrtc.media.video.VideoBufferConverter;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoTrackSink;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.PeerKey;
import dev.windowshop.client.media.frames.FrameWriter;
import dev.windowshop.protocol.Ids;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the pictures of one track into a frame file, on the native thread that delivers them. The
/// file is made for the first picture, and made anew when a larger one comes.
final class Tile implements VideoTrackSink {
  private static final Logger LOG = LoggerFactory.getLogger(Tile.class);
  private static final int LARGEST_WIDTH = 1920;
  private static final int LARGEST_HEIGHT = 1088;

  private final EngineLoop loop;
  private final Path folder;
  private final Function<Path, MediaEvent> opened;
  private final MediaEvent shut;
  private @Nullable FrameWriter writer;
  private boolean closed;
  private boolean warned;

  Tile(EngineLoop loop, Path folder, String callId, @Nullable PeerKey peer) {
    this(loop, folder, opened(callId, peer), new MediaEvent.TileClosed(callId, peer));
  }

  private static Function<Path, MediaEvent> opened(String callId, @Nullable PeerKey peer) {
    return path -> new MediaEvent.TileOpened(callId, peer, path);
  }

  /// What a peer shares.
  static Tile ofScreen(EngineLoop loop, Path folder, String callId, PeerKey peer) {
    return new Tile(
        loop,
        folder,
        path -> new MediaEvent.ScreenOpened(callId, peer, path),
        new MediaEvent.ScreenClosed(callId, peer));
  }

  private Tile(EngineLoop loop, Path folder, Function<Path, MediaEvent> opened, MediaEvent shut) {
    this.loop = loop;
    this.folder = folder;
    this.opened = opened;
    this.shut = shut;
  }

  @Override
  public void onVideoFrame(VideoFrame frame) {
    try {
      write(frame);
    } catch (VirtualMachineError e) {
      throw e;
    } catch (Exception | Error e) {
      warnOnce(e);
    } finally {
      frame.release();
    }
  }

  private synchronized void write(VideoFrame frame) throws Exception {
    int width = frame.buffer.getWidth();
    int height = frame.buffer.getHeight();
    if (closed || width > LARGEST_WIDTH || height > LARGEST_HEIGHT) {
      return;
    }
    FrameWriter target = writer;
    if (target == null || !target.fits(width, height)) {
      target = open(width, height);
    }
    target.write(
        width,
        height,
        System.nanoTime(),
        bgra -> VideoBufferConverter.convertFromI420(frame.buffer, bgra, FourCC.ARGB));
  }

  private FrameWriter open(int width, int height) throws IOException {
    FrameWriter old = writer;
    if (old != null) {
      writer = null;
      old.close();
      loop.post(() -> loop.emit(shut));
    }
    FrameWriter made = FrameWriter.create(folder.resolve(Ids.newId() + ".frames"), width, height);
    writer = made;
    Path path = made.path();
    loop.post(() -> loop.emit(opened.apply(path)));
    return made;
  }

  private synchronized void warnOnce(Throwable e) {
    if (!warned) {
      warned = true;
      LOG.warn("a picture could not be written", e);
    }
  }

  /// Deletes the file. The sink must be off its track.
  synchronized void close() {
    closed = true;
    FrameWriter old = writer;
    if (old == null) {
      return;
    }
    writer = null;
    old.close();
    loop.post(() -> loop.emit(shut));
  }
}
