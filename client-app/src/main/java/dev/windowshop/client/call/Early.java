package dev.windowshop.client.call;

import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.ServerEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the relay may tell before the answer to a join or a start is here: the call's newest state,
/// and signals of those who joined right after us. Immutable.
record Early(ServerEvent.@Nullable CallState newest, List<Call.Signal> signals) {
  static final Early NONE = new Early(null, List.of());

  /// More than a full call's worth of offers and candidates.
  private static final int MOST = 1000;

  Early with(ServerEvent.CallState state) {
    return newest == null
            || !newest.callId().equals(state.callId())
            || newest.revision() < state.revision()
        ? new Early(state, signals)
        : this;
  }

  Early with(Call.Signal signal) {
    if (signals.size() >= MOST) {
      return this;
    }
    List<Call.Signal> more = new ArrayList<>(signals);
    more.add(signal);
    return new Early(newest, List.copyOf(more));
  }
}
