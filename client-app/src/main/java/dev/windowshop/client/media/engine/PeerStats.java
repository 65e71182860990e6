package dev.windowshop.client.media.engine;

import dev.onvoid.webrtc.RTCStats;
import dev.onvoid.webrtc.RTCStatsReport;
import dev.onvoid.webrtc.RTCStatsType;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.PeerKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The counters of one connection at one moment. The difference of two makes an event.
record PeerStats(
    long atNanos,
    double framesPerSecond,
    int width,
    int height,
    double roundTripMs,
    long received,
    long sent,
    long packets,
    long lost,
    String relay,
    String codec,
    double sentFramesPerSecond,
    int sentWidth,
    int sentHeight,
    double sentLost,
    double encodeSeconds) {

  static PeerStats of(RTCStatsReport report) {
    Map<String, RTCStats> all = report.getStats();
    double framesPerSecond = 0;
    int width = 0;
    int height = 0;
    double roundTripMs = -1;
    long received = 0;
    long sent = 0;
    long packets = 0;
    long lost = 0;
    String relay = "";
    String codec = "";
    double sentFramesPerSecond = 0;
    int sentWidth = 0;
    int sentHeight = 0;
    double sentLost = 0;
    double encodeSeconds = 0;
    for (RTCStats stats : all.values()) {
      RTCStatsType type = stats.getType();
      if (type == RTCStatsType.INBOUND_RTP) {
        received += (long) number(stats, "bytesReceived", 0);
        packets += (long) number(stats, "packetsReceived", 0);
        lost += (long) number(stats, "packetsLost", 0);
        if ("video".equals(stats.getAttributes().get("kind"))) {
          framesPerSecond = number(stats, "framesPerSecond", 0);
          width = (int) number(stats, "frameWidth", 0);
          height = (int) number(stats, "frameHeight", 0);
          codec = codec(all, stats);
        }
      } else if (type == RTCStatsType.OUTBOUND_RTP) {
        sent += (long) number(stats, "bytesSent", 0);
        if ("video".equals(stats.getAttributes().get("kind"))) {
          sentFramesPerSecond = number(stats, "framesPerSecond", 0);
          sentWidth = (int) number(stats, "frameWidth", 0);
          sentHeight = (int) number(stats, "frameHeight", 0);
          encodeSeconds += number(stats, "totalEncodeTime", 0);
        }
      } else if (type == RTCStatsType.REMOTE_INBOUND_RTP) {
        sentLost = Math.max(sentLost, number(stats, "fractionLost", 0));
      } else if (type == RTCStatsType.TRANSPORT) {
        RTCStats pair =
            all.get(String.valueOf(stats.getAttributes().get("selectedCandidatePairId")));
        if (pair != null) {
          roundTripMs = 1000 * number(pair, "currentRoundTripTime", -0.001);
          relay = relay(all, pair);
        }
      }
    }
    return new PeerStats(
        System.nanoTime(),
        framesPerSecond,
        width,
        height,
        roundTripMs,
        received,
        sent,
        packets,
        lost,
        relay,
        codec,
        sentFramesPerSecond,
        sentWidth,
        sentHeight,
        sentLost,
        encodeSeconds);
  }

  /// `VP8` of `video/VP8`.
  private static String codec(Map<String, RTCStats> all, RTCStats stats) {
    RTCStats found = all.get(String.valueOf(stats.getAttributes().get("codecId")));
    Object mime = found == null ? null : found.getAttributes().get("mimeType");
    return mime == null ? "" : mime.toString().replaceFirst("^video/", "");
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
    RTCStats own = all.get(String.valueOf(pair.getAttributes().get("localCandidateId")));
    if (own != null && isRelay(own)) {
      return String.valueOf(own.getAttributes().getOrDefault("relayProtocol", "udp"));
    }
    RTCStats theirs = all.get(String.valueOf(pair.getAttributes().get("remoteCandidateId")));
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
    return new MediaEvent.Stats(
        callId,
        peer,
        framesPerSecond,
        width,
        height,
        roundTripMs,
        receivedKbps,
        sentKbps,
        share,
        relay,
        codec,
        sentFramesPerSecond,
        sentWidth,
        sentHeight,
        sentLost);
  }
}
