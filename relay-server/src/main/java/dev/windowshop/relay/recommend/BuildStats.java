package dev.windowshop.relay.recommend;

import java.time.Duration;
import java.time.Instant;

/// Figures of a rebuild.
///
/// @param asOf the time of the newest event, from which ages are counted
/// @param dropped events of items that no longer exist
/// @param clamped events that claimed to come from the future
/// @param bytes what the built model occupies, about
/// @param blend the weights that the data's own past asked for
public record BuildStats(
    Instant finishedAt,
    Duration took,
    Instant asOf,
    long events,
    long dropped,
    long clamped,
    int actors,
    int items,
    int regressed,
    long bytes,
    String blend) {
  /// Of a model that nobody asks for its figures.
  static final BuildStats NONE =
      new BuildStats(Instant.EPOCH, Duration.ZERO, Instant.EPOCH, 0, 0, 0, 0, 0, 0, 0, "");
}
