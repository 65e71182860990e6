package dev.windowshop.protocol;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A conversation. The personal part (`unreadCount`, `readSeq`, `muted`, `pinned`, `archived`) is
/// filled in for the reader and null in anything broadcast.
///
/// @param name a group's name; of a direct or listing conversation the other side's, for the reader
/// @param sharesHistory new members see what was said before they came
/// @param closedAt when nothing more could be said in it; null while it is open
/// @param pins messages that are pinned in it, the newest pinned first
/// @param seq place of the last message
/// @param change counter of the last change of anything in it
public record Conversation(
    String id,
    ConversationKind kind,
    @Nullable String name,
    @Nullable String description,
    @Nullable String avatarUrl,
    @Nullable Product product,
    @Nullable Shop shop,
    List<Participant> participants,
    @Nullable Message lastMessage,
    @Nullable Integer unreadCount,
    @Nullable Long readSeq,
    @Nullable Boolean muted,
    @Nullable Boolean pinned,
    @Nullable Boolean archived,
    @com.fasterxml.jackson.annotation.JsonProperty("private") boolean isPrivate,
    boolean sharesHistory,
    int maxMembers,
    long seq,
    long change,
    Instant createdAt,
    Instant lastActivityAt,
    @Nullable Instant closedAt,
    List<Pin> pins) {

  public Conversation {
    // What was written down before there were any has none.
    pins = Objects.requireNonNullElse(pins, List.of());
  }

  /// An open conversation whose new members see what is said from then on.
  public Conversation(
      String id,
      ConversationKind kind,
      @Nullable String name,
      @Nullable String description,
      @Nullable String avatarUrl,
      @Nullable Product product,
      @Nullable Shop shop,
      List<Participant> participants,
      @Nullable Message lastMessage,
      @Nullable Integer unreadCount,
      @Nullable Long readSeq,
      @Nullable Boolean muted,
      @Nullable Boolean pinned,
      @Nullable Boolean archived,
      boolean isPrivate,
      int maxMembers,
      long seq,
      long change,
      Instant createdAt,
      Instant lastActivityAt) {
    this(
        id,
        kind,
        name,
        description,
        avatarUrl,
        product,
        shop,
        participants,
        lastMessage,
        unreadCount,
        readSeq,
        muted,
        pinned,
        archived,
        isPrivate,
        false,
        maxMembers,
        seq,
        change,
        createdAt,
        lastActivityAt,
        null,
        List.of());
  }

  /// A message that is pinned. Who may not see the message sees nothing of it but this.
  ///
  /// @param seq its place
  /// @param userId who pinned it
  public record Pin(String messageId, long seq, String userId, Instant at) {}

  /// `POST /conversations`; which fields count depends on the kind.
  public record Create(
      ConversationKind kind,
      @Nullable String userId,
      @Nullable String productId,
      @Nullable String shopId,
      @Nullable String name,
      @Nullable List<String> memberIds,
      @Nullable String description,
      @Nullable String avatar,
      @com.fasterxml.jackson.annotation.JsonProperty("private") @Nullable Boolean isPrivate,
      @Nullable Integer maxMembers) {

    public static Create direct(String userId) {
      return new Create(
          ConversationKind.DIRECT, userId, null, null, null, null, null, null, null, null);
    }

    public static Create listing(String productId) {
      return new Create(
          ConversationKind.LISTING, null, productId, null, null, null, null, null, null, null);
    }

    public static Create group(String name, List<String> memberIds) {
      return new Create(
          ConversationKind.GROUP, null, null, null, name, memberIds, null, null, null, null);
    }
  }

  /// `PATCH /conversations/{id}`: a null leaves the field as it is.
  public record Patch(
      @Nullable String name,
      @Nullable String description,
      @Nullable String avatar,
      @com.fasterxml.jackson.annotation.JsonProperty("private") @Nullable Boolean isPrivate,
      @Nullable Integer maxMembers,
      @Nullable Boolean sharesHistory,
      @Nullable Boolean closed) {

    public static Patch rename(String name) {
      return new Patch(name, null, null, null, null, null, null);
    }
  }

  /// `POST /conversations/{id}/members`.
  public record AddMember(
      String userId,
      @JsonFormat(without = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
          @Nullable Role role) {}

  /// `POST /conversations/{id}/transfer`.
  public record Transfer(String userId) {}

  /// `PATCH /conversations/{id}/members/{userId}`.
  public record ChangeRole(
      @JsonFormat(without = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
          Role role) {}
}
