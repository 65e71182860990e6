package dev.windowshop.client.media.engine;

import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.VideoDevice;
import dev.onvoid.webrtc.media.video.VideoTrack;
import dev.windowshop.client.media.LocalSources;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.protocol.Ids;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One's own picture in one call: a single track whose feed changes beneath it, so that switching
/// cameras, sizes or off and on needs no negotiation.
final class LocalVideo {
  private static final Logger LOG = LoggerFactory.getLogger(LocalVideo.class);
  private static final double GOLDEN = 0.618033988749895;

  private final NativeMedia natives;
  private final CustomVideoSource source = new CustomVideoSource();
  private final VideoTrack track;
  private final Tile tile;
  private LocalSources wanted;
  private VideoSize size;
  private boolean on;
  private @Nullable Feed feed;
  private LocalSources.Picture picture;
  private @Nullable VideoDevice camera;

  LocalVideo(
      EngineLoop loop,
      NativeMedia natives,
      Path folder,
      String callId,
      LocalSources wanted,
      VideoSize size) {
    this.natives = natives;
    this.wanted = wanted;
    this.size = size;
    picture = wanted.picture();
    track = natives.factory().createVideoTrack("video-" + Ids.newId(), source);
    tile = new Tile(loop, folder, callId, null);
    track.addSink(tile);
  }

  VideoTrack track() {
    return track;
  }

  /// What is really shown.
  LocalSources.Picture picture() {
    return picture;
  }

  /// The camera that is used, null for none.
  @Nullable String camera() {
    return camera == null ? null : camera.getName();
  }

  /// Whether the camera in use is gone, or there is one for whoever wants it and has none.
  boolean needsAnother(List<MediaEvent.Device> cameras) {
    if (!on || wanted.picture() != LocalSources.Picture.CAMERA) {
      return false;
    }
    VideoDevice used = camera;
    return used == null
        ? !cameras.isEmpty()
        : cameras.stream().noneMatch(one -> one.id().equals(DeviceList.id(used)));
  }

  /// Starts with whatever camera there is now.
  void again() {
    stopFeed();
    feed = start();
  }

  void set(boolean on, LocalSources wanted, VideoSize size) {
    if (feed != null && this.on == on && this.wanted.equals(wanted) && this.size.equals(size)) {
      return;
    }
    this.on = on;
    this.wanted = wanted;
    this.size = size;
    stopFeed();
    if (on) {
      feed = start();
    }
  }

  private Feed start() {
    picture = wanted.picture();
    camera = null;
    if (picture == LocalSources.Picture.CAMERA) {
      try {
        Optional<VideoDevice> device = CameraFeed.find(wanted.cameraId());
        if (device.isPresent()) {
          Feed started = new CameraFeed(natives.factory(), source, device.get(), size);
          camera = device.get();
          return started;
        }
      } catch (RuntimeException | Error e) {
        LOG.warn("the camera did not start: {}", e.getMessage());
      }
      picture = LocalSources.Picture.PATTERN;
    }
    double hue = wanted.stamp() * GOLDEN % 1;
    Drawing drawing =
        picture == LocalSources.Picture.SCENE
            ? new StreetDrawing(hue, wanted.stamp())
            : new NoCameraDrawing(hue);
    return new DrawnFeed(source, drawing, wanted.stamp(), size);
  }

  private void stopFeed() {
    Feed old = feed;
    feed = null;
    if (old != null) {
      old.close();
    }
  }

  /// After every connection that sends the track is closed.
  void close() {
    stopFeed();
    track.removeSink(tile);
    tile.close();
    try {
      track.dispose();
    } catch (RuntimeException | Error e) {
      LOG.debug("the video track was gone already: {}", e.getMessage());
    }
    source.dispose();
  }
}
