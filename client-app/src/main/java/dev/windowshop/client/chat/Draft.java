package dev.windowshop.client.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message as it was written, before it is on its way.
///
/// @param text may be empty when there are files
/// @param replyToId the message that it answers
/// @param mentions ids of those whom it names
public record Draft(
    String text, @Nullable String replyToId, List<String> mentions, List<OutgoingFile> files) {
  public static Draft of(String text) {
    return new Draft(text, null, List.of(), List.of());
  }

  public Draft with(List<OutgoingFile> others) {
    return new Draft(text, replyToId, mentions, others);
  }
}
