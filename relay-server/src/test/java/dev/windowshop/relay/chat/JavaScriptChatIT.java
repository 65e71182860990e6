package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Conversation;
import dev.windowshop.relay.chat.RelayFixture.Person;
import dev.windowshop.relay.testing.NodeClient;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Socket.IO's own JavaScript client against a whole relay, with real tokens.
class JavaScriptChatIT {
  @TempDir Path data;

  @ParameterizedTest
  @ValueSource(strings = {"websocket", "polling", "polling,websocket"})
  void twoPeopleTalk(String transports) throws Exception {
    try (RelayFixture relay = new RelayFixture(data)) {
      Person ana = relay.person("ana");
      Person ben = relay.person("ben");
      Conversation chat = ana.direct(ben);
      try (NodeClient client =
          NodeClient.start(
              "chat.js", relay.address(), transports, chat.id(), ana.token(), ben.token())) {
        client.await("checked");
        client.awaitSuccess();
      }
    }
  }
}
