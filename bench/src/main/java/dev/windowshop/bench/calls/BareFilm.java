package dev.windowshop.bench.calls;

import dev.onvoid.webrtc.media.FourCC;
import dev.onvoid.webrtc.media.video.VideoBufferConverter;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoTrackSink;
import dev.windowshop.client.media.frames.FrameSink;
import java.nio.ByteBuffer;

/// The newest picture of a track, in this process. Written by a native thread, read by the
/// screen's.
final class BareFilm implements VideoTrackSink, Film {
  private ByteBuffer pixels = ByteBuffer.allocateDirect(0);
  private int width;
  private int height;
  private long captured;
  private long number;
  private boolean isNew;

  @Override
  public synchronized void onVideoFrame(VideoFrame frame) {
    try {
      captured = System.nanoTime();
      width = frame.buffer.getWidth();
      height = frame.buffer.getHeight();
      if (pixels.capacity() < width * height * 4) {
        pixels = ByteBuffer.allocateDirect(width * height * 4);
      }
      pixels.clear();
      VideoBufferConverter.convertFromI420(frame.buffer, pixels, FourCC.ARGB);
      number++;
      isNew = true;
    } catch (Exception | Error e) {
      // What is thrown to the library ends the process, and the benchmark with it.
      System.err.println("a picture was lost: " + e);
    } finally {
      frame.release();
    }
  }

  @Override
  public synchronized void next(FrameSink sink) {
    if (isNew) {
      isNew = false;
      pixels.clear().limit(width * height * 4);
      sink.frame(width, height, captured, number, pixels.slice());
    }
  }
}
