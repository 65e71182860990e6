package dev.windowshop.relay.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Call.ParticipantState;
import dev.windowshop.protocol.CallLink;
import dev.windowshop.protocol.CallLink.KnockState;
import dev.windowshop.protocol.Invite;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.realtime.ClientSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Links into a call, and people who knock by them. `eve` is in none of the conversations.
final class CallLobbyIT extends CallScene {
  private static final ClientSocket EVE = socket("eve", "1");

  private Call call;

  @BeforeEach
  void talk() {
    feature.connected(EVE);
    // In the group of three `ann` may admit, `ben` and `cat` may not.
    call = feature.service().join(BEN, join(start(ANN, TRIO).id()));
  }

  @Test
  void whoKnocksIsLetInAndIsInTheCallAlone() {
    CallLink link = link("ann", null);
    assertEquals(2, feature.links().preview("eve", token(link)).people());
    assertNull(feature.links().preview("eve", token(link)).token());
    assertNull(feature.links().preview("eve", token(link)).conversationId());
    assertEquals(TRIO, feature.links().preview("cat", token(link)).conversationId());
    CallLink.Knock knock = feature.lobby().knock(EVE, token(link));
    assertEquals(KnockState.WAITING, knock.state());
    assertEquals(List.of(KnockState.WAITING), knocks("user:ann"));
    assertEquals(List.of(), knocks("user:ben"));
    refused(ProblemType.NOT_FOUND, () -> feature.service().join(EVE, join(call.id())));
    refused(ProblemType.FORBIDDEN, () -> feature.lobby().admit(BEN, knock.id()));
    refused(ProblemType.NOT_FOUND, () -> feature.lobby().admit(EVE, knock.id()));

    feature.lobby().admit(ANN, knock.id());
    assertEquals(List.of(KnockState.ADMITTED), knocks("socket:eve-1"));
    assertEquals(List.of(KnockState.WAITING, KnockState.ADMITTED), knocks("user:ann"));
    Call joined = feature.service().join(EVE, join(call.id()));
    Call.Participant eve = CallRules.find(joined, "eve");
    assertNotNull(eve);
    assertTrue(eve.guest());
    assertEquals(1, feature.links().preview("eve", token(link)).uses());
    assertEquals(Map.of("delivered", true), signal(EVE, call.id(), "ben", 1, 1));
    assertEquals(eve, CallRules.find(joined, "eve"));

    // She makes no links and lets nobody in, and hears of nothing once she has left.
    refused(
        ProblemType.NOT_FOUND,
        () -> feature.links().create("eve", call.id(), new CallLink.Create(null, null)));
    refused(ProblemType.NOT_FOUND, () -> feature.links().of("eve", call.id()));
    feature.service().leave(EVE, call.id());
    int told = sent.to("user:eve", ServerEvent.CallState.class).size();
    feature.service().leave(BEN, call.id());
    assertEquals(told, sent.to("user:eve", ServerEvent.CallState.class).size());

    // She may come back while it goes on, as anybody may, and after a restart too.
    restart();
    List.of(ANN, BEN, CAT, EVE).forEach(feature::connected);
    feature.service().join(ANN, join(call.id()));
    assertTrue(
        feature.service().join(EVE, join(call.id())).participants().stream()
            .anyMatch(one -> one.userId().equals("eve") && one.guest()));
  }

  @Test
  void whoIsRefusedDoesNotKnockAgainByThatLink() {
    CallLink link = link("ben", null);
    // Who made the link may admit by it, and so may who always may.
    CallLink.Knock knock = feature.lobby().knock(EVE, token(link));
    assertEquals(List.of(KnockState.WAITING), knocks("user:ben"));
    assertEquals(List.of(KnockState.WAITING), knocks("user:ann"));
    feature.lobby().refuse(BEN, knock.id());
    assertEquals(List.of(KnockState.REFUSED), knocks("socket:eve-1"));
    assertEquals(0, feature.links().preview("eve", token(link)).uses());
    refused(ProblemType.FORBIDDEN, () -> feature.lobby().knock(EVE, token(link)));
    refused(ProblemType.NOT_FOUND, () -> feature.lobby().admit(ANN, knock.id()));
    refused(ProblemType.NOT_FOUND, () -> feature.service().join(EVE, join(call.id())));
    assertEquals(KnockState.WAITING, feature.lobby().knock(EVE, token(link("ann", null))).state());
  }

  @Test
  void aKnockEndsWithItsSocketWithTheLinkAndWithTheCall() {
    CallLink link = link("ann", null);
    feature.lobby().knock(EVE, token(link));
    feature.disconnected(EVE, true);
    assertEquals(List.of(KnockState.WAITING, KnockState.GONE), knocks("user:ann"));

    feature.connected(EVE);
    CallLink.Knock taken = feature.lobby().knock(EVE, token(link));
    feature.lobby().end(EVE, taken.id());
    assertEquals(KnockState.GONE, knocks("user:ann").getLast());

    feature.lobby().knock(EVE, token(link));
    refused(ProblemType.NOT_FOUND, () -> feature.links().revoke("cat", link.id()));
    refused(ProblemType.NOT_FOUND, () -> feature.links().revoke("eve", link.id()));
    feature.links().revoke("ann", link.id());
    assertEquals(KnockState.OVER, knocks("socket:eve-1").getLast());
    refused(ProblemType.CONFLICT, () -> feature.lobby().knock(EVE, token(link)));

    CallLink other = link("ann", null);
    feature.lobby().knock(EVE, token(other));
    feature.service().end(ANN, call.id());
    assertEquals(KnockState.OVER, knocks("socket:eve-1").getLast());
    assertEquals(KnockState.OVER, knocks("user:ann").getLast());
    assertEquals(Invite.State.EXPIRED, feature.links().preview("eve", token(other)).state());
    refused(ProblemType.CALL_ENDED, () -> feature.lobby().knock(EVE, token(other)));
  }

  @Test
  void aLinkHasAsManyUsesAndAsMuchTimeAsItWasGiven() {
    CallLink once = link("ann", 1);
    feature.lobby().admit(ANN, feature.lobby().knock(EVE, token(once)).id());
    ClientSocket dan = socket("dan", "1");
    feature.connected(dan);
    refused(ProblemType.CONFLICT, () -> feature.lobby().knock(dan, token(once)));
    // Whom it let in already it lets in again.
    assertEquals(KnockState.ADMITTED, feature.lobby().knock(EVE, token(once)).state());
    assertEquals(Invite.State.PENDING, feature.links().preview("eve", token(once)).state());
    assertEquals(Invite.State.EXPIRED, feature.links().preview("dan", token(once)).state());

    CallLink late = link("ann", null);
    timer.pass(Duration.ofHours(24));
    refused(ProblemType.CONFLICT, () -> feature.lobby().knock(dan, token(late)));
    assertEquals(List.of(), feature.links().of("ann", call.id()).items());
    for (CallLink.Create wrong :
        List.of(
            new CallLink.Create(0, null),
            new CallLink.Create(null, 0L),
            new CallLink.Create(null, Duration.ofDays(8).toSeconds()))) {
      refused(ProblemType.INVALID, () -> feature.links().create("ann", call.id(), wrong));
    }
  }

  @Test
  void onlyThoseInTheCallMakeLinksAndMembersNeedNone() {
    refused(
        ProblemType.NOT_FOUND,
        () -> feature.links().create("cat", call.id(), new CallLink.Create(null, null)));
    refused(ProblemType.NOT_FOUND, () -> feature.lobby().knock(EVE, "no-such-link"));
    CallLink link = link("ann", null);
    refused(ProblemType.CONFLICT, () -> feature.lobby().knock(CAT, token(link)));
    rooms.apart.add("eve");
    refused(ProblemType.NOT_FOUND, () -> feature.lobby().knock(EVE, token(link)));
    CallLink bens = link("ben", null);
    assertEquals(
        List.of(bens.id()),
        feature.links().of("ben", call.id()).items().stream().map(CallLink::id).toList());
    assertEquals(2, feature.links().of("ann", call.id()).items().size());
    refused(ProblemType.NOT_FOUND, () -> feature.links().preview("eve", token(link)));
  }

  @Test
  void oneSeesTheLinksThatOneHasMadeWhileTheyLeadSomewhere() {
    CallLink once = link("ann", 1);
    CallLink more = link("ann", null);
    CallLink back = link("ann", null);
    link("ben", null);
    assertEquals(Set.of(once.id(), more.id(), back.id()), own("ann"));
    CallLink listed =
        feature.links().own("ann").items().stream()
            .filter(one -> one.id().equals(more.id()))
            .findFirst()
            .orElseThrow();
    assertEquals(more.token(), listed.token());
    assertEquals(TRIO, listed.conversationId());
    assertEquals(Set.of(), own("eve"));

    feature.links().revoke("ann", back.id());
    feature.lobby().admit(ANN, feature.lobby().knock(EVE, token(once)).id());
    assertEquals(Set.of(more.id()), own("ann"), "used up, or taken back");
    // Who is no longer in the call has made them all the same.
    feature.service().leave(ANN, call.id());
    assertEquals(Set.of(more.id()), own("ann"));
    timer.pass(Duration.ofHours(24));
    assertEquals(Set.of(), own("ann"), "late");
    feature.service().join(ANN, join(call.id()));
    assertEquals(Set.of(link("ann", null).id()), own("ann"));
    feature.service().end(ANN, call.id());
    assertEquals(Set.of(), own("ann"), "of a call that is over");
  }

  private Set<String> own(String userId) {
    return feature.links().own(userId).items().stream()
        .map(CallLink::id)
        .collect(Collectors.toSet());
  }

  @Test
  void whoComesIntoTheCallLaterHearsWhoWaits() {
    CallLink link = link("ann", null);
    feature.service().leave(ANN, call.id());
    CallLink.Knock knock = feature.lobby().knock(EVE, token(link));
    assertEquals(List.of(), knocks("user:ann"));
    feature.service().join(CAT, join(call.id()));
    assertEquals(List.of(), knocks("socket:cat-1"));
    feature.service().join(ANN, join(call.id()));
    assertEquals(List.of(KnockState.WAITING), knocks("socket:ann-1"));
    feature.lobby().admit(ANN, knock.id());
    assertEquals(List.of(KnockState.ADMITTED), knocks("user:ann"));
  }

  @Test
  void inACallOfTwoEitherAdmitsAndItEndsWithTheTwo() {
    feature.service().end(ANN, call.id());
    call = connectedPair();
    CallLink link = link("ann", null);
    CallLink.Knock knock = feature.lobby().knock(EVE, token(link));
    feature.lobby().admit(BEN, knock.id());
    feature.service().join(EVE, join(call.id()));
    feature.service().leave(EVE, call.id());
    assertEquals(Call.State.ACTIVE, last("ann", PAIR).state());
    feature.service().join(EVE, join(call.id()));
    feature.service().leave(BEN, call.id());
    assertEquals(Call.State.ACTIVE, last("ann", PAIR).state());
    feature.service().leave(ANN, call.id());
    assertEquals(Call.State.ENDED, last("ann", PAIR).state());
    assertEquals(Call.State.ENDED, last("eve", PAIR).state());
  }

  @Test
  void aGuestIsPutOutAndStaysOut() {
    CallLink link = link("ann", null);
    feature.lobby().admit(ANN, feature.lobby().knock(EVE, token(link)).id());
    feature.service().join(EVE, join(call.id()));
    CallLink.Guest eve = new CallLink.Guest(call.id(), "eve");
    refused(ProblemType.FORBIDDEN, () -> feature.lobby().remove(BEN, eve));
    refused(
        ProblemType.NOT_FOUND,
        () -> feature.lobby().remove(ANN, new CallLink.Guest(call.id(), "ben")));
    feature.lobby().remove(ANN, eve);
    ServerEvent.CallState told = last("eve");
    assertEquals(
        ParticipantState.LEFT,
        told.participants().stream()
            .filter(one -> one.userId().equals("eve"))
            .findFirst()
            .orElseThrow()
            .state());
    refused(ProblemType.FORBIDDEN, () -> signal(EVE, call.id(), "ben", 1, 1));
    refused(ProblemType.NOT_FOUND, () -> feature.service().join(EVE, join(call.id())));
    refused(ProblemType.FORBIDDEN, () -> feature.lobby().knock(EVE, token(link)));
  }

  @Test
  void whoDeletesTheirAccountLeavesNoLinksAndNoKnocks() {
    CallLink anns = link("ann", null);
    CallLink bens = link("ben", null);
    for (CallLink link : List.of(anns, bens)) {
      feature.lobby().admit(ANN, feature.lobby().knock(EVE, token(link)).id());
    }
    for (String user : List.of("eve", "ben")) {
      database.write(handle -> feature.personalData().erase(handle, user, timer.now()));
    }
    assertEquals(
        List.of(anns.id()),
        feature.links().of("ann", call.id()).items().stream().map(CallLink::id).toList());
    refused(ProblemType.NOT_FOUND, () -> feature.links().preview("eve", token(bens)));
    assertEquals(KnockState.WAITING, feature.lobby().knock(EVE, token(anns)).state());
  }

  private CallLink link(String userId, @Nullable Integer maxUses) {
    return feature.links().create(userId, call.id(), new CallLink.Create(maxUses, null));
  }

  private static String token(CallLink link) {
    String token = link.token();
    if (token == null) {
      throw new AssertionError("no token");
    }
    return token;
  }

  private List<KnockState> knocks(String to) {
    return sent.to(to, ServerEvent.CallKnock.class).stream()
        .map(event -> event.knock().state())
        .toList();
  }
}
