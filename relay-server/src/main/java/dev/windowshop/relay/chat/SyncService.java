package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Changes;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Participant;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Sync;
import dev.windowshop.relay.db.Database;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Tells clients what they missed. Any thread that may block.
public final class SyncService {
  private final Database database;
  private final String epoch;
  private final ConversationRepository conversations;
  private final ParticipantRepository participants;
  private final MessageRepository messages;
  private final PersonalRepository personal;
  private final ScheduledReader scheduled;
  private final ConversationReader reader;
  private final MessageReader messageReader;

  SyncService(
      Database database,
      String epoch,
      ConversationRepository conversations,
      ParticipantRepository participants,
      MessageRepository messages,
      PersonalRepository personal,
      ScheduledReader scheduled,
      ConversationReader reader,
      MessageReader messageReader) {
    this.database = database;
    this.epoch = epoch;
    this.conversations = conversations;
    this.participants = participants;
    this.messages = messages;
    this.personal = personal;
    this.scheduled = scheduled;
    this.reader = reader;
    this.messageReader = messageReader;
  }

  /// What changed in a conversation after a counter, as it is now, ascending. `change` of the
  /// answer is the counter that it brings its reader up to.
  public Changes changes(String userId, String conversationId, long after, int limit) {
    return database.read(handle -> {
      Member member = participants.require(handle, conversationId, userId);
      ConversationRow row = conversations.require(handle, conversationId);
      if (after < 0 || after > row.change()) {
        throw resync();
      }
      Long cut = messages.changeAt(handle, member, after, limit);
      boolean more = cut != null && cut < row.change();
      long upTo = cut == null ? row.change() : cut;
      return new Changes(items(handle, row, member, after, upTo), upTo, more);
    });
  }

  private List<Changes.Item> items(
      Handle handle, ConversationRow row, Member reading, long after, long upTo) {
    List<Changes.Item> items = new ArrayList<>();
    if (row.ownChange() > after && row.ownChange() <= upTo) {
      Conversation now = reader.forMember(handle, row, reading);
      items.add(new Changes.Item(row.ownChange(), Changes.Kind.CONVERSATION, Json.tree(now)));
    }
    List<Member> members = participants.changed(handle, row.id(), after, upTo);
    List<Participant> seen = reader.participants(handle, reading.userId(), members);
    for (int i = 0; i < members.size(); i++) {
      items.add(
          new Changes.Item(
              members.get(i).change(), Changes.Kind.PARTICIPANT, Json.tree(seen.get(i))));
    }
    messageReader
        .read(handle, messages.changed(handle, reading, after, upTo))
        .forEach(message ->
            items.add(
                new Changes.Item(message.change(), Changes.Kind.MESSAGE, Json.tree(message))));
    items.sort(Comparator.comparingLong(Changes.Item::change));
    return items;
  }

  public Sync.Answer sync(String userId, Sync.Request request) {
    Map<String, Long> known = knownOf(request);
    checkEpoch(request.epoch(), known, request.me());
    return database.read(handle -> {
      List<Conversation> ahead = new ArrayList<>();
      List<Conversation> added = new ArrayList<>();
      Set<String> gone = new HashSet<>(known.keySet());
      for (ConversationRow row : conversations.allOf(handle, userId)) {
        gone.remove(row.id());
        Long change = known.get(row.id());
        if (change == null) {
          added.add(read(handle, row, userId));
        } else if (change > row.change()) {
          throw resync();
        } else if (change < row.change()) {
          ahead.add(read(handle, row, userId));
        }
      }
      long counter = personal.counter(handle, userId);
      if (request.me() > counter) {
        throw resync();
      }
      return new Sync.Answer(
          epoch,
          ahead,
          added,
          gone.stream().sorted().toList(),
          new Sync.Personal(
              counter, personal(handle, userId, request.me()), scheduled.open(handle, userId)));
    });
  }

  private List<Sync.PersonalItem> personal(Handle handle, String userId, long after) {
    List<Sync.PersonalItem> all = new ArrayList<>(personal.after(handle, userId, after));
    all.addAll(scheduled.after(handle, userId, after));
    all.sort(Comparator.comparingLong(Sync.PersonalItem::change));
    return all;
  }

  private static Map<String, Long> knownOf(Sync.Request request) {
    Map<String, Long> known = Field.present("conversations", request.conversations());
    for (Map.Entry<String, Long> entry : known.entrySet()) {
      Field.present("conversations." + entry.getKey(), entry.getValue());
    }
    return known;
  }

  /// Counters mean nothing without the epoch that they were counted in.
  private void checkEpoch(@Nullable String asked, Map<String, Long> known, long me) {
    boolean knowsSomething = !known.isEmpty() || me > 0;
    if (asked == null ? knowsSomething : !asked.equals(epoch)) {
      throw resync();
    }
  }

  private Conversation read(Handle handle, ConversationRow row, String userId) {
    return reader.forMember(handle, row, participants.require(handle, row.id(), userId));
  }

  private static ProblemException resync() {
    return new ProblemException(
        ProblemType.RESYNC, "The relay's data is of another time. Fetch everything again.");
  }
}
