package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.limit.Limit;
import dev.windowshop.relay.limit.Limits;
import dev.windowshop.search.SearchText;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Looks for words in what somebody may read: for clients that never had all of it. A word is found
/// wherever it stands, in any script, without regard to case and accents. It looks at so many
/// messages at a time and says where it stopped, so that no question holds up the relay. Any thread
/// that may block.
final class MessageSearch {
  /// How many messages one request looks at.
  static final int LOOKED_AT = 20_000;

  private static final int MOST_WORDS = 10;
  private static final int LONGEST = 200;

  private final Database database;
  private final ParticipantRepository participants;
  private final MessageRepository messages;
  private final PersonalRepository personal;
  private final MessageReader reader;
  private final Limits limits;
  private final int lookedAt;

  MessageSearch(
      Database database,
      ParticipantRepository participants,
      MessageRepository messages,
      PersonalRepository personal,
      MessageReader reader,
      Limits limits,
      int lookedAt) {
    this.database = database;
    this.participants = participants;
    this.messages = messages;
    this.personal = personal;
    this.reader = reader;
    this.limits = limits;
    this.lookedAt = lookedAt;
  }

  /// The newest first. A page may have few, or none, and yet be followed by more.
  ///
  /// @param conversationId null for all of them
  /// @param cursor where the page before stopped; null for the first
  Page<Message> find(
      String userId,
      @Nullable String text,
      @Nullable String conversationId,
      @Nullable String cursor,
      int limit) {
    List<String> words = words(text);
    limits.take(Limit.SEARCHES, userId);
    String before = cursor == null ? null : Cursor.id(Cursor.parts(cursor, 1).getFirst());
    return database.read(handle -> {
      if (conversationId != null) {
        participants.require(handle, conversationId, userId);
      }
      return find(handle, userId, words, conversationId, before, limit);
    });
  }

  private Page<Message> find(
      Handle handle,
      String userId,
      List<String> words,
      @Nullable String conversationId,
      @Nullable String before,
      int limit) {
    List<MessageRepository.Said> said =
        messages.said(handle, userId, conversationId, before, lookedAt);
    Set<String> found = new HashSet<>();
    String last = null;
    boolean full = false;
    for (MessageRepository.Said one : said) {
      if (found.size() == limit) {
        full = true;
        break;
      }
      last = one.id();
      String folded = SearchText.fold(one.content());
      if (words.stream().allMatch(folded::contains)) {
        found.add(one.id());
      }
    }
    String next = last != null && (full || said.size() == lookedAt) ? Cursor.of(last) : null;
    if (!found.isEmpty()) {
      found.removeAll(personal.hiddenAmong(handle, userId, found));
    }
    return new Page<>(reader.read(handle, messages.byIds(handle, found)), next);
  }

  private static List<String> words(@Nullable String text) {
    String asked = text == null ? "" : text.strip();
    if (asked.isEmpty()) {
      throw ProblemException.invalid("q", "is empty");
    }
    if (asked.length() > LONGEST) {
      throw ProblemException.invalid("q", "is longer than " + LONGEST + " characters");
    }
    List<String> words =
        Arrays.stream(SearchText.fold(asked).strip().split("\\s+", -1))
            .filter(word -> !word.isEmpty())
            .distinct()
            .limit(MOST_WORDS)
            .toList();
    if (words.isEmpty()) {
      throw ProblemException.invalid("q", "has no letters to look for");
    }
    return words;
  }
}
