package dev.windowshop.relay.call;

import static dev.windowshop.protocol.Call.Media.AUDIO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Call.State;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.ServerEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Two calls of one person at a time.
final class CallWaitingIT extends CallScene {
  @Test
  void whoeverIsInACallIsRungAndSaysThatTheyAreBusy() {
    connectedPair();
    Call call = start(CAT, "cat+ann");
    assertEquals(State.RINGING, call.state());
    assertEquals(1, sent.to("user:ann", ServerEvent.CallRinging.class).size());
    assertEquals("busy", feature.service().decline(ANN, call.id()).reason());
    refused(ProblemType.BUSY, () -> start(ANN, TRIO));
    assertEquals(State.ACTIVE, last("ben", PAIR).state());
  }

  @Test
  void oneCallIsOnHoldWhileTheOtherIsTaken() {
    Call first = connectedPair();
    Call second = start(CAT, "cat+ann");
    feature.service().join(ANN, new Call.Join(second.id(), true));
    assertTrue(last("ben", PAIR).participants().getFirst().held());
    assertEquals(State.ACTIVE, last("cat", "cat+ann").state());
    refused(
        ProblemType.BUSY, () -> feature.service().start(ANN, new Call.Start(TRIO, AUDIO, true)));
    refused(ProblemType.FORBIDDEN, () -> feature.service().hold(CAT, hold(first, true)));

    // Both come back after the socket was lost, each as it was.
    feature.disconnected(ANN, true);
    feature.connected(ANN);
    feature.service().join(ANN, join(second.id()));
    feature.service().join(ANN, join(first.id()));
    assertTrue(last("ben", PAIR).participants().getFirst().held());
    assertEquals(Map.of("delivered", true), signal(ANN, first.id(), "ben", 2, 1));

    feature.service().hold(ANN, hold(first, false));
    assertFalse(last("ben", PAIR).participants().getFirst().held());
    assertTrue(last("cat", "cat+ann").participants().get(1).held());
    feature.service().leave(ANN, first.id());
    assertEquals(State.ENDED, last("ben", PAIR).state());
    assertEquals(State.ACTIVE, last("cat", "cat+ann").state());
  }
}
