package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ConversationKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A conversation's own fields, as they are stored.
///
/// @param ownChange where the counter stood when these fields or the membership last changed
public record ConversationRow(
    String id,
    ConversationKind kind,
    @Nullable String name,
    @Nullable String description,
    @Nullable String avatarUrl,
    @Nullable String productId,
    @Nullable String shopId,
    boolean isPrivate,
    int maxMembers,
    long seq,
    long change,
    long ownChange,
    Instant createdAt,
    Instant lastActivityAt,
    boolean sharesHistory,
    @Nullable Instant closedAt,
    List<Conversation.Pin> pins) {}
