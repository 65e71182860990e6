package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Page;
import dev.windowshop.relay.db.Database;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lists and reads conversations. Any thread that may block.
final class ConversationService {
  private final Database database;
  private final ConversationRepository conversations;
  private final ParticipantRepository participants;
  private final ConversationReader reader;

  ConversationService(
      Database database,
      ConversationRepository conversations,
      ParticipantRepository participants,
      ConversationReader reader) {
    this.database = database;
    this.conversations = conversations;
    this.participants = participants;
    this.reader = reader;
  }

  Page<Conversation> list(String userId, @Nullable String cursor, int limit) {
    ConversationRepository.Before before = null;
    if (cursor != null) {
      List<String> parts = Cursor.parts(cursor, 2);
      before =
          new ConversationRepository.Before(Cursor.number(parts.get(0)), Cursor.id(parts.get(1)));
    }
    ConversationRepository.Before from = before;
    return database.read(handle -> {
      List<ConversationRow> rows = conversations.page(handle, userId, from, limit + 1);
      List<ConversationRow> page = rows.subList(0, Math.min(limit, rows.size()));
      String next =
          rows.size() > limit
              ? Cursor.of(page.getLast().lastActivityAt().toEpochMilli(), page.getLast().id())
              : null;
      return new Page<>(
          page.stream().map(row -> reader.forMember(handle, row, userId)).toList(), next);
    });
  }

  Conversation get(String userId, String id) {
    return database.read(handle -> {
      participants.require(handle, id, userId);
      return reader.forMember(handle, conversations.require(handle, id), userId);
    });
  }
}
