package dev.windowshop.client.chat;

import dev.windowshop.client.preview.LinkPreview;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message as it was written, before it is on its way.
///
/// @param text may be empty when there are files
/// @param replyToId the message that it answers
/// @param mentions ids of those whom it names
/// @param preview what the page behind its link says
public record Draft(
    String text,
    @Nullable String replyToId,
    List<String> mentions,
    List<OutgoingFile> files,
    @Nullable LinkPreview preview) {
  public Draft(
      String text, @Nullable String replyToId, List<String> mentions, List<OutgoingFile> files) {
    this(text, replyToId, mentions, files, null);
  }

  public static Draft of(String text) {
    return new Draft(text, null, List.of(), List.of());
  }

  public Draft with(List<OutgoingFile> others) {
    return new Draft(text, replyToId, mentions, others, preview);
  }

  public Draft with(@Nullable LinkPreview shown) {
    return new Draft(text, replyToId, mentions, files, shown);
  }
}
