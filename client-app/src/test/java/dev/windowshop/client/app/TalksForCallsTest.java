package dev.windowshop.client.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Participant;
import dev.windowshop.protocol.Role;
import dev.windowshop.protocol.User;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TalksForCallsTest {
  private static final User ME = user("me", "Me");
  private static final User MARA = user("mara", "Mara");
  private static final User GONE =
      new User("x", "deleted", "Deleted account", null, null, null, null);

  @Test
  void whereSomebodyIsLeftToCallOneCanCall() {
    var reach =
        TalksForCalls.of(
            List.of(
                talk("pair", ConversationKind.DIRECT, ME, MARA),
                talk("deleted", ConversationKind.DIRECT, ME, GONE),
                talk("group", ConversationKind.GROUP, ME, GONE, MARA),
                talk("left", ConversationKind.GROUP, MARA),
                talk("alone", ConversationKind.GROUP, ME)),
            "me");
    assertEquals(Set.of("pair", "group"), reach.callable());
    assertEquals(Set.of("pair", "deleted", "group", "left", "alone"), reach.shown().keySet());
  }

  private static User user(String id, String name) {
    return new User(id, id, name, null, null, null, null);
  }

  private static Conversation talk(String id, ConversationKind kind, User... people) {
    Instant at = Instant.EPOCH;
    return new Conversation(
        id,
        kind,
        null,
        null,
        null,
        null,
        null,
        Stream.of(people).map(user -> new Participant(user, Role.MEMBER, at, 0, 0)).toList(),
        null,
        null,
        null,
        null,
        null,
        null,
        true,
        10,
        0,
        0,
        at,
        at);
  }
}
