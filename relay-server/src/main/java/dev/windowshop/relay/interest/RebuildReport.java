package dev.windowshop.relay.interest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the last run of the job did, for the operator.
///
/// @param failure why it did not finish; null when it did
/// @param events that were learnt from
/// @param dropped events of products that are gone
/// @param clamped events that said that they come from the future
/// @param modelBytes what the model occupies, about
/// @param weights that the models were blended with
/// @param rescored products whose popularity or features are others now
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RebuildReport(
    Instant startedAt,
    long tookMs,
    @Nullable String failure,
    long events,
    long dropped,
    long clamped,
    int people,
    int products,
    long modelBytes,
    @Nullable String weights,
    int rescored) {

  static RebuildReport failed(Instant startedAt, long tookMs, String why) {
    return new RebuildReport(startedAt, tookMs, why, 0, 0, 0, 0, 0, 0, null, 0);
  }
}
