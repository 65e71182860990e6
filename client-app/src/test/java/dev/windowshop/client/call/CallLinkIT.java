package dev.windowshop.client.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.media.SoundAccess;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.CallLink;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody from outside a conversation in its call, with real media processes.
final class CallLinkIT {
  @TempDir Path folder;

  private Relay relay;
  private Caller anna;
  private Caller ben;
  private Caller eve;
  private String conversationId;

  @BeforeEach
  void talk() {
    relay = Relay.start(RelayConfig.local(folder.resolve("relay")));
    anna = Caller.inGroup(folder, relay.address(), "anna", 7, SoundAccess.LISTENING);
    ben = Caller.inGroup(folder, relay.address(), "ben", 9, SoundAccess.LISTENING);
    eve = Caller.inGroup(folder, relay.address(), "eve", 11, SoundAccess.LISTENING);
    conversationId =
        anna.client()
            .core()
            .relay()
            .post("/conversations", Conversation.Create.direct(ben.userId()), Conversation.class)
            .id();
    anna.service().call(conversationId, Call.Media.VIDEO);
    ben.await(CallState.Incoming.class);
    ben.service().accept(true);
    anna.await(CallState.Active.class);
    ben.await(CallState.Active.class);
  }

  @AfterEach
  void part() {
    List.of(eve, anna, ben).forEach(Caller::close);
    relay.close();
  }

  @Test
  void whoOpensALinkKnocksIsLetInAndSeesTheCallAndNothingElse() throws Exception {
    CallLink made = links(anna).create(anna.await(CallState.Active.class).room().callId()).join();
    String token = KnockLink.tokenIn(KnockLink.to(String.valueOf(made.token())));
    assertNotNull(token);
    CallLink seen = links(eve).preview(token).join();
    assertEquals(2, seen.people());

    // She turns away, and comes again; ben refuses nobody, anna lets her in.
    eve.service().knockAt(token, seen);
    anna.awaitDesk(desk -> desk.lobby().knocks().size() == 1);
    eve.awaitDesk(desk -> desk.lobby().own() != null && desk.lobby().own().knock() != null);
    eve.service().endKnock();
    anna.awaitDesk(desk -> desk.lobby().knocks().isEmpty());
    eve.service().knockAt(token, seen);
    ben.awaitDesk(desk -> desk.lobby().knocks().size() == 1);
    Desk knocked = anna.awaitDesk(desk -> desk.lobby().knocks().size() == 1);
    CallLink.Knock knock = knocked.lobby().knocks().getFirst();
    assertEquals("eve", knock.user().username());
    anna.service().answerKnock(knock.id(), true);

    CallState.Active inside =
        eve.await(CallState.Active.class, active -> active.room().peers().size() == 2);
    assertTrue(
        inside.room().participants().stream()
            .anyMatch(one -> one.userId().equals(eve.userId()) && one.guest()));
    ben.awaitDesk(desk -> desk.lobby().knocks().isEmpty());
    eve.awaitPicturesOf(anna, 3);
    eve.awaitPicturesOf(ben, 3);
    anna.awaitPicturesOf(eve, 3);
    ben.awaitPicturesOf(eve, 3);
    for (String path :
        List.of(
            "/conversations/" + conversationId, "/conversations/" + conversationId + "/messages")) {
      ProblemException refused =
          assertThrows(
              ProblemException.class,
              () ->
                  eve.client()
                      .core()
                      .relay()
                      .get(path, com.fasterxml.jackson.databind.JsonNode.class));
      assertEquals(ProblemType.NOT_FOUND, refused.type(), path);
    }

    // She is put out, and hears so when she knocks again.
    anna.service().removeGuest(eve.userId());
    eve.await(CallState.Ended.class);
    anna.await(CallState.Active.class, active -> active.room().peers().size() == 1);
    eve.service().knockAt(token, seen);
    eve.awaitDesk(desk -> desk.lobby().own() != null && desk.lobby().own().ended() != null);
    anna.lookAway();
    anna.awaitPicturesOf(ben, 3);
  }

  private static CallLinkClient links(Caller caller) {
    return new CallLinkClient(caller.client().core().relay(), ForkJoinPool.commonPool());
  }
}
