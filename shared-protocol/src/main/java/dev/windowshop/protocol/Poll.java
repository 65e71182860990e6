package dev.windowshop.protocol;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a message of type `poll` has as its metadata. Senders give the first four; the relay adds
/// how it stands.
///
/// @param options what can be chosen, named by their place from 0
/// @param multiple whether more than one may be chosen
/// @param closesAt from when on nobody votes any more; null for until it is closed
/// @param closedAt when it was closed by somebody
/// @param votes one entry an option, in their order
public record Poll(
    String question,
    List<String> options,
    boolean multiple,
    @Nullable Instant closesAt,
    @Nullable Instant closedAt,
    List<Tally> votes) {

  /// @param userIds who chose it, in the order in which they did
  public record Tally(int option, List<String> userIds) {}

  /// `PUT /messages/{id}/votes`: all that one chooses, in place of what one chose before.
  public record Vote(List<Integer> options) {}

  /// Whether nobody votes any more.
  public boolean isClosed(Instant now) {
    return closedAt != null || (closesAt != null && !now.isBefore(closesAt));
  }
}
