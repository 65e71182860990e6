package dev.windowshop.relay.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.ProblemException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Makes a draft of what a client sends, or says which field is refused. [#of] needs no database,
/// [#check] does.
final class Drafts {
  private static final int CLIENT_ID_LENGTH = 100;

  private final Catalogue catalogue;
  private final MessageRepository messages;
  private final ChatConfig config;

  Drafts(Catalogue catalogue, MessageRepository messages, ChatConfig config) {
    this.catalogue = catalogue;
    this.messages = messages;
    this.config = config;
  }

  MessageWriter.Draft of(String senderId, String conversationId, Message.Send send) {
    String clientId = Field.text("clientId", send.clientId(), CLIENT_ID_LENGTH);
    Message.Type type = Field.present("type", send.type());
    String content = send.content() == null || send.content().isBlank() ? null : send.content();
    if (content != null && content.length() > config.contentLength()) {
      throw ProblemException.invalid(
          "content", "is longer than " + config.contentLength() + " characters");
    }
    if (send.attachmentIds() != null && !send.attachmentIds().isEmpty()) {
      throw ProblemException.invalid(
          "attachmentIds", "names no upload of yours: " + send.attachmentIds().getFirst());
    }
    return new MessageWriter.Draft(
        conversationId,
        senderId,
        clientId,
        type,
        content,
        send.replyToId() == null ? null : Field.id("replyToId", send.replyToId()),
        metadata(type, content, send.metadata()),
        Instant.now());
  }

  private static @Nullable JsonNode metadata(
      Message.Type type, @Nullable String content, @Nullable JsonNode sent) {
    JsonNode metadata = sent == null || sent.isNull() || sent.isEmpty() ? null : sent;
    return switch (type) {
      case TEXT -> {
        if (content == null) {
          throw ProblemException.invalid("content", "is empty");
        }
        if (metadata != null) {
          throw ProblemException.invalid("metadata", "is not taken with a text");
        }
        yield null;
      }
      case PRODUCT -> {
        JsonNode id = metadata == null ? null : metadata.get("productId");
        if (id == null || !id.isTextual() || !Ids.isId(id.textValue())) {
          throw ProblemException.invalid("metadata.productId", "is missing or not an id");
        }
        yield Json.mapper().createObjectNode().put("productId", id.textValue());
      }
      case ORDER -> throw ProblemException.invalid("metadata.orderId", "is no order of yours");
      case POLL -> throw ProblemException.invalid("type", "is not taken by this relay");
      case IMAGE, VIDEO, FILE, VOICE -> throw ProblemException.invalid("attachmentIds", "is empty");
      case SYSTEM, CALL -> throw ProblemException.invalid("type", "comes from the relay only");
      case UNKNOWN -> throw ProblemException.invalid("type", "is not known");
    };
  }

  void check(Handle handle, Member sender, MessageWriter.Draft draft) {
    String replyToId = draft.replyToId();
    if (replyToId != null) {
      MessageRow answered = messages.find(handle, replyToId).orElse(null);
      if (answered == null
          || !answered.conversationId().equals(draft.conversationId())
          || answered.seq() < sender.visibleFromSeq()) {
        throw ProblemException.invalid("replyToId", "is no message of this conversation");
      }
    }
    JsonNode metadata = draft.metadata();
    if (draft.type() == Message.Type.PRODUCT && metadata != null) {
      String productId = metadata.path("productId").asText();
      if (!catalogue.products(handle, List.of(productId)).containsKey(productId)) {
        throw ProblemException.invalid("metadata.productId", "is no product");
      }
    }
  }
}
