package dev.windowshop.client.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windowshop.client.app.TestClient;
import dev.windowshop.client.net.ConnectionState;
import dev.windowshop.protocol.Message;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// History that a new device never had.
class RelaySearchIT {
  private static final int MANY = 130;

  @TempDir Path folder;

  @Test
  void whatThisMachineNeverHadIsFoundAtTheRelayAndCanBeGoneTo() {
    try (Relay relay =
            Relay.start(
                RelayConfig.local(folder.resolve("relay"))
                    .with(config ->
                        config.limits(
                            dev.windowshop.relay.limit.LimitConfig.parse(List.of("all=off")))));
        ChatClient ana = new ChatClient(folder.resolve("ana"), relay.address());
        ChatClient ben = new ChatClient(folder.resolve("ben"), relay.address());
        ChatClient late = new ChatClient(folder.resolve("late"), relay.address())) {
      ana.signUp("ana");
      String bensId = ben.signUp("ben");
      String id = ana.chat().openDirect(bensId).join();
      for (int i = 0; i < MANY; i++) {
        String text = i == 0 ? "The marmalade is on the top shelf" : "and so on " + i;
        ana.core()
            .relay()
            .post(
                "/conversations/" + id + "/messages",
                new Message.Send(
                    null,
                    dev.windowshop.protocol.Ids.newId(),
                    Message.Type.TEXT,
                    text,
                    null,
                    null,
                    null));
      }
      late.core().account().signIn("ben", "correct horse battery").join();
      TestClient.await(late.core().socket().state(), ConnectionState.Online.class::isInstance);
      late.awaitConversation(id);
      MessageQuery query = MessageQuery.of("MARMALADE", ZoneOffset.UTC);
      assertEquals(List.of(), late.chat().search().find(query, 10).join());
      List<MessageHit> hits = late.chat().search().elsewhere(query, 10).join();
      assertEquals(
          List.of("The marmalade is on the top shelf"),
          hits.stream().map(MessageHit::words).toList());
      assertEquals("ana", hits.getFirst().conversationName());
      assertEquals(
          List.of(),
          late.chat()
              .search()
              .elsewhere(MessageQuery.of("marmalade from:ben", ZoneOffset.UTC), 10)
              .join());

      // Gone to, it is here, and the relay is not asked for it any more.
      try (OpenConversation open = late.chat().open(id)) {
        open.reach(hits.getFirst().seq());
        TestClient.await(
            open.state(),
            state ->
                state.messages().stream()
                    .anyMatch(one -> one.id().equals(hits.getFirst().messageId())));
      }
      assertEquals(1, late.chat().search().find(query, 10).join().size());
      assertEquals(List.of(), late.chat().search().elsewhere(query, 10).join());
    }
  }
}
