package dev.windowshop.client.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.app.TestClient;
import dev.windowshop.client.net.ConnectionState;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Invite;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Role;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupIT {
  @TempDir Path folder;

  private Relay relay;
  private ChatClient ana;
  private ChatClient ben;
  private String anasId;
  private String bensId;

  @BeforeEach
  void start() {
    relay = Relay.start(RelayConfig.local(folder.resolve("relay")));
    ana = new ChatClient(folder.resolve("ana"), relay.address());
    ben = new ChatClient(folder.resolve("ben"), relay.address());
    anasId = ana.signUp("ana");
    bensId = ben.signUp("ben");
    for (ChatClient client : List.of(ana, ben)) {
      TestClient.await(
          client.chat().connection(), state -> state instanceof ConnectionState.Online);
    }
  }

  @AfterEach
  void stop() {
    ana.close();
    ben.close();
    relay.close();
  }

  private static Conversation await(ChatClient client, String id, Predicate<Conversation> wanted) {
    return TestClient.await(
            client.chat().conversations(),
            all -> all.stream().anyMatch(c -> c.id().equals(id) && wanted.test(c)))
        .stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Predicate<Conversation> role(String userId, Role role) {
    return conversation ->
        conversation.participants().stream()
            .anyMatch(p -> p.user().id().equals(userId) && p.role() == role);
  }

  @Test
  void aGroupsPictureAndSizeAreSeenByEverybody() throws IOException {
    String id = ana.chat().groups().create("Lamps", "", List.of(bensId), true).join();
    Path picture = folder.resolve("lamp.png");
    ImageIO.write(new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
    ana.chat().groups().setPicture(id, picture).join();
    String url = Objects.requireNonNull(await(ben, id, c -> c.avatarUrl() != null).avatarUrl());
    assertTrue(url.startsWith("/api/v1/attachments/"), url);
    assertTrue(ben.core().relay().bytes(url).length > 0, "and may be fetched");
    CompletionException refused =
        assertThrows(
            CompletionException.class, () -> ben.chat().groups().setPicture(id, null).join());
    assertTrue(refused.getCause() instanceof ProblemException);
    ana.chat()
        .groups()
        .describe(id, new Conversation.Patch(null, null, null, null, 40, null, null))
        .join();
    await(ben, id, c -> c.maxMembers() == 40);
    ana.chat().groups().setPicture(id, null).join();
    await(ben, id, c -> c.avatarUrl() == null);
  }

  @Test
  void rolesMoveAndWhoLeavesKeepsWhatTheyHad() {
    String id = ana.chat().groups().create("Market", "", List.of(bensId), true).join();
    ana.chat().send(id, "welcome").join();
    await(ben, id, c -> c.lastMessage() != null && "welcome".equals(c.lastMessage().content()));
    ana.chat().groups().setRole(id, bensId, Role.ADMIN).join();
    await(ben, id, role(bensId, Role.ADMIN));
    ana.chat().groups().transfer(id, bensId).join();
    await(ana, id, role(bensId, Role.OWNER));
    ana.chat().groups().leave(id).join();
    await(ben, id, c -> c.participants().size() == 1);
    await(ana, id, c -> c.participants().stream().noneMatch(p -> p.user().id().equals(anasId)));
    try (OpenConversation anas = ana.chat().open(id)) {
      TestClient.await(
          anas.state(),
          state -> state.messages().stream().anyMatch(m -> "welcome".equals(m.content())));
    }
    ben.chat().groups().add(id, anasId).join();
    await(ana, id, role(anasId, Role.MEMBER));
  }

  @Test
  void aLinkShowsTheGroupAndLetsInUntilItIsTakenBack() {
    String id = ana.chat().groups().create("Lamps", "Only lamps", List.of(), true).join();
    Invite link = ana.chat().groups().link(id, null, 3600).join();
    String token =
        Objects.requireNonNull(JoinLink.tokenIn(JoinLink.to(String.valueOf(link.token()))));
    assertEquals("Only lamps", ben.chat().groups().preview(token).join().group().description());
    assertEquals(id, ben.chat().groups().follow(token).join());
    await(ana, id, role(bensId, Role.MEMBER));
    ana.chat().groups().remove(id, bensId).join();
    await(ben, id, c -> c.participants().stream().noneMatch(p -> p.user().id().equals(bensId)));
    ana.chat().groups().revoke(link.id()).join();
    assertThrows(CompletionException.class, () -> ben.chat().groups().follow(token).join());
  }

  @Test
  void whoWantsToBeAskedIsInvitedAndAnswers() {
    ben.core()
        .relay()
        .patch(
            "/me/settings",
            java.util.Map.of("privacy", java.util.Map.of("whoMayAddToGroups", "ask")),
            com.fasterxml.jackson.databind.JsonNode.class);
    String id = ana.chat().groups().create("Chairs", "", List.of(), true).join();
    assertTrue(ana.chat().groups().add(id, bensId).join());
    Invite invite =
        TestClient.await(ben.chat().groups().invitesToOneself(), all -> !all.isEmpty()).getFirst();
    assertEquals("Chairs", invite.group().name());
    assertEquals(id, ben.chat().groups().accept(invite.id()).join());
    await(ana, id, role(bensId, Role.MEMBER));
    TestClient.await(ben.chat().groups().invitesToOneself(), List::isEmpty);
  }

  @Test
  void aClosedGroupSaysSoOnBothSides() {
    String id = ana.chat().groups().create("Over", "", List.of(bensId), true).join();
    ana.chat()
        .groups()
        .describe(id, new Conversation.Patch(null, null, null, null, null, null, true))
        .join();
    await(ben, id, c -> c.closedAt() != null);
    ana.chat()
        .groups()
        .describe(id, new Conversation.Patch(null, null, null, null, null, null, false))
        .join();
    await(ben, id, c -> c.closedAt() == null);
  }
}
