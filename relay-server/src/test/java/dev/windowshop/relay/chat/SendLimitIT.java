package dev.windowshop.relay.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Message;
import dev.windowshop.relay.limit.LimitConfig;
import dev.windowshop.relay.testing.TestDatabases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is written together with something that fails is run again, and counts once all the same.
class SendLimitIT {
  private static final int ALLOWED = 60;

  @TempDir Path data;

  @Test
  void aMessageUsesTheConversationsLimitOnceThoughItsUnitOfWorkRunsAgain() throws Exception {
    try (RelayFixture relay =
            new RelayFixture(
                TestDatabases.config(data)
                    .with(config ->
                        config.limits(
                            LimitConfig.parse(
                                List.of(
                                    "all=off", "messages-conversation=" + ALLOWED + "/240h")))));
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      RelayFixture.Person ann = relay.person("ann");
      RelayFixture.Person ben = relay.person("ben");
      Conversation conversation = ann.group("All", List.of(ben));
      String path = "/conversations/" + conversation.id() + "/messages";
      List<Future<Integer>> good = new ArrayList<>();
      for (int i = 0; i < ALLOWED; i++) {
        int number = i;
        good.add(
            callers.submit(() -> ann.rest().post(path, RelayFixture.text("m" + number)).status()));
        Message.Send toNothing =
            new Message.Send(null, Ids.newId(), Message.Type.TEXT, "no", Ids.newId(), null, null);
        callers.submit(() -> ben.rest().post(path, toNothing).status());
      }
      for (Future<Integer> one : good) {
        assertEquals(201, one.get());
      }
      assertEquals(429, ann.rest().post(path, RelayFixture.text("one too many")).status());
    }
  }
}
