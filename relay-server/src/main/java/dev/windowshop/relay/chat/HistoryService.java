package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.relay.db.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reads what was said. Any thread that may block.
public final class HistoryService {
  /// Which part of a history is asked for: at most one of these.
  public record Part(
      @Nullable String cursor, @Nullable Long before, @Nullable Long after, @Nullable Long around) {
    public Part {
      if (Stream.of(before, after, around).filter(part -> part != null).count() > 1) {
        throw new ProblemException(
            ProblemType.BAD_REQUEST, "Only one of before, after and around is taken.");
      }
    }
  }

  /// What opening a conversation answers: its end, oldest first.
  public record Opening(List<Message> messages, long change) {}

  private static final String OLDER = "older";
  private static final String NEWER = "newer";

  private final Database database;
  private final ConversationRepository conversations;
  private final ParticipantRepository participants;
  private final MessageRepository messages;
  private final MessageReader reader;
  private final PersonalRepository personal;

  HistoryService(
      Database database,
      ConversationRepository conversations,
      ParticipantRepository participants,
      MessageRepository messages,
      MessageReader reader,
      PersonalRepository personal) {
    this.database = database;
    this.conversations = conversations;
    this.participants = participants;
    this.messages = messages;
    this.reader = reader;
    this.personal = personal;
  }

  public Opening open(String userId, String conversationId) {
    return database.read(handle -> {
      Member member = participants.require(handle, conversationId, userId);
      List<MessageRow> rows =
          messages.before(handle, member, Long.MAX_VALUE, Protocol.JOIN_MESSAGES);
      return new Opening(
          read(handle, member, rows.reversed()),
          conversations.require(handle, conversationId).change());
    });
  }

  /// Newest first, with the counter of the same moment.
  public Message.History page(String userId, String conversationId, Part part, int limit) {
    return database.read(handle -> {
      Member member = participants.require(handle, conversationId, userId);
      long change = conversations.require(handle, conversationId).change();
      if (part.around() != null && part.cursor() == null) {
        return around(handle, member, part.around(), limit, change);
      }
      boolean newer = part.after() != null;
      long from = Long.MAX_VALUE;
      if (part.cursor() != null) {
        List<String> parts = Cursor.parts(part.cursor(), 2);
        newer = parts.getFirst().equals(NEWER);
        if (!newer && !parts.getFirst().equals(OLDER)) {
          throw Cursor.bad(null);
        }
        from = Cursor.number(parts.getLast());
      } else if (part.after() != null) {
        from = part.after();
      } else if (part.before() != null) {
        from = part.before();
      }
      return newer
          ? newer(handle, member, from, limit, change)
          : older(handle, member, from, limit, change);
    });
  }

  private Message.History older(Handle handle, Member member, long before, int limit, long change) {
    List<MessageRow> rows = messages.before(handle, member, before, limit + 1);
    boolean more = rows.size() > limit;
    List<MessageRow> page = more ? rows.subList(0, limit) : rows;
    String next = more ? Cursor.of(OLDER, page.getLast().seq()) : null;
    return new Message.History(read(handle, member, page), next, change);
  }

  private Message.History newer(Handle handle, Member member, long after, int limit, long change) {
    List<MessageRow> rows = messages.after(handle, member, after, limit + 1);
    boolean more = rows.size() > limit;
    List<MessageRow> page = more ? rows.subList(1, rows.size()) : rows;
    String next = more ? Cursor.of(NEWER, page.getFirst().seq()) : null;
    return new Message.History(read(handle, member, page), next, change);
  }

  private Message.History around(Handle handle, Member member, long seq, int limit, long change) {
    int olderLimit = limit - limit / 2;
    List<MessageRow> page = new ArrayList<>();
    if (limit / 2 > 0) {
      page.addAll(messages.after(handle, member, seq, limit / 2));
    }
    List<MessageRow> older = messages.before(handle, member, seq + 1, olderLimit + 1);
    boolean more = older.size() > olderLimit;
    page.addAll(more ? older.subList(0, olderLimit) : older);
    String next = more ? Cursor.of(OLDER, page.getLast().seq()) : null;
    return new Message.History(read(handle, member, page), next, change);
  }

  /// Without what its reader has deleted for themselves: a page may have fewer for that.
  private List<Message> read(Handle handle, Member member, List<MessageRow> rows) {
    Set<String> hidden =
        personal.hiddenAmong(handle, member.userId(), rows.stream().map(MessageRow::id).toList());
    return reader.read(handle, rows.stream().filter(row -> !hidden.contains(row.id())).toList());
  }
}
