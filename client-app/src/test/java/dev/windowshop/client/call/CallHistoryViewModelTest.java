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
import java.util.Map;
import java.util.Set;
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
    assertEquals("Mara Lindqvist and 2 others", model.rows().getFirst().name());
    model.know(
        new CallReach(
            Map.of("place", new CallReach.Place("Sunday rides", "/rides.png", true)), Set.of()));
    assertEquals("Sunday rides", model.rows().getFirst().name());
    assertEquals("/rides.png", model.rows().getFirst().avatarUrl());
  }

  @Test
  void thereIsACallBackOnlyWhereThereIsSomebodyToCall() {
    model.show(new CallHistory.Known(List.of(entry(Call.Direction.OUTGOING)), ""), "me");
    assertFalse(model.rows().getFirst().callable(), "nothing is known of the conversation");
    model.know(SampleCall.REACH);
    assertTrue(model.rows().getFirst().callable());
    model.know(new CallReach(SampleCall.REACH.shown(), Set.of()));
    assertFalse(model.rows().getFirst().callable(), "they have deleted their account");
    assertTrue(model.rows().getFirst().shown());
  }

  @Test
  void whoCameByALinkIsNotWhoIsCalledBack() {
    model.know(SampleCall.PEOPLE);
    model.know(SampleCall.REACH);
    Call.Entry pair = entry(Call.Direction.OUTGOING, "ended", 1, ParticipantState.LEFT, NOW);
    Participant guest = new Participant("theo", 1, ParticipantState.LEFT, false, true);
    model.show(new CallHistory.Known(List.of(with(pair, guest)), ""), "me");
    assertEquals("Mara Lindqvist", model.rows().getFirst().name());
    assertTrue(model.rows().getFirst().line().contains("Theo Okafor took part"));

    // One was the guest oneself: the conversation is not one's own, even if it is known by now.
    Call.Entry theirs = entry(Call.Direction.INCOMING, "ended", 1, ParticipantState.LEFT, NOW);
    model.show(new CallHistory.Known(List.of(with(theirs, guest)), ""), "theo");
    Row row = model.rows().getFirst();
    assertTrue(row.line().startsWith("Video call by a link, 0:00"), row.line());
    assertFalse(row.callable());
    assertFalse(row.shown());
  }

  private static Call.Entry with(Call.Entry entry, Participant other) {
    List<Participant> all = new ArrayList<>(entry.participants());
    all.add(other);
    return new Call.Entry(
        entry.id(),
        entry.conversationId(),
        entry.direction(),
        entry.media(),
        entry.state(),
        entry.reason(),
        entry.createdAt(),
        entry.startedAt(),
        entry.endedAt(),
        all);
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
