package dev.windowshop.protocol;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that its reader may have missed. What is of one sort and about one place is one
/// notification for as long as it is unread; `count` says how often.
///
/// @param actor who did it last; null for the relay itself
/// @param what more exactly: the `media` of a call, the last step of an order's timeline, what
///   became of an offer
/// @param title a group's name, or what an order is of
/// @param preview the beginning of the message, as it is now; null when it may not be read (any
///   more)
/// @param updatedAt when it happened last
public record Notification(
    String id,
    Kind kind,
    Message.@Nullable Sender actor,
    long count,
    @Nullable String what,
    @Nullable String title,
    @Nullable String preview,
    Target target,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant readAt) {

  public enum Kind {
    @JsonProperty("missed_call")
    MISSED_CALL,
    @JsonProperty("invite")
    INVITE,
    @JsonProperty("join_request")
    JOIN_REQUEST,
    @JsonProperty("mention")
    MENTION,
    @JsonProperty("reply")
    REPLY,
    @JsonProperty("story_reply")
    STORY_REPLY,
    @JsonProperty("order")
    ORDER,
    @JsonProperty("offer")
    OFFER,
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
  }

  /// Where it leads; of several, to the last.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Target(
      @Nullable String conversationId,
      @Nullable String messageId,
      @Nullable Long seq,
      @Nullable String callId,
      @Nullable String inviteId,
      @Nullable String orderId,
      @Nullable String offerId,
      @Nullable String storyId) {
    public static final Target NOWHERE = new Target(null, null, null, null, null, null, null, null);

    public static Target message(String conversationId, String messageId, long seq) {
      return new Target(conversationId, messageId, seq, null, null, null, null, null);
    }

    public static Target call(String conversationId, String callId) {
      return new Target(conversationId, null, null, callId, null, null, null, null);
    }

    public static Target invite(String conversationId, String inviteId) {
      return new Target(conversationId, null, null, null, inviteId, null, null, null);
    }

    public static Target order(String orderId) {
      return new Target(null, null, null, null, null, orderId, null, null);
    }

    public Target withStory(String id) {
      return new Target(conversationId, messageId, seq, callId, inviteId, orderId, offerId, id);
    }

    public Target withOffer(String id) {
      return new Target(conversationId, messageId, seq, callId, inviteId, orderId, id, storyId);
    }
  }

  /// `GET /notifications`, the latest first.
  ///
  /// @param unread how many are unread in all
  public record Listing(List<Notification> items, @Nullable String nextCursor, long unread) {}

  /// `POST /notifications/read`: exactly one of the three.
  ///
  /// @param upTo the id of a notification: it and all that are older
  public record Read(@Nullable List<String> ids, @Nullable String upTo, @Nullable Boolean all) {}

  /// What was marked.
  public record Marked(List<String> ids, long unread) {}
}
