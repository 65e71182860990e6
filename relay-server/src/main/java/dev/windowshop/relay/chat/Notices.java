package dev.windowshop.relay.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.User;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// `system` messages: what happened to a group. Runs inside the caller's unit of work.
final class Notices {
  private final MessageWriter writer;
  private final People people;

  Notices(MessageWriter writer, People people) {
    this.writer = writer;
    this.people = people;
  }

  /// @param event what happened, in one word, for clients that say it in their own language
  /// @param sentence with `%s` for the actor's name
  Effect post(
      Handle handle,
      String conversationId,
      String actorId,
      String event,
      String sentence,
      Map<String, String> details) {
    ObjectNode metadata = Json.mapper().createObjectNode().put("event", event);
    details.forEach(metadata::put);
    Message message =
        writer.appendNotice(
            handle,
            new MessageWriter.Draft(
                conversationId,
                actorId,
                Ids.newId(),
                Message.Type.SYSTEM,
                String.format(Locale.ROOT, sentence, name(handle, actorId)),
                null,
                metadata,
                Instant.now()));
    return new Effect.ToConversation(conversationId, new ServerEvent.NewMessage(message));
  }

  String name(Handle handle, String userId) {
    User user = people.users(handle, List.of(userId)).get(userId);
    return user == null ? "Somebody" : user.displayName();
  }
}
