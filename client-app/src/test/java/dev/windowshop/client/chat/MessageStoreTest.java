package dev.windowshop.client.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.cache.ClientDatabase;
import dev.windowshop.client.cache.Rows;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.User;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageStoreTest {
  @TempDir private Path folder;
  private final MessageStore messages = new MessageStore();
  private ClientDatabase database;

  @BeforeEach
  void open() {
    database = ClientDatabase.open(folder.resolve("cache.db"), ChatSchema.migrations());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void put(Message message) {
    database.execute(connection -> messages.put(connection, message)).join();
  }

  private int unread(String conversationId, long seq) {
    return database.read(
        connection -> messages.unread(connection, conversationId, seq, Samples.ANA.id()));
  }

  /// As it is after so many changes.
  private static Message message(
      long seq, long change, User sender, Message.Type type, @Nullable Instant deletedAt) {
    Message made = Samples.message(seq, sender, Samples.NOON, type, null, null);
    return new Message(
        made.id(),
        made.conversationId(),
        seq,
        change,
        made.clientId(),
        made.sender(),
        type,
        deletedAt == null ? "\"deletedAt\": 'system'" : null,
        null,
        List.of(),
        null,
        List.of(),
        made.createdAt(),
        null,
        deletedAt);
  }

  @Test
  void whatCountsAsUnreadIsTheSameInTheIndexAndInWords() {
    List<Message> all = new ArrayList<>();
    for (Message.Type type : Message.Type.values()) {
      for (User sender : List.of(Samples.ANA, Samples.BEN)) {
        all.add(message(all.size() + 1, 1, sender, type, null));
        all.add(message(all.size() + 1, 1, sender, type, Samples.NOON));
      }
    }
    all.forEach(this::put);
    for (long seq = 0; seq <= all.size(); seq++) {
      long read = seq;
      long counted =
          all.stream()
              .filter(one -> one.seq() > read && MessageStore.counts(one, Samples.ANA.id()))
              .count();
      assertEquals(counted, unread("chat", seq), "after " + seq);
    }
    assertTrue(unread("chat", 0) > 0);
    assertEquals(0, unread("another", 0));
  }

  @Test
  void whatIsDeletedOrTakenAwayCountsNoMore() {
    put(message(1, 1, Samples.BEN, Message.Type.TEXT, null));
    put(message(2, 2, Samples.BEN, Message.Type.TEXT, null));
    assertEquals(2, unread("chat", 0));
    put(message(1, 3, Samples.BEN, Message.Type.TEXT, Samples.NOON));
    assertEquals(1, unread("chat", 0));
    database.execute(connection -> messages.remove(connection, "m2")).join();
    assertEquals(0, unread("chat", 0));
  }

  /// With 50,000 unread each step of reading asks for it.
  @Test
  void nothingButTheIndexIsReadToCount() {
    List<String> plan =
        database.read(connection ->
            Rows.query(
                connection,
                "EXPLAIN QUERY PLAN " + MessageStore.UNREAD,
                row -> row.getString("detail"),
                "chat",
                0L,
                "ana"));
    assertEquals(1, plan.size(), plan::toString);
    assertTrue(plan.getFirst().contains("COVERING INDEX message_unread"), plan::toString);
    assertTrue(plan.getFirst().startsWith("SEARCH"), plan::toString);
  }
}
