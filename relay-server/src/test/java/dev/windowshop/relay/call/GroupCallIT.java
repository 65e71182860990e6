package dev.windowshop.relay.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Call.ParticipantState;
import dev.windowshop.protocol.Call.State;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.ServerEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who may join, stay in and end the call of a group.
final class GroupCallIT extends CallScene {
  @Test
  void theOwnerEndsAGroupsCallForEverybody() {
    Call call = start(BEN, TRIO);
    feature.service().join(CAT, join(call.id()));
    refused(ProblemType.FORBIDDEN, () -> feature.service().end(BEN, call.id()));
    assertEquals(State.ENDED, feature.service().end(ANN, call.id()).state());
    assertEquals("ended", last("cat").reason());
    assertEquals(State.ENDED, feature.service().end(ANN, call.id()).state());
    Call pair = startPair();
    refused(ProblemType.FORBIDDEN, () -> feature.service().end(ANN, pair.id()));
  }

  @Test
  void whoIsRemovedFromAConversationIsOutOfItsCall() {
    Call call = start(ANN, TRIO);
    feature.service().join(BEN, join(call.id()));
    rooms.members.put(TRIO, List.of("ann", "cat"));
    feature.removed(TRIO, "ben");
    timer.pass(Duration.ZERO);
    assertEquals(ParticipantState.LEFT, last("ben").participants().get(1).state());
    refused(ProblemType.FORBIDDEN, () -> signal(BEN, call.id(), "ann", 1, 1));
    refused(ProblemType.NOT_FOUND, () -> feature.service().join(BEN, join(call.id())));
    assertEquals(State.ACTIVE, last("ann").state());
  }

  @Test
  void whoIsInTheConversationHearsOfACallThatTheyWereNotRungFor() {
    rooms.members.put(TRIO, List.of("ann", "ben"));
    Call call = start(ANN, TRIO);
    rooms.members.put(TRIO, List.of("ann", "ben", "cat"));
    feature.service().join(BEN, join(call.id()));
    assertEquals(State.ACTIVE, last("cat").state());
    assertEquals(3, feature.service().join(CAT, join(call.id())).participants().size());
  }

  @Test
  void aNewDeviceHearsOfARunningCallToJoinAgain() {
    Call call = start(ANN, TRIO);
    feature.service().join(CAT, join(call.id()));
    feature.service().decline(BEN, call.id());
    feature.connected(BEN_TABLET);
    assertEquals(
        call.id(), sent.to("socket:ben-2", ServerEvent.CallState.class).getFirst().callId());
    assertEquals(List.of(), sent.to("socket:ben-2", ServerEvent.CallRinging.class));
    feature.service().join(BEN_TABLET, join(call.id()));
    feature.service().leave(BEN_TABLET, call.id());
    Call again = feature.service().join(BEN_TABLET, join(call.id()));
    assertEquals(2, again.participants().get(1).session());
  }
}
