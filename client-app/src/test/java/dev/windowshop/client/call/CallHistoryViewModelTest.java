package dev.windowshop.client.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.call.CallHistoryViewModel.Row;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Call.Participant;
import dev.windowshop.protocol.Call.ParticipantState;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CallHistoryViewModelTest {
  private static final Instant NOW = SampleCall.NOW;
  private final List<String> wanted = new ArrayList<>();
  private final CallHistoryViewModel model =
      new CallHistoryViewModel(Clock.fixed(NOW, ZoneOffset.UTC), wanted::addAll);

  @Test
  void aCallThatNobodyAnsweredHereWasMissed() {
    Row row = row(Call.Direction.INCOMING, "missed", 0, ParticipantState.MISSED, null);
    assertEquals("Missed video call", row.line());
    assertTrue(row.missed());
    assertEquals("Mara Lindqvist", row.name());
  }

  @Test
  void whatWasDeclinedIsSaidToBe() {
    Row row = row(Call.Direction.INCOMING, "declined", 0, ParticipantState.DECLINED, null);
    assertEquals("Declined video call", row.line());
  }

  @Test
  void aCallThatTookPlaceSaysHowLong() {
    Row row =
        row(Call.Direction.OUTGOING, "ended", 1, ParticipantState.LEFT, NOW.minusSeconds(187));
    assertEquals("Outgoing video call, 3:07", row.line());
    assertFalse(row.missed());
  }

  @Test
  void anUnansweredOneSaysWhy() {
    assertEquals(
        "Outgoing video call, busy",
        row(Call.Direction.OUTGOING, "busy", 1, ParticipantState.LEFT, null).line());
    assertEquals(
        "Outgoing video call, no answer",
        row(Call.Direction.OUTGOING, "missed", 1, ParticipantState.LEFT, null).line());
  }

  @Test
  void peopleAreAskedForAndNamedWhenTheyAreKnown() {
    model.show(new CallHistory.Known(List.of(entry(Call.Direction.OUTGOING)), ""), "me");
    assertEquals(List.of("mara"), wanted);
    assertEquals(Words.SOMEBODY, model.rows().getFirst().name());
    model.know(SampleCall.PEOPLE);
    assertEquals("Mara Lindqvist", model.rows().getFirst().name());
  }

  @Test
  void aGroupsCallSaysWhoTookPart() {
    model.know(SampleCall.PEOPLE);
    Call.Entry pair = entry(Call.Direction.INCOMING, "ended", 1, ParticipantState.LEFT, NOW);
    Call.Entry group =
        new Call.Entry(
            pair.id(),
            pair.conversationId(),
            pair.direction(),
            pair.media(),
            pair.state(),
            pair.reason(),
            pair.createdAt(),
            NOW.minusSeconds(60),
            NOW,
            List.of(
                new Participant("mara", 1, ParticipantState.LEFT),
                new Participant("me", 1, ParticipantState.LEFT),
                new Participant("theo", 2, ParticipantState.LEFT),
                new Participant("yuki", 0, ParticipantState.MISSED)));
    model.show(new CallHistory.Known(List.of(group), ""), "me");
    assertEquals(
        "Incoming video call, 1:00 · Mara Lindqvist and Theo Okafor took part",
        model.rows().getFirst().line());
  }

  private static Call.Entry entry(Call.Direction direction) {
    return entry(direction, "missed", 0, ParticipantState.MISSED, null);
  }

  private static Call.Entry entry(
      Call.Direction direction,
      String reason,
      long session,
      ParticipantState mine,
      @Nullable Instant started) {
    return new Call.Entry(
        "call",
        "place",
        direction,
        Call.Media.VIDEO,
        Call.State.ENDED,
        reason,
        NOW.minusSeconds(200),
        started,
        NOW,
        List.of(
            new Participant("mara", 1, ParticipantState.LEFT),
            new Participant("me", session, mine)));
  }

  private Row row(
      Call.Direction direction,
      String reason,
      long session,
      ParticipantState mine,
      @Nullable Instant started) {
    model.know(SampleCall.PEOPLE);
    model.show(
        new CallHistory.Known(List.of(entry(direction, reason, session, mine, started)), ""), "me");
    return model.rows().getFirst();
  }
}
