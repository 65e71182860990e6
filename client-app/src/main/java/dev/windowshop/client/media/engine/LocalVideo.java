package dev.windowshop.client.media.engine;

import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.VideoTrack;
import dev.windowshop.client.media.LocalSources;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.protocol.Ids;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One's own picture in one call: a single track whose feed changes beneath it, so that switching
/// cameras, sizes or off and on needs no negotiation.
final class LocalVideo {
  private static final Logger LOG = LoggerFactory.getLogger(LocalVideo.class);
  private static final double GOLDEN = 0.618033988749895;

  /// What comes of a camera.
  interface Change {
    /// @param camera that is used from now on, null for none
    /// @param hangs there is one that does not answer
    void seen(@Nullable String camera, boolean hangs);
  }

  private final NativeMedia natives;
  private final CameraDoor door;
  private final Change change;
  private final CustomVideoSource source = new CustomVideoSource();
  private final VideoTrack track;
  private final Tile tile;
  private LocalSources wanted;
  private VideoSize size;
  private boolean on;
  private @Nullable Feed feed;
  private LocalSources.Picture picture;
  private @Nullable CameraFeed camera;
  private CameraDoor.@Nullable Visitor visitor;

  LocalVideo(
      EngineLoop loop,
      NativeMedia natives,
      CameraDoor door,
      Path folder,
      String callId,
      LocalSources wanted,
      VideoSize size,
      Change change) {
    this.natives = natives;
    this.door = door;
    this.change = change;
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
    return camera == null ? null : camera.name();
  }

  /// Whether the camera in use is gone, or there is one for whoever wants it and has none.
  boolean needsAnother(List<MediaEvent.Device> cameras) {
    if (!on || wanted.picture() != LocalSources.Picture.CAMERA) {
      return false;
    }
    CameraFeed used = camera;
    return used == null
        ? !isWaiting() && !cameras.isEmpty()
        : cameras.stream().noneMatch(one -> one.id().equals(used.id()));
  }

  private boolean isWaiting() {
    CameraDoor.Visitor asking = visitor;
    return asking != null && asking.isWaiting();
  }

  /// Starts with whatever camera there is now.
  void again() {
    stopFeed();
    start();
  }

  void set(boolean on, LocalSources wanted, VideoSize size) {
    boolean isSame = this.on == on && this.wanted.equals(wanted) && this.size.equals(size);
    if (isSame && (feed != null || isWaiting())) {
      return;
    }
    this.on = on;
    this.wanted = wanted;
    this.size = size;
    stopFeed();
    if (on) {
      start();
    }
  }

  private void start() {
    picture = wanted.picture();
    if (picture != LocalSources.Picture.CAMERA) {
      draw();
      return;
    }
    String id = wanted.cameraId();
    VideoSize wantedSize = size;
    visitor =
        door.open(
            () ->
                CameraFeed.find(id)
                    .map(device -> new CameraFeed(natives.factory(), source, device, wantedSize))
                    .orElse(null),
            this::answered);
  }

  private void answered(CameraDoor.Outcome outcome) {
    switch (outcome) {
      case CameraDoor.Outcome.Opened opened -> {
        stopDrawing();
        feed = opened.feed();
        camera = opened.feed() instanceof CameraFeed found ? found : null;
        picture = LocalSources.Picture.CAMERA;
        change.seen(camera(), false);
      }
      case CameraDoor.Outcome.Missing _ -> {
        if (feed == null) {
          draw();
        }
        change.seen(null, false);
      }
      case CameraDoor.Outcome.Hangs _ -> {
        CameraFeed used = camera;
        if (used != null) {
          LOG.warn("the camera {} gives no picture", used.name());
          used.detach();
          camera = null;
          feed = null;
        } else {
          LOG.warn("the camera does not answer");
        }
        draw();
        change.seen(null, true);
      }
    }
  }

  /// Every second: a camera that gives no picture any longer is as good as none.
  void look() {
    CameraDoor.Visitor asking = visitor;
    if (asking != null) {
      asking.look();
    }
  }

  private void draw() {
    if (picture == LocalSources.Picture.CAMERA) {
      picture = LocalSources.Picture.PATTERN;
    }
    double hue = wanted.stamp() * GOLDEN % 1;
    Drawing drawing =
        picture == LocalSources.Picture.SCENE
            ? new StreetDrawing(hue, wanted.stamp())
            : new NoCameraDrawing(hue);
    feed = new DrawnFeed(source, drawing, wanted.stamp(), size);
  }

  private void stopFeed() {
    CameraFeed used = camera;
    if (used != null) {
      used.detach();
      camera = null;
      feed = null;
    }
    CameraDoor.Visitor leaving = visitor;
    visitor = null;
    if (leaving != null) {
      leaving.leave();
    }
    stopDrawing();
  }

  private void stopDrawing() {
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
