package dev.windowshop.client.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.cache.ClientDatabase;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Message;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A conversation of a thousand messages that are all here.
class ShelfTest {
  private static final long ALL = 1000;

  @TempDir private Path folder;
  private ClientDatabase database;
  private OpenConversation open;
  private int asked;

  @BeforeEach
  void write() {
    database = ClientDatabase.open(folder.resolve("cache.db"), ChatSchema.migrations());
    ChatStores stores = ChatStores.in(database, folder);
    Message last = message(ALL);
    database
        .execute(connection -> {
          for (long seq = 1; seq <= ALL; seq++) {
            stores.messages().put(connection, message(seq));
          }
          stores
              .conversations()
              .put(
                  connection,
                  KeptConversation.fresh(
                          Samples.conversation(
                              "chat", ConversationKind.DIRECT, "Ben", null, List.of(), last, 0))
                      .from(1L, true));
        })
        .join();
    Shelf shelf = new Shelf(stores, Samples.ANA::id);
    open =
        shelf.open(
            "chat",
            () -> shelf.changed("chat"),
            () -> asked++,
            seq -> shelf.changed("chat"),
            () -> {});
    shelf.changed("chat");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whoeverLooksAllTheWayBackAndComesAgainHasSeenEverythingAndHeldLittle() {
    long first = seqs().getFirst();
    while (!state().complete()) {
      open.loadOlder();
      assertTrue(seqs().getFirst() < first, "nothing came");
      first = seqs().getFirst();
      assertUnbroken();
      assertTrue(seqs().size() <= 400, "held " + seqs().size());
    }
    assertEquals(1, first);
    assertFalse(state().atEnd());
    long last = seqs().getLast();
    while (!state().atEnd()) {
      open.loadNewer();
      assertTrue(seqs().getLast() > last, "nothing came");
      last = seqs().getLast();
      assertUnbroken();
      assertTrue(seqs().size() <= 400, "held " + seqs().size());
    }
    assertEquals(ALL, last);
    assertEquals(0, asked, "the relay was asked for what is here");
  }

  @Test
  void theEndIsOneStepAwayFromAnywhere() {
    open.reach(3);
    assertFalse(state().atEnd());
    open.toEnd();
    assertTrue(state().atEnd());
    assertEquals(ALL, seqs().getLast());
    assertUnbroken();
  }

  private void assertUnbroken() {
    List<Long> seqs = seqs();
    assertEquals(LongStream.rangeClosed(seqs.getFirst(), seqs.getLast()).boxed().toList(), seqs);
  }

  private List<Long> seqs() {
    return state().messages().stream().map(Message::seq).toList();
  }

  private OpenConversation.State state() {
    return Objects.requireNonNull(open.state().value());
  }

  private static Message message(long seq) {
    return Samples.message(seq, Samples.BEN, Samples.NOON.plusSeconds(seq), "message " + seq);
  }
}
