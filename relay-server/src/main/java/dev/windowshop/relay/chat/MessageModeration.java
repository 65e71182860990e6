package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ServerEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What moderation does with messages. Runs inside its unit of work.
public final class MessageModeration {
  private final ConversationRepository conversations;
  private final ParticipantRepository participants;
  private final MessageRepository messages;
  private final Offers offers;
  private final MessageReader reader;

  MessageModeration(
      ConversationRepository conversations,
      ParticipantRepository participants,
      MessageRepository messages,
      Offers offers,
      MessageReader reader) {
    this.conversations = conversations;
    this.participants = participants;
    this.messages = messages;
    this.offers = offers;
    this.reader = reader;
  }

  /// A message that somebody said and this member sees.
  public Optional<Message> seen(Handle handle, String userId, String messageId) {
    return messages
        .find(handle, messageId)
        .filter(row -> row.deletedAt() == null && row.type() != Message.Type.SYSTEM)
        .filter(row -> participants.sees(handle, userId, row))
        .map(row -> reader.read(handle, row));
  }

  /// @return what to tell the conversation; nothing when it was so already
  public List<ServerEvent.InConversation> hide(Handle handle, String messageId, boolean hidden) {
    MessageRow row =
        messages.find(handle, messageId).orElseThrow(() -> ProblemException.notFound("message"));
    if (!messages.hide(handle, messageId, hidden ? Instant.now() : null)) {
      return List.of();
    }
    String offer = MessageReader.offerId(row);
    if (offer != null && hidden) {
      offers.gone(handle, offer);
    }
    long change = conversations.advance(handle, row.conversationId()).change();
    messages.touch(handle, messageId, change);
    Message now = reader.read(handle, messages.find(handle, messageId).orElseThrow());
    return List.of(new ServerEvent.MessageChanged(now));
  }
}
