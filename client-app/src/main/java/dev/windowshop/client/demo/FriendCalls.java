package dev.windowshop.client.demo;

import dev.windowshop.client.call.CallService;
import dev.windowshop.client.call.CallState;
import dev.windowshop.client.call.Room;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.Call;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/// Picks up after a moment, and leaves when nobody else is there any more. Thread-safe.
final class FriendCalls {
  private static final long RINGING_MILLIS = 1_300;
  private static final long ALONE_MILLIS = 4_000;

  private final CallService calls;
  private final Workers workers;

  FriendCalls(CallService calls, Workers workers) {
    this.calls = calls;
    this.workers = workers;
    calls.state().observe(this::changed);
    // Friends talk to one at a time.
    calls.desk().observe(desk -> desk.waiting().forEach(call -> calls.declineWaiting(call.id())));
  }

  private void changed(CallState state) {
    switch (state) {
      case CallState.Incoming incoming ->
          after(
              RINGING_MILLIS + ThreadLocalRandom.current().nextLong(600),
              () -> pickUp(incoming.call()));
      case CallState.Active active -> {
        if (isAlone(active.room())) {
          after(ALONE_MILLIS, () -> leaveIfAlone(active.room().callId()));
        }
      }
      case CallState.Ended ended -> calls.dismiss();
      case CallState.Idle idle -> {}
      case CallState.Dialling dialling -> {}
      case CallState.Outgoing outgoing -> {}
      case CallState.Joining joining -> {}
    }
  }

  private void pickUp(Call call) {
    if (calls.state().value() instanceof CallState.Incoming now
        && now.call().id().equals(call.id())) {
      calls.accept(call.media() == Call.Media.VIDEO);
    }
  }

  private void leaveIfAlone(String callId) {
    if (calls.state().value() instanceof CallState.Active now
        && now.room().callId().equals(callId)
        && isAlone(now.room())) {
      calls.hangUp();
    }
  }

  private static boolean isAlone(Room room) {
    return room.participants().stream()
            .filter(one -> one.state() == Call.ParticipantState.JOINED)
            .count()
        <= 1;
  }

  private void after(long millis, Runnable work) {
    workers.timer().schedule(work, millis, TimeUnit.MILLISECONDS);
  }
}
