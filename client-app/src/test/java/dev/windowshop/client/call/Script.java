package dev.windowshop.client.call;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.client.media.LocalSources;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Call.Participant;
import dev.windowshop.protocol.Call.ParticipantState;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.ServerEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Plays events into the reducer as `m`, who calls and is called by `a` and `z`, and keeps what
/// came out.
final class Script {
  static final String ID = "call";
  static final String PLACE = "conversation";
  static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  private final CallReducer reducer = new CallReducer("m", LocalSources.devices(1));
  private CallState state = new CallState.Idle();
  private List<CallEffect> effects = List.of();

  /// Forgets the effects before it.
  Script then(CallEvent... events) {
    List<CallEffect> all = new ArrayList<>();
    for (CallEvent event : events) {
      Step step = reducer.reduce(state, event);
      state = step.state();
      all.addAll(step.effects());
    }
    effects = all;
    return this;
  }

  CallState state() {
    return state;
  }

  <T extends CallState> T in(Class<T> phase) {
    return assertInstanceOf(phase, state);
  }

  Room room() {
    Room room = state.currentRoom();
    if (room == null) {
      throw new AssertionError("in no call: " + state);
    }
    return room;
  }

  /// What was asked of the relay and of the engine, without waits.
  List<Object> asked() {
    List<Object> asked = new ArrayList<>();
    for (CallEffect effect : effects) {
      if (effect instanceof CallEffect.Media media) {
        asked.add(media.command());
      } else if (!(effect instanceof CallEffect.Wait)) {
        asked.add(effect);
      }
    }
    return asked;
  }

  <T> List<T> asked(Class<T> type) {
    return asked().stream().filter(type::isInstance).map(type::cast).toList();
  }

  CallEffect.Wait waiting() {
    return effects.stream()
        .filter(CallEffect.Wait.class::isInstance)
        .map(CallEffect.Wait.class::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError("waits for nothing: " + effects));
  }

  static CallEvent waited(CallEffect.Wait wait) {
    return new CallEvent.Waited(wait.key(), wait.session(), wait.what(), NOON.plusSeconds(60));
  }

  static CallEvent dialled() {
    return new CallEvent.Dialled(PLACE, Call.Media.VIDEO);
  }

  static CallEvent entered(long revision, Participant... participants) {
    return new CallEvent.Entered(
        call(revision, participants), List.of(), Call.IceTransportPolicy.ALL, NOON);
  }

  static Call call(long revision, Participant... participants) {
    return new Call(
        ID,
        PLACE,
        Call.Media.VIDEO,
        stateOf(participants),
        null,
        "a",
        List.copyOf(Arrays.asList(participants)),
        NOON,
        null,
        null,
        revision);
  }

  static CallEvent changed(long revision, Participant... participants) {
    return changed(revision, stateOf(participants), null, participants);
  }

  static CallEvent over(long revision, String reason) {
    return changed(revision, Call.State.ENDED, reason);
  }

  private static CallEvent changed(
      long revision, Call.State state, @Nullable String reason, Participant... participants) {
    return new CallEvent.Changed(
        new ServerEvent.CallState(
            ID,
            PLACE,
            Call.Media.VIDEO,
            state,
            reason,
            List.copyOf(Arrays.asList(participants)),
            revision),
        NOON.plusSeconds(90));
  }

  private static Call.State stateOf(Participant... participants) {
    long joined =
        Arrays.stream(participants).filter(p -> p.state() == ParticipantState.JOINED).count();
    return joined > 1 ? Call.State.ACTIVE : Call.State.RINGING;
  }

  static Participant joined(String userId, long session) {
    return new Participant(userId, session, ParticipantState.JOINED);
  }

  static Participant ringing(String userId) {
    return new Participant(userId, 0, ParticipantState.RINGING);
  }

  static Participant left(String userId) {
    return new Participant(userId, 1, ParticipantState.LEFT);
  }

  static JsonNode offer() {
    return Json.tree(Map.of("type", "offer", "sdp", "v=0"));
  }

  static CallEvent signal(String from, long session, long toSession) {
    return new CallEvent.Signalled(
        new Call.Signal(ID, null, from, session, toSession, offer(), null));
  }

  static CallEvent media(MediaEvent event) {
    return new CallEvent.Media(event, NOON.plusSeconds(30));
  }

  static CallEvent refused(String key) {
    return new CallEvent.NotEntered(key, true, "No.", NOON);
  }

  static CallEvent unreachable(String key) {
    return new CallEvent.NotEntered(key, false, "No relay.", NOON);
  }
}
