package dev.windowshop.protocol;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message as it is now.
///
/// @param seq its place in the conversation, from 1
/// @param change the conversation's counter when it last changed
/// @param clientId made by its sender, unique per sender
/// @param content null once deleted
/// @param metadata depends on the type, e.g. `{productId, product}` of a product card
public record Message(
    String id,
    String conversationId,
    long seq,
    long change,
    String clientId,
    Sender sender,
    Type type,
    @Nullable String content,
    @Nullable String replyToId,
    List<Attachment> attachments,
    @Nullable JsonNode metadata,
    List<Reaction> reactions,
    Instant createdAt,
    @Nullable Instant editedAt,
    @Nullable Instant deletedAt) {

  public record Sender(
      String id, String username, String displayName, @Nullable String avatarUrl) {}

  /// @param userIds who reacted with it, in order
  public record Reaction(String emoji, List<String> userIds) {}

  public enum Type {
    @JsonProperty("text")
    TEXT,
    @JsonProperty("image")
    IMAGE,
    @JsonProperty("video")
    VIDEO,
    @JsonProperty("file")
    FILE,
    @JsonProperty("voice")
    VOICE,
    @JsonProperty("product")
    PRODUCT,
    @JsonProperty("order")
    ORDER,
    @JsonProperty("poll")
    POLL,
    /// From a seller only.
    @JsonProperty("offer")
    OFFER,
    /// From the relay only, as is [#CALL].
    @JsonProperty("system")
    SYSTEM,
    @JsonProperty("call")
    CALL,
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
  }

  /// `POST /conversations/{id}/messages` and `send_message`.
  ///
  /// @param conversationId of the socket command; REST has it in the path
  public record Send(
      @Nullable String conversationId,
      String clientId,
      Type type,
      @Nullable String content,
      @Nullable String replyToId,
      @Nullable List<String> attachmentIds,
      @Nullable JsonNode metadata) {}

  /// `PUT /messages/{id}`.
  public record Edit(String content) {}

  /// What a message said before an edit (`GET /messages/{id}/edits`), oldest first.
  ///
  /// @param until when it was edited
  public record Edited(@Nullable String content, Instant until) {}

  /// `GET /conversations/{id}/messages`: newest first, read in one transaction with `change`.
  public record History(List<Message> items, @Nullable String nextCursor, long change) {}
}
