package dev.windowshop.client.media.engine;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.MediaDevices;
import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.VideoCaptureCapability;
import dev.onvoid.webrtc.media.video.VideoDevice;
import dev.onvoid.webrtc.media.video.VideoDeviceSource;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoFrameBuffer;
import dev.onvoid.webrtc.media.video.VideoTrack;
import dev.onvoid.webrtc.media.video.VideoTrackSink;
import dev.windowshop.protocol.Ids;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pushes what a camera sees, cropped to the wanted shape and scaled down to the wanted size. It
/// drops what is above the wanted rate, because the encoder's own limit has no effect.
final class CameraFeed implements Feed, VideoTrackSink {
  private static final Logger LOG = LoggerFactory.getLogger(CameraFeed.class);

  private @Nullable CustomVideoSource target;
  private final VideoSize size;
  private final VideoDeviceSource camera;
  private final VideoTrack track;
  private final String name;
  private final String id;
  private long due;
  private volatile long seenAt = System.nanoTime();

  /// @param id null, or that of one which is not there, is the first camera
  static Optional<VideoDevice> find(@Nullable String id) {
    return Optional.ofNullable(DeviceList.pick(MediaDevices.getVideoCaptureDevices(), id));
  }

  /// @throws RuntimeException or an `Error` of the native library when the camera does not start
  CameraFeed(
      PeerConnectionFactory factory, CustomVideoSource target, VideoDevice device, VideoSize size) {
    this.target = target;
    this.size = size;
    name = device.getName();
    id = DeviceList.id(device);
    camera = new VideoDeviceSource();
    VideoTrack made = null;
    try {
      camera.setVideoCaptureDevice(device);
      capability(device).ifPresent(camera::setVideoCaptureCapability);
      made = factory.createVideoTrack("camera-" + Ids.newId(), camera);
      camera.start();
      made.addSink(this);
    } catch (RuntimeException | Error e) {
      if (made != null) {
        made.dispose();
      }
      camera.dispose();
      throw e;
    }
    track = made;
  }

  /// The smallest picture that is large enough, at the lowest rate that is fast enough.
  private Optional<VideoCaptureCapability> capability(VideoDevice device) {
    return MediaDevices.getVideoCaptureCapabilities(device).stream()
        .filter(one ->
            one.width >= size.width()
                && one.height >= size.height()
                && one.frameRate >= Math.min(15, size.framesPerSecond()))
        .min(
            Comparator.comparingLong((VideoCaptureCapability one) -> (long) one.width * one.height)
                .thenComparingInt(one -> Math.abs(one.frameRate - size.framesPerSecond())));
  }

  String name() {
    return name;
  }

  String id() {
    return id;
  }

  @Override
  public Duration silence() {
    return Duration.ofNanos(System.nanoTime() - seenAt);
  }

  /// No picture is pushed after this. Closing it may take its time then.
  synchronized void detach() {
    target = null;
  }

  @Override
  public synchronized void onVideoFrame(VideoFrame frame) {
    try {
      long now = System.nanoTime();
      seenAt = now;
      // A quarter of a frame early still counts as on time, or every other picture would go.
      if (now - due < -size.frameNanos() / 4) {
        return;
      }
      due = Math.max(due + size.frameNanos(), now - size.frameNanos());
      CustomVideoSource to = target;
      if (to != null) {
        push(frame, to);
      }
    } catch (RuntimeException | Error e) {
      LOG.warn("a camera picture was lost", e);
    } finally {
      frame.release();
    }
  }

  private void push(VideoFrame frame, CustomVideoSource to) {
    int width = frame.buffer.getWidth();
    int height = frame.buffer.getHeight();
    if (width <= size.width() && height <= size.height()) {
      to.pushFrame(frame);
      return;
    }
    int cropWidth = Math.min(width, height * size.width() / size.height()) & ~1;
    int cropHeight = Math.min(height, width * size.height() / size.width()) & ~1;
    VideoFrameBuffer scaled =
        Cut.of(
            frame.buffer,
            (width - cropWidth) / 2 & ~1,
            (height - cropHeight) / 2 & ~1,
            cropWidth,
            cropHeight,
            size.width(),
            size.height());
    try {
      to.pushFrame(new VideoFrame(scaled, frame.rotation, frame.timestampNs));
    } finally {
      scaled.release();
    }
  }

  @Override
  public void close() {
    detach();
    track.removeSink(this);
    camera.stop();
    try {
      track.dispose();
    } catch (RuntimeException | Error e) {
      LOG.debug("the camera's track was gone already: {}", e.getMessage());
    }
    camera.dispose();
  }
}
