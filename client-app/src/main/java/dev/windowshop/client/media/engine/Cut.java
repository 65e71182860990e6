package dev.windowshop.client.media.engine;

import dev.onvoid.webrtc.media.video.I420Buffer;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoFrameBuffer;
import java.nio.ByteBuffer;

/// Parts of pictures, in other sizes.
final class Cut {
  private Cut() {}

  /// The whole of it, scaled down where it is too large, in even sides. The caller releases it.
  static VideoFrameBuffer fitting(VideoFrameBuffer whole, int mostWidth, int mostHeight) {
    int width = whole.getWidth();
    int height = whole.getHeight();
    double scale = Math.min(1, Math.min((double) mostWidth / width, (double) mostHeight / height));
    return of(
        whole,
        0,
        0,
        width,
        height,
        Math.max(2, (int) Math.round(width * scale) & ~1),
        Math.max(2, (int) Math.round(height * scale) & ~1));
  }

  /// The caller releases it. Of a part in its own size the library makes a buffer that is not the
  /// native side's, and whose sending ends the process: that is copied here.
  ///
  /// @param x even, as is `y`
  static VideoFrameBuffer of(
      VideoFrameBuffer whole, int x, int y, int width, int height, int toWidth, int toHeight) {
    if (width != toWidth || height != toHeight) {
      return whole.cropAndScale(x, y, width, height, toWidth, toHeight);
    }
    I420Buffer from = whole.toI420();
    NativeI420Buffer to = NativeI420Buffer.allocate(width, height);
    try {
      copy(from.getDataY(), from.getStrideY(), x, y, to.getDataY(), to.getStrideY(), width, height);
      int halfWidth = (width + 1) / 2;
      int halfHeight = (height + 1) / 2;
      copy(
          from.getDataU(),
          from.getStrideU(),
          x / 2,
          y / 2,
          to.getDataU(),
          to.getStrideU(),
          halfWidth,
          halfHeight);
      copy(
          from.getDataV(),
          from.getStrideV(),
          x / 2,
          y / 2,
          to.getDataV(),
          to.getStrideV(),
          halfWidth,
          halfHeight);
      return to;
    } catch (RuntimeException | Error e) {
      to.release();
      throw e;
    } finally {
      if (from != whole) {
        from.release();
      }
    }
  }

  private static void copy(
      ByteBuffer from,
      int fromStride,
      int x,
      int y,
      ByteBuffer to,
      int toStride,
      int width,
      int height) {
    for (int row = 0; row < height; row++) {
      to.put(row * toStride, from, (y + row) * fromStride + x, width);
    }
  }
}
