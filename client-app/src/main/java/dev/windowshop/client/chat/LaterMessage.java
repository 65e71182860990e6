package dev.windowshop.client.chat;

import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.ScheduledMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One's own message that goes out at a time of its own.
///
/// @param id the relay's; null while it has not been told
/// @param files how many go with it
/// @param problem why it could not be sent, fit to be shown; null while it waits
public record LaterMessage(
    @Nullable String id,
    String conversationId,
    String clientId,
    Message.Type type,
    @Nullable String content,
    int files,
    Instant sendAt,
    @Nullable String problem) {

  static LaterMessage of(ScheduledMessage kept) {
    String reason = kept.reason();
    return new LaterMessage(
        kept.id(),
        kept.conversationId(),
        kept.clientId(),
        kept.type(),
        kept.content(),
        kept.attachments().size(),
        kept.sendAt(),
        kept.state() != ScheduledMessage.State.FAILED
            ? null
            : reason == null ? "It could not be sent." : reason);
  }

  static LaterMessage of(Pending pending, Instant at) {
    return new LaterMessage(
        null,
        pending.conversationId(),
        pending.clientId(),
        pending.send().type(),
        pending.send().content(),
        pending.files().size(),
        at,
        pending.problem());
  }

  public boolean failed() {
    return problem != null;
  }

  /// Whether its words can be changed; a card has none.
  public boolean editable() {
    return switch (type) {
      case TEXT, IMAGE, VIDEO, FILE, VOICE -> true;
      case PRODUCT, ORDER, POLL, OFFER, SYSTEM, CALL, UNKNOWN -> false;
    };
  }

  /// What to say of one that could not be sent.
  public String failure() {
    String words = said();
    String begin = words.length() > 40 ? words.substring(0, 40).strip() + "…" : words;
    return "Not sent as scheduled: “" + begin + "”. " + problem;
  }

  /// What it says, in few words.
  String said() {
    if (content != null && !content.isBlank()) {
      return MessageMarkup.plain(content);
    }
    return switch (type) {
      case IMAGE -> several("picture");
      case VIDEO -> several("video");
      case VOICE -> "A voice message";
      case FILE -> several("file");
      case PRODUCT -> "A product";
      case ORDER -> "An order";
      case POLL -> "A poll";
      case OFFER -> "An offer";
      case TEXT, SYSTEM, CALL, UNKNOWN -> "A message";
    };
  }

  private String several(String what) {
    return files > 1 ? files + " " + what + "s" : "A " + what;
  }
}
