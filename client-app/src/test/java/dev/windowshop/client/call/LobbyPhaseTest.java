package dev.windowshop.client.call;

import static dev.windowshop.client.call.Script.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.windowshop.client.media.LocalSources;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.CallLink;
import dev.windowshop.protocol.CallLink.KnockState;
import dev.windowshop.protocol.Invite;
import dev.windowshop.protocol.User;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `m` knocks at a call, and others at theirs.
final class LobbyPhaseTest {
  private static final CallLink LINK =
      new CallLink(
          "link",
          "call",
          null,
          Call.Media.VIDEO,
          2,
          user("a"),
          Invite.State.PENDING,
          null,
          0,
          null,
          NOON,
          NOON);

  private final DeskReducer reducer = new DeskReducer("m", LocalSources.devices(1));
  private Desk desk = Desk.EMPTY;
  private List<CallEffect> effects = List.of();

  @Test
  void whoIsAdmittedJoins() {
    then(new CallEvent.KnockedAt("token", LINK));
    assertEquals(List.of(new CallEffect.Knock("token")), effects);
    then(new CallEvent.KnockTaken("token", knock("1", "m", KnockState.WAITING)));
    then(new CallEvent.Knocked(knock("1", "m", KnockState.ADMITTED)));
    assertEquals(List.of(new CallEffect.Join("call", false)), effects);
    assertInstanceOf(CallState.Joining.class, desk.current());
    assertNull(desk.current().currentConversation(), "a guest is not in the conversation");
    assertNull(desk.lobby().own());
  }

  @Test
  void whoWasAdmittedBeforeOrBeforeTheAnswerCameJoinsToo() {
    then(
        new CallEvent.KnockedAt("token", LINK),
        new CallEvent.KnockTaken("token", knock("1", "m", KnockState.ADMITTED)));
    assertEquals(List.of(new CallEffect.Join("call", false)), effects);
    desk = Desk.EMPTY;
    then(
        new CallEvent.KnockedAt("token", LINK),
        new CallEvent.Knocked(knock("1", "m", KnockState.ADMITTED)));
    assertEquals(List.of(new CallEffect.Join("call", false)), effects);
  }

  @Test
  void whoIsRefusedReadsSoOnceAndWhoTurnsAwayIsGone() {
    then(
        new CallEvent.KnockedAt("token", LINK),
        new CallEvent.KnockTaken("token", knock("1", "m", KnockState.WAITING)),
        new CallEvent.Knocked(knock("1", "m", KnockState.REFUSED)));
    assertEquals("You were not let in.", own().ended());
    then(new CallEvent.KnockEnded());
    assertEquals(List.of(), effects);
    assertNull(desk.lobby().own());

    then(new CallEvent.KnockedAt("token", LINK), new CallEvent.KnockEnded());
    then(new CallEvent.KnockTaken("token", knock("2", "m", KnockState.WAITING)));
    assertEquals(List.of(new CallEffect.EndKnock("2")), effects);
    assertNull(desk.lobby().own());
    then(
        new CallEvent.KnockedAt("token", LINK),
        new CallEvent.KnockFailed("token", "This link is not valid any longer."));
    assertEquals("This link is not valid any longer.", own().ended());
  }

  @Test
  void aNewSocketKnocksAgain() {
    then(
        new CallEvent.KnockedAt("token", LINK),
        new CallEvent.KnockTaken("token", knock("1", "m", KnockState.WAITING)),
        new CallEvent.Disconnected());
    assertNull(own().knock());
    then(new CallEvent.Connected());
    assertEquals(List.of(new CallEffect.Knock("token")), effects);
    then(new CallEvent.KnockTaken("token", knock("2", "m", KnockState.WAITING)));
    // That the first one is gone is news of before.
    then(new CallEvent.Knocked(knock("1", "m", KnockState.GONE)));
    assertNotNull(own().knock());
    then(new CallEvent.SignedOut());
    assertNull(desk.lobby().own());
  }

  @Test
  void whoKnocksHereIsAnsweredOnceWhoeverAnswers() {
    then(
        new CallEvent.Knocked(knock("1", "z", KnockState.WAITING)),
        new CallEvent.Knocked(knock("2", "y", KnockState.WAITING)));
    assertEquals(2, desk.lobby().knocks().size());
    then(new CallEvent.KnockAnswered("1", true));
    assertEquals(List.of(new CallEffect.AnswerKnock("1", true)), effects);
    then(new CallEvent.Knocked(knock("2", "y", KnockState.REFUSED)));
    assertEquals(List.of(), desk.lobby().knocks());
  }

  private Lobby.Own own() {
    Lobby.Own own = desk.lobby().own();
    if (own == null) {
      throw new AssertionError("knocks nowhere");
    }
    return own;
  }

  private void then(CallEvent... events) {
    for (CallEvent event : events) {
      DeskReducer.Move move = reducer.reduce(desk, event);
      desk = move.desk();
      effects = move.effects();
    }
  }

  private static CallLink.Knock knock(String id, String userId, KnockState state) {
    return new CallLink.Knock(id, "call", "link", user(userId), state, NOON);
  }

  private static User user(String id) {
    return new User(id, id, id, null, null, null, null);
  }
}
