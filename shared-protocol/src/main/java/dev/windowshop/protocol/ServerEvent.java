package dev.windowshop.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything the relay tells a socket unasked. [#wire] is its name; one newer than we are decodes
/// to [Unknown].
public sealed interface ServerEvent {
  /// The event names, each with its record.
  Map<String, Class<? extends ServerEvent>> TYPES =
      Map.ofEntries(
          Map.entry("ready", Ready.class),
          Map.entry("new_message", NewMessage.class),
          Map.entry("message_changed", MessageChanged.class),
          Map.entry("conversation_added", ConversationAdded.class),
          Map.entry("conversation_changed", ConversationChanged.class),
          Map.entry("invite_changed", InviteChanged.class),
          Map.entry("user_joined_group", UserJoinedGroup.class),
          Map.entry("user_left_group", UserLeftGroup.class),
          Map.entry("messages_delivered", MessagesDelivered.class),
          Map.entry("messages_read", MessagesRead.class),
          Map.entry("user_typing", UserTyping.class),
          Map.entry("user_stopped_typing", UserStoppedTyping.class),
          Map.entry("user_status_changed", UserStatusChanged.class),
          Map.entry("product_changed", ProductChanged.class),
          Map.entry("order_changed", OrderChanged.class),
          Map.entry("personal_changed", PersonalChanged.class),
          Map.entry("call_ringing", CallRinging.class),
          Map.entry("call_state", CallState.class),
          Map.entry("call_signal", CallSignal.class),
          Map.entry("call_device", CallDevice.class),
          Map.entry("call_knock", CallKnock.class),
          Map.entry("report_filed", ReportFiled.class),
          Map.entry("story_added", StoryAdded.class),
          Map.entry("story_viewed", StoryViewed.class),
          Map.entry("story_removed", StoryRemoved.class),
          Map.entry("notification", NotificationRaised.class),
          Map.entry("notification_read", NotificationRead.class),
          Map.entry("resync", Resync.class),
          Map.entry("server_stopping", ServerStopping.class),
          Map.entry("error", Failed.class));

  /// The name on the wire.
  default String wire() {
    for (Map.Entry<String, Class<? extends ServerEvent>> entry : TYPES.entrySet()) {
      if (entry.getValue() == getClass()) {
        return entry.getKey();
      }
    }
    return this instanceof Unknown unknown ? unknown.name() : "unknown";
  }

  /// @throws ProblemException when a known event has the wrong shape
  static ServerEvent decode(String name, JsonNode payload) {
    Class<? extends ServerEvent> type = TYPES.get(name);
    return type == null ? new Unknown(name, payload) : Json.decode(payload, type);
  }

  /// A conversation's event: dropped when `change` is known, a gap before it asks for changes.
  sealed interface InConversation extends ServerEvent {
    String conversationId();

    long change();
  }

  /// The first event on every socket.
  record Ready(String epoch, int protocolVersion, String userId, Instant serverTime)
      implements ServerEvent {}

  record NewMessage(@JsonValue Message message) implements InConversation {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public NewMessage {}

    @Override
    public String conversationId() {
      return message.conversationId();
    }

    @Override
    public long change() {
      return message.change();
    }
  }

  /// An edit, a deletion or a reaction: the message as it is now.
  record MessageChanged(@JsonValue Message message) implements InConversation {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MessageChanged {}

    @Override
    public String conversationId() {
      return message.conversationId();
    }

    @Override
    public long change() {
      return message.change();
    }
  }

  /// To one user: a conversation they are now in.
  record ConversationAdded(String conversationId, long change, Conversation conversation)
      implements InConversation {}

  /// The conversation's own fields, as they are now, without the reader's part.
  record ConversationChanged(String conversationId, long change, Conversation conversation)
      implements InConversation {}

  record UserJoinedGroup(String conversationId, String userId, String name, long change)
      implements InConversation {}

  record UserLeftGroup(String conversationId, String userId, String name, long change)
      implements InConversation {}

  record MessagesDelivered(String conversationId, String userId, long seq, long change)
      implements InConversation {}

  record MessagesRead(String conversationId, String userId, long seq, long change)
      implements InConversation {}

  record UserTyping(String conversationId, String userId, String name) implements ServerEvent {}

  record UserStoppedTyping(String conversationId, String userId, String name)
      implements ServerEvent {}

  record UserStatusChanged(
      String userId, String name, PresenceStatus status, @Nullable Instant lastSeen)
      implements ServerEvent {}

  record ProductChanged(@JsonValue Product product) implements ServerEvent {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProductChanged {}
  }

  /// To its buyer, and to its sellers their part.
  record OrderChanged(@JsonValue Order order) implements ServerEvent {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrderChanged {}
  }

  /// To one user's devices: personal state that changed on another of them.
  record PersonalChanged(@JsonValue Sync.PersonalItem item) implements ServerEvent {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonalChanged {}
  }

  /// To whom an invite concerns: made, answered or taken back.
  record InviteChanged(@JsonValue Invite invite) implements ServerEvent {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public InviteChanged {}
  }

  record CallRinging(Call call) implements ServerEvent {}

  record CallState(
      String callId,
      String conversationId,
      Call.Media media,
      Call.State state,
      @Nullable String reason,
      java.util.List<Call.Participant> participants,
      long revision)
      implements ServerEvent {}

  /// To one's own devices: where one is in a call.
  record CallDevice(@JsonValue Call.Device device) implements ServerEvent {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CallDevice {}
  }

  /// To whoever knocks, and to those in the call who may let them in: how that stands now.
  record CallKnock(@JsonValue CallLink.Knock knock) implements ServerEvent {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CallKnock {}
  }

  record CallSignal(@JsonValue Call.Signal signal) implements ServerEvent {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CallSignal {}
  }

  /// To those who may see it, and to its author's devices.
  record StoryAdded(User author, Story story) implements ServerEvent {}

  /// To its author, where both show what they have read; and to the viewer's own devices, so that
  /// what was seen on one is seen on all.
  ///
  /// @param views by how many it was seen now; null for anybody but the author
  record StoryViewed(
      String storyId, String authorId, User viewer, Instant viewedAt, @Nullable Integer views)
      implements ServerEvent {}

  /// Taken back, or hidden by a moderator. One that expires goes without a word: `expiresAt` said
  /// so.
  record StoryRemoved(String storyId, String authorId) implements ServerEvent {}

  /// To all devices of its reader: something that they may miss, or one more of what they have not
  /// read yet.
  ///
  /// @param unread how many are unread now
  record NotificationRaised(Notification notification, long unread) implements ServerEvent {}

  /// To all devices of their reader: what was read on one is read on all.
  ///
  /// @param unread how many are unread now
  record NotificationRead(List<String> ids, long unread) implements ServerEvent {}

  /// To moderators: something new to look at.
  ///
  /// @param open how many reports are open now
  record ReportFiled(String reportId, Report.Kind kind, int open) implements ServerEvent {}

  /// This socket could not keep up: fetch what was missed.
  record Resync(@Nullable String reason) implements ServerEvent {}

  /// The relay stops: the connection ends soon, and commands are refused from now on.
  ///
  /// @param retryAfter seconds after which to come back
  record ServerStopping(long retryAfter) implements ServerEvent {}

  /// The problem of a command that was sent without an acknowledgement (`error`).
  record Failed(@JsonValue Problem problem) implements ServerEvent {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Failed {}
  }

  record Unknown(String name, JsonNode payload) implements ServerEvent {}
}
