package dev.windowshop.client.media.engine;

import dev.onvoid.webrtc.RTCStats;
import dev.onvoid.webrtc.RTCStatsReport;
import dev.onvoid.webrtc.RTCStatsType;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.PeerKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The counters of one connection at one moment. The difference of two makes an event.
///
/// @param cameras the pictures of the two cameras, and `screens` of what each shares beside it
record PeerStats(
    long atNanos,
    double roundTripMs,
    long received,
    long sent,
    long packets,
    long lost,
    String relay,
    double sentLost,
    double encodeSeconds,
    Both cameras,
    Both screens) {

  /// One picture, one way.
  record Flow(String codec, int width, int height, double framesPerSecond, long bytes) {
    static final Flow NONE = new Flow("", 0, 0, 0, 0);

    MediaEvent.Flow since(Flow before, double seconds) {
      double kbps = seconds > 0 ? Math.max(0, bytes - before.bytes) * 8 / 1000.0 / seconds : 0;
      return new MediaEvent.Flow(codec, width, height, framesPerSecond, kbps);
    }
  }

  /// The same thing to us and from us.
  record Both(Flow received, Flow sent) {
    static final Both NONE = new Both(Flow.NONE, Flow.NONE);

    Both withReceived(Flow next) {
      return new Both(next, sent);
    }

    Both withSent(Flow next) {
      return new Both(received, next);
    }
  }

  /// Which tracks are counted: those of what is shared no longer stay in a report.
  ///
  /// @param camera theirs, as is `screen`; null while there is none
  /// @param ownScreen what else is sent is our camera
  record Tracks(@Nullable String camera, @Nullable String screen, @Nullable String ownScreen) {}

  static PeerStats of(RTCStatsReport report, Tracks tracks) {
    Map<String, RTCStats> all = report.getStats();
    double roundTripMs = -1;
    long received = 0;
    long sent = 0;
    long packets = 0;
    long lost = 0;
    String relay = "";
    double sentLost = 0;
    double encodeSeconds = 0;
    Both cameras = Both.NONE;
    Both screens = Both.NONE;
    for (RTCStats stats : all.values()) {
      RTCStatsType type = stats.getType();
      boolean video = "video".equals(stats.getAttributes().get("kind"));
      if (type == RTCStatsType.INBOUND_RTP) {
        received += (long) number(stats, "bytesReceived", 0);
        packets += (long) number(stats, "packetsReceived", 0);
        lost += (long) number(stats, "packetsLost", 0);
        if (video) {
          Flow flow = flow(all, stats, "bytesReceived");
          String track = text(stats, "trackIdentifier");
          if (track.equals(tracks.screen())) {
            screens = screens.withReceived(flow);
          } else if (track.equals(tracks.camera())) {
            cameras = cameras.withReceived(flow);
          }
        }
      } else if (type == RTCStatsType.OUTBOUND_RTP) {
        sent += (long) number(stats, "bytesSent", 0);
        RTCStats source = all.get(text(stats, "mediaSourceId"));
        if (video) {
          encodeSeconds += number(stats, "totalEncodeTime", 0);
        }
        // What is shared no longer comes from nowhere.
        if (video && source != null) {
          Flow flow = flow(all, stats, "bytesSent");
          if (text(source, "trackIdentifier").equals(tracks.ownScreen())) {
            screens = screens.withSent(flow);
          } else {
            cameras = cameras.withSent(flow);
          }
        }
      } else if (type == RTCStatsType.REMOTE_INBOUND_RTP) {
        sentLost = Math.max(sentLost, number(stats, "fractionLost", 0));
      } else if (type == RTCStatsType.TRANSPORT) {
        RTCStats pair = all.get(text(stats, "selectedCandidatePairId"));
        if (pair != null) {
          roundTripMs = 1000 * number(pair, "currentRoundTripTime", -0.001);
          relay = relay(all, pair);
        }
      }
    }
    return new PeerStats(
        System.nanoTime(),
        roundTripMs,
        received,
        sent,
        packets,
        lost,
        relay,
        sentLost,
        encodeSeconds,
        cameras,
        screens);
  }

  private static Flow flow(Map<String, RTCStats> all, RTCStats stats, String bytes) {
    return new Flow(
        codec(all, stats),
        (int) number(stats, "frameWidth", 0),
        (int) number(stats, "frameHeight", 0),
        number(stats, "framesPerSecond", 0),
        (long) number(stats, bytes, 0));
  }

  /// `VP8` of `video/VP8`.
  private static String codec(Map<String, RTCStats> all, RTCStats stats) {
    RTCStats found = all.get(text(stats, "codecId"));
    Object mime = found == null ? null : found.getAttributes().get("mimeType");
    return mime == null ? "" : mime.toString().replaceFirst("^video/", "");
  }

  private static String text(RTCStats stats, String key) {
    return String.valueOf(stats.getAttributes().get(key));
  }

  /// What it says of the second between two moments.
  QualityLadder.Second second(@Nullable PeerStats before) {
    double seconds = before == null ? 0 : (atNanos - before.atNanos) / 1e9;
    double share =
        before == null || seconds <= 0
            ? 0
            : Math.max(0, encodeSeconds - before.encodeSeconds) / seconds;
    return new QualityLadder.Second(sentLost, roundTripMs, share);
  }

  /// One's own server, or else the other's, of which one knows only that it is there.
  private static String relay(Map<String, RTCStats> all, RTCStats pair) {
    RTCStats own = all.get(text(pair, "localCandidateId"));
    if (own != null && isRelay(own)) {
      return String.valueOf(own.getAttributes().getOrDefault("relayProtocol", "udp"));
    }
    RTCStats theirs = all.get(text(pair, "remoteCandidateId"));
    return theirs != null && isRelay(theirs) ? "udp" : "";
  }

  private static boolean isRelay(RTCStats candidate) {
    return "relay".equals(candidate.getAttributes().get("candidateType"));
  }

  private static double number(RTCStats stats, String key, double otherwise) {
    return stats.getAttributes().get(key) instanceof Number number
        ? number.doubleValue()
        : otherwise;
  }

  MediaEvent.Stats since(@Nullable PeerStats before, String callId, PeerKey peer) {
    double seconds = before == null ? 0 : (atNanos - before.atNanos) / 1e9;
    double receivedKbps = 0;
    double sentKbps = 0;
    double share = 0;
    if (before != null && seconds > 0) {
      receivedKbps = Math.max(0, received - before.received) * 8 / 1000.0 / seconds;
      sentKbps = Math.max(0, sent - before.sent) * 8 / 1000.0 / seconds;
      double missing = Math.max(0, lost - before.lost);
      double expected = missing + Math.max(0, packets - before.packets);
      share = expected == 0 ? 0 : missing / expected;
    }
    Both camerasBefore = before == null ? cameras : before.cameras;
    Both screensBefore = before == null ? screens : before.screens;
    return new MediaEvent.Stats(
        callId,
        peer,
        roundTripMs,
        receivedKbps,
        sentKbps,
        share,
        relay,
        sentLost,
        cameras.received().since(camerasBefore.received(), seconds),
        cameras.sent().since(camerasBefore.sent(), seconds),
        screens.received().since(screensBefore.received(), seconds),
        screens.sent().since(screensBefore.sent(), seconds));
  }
}
